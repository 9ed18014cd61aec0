"""Plans are written with care; who they reach is shown to who may see it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from crm_care import gifts, panels, timeline
from crm_care.choices import Gift
from crm_care.demo import make_demo
from crm_care.models import Plan
from crm_care.permissions import CarePermission
from crm_core.extensions import CUSTOMER_TIMELINE, PERSONAL_DATA
from crm_core.permissions import CorePermission
from guanxi import ExtensionPoint, TimelineMark, fetch_value, transaction, update, use_actor
from guanxi.addons import AvailableAddons
from guanxi.company import Directory, disable, enable
from guanxi.context import SYSTEM, Company, use_company
from guanxi.declare.catalog import Catalog
from guanxi.errors import InvalidInput
from tests.conftest import ADMIN_PASSWORD
from tests.crm_care.support import celebrant, change, holiday, mails, make_plan, messages, on, send
from tests.crm_core.support import user
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_offers.support import campaign
from tests.kernel.web.browser import Browser, text_of

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("program")]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"occasion": "holiday"}, "calendar"),
        ({"occasion": "holiday", "calendar": "solar", "month": 2, "day": 30}, "day"),
        ({"occasion": "holiday", "calendar": "lunar", "month": 2, "day": 31}, "day"),
        ({"occasion": "holiday", "calendar": "lunar", "month": 13, "day": 1}, "month"),
        ({"text": "Dear {nmae}"}, "text"),
        ({"subject_zh": "{0}"}, "subject_zh"),
        ({"gift": "points"}, "points"),
        ({"gift": "points", "points": 0}, "points"),
        ({"gift": "coupon"}, "campaign"),
        ({"gift": "coupon", "campaign": "99999999"}, "campaign"),
        ({"gift": "coupon", "campaign": "none"}, "campaign"),
        ({"days_before": 61}, "days_before"),
        ({"subject": ""}, "subject"),
    ],
)
async def test_wrong_plans_are_refused(values: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        await make_plan(**values)
    assert field in refused.value.fields
    assert await fetch_value("SELECT count(*) FROM crm_care_plan") == 0


async def test_what_does_not_belong_to_a_plan_is_dropped() -> None:
    plan = await make_plan(calendar="solar", month=1, day=1, points=5, campaign="x")
    row = "SELECT calendar IS NULL AND month IS NULL AND points IS NULL AND campaign = '' FROM crm_care_plan"
    assert await fetch_value(row)
    id = await campaign()
    assert await gifts.campaign_names() == [f"{id} · Five off"]
    await update(Plan, plan, {"gift": "coupon", "campaign": f"{id}"})
    assert await fetch_value("SELECT campaign FROM crm_care_plan") == f"{id} · Five off"
    await update(Plan, plan, {"gift": "none"})
    assert await fetch_value("SELECT campaign_number IS NULL FROM crm_care_plan")


async def test_the_preview_tells_whom_one_may_see(browser: Browser, make_customer: MakeCustomer) -> None:
    seller = await user("Seller", (CorePermission.READ, CarePermission.READ))
    mine, soon, far = [await celebrant(make_customer, 6, day) for day in (20, 3, 30)]
    await change(mine, owner_id=seller.id)
    await change(far, birth_month=8)
    plan, spring = await make_plan(days_before=3), await holiday("lunar", 5, 5)
    with on(2026, 6, 1):
        assert [wish.customer.id for wish in (await panels.preview(plan))[0]] == [soon, mine]
        assert len((await panels.preview(spring))[0]) == 3  # 端午, June 19
        with use_actor(seller):
            shown = await panels.PREVIEW.load(plan)
            assert shown.table is not None
            assert [row[1:] for row in shown.table.rows] == [("Jun 20, 2026", "Jun 17, 2026")]
            assert len((await panels.preview(spring))[0]) == 1
    with on(2026, 8, 29):
        assert (await panels.PREVIEW.load(spring)).table is None
    await browser.sign_in("admin", ADMIN_PASSWORD)
    assert (await browser.get(f"/api/v1/crm_care/preview/{plan}")).status_code == 200
    assert (await browser.get(f"/api/v1/crm_care/preview/{2**62}")).status_code == 404
    assert "in the next 30 days" in text_of((await browser.get(f"/crm_care/plans/{plan}")).text)


async def test_the_history_and_the_timeline_tell_what_went_out(browser: Browser, make_customer: MakeCustomer) -> None:
    await make_plan(gift="points", points=5)
    one = await celebrant(make_customer)
    with on(2026, 6, 1):
        assert await send() == (1, 0)
    told = await timeline.SOURCE.load([one], TimelineMark(datetime(9999, 1, 1, tzinfo=UTC), 2**62), 10)
    assert [(str(each.title), each.text) for each in told] == [("Birthday wishes", "Plan · 5 points")]
    await browser.sign_in("admin", ADMIN_PASSWORD)
    for path in ("/crm_care/messages", str(told[0].href), "/crm_care/plans", "/crm_care/plans/new"):
        assert (await browser.get(path)).status_code == 200


def traces(catalog: Catalog) -> list[str]:
    """All that a company's catalog has of this add-on."""
    found = [key for key in (*catalog.resources, *catalog.jobs, *catalog.permissions) if "crm_care" in key]
    found += [menu.href for offer in catalog.offers for menu in offer.menus if "crm_care" in menu.href]
    points: tuple[ExtensionPoint[Any], ...] = (CUSTOMER_TIMELINE, PERSONAL_DATA)
    return found + [each.name for point in points for each in catalog.extensions(point) if each.name == "care"]


async def test_disabling_leaves_no_trace_and_without_a_gifts_addon_wishes_still_go_out(
    shared_directory: Directory, available: AvailableAddons, program: Company, make_customer: MakeCustomer
) -> None:
    await make_plan(gift="coupon", campaign=str(await campaign()))
    await celebrant(make_customer)
    assert len(traces(program.catalog)) > 6
    await disable(available, "crm_care")
    assert traces((await shared_directory.refresh("test")).catalog) == []
    await enable(available, "crm_care")
    await disable(available, "crm_offers")
    without = await shared_directory.refresh("test")
    assert traces(without.catalog) == traces(program.catalog)
    with use_company(without), use_actor(SYSTEM):
        assert (gifts.bank_of(Gift.COUPON), await gifts.campaign_names()) == (None, [])
        with on(2026, 6, 1):
            assert await send() == (1, 0)
        with pytest.raises(InvalidInput):
            await make_plan(gift="coupon", campaign="1")
        await enable(available, "crm_offers")
    await shared_directory.refresh("test")
    assert len(await messages()) == len(await mails()) == 1


async def test_demo_plans_are_sound() -> None:
    async with transaction():
        await make_demo()
    assert await fetch_value("SELECT count(*) FROM crm_care_plan WHERE active") == 1
    assert await fetch_value("SELECT count(*) FROM crm_care_plan") == 3
