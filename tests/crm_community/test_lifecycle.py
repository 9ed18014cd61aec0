"""Erasing a person, merging customers, the timeline, switching the add-on off and on, demo data."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from crm_community import clubs, nicknames, queries, timeline, writing
from crm_community.demo import make_demo
from crm_core import merging, privacy
from crm_core.extensions import CUSTOMER_FOLLOWERS, CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA
from crm_core.permissions import CorePermission
from crm_portal.extensions import PORTAL_SECTIONS
from guanxi import ExtensionPoint, TimelineMark, execute, fetch, fetch_value, transaction, use_actor
from guanxi.addons import AvailableAddons
from guanxi.company import Directory, disable, enable
from guanxi.context import SYSTEM, Company, use_company
from guanxi.declare.catalog import Catalog
from tests.crm_community.support import club, member, post, topic, written
from tests.crm_core.support import user
from tests.crm_loyalty.conftest import MakeCustomer

pytestmark = pytest.mark.asyncio(loop_scope="module")
_NOW = TimelineMark(datetime(9999, 1, 1, tzinfo=UTC), 2**62)


async def test_a_person_who_is_erased_leaves_what_others_wrote(program: Company, make_customer: MakeCustomer) -> None:
    tea, id = await club(), await make_customer()
    who, other = await member(id, tea, "王小明"), await member(await make_customer(), tea, "other")
    asked = await topic(who, tea, "我是王小明")
    await post(other, tea, asked, "hello")
    await writing.report(other, await fetch_value("SELECT min(id) FROM crm_community_post"), "Not nice")
    held = await next(p for p in program.catalog.extensions(PERSONAL_DATA) if p.name == "community").load(id)
    assert [(row["what"], row["text"]) for row in held] == [
        ("name", "王小明"),
        ("club", "Tea"),
        ("post", "我是王小明 I ask."),
        ("topic", "我是王小明"),
    ]
    with use_actor(await user("Officer", tuple(CorePermission))):
        assert "我是王小明" in (await privacy.personal_file(id, "json")).decode()
        await privacy.anonymize(id, "request")
    assert await written() == [("", "withdrawn"), ("hello", "shown")]
    assert "王小明" not in str([dict(row) for row in await fetch("SELECT * FROM crm_community_profile")])
    assert "王小明" not in str([dict(row) for row in await fetch("SELECT * FROM crm_community_topic")])
    assert (await queries.club(other, tea))["members"] == 1
    assert await fetch_value("SELECT excerpt || reason FROM crm_community_report") == "Not nice"


async def test_names_and_posts_follow_a_merge_and_come_back(program: Company, make_customer: MakeCustomer) -> None:
    tea, loser, survivor = await club(), await make_customer(), await make_customer()
    who = await member(loser, tea, "loser")
    await topic(who, tea)
    id = await merging.merge(survivor, loser)
    assert (await nicknames.profile_of(survivor))["nickname"] == "loser"
    assert (await queries.club(await clubs.visitor(survivor), tea))["member"] == "member"
    await merging.undo(id)
    assert await nicknames.profile_of(survivor) is None
    assert (await nicknames.profile_of(loser))["nickname"] == "loser"
    await member(survivor, tea, "survivor")
    await merging.merge(survivor, loser)
    assert (await nicknames.profile_of(survivor))["nickname"] == "survivor"
    assert await queries.written_by(survivor) == 1


async def test_the_timeline_tells_of_clubs_and_posts(program: Company, make_customer: MakeCustomer) -> None:
    tea, id = await club(), await make_customer()
    await topic(await member(id, tea), tea)
    told = await timeline.SOURCE.load([id], _NOW, 10)
    assert [(str(each.title), each.text) for each in told] == [
        ("Wrote in the community", "Which tea?"),
        ("Joined a club", "Tea"),
    ]
    rest = await timeline.SOURCE.load([id], TimelineMark(told[0].at, told[0].id), 10)
    assert [str(each.title) for each in rest] == ["Joined a club"]


def traces(catalog: Catalog) -> list[str]:
    """All that a company's catalog has of this add-on."""
    found = [key for key in (*catalog.resources, *catalog.jobs, *catalog.permissions) if "crm_community" in key]
    found += [menu.href for offer in catalog.offers for menu in offer.menus if "crm_community" in menu.href]
    points: tuple[ExtensionPoint[Any], ...] = (CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA, PORTAL_SECTIONS)
    found += [each.name for point in points for each in catalog.extensions(point) if each.name == "community"]
    return found + [each.name for each in catalog.extensions(CUSTOMER_FOLLOWERS) if "crm_community" in each.name]


async def test_disabling_leaves_no_trace_and_enabling_brings_clubs_back(
    shared_directory: Directory, available: AvailableAddons, program: Company, make_customer: MakeCustomer
) -> None:
    tea = await club()
    await topic(await member(await make_customer(), tea), tea)
    assert len(traces(program.catalog)) > 15
    await disable(available, "crm_community")
    without = await shared_directory.refresh("test")
    assert traces(without.catalog) == []
    with use_company(without), use_actor(SYSTEM):
        await enable(available, "crm_community")
    again = await shared_directory.refresh("test")
    assert traces(again.catalog) == traces(program.catalog)
    with use_company(again), use_actor(SYSTEM):
        assert await written() == [("Which tea? I ask.", "shown")]


async def test_without_the_portal_staff_still_keep_clubs(
    shared_directory: Directory, available: AvailableAddons, program: Company, make_customer: MakeCustomer
) -> None:
    tea, id = await club(), await make_customer()
    await disable(available, "crm_portal")
    without = await shared_directory.refresh("test")
    with use_company(without), use_actor(SYSTEM):
        assert "crm_community/clubs" in without.catalog.resources
        await clubs.take_in(id, tea)
        await enable(available, "crm_portal")
    await shared_directory.refresh("test")
    assert await fetch_value("SELECT count(*) FROM crm_community_member") == 1


async def test_demo_data_show_a_talk(program: Company, make_customer: MakeCustomer) -> None:
    for n in range(8):
        id = await make_customer()
        await execute("UPDATE crm_core_customer SET email = $2 WHERE id = $1", id, f"demo{n}@example.com")
    async with transaction():
        await make_demo()
    assert await fetch_value("SELECT count(*) FROM crm_community_club") == 2
    assert await fetch_value("SELECT count(*) FROM crm_community_topic") == 3
    assert len(await written()) == 8
