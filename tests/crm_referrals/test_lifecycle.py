"""Erasing a person, the timeline, switching the add-on off and on, demo data."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from crm_core import privacy
from crm_core.extensions import CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA
from crm_core.permissions import CorePermission
from crm_portal.extensions import PORTAL_SECTIONS
from crm_referrals import codes, rewarding, timeline
from crm_referrals.demo import make_demo
from crm_referrals.models import Referral
from guanxi import ExtensionPoint, TimelineMark, fetch_value, get, transaction, use_actor
from guanxi.addons import AvailableAddons
from guanxi.company import Directory, disable, enable
from guanxi.context import SYSTEM, Company, use_company
from guanxi.declare.catalog import Catalog
from tests.crm_core.support import user
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_referrals.support import edges, pay, points, reach, refer, reward, states

pytestmark = pytest.mark.asyncio(loop_scope="module")
_NOW = TimelineMark(datetime(9999, 1, 1, tzinfo=UTC), 2**62)


async def test_a_person_who_is_erased_leaves_points_and_who_recommended_whom(
    program: Company, make_customer: MakeCustomer
) -> None:
    one, new = await make_customer(), await make_customer()
    id, code = await refer(one, new), await codes.ensure_code(one)
    await pay(new)
    assert await reward() == 1
    await rewarding.take_back(await get(Referral, id), "王小明 is a ring")
    held = await next(p for p in program.catalog.extensions(PERSONAL_DATA) if p.name == "referrals").load(one)
    assert sorted((row["what"], row["code"], row["points"]) for row in held) == [
        ("code", code, None),
        ("given", None, 200),
    ]
    with use_actor(await user("Officer", tuple(CorePermission))):
        assert "referrals" in (await privacy.personal_file(one, "json")).decode()
        await privacy.anonymize(one, "request")
    assert await codes.own_code(one) is None
    assert await fetch_value("SELECT note FROM crm_referrals_referral") == ""
    assert await fetch_value("SELECT count(*) FROM guanxi_audit WHERE reason LIKE '王小明%'") == 0
    assert (await edges(), await points(new)) == ([(one, new)], [0])


async def test_the_timeline_tells_both_sides(program: Company, make_customer: MakeCustomer) -> None:
    one, new = await make_customer(), await make_customer()
    await refer(one, new)
    await pay(new)
    await reward()
    told = await timeline.SOURCE.load([one], _NOW, 10)
    assert [(str(each.title), each.text) for each in told] == [
        ("Rewarded for a referral", "200 points"),
        ("Recommended a new customer", "Staff"),
    ]
    rest = await timeline.SOURCE.load([new], TimelineMark(told[0].at, told[0].id), 10)
    assert [(str(each.title), each.text) for each in rest] == [("Was recommended by a customer", "Staff")]


def traces(catalog: Catalog) -> list[str]:
    """All that a company's catalog has of this add-on."""
    found = [key for key in (*catalog.resources, *catalog.jobs, *catalog.permissions) if "crm_referrals" in key]
    found += [menu.href for offer in catalog.offers for menu in offer.menus if "crm_referrals" in menu.href]
    found += [s.name for group in catalog.subscriptions.values() for s in group if s.addon == "crm_referrals"]
    points: tuple[ExtensionPoint[Any], ...] = (CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA, PORTAL_SECTIONS)
    return found + [each.name for point in points for each in catalog.extensions(point) if each.name == "referrals"]


async def test_disabling_leaves_no_trace_and_enabling_brings_referrals_back(
    shared_directory: Directory, available: AvailableAddons, program: Company, make_customer: MakeCustomer
) -> None:
    await refer(await make_customer(), await make_customer())
    assert len(traces(program.catalog)) > 15
    await disable(available, "crm_referrals")
    without = await shared_directory.refresh("test")
    assert traces(without.catalog) == []
    with use_company(without), use_actor(SYSTEM):
        await enable(available, "crm_referrals")
    again = await shared_directory.refresh("test")
    assert traces(again.catalog) == traces(program.catalog)
    with use_company(again), use_actor(SYSTEM):
        assert await states() == [("waiting", None, 0, 0)]


async def test_demo_data_show_every_stage(make_customer: MakeCustomer) -> None:
    async with transaction():
        await make_demo()
    assert await states() == []
    for n in range(8):
        await reach(await make_customer(), email=f"demo{n}@example.com")
    async with transaction():
        await make_demo()
    assert {state for state, *_rest in await states()} == {"waiting", "qualified"}
    assert len(await edges()) == 5


async def test_without_the_portal_there_is_no_link(
    shared_directory: Directory, available: AvailableAddons, program: Company, make_customer: MakeCustomer
) -> None:
    code = await codes.ensure_code(await make_customer())
    assert codes.link_of(code).endswith(code)
    await disable(available, "crm_portal")
    without = await shared_directory.refresh("test")
    with use_company(without), use_actor(SYSTEM):
        assert codes.link_of(code) == ""
        await enable(available, "crm_portal")
    await shared_directory.refresh("test")
