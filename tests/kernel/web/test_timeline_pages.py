"""Timelines on pages and over the JSON API."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sample_shop import timeline as told
from sample_shop.models import Order
from sample_shop.permissions import ShopPermission as P

from guanxi import records
from guanxi.context import Company
from guanxi.declare.timeline import TimelineEvent
from guanxi.i18n import Text
from tests.kernel.web.browser import Browser
from tests.kernel.web.conftest import MakeBrowser

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nothing_told() -> Iterator[None]:
    yield
    told.PARCELS.clear()
    told.OFFERS.clear()


def event(at: datetime, id: int) -> TimelineEvent:
    return TimelineEvent(at=at, id=id, title=Text(f"told {id}"))


async def test_the_page_has_a_link_for_each_choice_and_keeps_it(admin: Browser, in_shop: Company) -> None:
    order = (await records.create(Order, {"name": "Boiler", "owner_id": 1})).id
    told.PARCELS[order] = [event(NOON + timedelta(minutes=n), n) for n in range(1, 41)]
    path = f"/sample_shop/orders/{order}"
    page = (await admin.get(f"{path}?timeline=parcels")).text.partition('id="timeline"')[2]
    assert f'href="{path}?timeline=parcels#timeline" aria-current="true">Parcels</a>' in page
    assert f'href="{path}#timeline">All</a>' in page
    assert "told 40<" in page and "told 11<" in page and "told 10<" not in page and "Created" not in page
    href = page.partition('#timeline">Earlier<')[0].rpartition('href="')[2].replace("&amp;", "&")
    assert href.startswith(f"{path}?timeline=parcels&before=")
    page = (await admin.get(href)).text.partition('id="timeline"')[2]
    assert "told 10<" in page and "told 1<" in page and "told 11<" not in page and ">Earlier<" not in page
    told.OFFERS[told.BROKEN] = []
    assert "Could not be loaded: Offers." in (await admin.get(path)).text


async def test_the_api_gives_the_same_in_pages(admin: Browser, in_shop: Company) -> None:
    order = (await records.create(Order, {"name": "Boiler", "owner_id": 1})).id
    told.PARCELS[order] = [event(NOON - timedelta(days=n), n) for n in range(1, 4)]
    path = f"/api/v1/sample_shop/orders/{order}/timeline"
    first = (await admin.get(f"{path}?limit=3")).json()
    rest = (await admin.get(f"{path}?limit=3&before={first['next']}")).json()
    assert [entry["title"] for entry in (*first["data"], *rest["data"])] == [
        "Created",
        "told 1",
        "told 2",
        "told 3",
    ]
    assert (rest["next"], rest["missing"]) == (None, [])
    assert first["data"][1] == {
        **{"id": 1, "source": "parcels", "at": "2026-11-21T04:00:00Z", "day": None, "title": "told 1"},
        **{"text": "", "note": "", "who": "The system", "href": None, "tone": "neutral", "changes": []},
    }
    only = (await admin.get(f"{path}?show=changes")).json()
    assert [entry["title"] for entry in only["data"]] == ["Created"]
    described = (await admin.get("/api/openapi.json")).json()["paths"]["/api/v1/sample_shop/orders/{id}/timeline"]
    assert {each["name"] for each in described["get"]["parameters"]} == {"id", "before", "show", "limit"}


async def test_bad_questions_are_refused_and_foreign_orders_are_not_there(admin: Browser, user_of: MakeBrowser) -> None:
    order = (await records.create(Order, {"name": "Boiler", "owner_id": 1})).id
    path = f"/api/v1/sample_shop/orders/{order}/timeline"
    for query in ("show=nonsense", "limit=0", "limit=101", "limit=x", "before=x", "before=%00", "other=1"):
        assert (await admin.get(f"{path}?{query}")).status_code == 422, query
    for id in ("999", "x", "0"):
        assert (await admin.get(f"/api/v1/sample_shop/orders/{id}/timeline")).status_code == 404
    assert (await admin.get(f"/api/v1/sample_shop/shops/{order}/timeline")).status_code == 404
    posted = await admin.post(path, headers={"X-CSRF-Token": await admin.csrf()})
    assert posted.status_code == 405
    other = await user_of(str(P.READ))
    assert (await other.get(path)).status_code == 404
    nobody = await user_of()
    assert (await nobody.get(path)).status_code == 403
    seller = await user_of(str(P.READ), str(P.SEE_ALL))
    assert (await seller.get(f"{path}?show=offers")).status_code == 422
    assert (await seller.get(f"{path}?show=parcels")).status_code == 200
