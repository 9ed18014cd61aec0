"""A notification about a record that one lost sight of says only that."""

from __future__ import annotations

from sample_shop.models import Order
from sample_shop.permissions import ShopPermission as P

from guanxi import records
from guanxi.context import Company
from guanxi.db import execute, fetch_value
from guanxi.desk.notifications import notifications, notify
from guanxi.desk.sight import LOST, out_of_sight
from guanxi.i18n import _
from tests.kernel.conftest import acting


async def test_what_was_told_of_a_record_goes_with_the_right_to_see_it(in_shop: Company) -> None:
    order = await records.create(Order, {"name": "Secret", "owner_id": 1})
    href = f"/sample_shop/orders/{order.id}#timeline"
    ann = await fetch_value("SELECT id FROM guanxi_user WHERE login = 'admin'")
    await notify(
        [ann], "mention", _("{name} mentioned you: {title}", name="x", title="Secret"), href=href, detail="500k"
    )
    with acting(ann, P.READ):
        (told,) = await notifications()
        assert told.detail == "500k" and told.href == href
    await execute("UPDATE sample_shop_order SET owner_id = NULL")
    with acting(ann, P.READ):
        (told,) = await notifications()
        assert (told.title, told.detail, told.href) == (LOST, "", "")
    with acting(ann):
        assert (await notifications())[0].title == LOST


async def test_other_addresses_are_left_alone(in_shop: Company) -> None:
    with acting(1, P.READ):
        assert await out_of_sight(["/guanxi/nothing/1", "/bulk/3", "/", "https://x/1", "/sample_shop/orders"]) == set()
        assert await out_of_sight(["/sample_shop/orders/999"]) == {"/sample_shop/orders/999"}
