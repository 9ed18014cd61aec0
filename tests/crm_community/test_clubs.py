"""Names, who sees which club, joining and leaving."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable

import pytest

from crm_community import clubs, nicknames, queries
from crm_community.errors import NicknameTaken, NoNickname, RemovedFromClub
from crm_community.models import ClubMember
from guanxi import InvalidInput, NotFound, current_company, fetch, fetch_value, find, where
from tests.crm_community.support import act, club, give_tier, member
from tests.crm_loyalty.conftest import MakeCustomer

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("program")]


async def refused(*given: Awaitable[object]) -> list[str]:
    """The names of the errors, empty where there was none, in the order of `given`."""
    done = await asyncio.gather(*given, return_exceptions=True)
    return [type(each).__name__ if isinstance(each, BaseException) else "" for each in done]


async def test_names_that_look_alike_are_taken(make_customer: MakeCustomer) -> None:
    one, other = await make_customer(), await make_customer()
    await nicknames.choose(one, "  Tea\u00a0  Lover ")
    assert (await nicknames.profile_of(one))["nickname"] == "Tea Lover"
    for taken in (
        "tea lover",
        "ＴＥＡ-lover",
        "t.e.a.l.o.v.e.r",
        current_company().title,
        f"{current_company().title} 客服",
    ):
        with pytest.raises(NicknameTaken):
            await nicknames.choose(other, taken)
    for wrong in ("", "x", "x" * 21, "\u200b\u200b\u200b", " a "):
        with pytest.raises(InvalidInput):
            await nicknames.choose(other, wrong)
    assert await nicknames.profile_of(other) is None
    first = (await nicknames.choose(one, "山里人"))["id"]
    assert first == (await nicknames.choose(one, "山里人"))["id"]
    await nicknames.choose(other, "Tea Lover")


async def test_of_two_who_want_a_name_at_once_one_gets_it(make_customer: MakeCustomer) -> None:
    customers = [await make_customer() for _n in range(6)]
    found = await refused(*(nicknames.choose(id, "Same") for id in customers))
    assert sorted(found) == ["", *["NicknameTaken"] * 5]
    assert await refused(*(nicknames.choose(customers[0], f"Own {n}") for n in range(5))) == [""] * 5
    assert await fetch_value("SELECT count(*) FROM crm_community_profile WHERE customer_id = $1", customers[0]) == 1


async def test_a_club_is_for_its_tier_and_those_above(make_customer: MakeCustomer) -> None:
    everybody, gold = await club("All"), await club("Gold only", "Gold")
    plain, rich, richer = [await make_customer() for _n in range(3)]
    await give_tier(rich, "Gold")
    await give_tier(richer, "Diamond")
    for id, seen in ((plain, [everybody]), (rich, [everybody, gold]), (richer, [everybody, gold])):
        assert [row["id"] for row in await queries.clubs(await clubs.visitor(id))] == seen
    await nicknames.choose(plain, "plain")
    with pytest.raises(NotFound):
        await clubs.join(plain, gold)
    with pytest.raises(NotFound):
        await clubs.join(plain, 2**62)
    with pytest.raises(NoNickname):
        await clubs.join(rich, gold)
    await member(rich, gold)
    assert await queries.club(await clubs.visitor(plain), gold) is None


async def test_joining_and_leaving_may_be_repeated(make_customer: MakeCustomer) -> None:
    tea, id = await club(), await make_customer()
    await nicknames.choose(id, "guest")
    assert await refused(*(clubs.join(id, tea) for _n in range(6))) == [""] * 6
    assert [row["state"] for row in await fetch("SELECT state FROM crm_community_member")] == ["member"]
    for _again in range(2):
        await clubs.leave(id, tea)
    assert (await queries.club(await clubs.visitor(id), tea))["member"] == "left"
    await clubs.join(id, tea)
    assert (await queries.club(await clubs.visitor(id), tea))["members"] == 1


async def test_staff_remove_and_let_back(make_customer: MakeCustomer) -> None:
    tea, id = await club(), await make_customer()
    await member(id, tea)
    [row] = await find(ClubMember, where=where.eq("club", tea))
    await act("members", "remove", row.id, note="rude")
    assert await queries.clubs(await clubs.visitor(id)) == []
    with pytest.raises(RemovedFromClub):
        await clubs.join(id, tea)
    await act("members", "let_back", row.id)
    assert (await queries.club(await clubs.visitor(id), tea))["member"] == "member"


async def test_staff_take_customers_in_whatever_their_tier(make_customer: MakeCustomer) -> None:
    gold, id, named = await club("Gold only", "Gold"), await make_customer(), await make_customer()
    await act("members", "take_in", None, customer=id, club=gold, nickname=None)
    await act("members", "take_in", None, customer=named, club=gold, nickname="Old friend")
    names = [row["nickname"] for row in await fetch("SELECT nickname FROM crm_community_profile ORDER BY id")]
    assert names[1] == "Old friend" and names[0].startswith("M")
    await act("members", "take_in", None, customer=named, club=gold, nickname=None)
    assert (await nicknames.profile_of(named))["nickname"] == "Old friend"
    with pytest.raises(NicknameTaken):
        await act("members", "take_in", None, customer=id, club=gold, nickname="old friend")
