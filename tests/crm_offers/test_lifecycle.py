"""Merging and erasing customers, switching the add-on off and on, demo data."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from crm_core import merging, privacy
from crm_core.extensions import CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA
from crm_core.models import Customer
from crm_core.permissions import CorePermission
from crm_offers import lotteries, services, timeline
from crm_offers.demo import make_demo
from crm_offers.permissions import OfferPermission
from crm_portal.extensions import PORTAL_SECTIONS
from guanxi import ExtensionPoint, TimelineMark, fetch, fetch_value, transaction, update, use_actor
from guanxi.addons import AvailableAddons
from guanxi.company import Directory, disable, enable
from guanxi.context import SYSTEM, Company, use_company
from guanxi.declare.catalog import Catalog
from guanxi.desk.notes import add_note
from tests.conftest import ADMIN_PASSWORD
from tests.crm_core.support import user
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_offers.support import NOTHING, campaign, coupon, figures, lottery, order
from tests.kernel.web.browser import Browser

pytestmark = pytest.mark.asyncio(loop_scope="module")
_NOW = TimelineMark(datetime(9999, 1, 1, tzinfo=UTC), 2**62)


async def owners() -> list[int]:
    rows = await fetch("SELECT customer_id FROM crm_offers_coupon UNION ALL SELECT customer_id FROM crm_offers_draw")
    return sorted({row["customer_id"] for row in rows})


async def test_coupons_and_draws_follow_a_merge_and_come_back(program: Company, make_customer: MakeCustomer) -> None:
    survivor, loser = await make_customer(), await make_customer()
    id, prizes = await campaign(per_customer=2), await lottery(NOTHING, per_customer=2)
    codes = [await coupon(id, f"{n}", customer) for n, customer in enumerate((survivor, loser, loser))]
    for n in range(2):
        await services.draw(prizes, loser, f"d:{n}")
    with use_actor(await user("Merger", tuple(CorePermission))):
        merge = await merging.merge(survivor, loser)
        assert await owners() == [survivor]
        assert (await services.redeem(order(codes[1], customer=survivor))).discount == 500
        await merging.undo(getattr(merge, "id", merge))
    assert await owners() == sorted((survivor, loser))
    assert await fetch_value("SELECT count(*) FROM crm_offers_draw WHERE customer_id = $1", loser) == 2
    await lotteries.end(prizes)
    assert await services.verify(prizes) == []
    assert await services.campaign_differences() == []


async def test_a_person_who_is_erased_leaves_figures_and_draws(program: Company, make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    id, prizes = await campaign(), await lottery(NOTHING)
    code = await coupon(id, "a", customer)
    await coupon(id, "b", customer)
    await services.draw(prizes, customer, "d:1")
    await services.redeem(order(code))
    made = await fetch_value("SELECT min(id) FROM crm_offers_coupon")
    await update(Customer, customer, {"name": "王小明"})
    held = await next(p for p in program.catalog.extensions(PERSONAL_DATA) if p.name == "offers").load(customer)
    assert (held[0]["what"], held[0]["code"]) == ("coupon", code)
    with use_actor(await user("Officer", (*CorePermission, OfferPermission.READ))):
        await add_note("crm_offers/coupons", made, "给王小明的券")
        assert "offers" in (await privacy.personal_file(customer, "json")).decode()
        await privacy.anonymize(customer, "request")
    assert await fetch_value("SELECT count(*) FROM guanxi_note WHERE resource = 'crm_offers/coupons'") == 0
    assert await figures(id) == (2, 1, 500, 10_000)
    await lotteries.end(prizes)
    assert await services.verify(prizes) == []
    assert await services.campaign_differences() == []


async def test_the_timeline_tells_what_happened(program: Company, make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    code = await coupon(await campaign(), "a", customer)
    done = await services.redeem(order(code))
    await services.reverse(done.redemption_id, "back")
    await services.draw(await lottery(NOTHING), customer, "d:1")
    told = await timeline.SOURCE.load([customer], _NOW, 10)
    assert [(str(each.title), each.text) for each in told] == [
        ("Lottery", "Nothing"),
        ("Coupon: Given back", "Five off · CN¥5.00"),
        ("Coupon: Redeemed", "Five off · -CN¥5.00"),
        ("Coupon: Issued", "Five off"),
    ]
    rest = await timeline.SOURCE.load([customer], TimelineMark(told[1].at, told[1].id), 10)
    assert [each.id for each in rest] == [each.id for each in told[2:]]


def traces(catalog: Catalog) -> list[str]:
    """All that a company's catalog has of this add-on."""
    found = [key for key in (*catalog.resources, *catalog.jobs, *catalog.permissions) if "crm_offers" in key]
    found += [menu.href for offer in catalog.offers for menu in offer.menus if "crm_offers" in menu.href]
    points: tuple[ExtensionPoint[Any], ...] = (CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA, PORTAL_SECTIONS)
    return found + [each.name for point in points for each in catalog.extensions(point) if each.name == "offers"]


async def test_disabling_leaves_no_trace_and_enabling_brings_the_coupons_back(
    shared_directory: Directory, available: AvailableAddons, program: Company, browser: Browser
) -> None:
    code = await coupon(await campaign())
    await browser.sign_in("admin", ADMIN_PASSWORD)
    assert len(traces(program.catalog)) > 20
    await disable(available, "crm_offers")
    without = await shared_directory.refresh("test")
    assert traces(without.catalog) == []
    for path in ("/crm_offers/counter", "/crm_offers/coupons", "/api/v1/crm_offers/coupons", "/crm_offers/verify/1"):
        assert (await browser.get(path)).status_code == 404
    with use_company(without), use_actor(SYSTEM):
        await enable(available, "crm_offers")
    again = await shared_directory.refresh("test")
    assert traces(again.catalog) == traces(program.catalog)
    with use_company(again), use_actor(SYSTEM):
        assert (await services.redeem(order(code))).discount == 500


async def test_demo_data_are_sound(program: Company, make_customer: MakeCustomer) -> None:
    for _n in range(12):
        await make_customer()
    for _n in range(2):
        async with transaction():
            await make_demo()
    assert await fetch_value("SELECT count(*) FROM crm_offers_campaign") == 2
    assert await fetch_value("SELECT count(*) FROM crm_offers_redemption") == 4
    assert await fetch_value("SELECT draws FROM crm_offers_lottery") == 6
    assert await services.campaign_differences() == []
