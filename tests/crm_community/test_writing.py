"""Topics, posts, reports and how staff keep order."""

from __future__ import annotations

import asyncio

import pytest

from crm_community import clubs, nicknames, queries, writing
from crm_community.errors import Muted, NotAMember, TopicClosed
from crm_community.models import Club
from guanxi import Conflict, GuanxiError, InvalidInput, NotFound, execute, fetch, fetch_value, update
from tests.crm_community.support import act, approving, club, give_tier, member, post, topic, written
from tests.crm_loyalty.conftest import MakeCustomer

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("program")]


async def test_members_talk_and_the_company_too(make_customer: MakeCustomer) -> None:
    tea = await club()
    one, other = await member(await make_customer(), tea, "one"), await member(await make_customer(), tea, "other")
    asked = await topic(one, tea)
    await post(other, tea, asked, "Green.\r\n\x00\x07Or black.")
    await act("topics", "answer", asked, text="We have both.")
    rows = await queries.posts(one, asked, 0)
    assert [(row["nickname"], row["text"]) for row in rows] == [
        ("one", "Which tea? I ask."),
        ("other", "Green.\nOr black."),
        (None, "We have both."),
    ]
    news = (await act("topics", "open", None, club=tea, title="News", text="We moved.")).data["id"]
    assert [(row["id"], row["posts"]) for row in await queries.topics(other, tea, 0)] == [(news, 1), (asked, 3)]
    await act("topics", "pin", asked)
    assert [row["id"] for row in await queries.topics(other, tea, 0)] == [asked, news]


async def test_a_form_sent_often_at_once_writes_once(make_customer: MakeCustomer) -> None:
    tea = await club()
    who = await member(await make_customer(), tea)
    ids = await asyncio.gather(*(writing.open_topic(who, tea, "T", "x", "same") for _n in range(8)))
    [id] = [each for each in ids if each is not None]
    await asyncio.gather(*(writing.reply(who, tea, id, "y", "same") for _n in range(8)))
    assert await written() == [("x", "shown"), ("y", "shown")]
    other = await member(await make_customer(), tea)
    await writing.reply(other, tea, id, "y", "same")
    assert len(await written()) == 3  # another's key is another


async def test_many_answer_one_topic_at_once(make_customer: MakeCustomer) -> None:
    tea = await club()
    people = [await member(await make_customer(), tea) for _n in range(8)]
    id = await topic(people[0], tea)
    await asyncio.gather(*(writing.reply(who, tea, id, f"{n}", f"{n}") for who in people for n in range(5)))
    assert len(await written()) == 41
    newest = await fetch_value("SELECT max(created_at) FROM crm_community_post")
    assert await fetch_value("SELECT last_post_at <= $1 FROM crm_community_topic", newest)


async def test_who_may_not_write_changes_nothing(make_customer: MakeCustomer) -> None:
    tea, gold = await club(), await club("Gold", "Gold")
    rich, stranger = await make_customer(), await make_customer()
    await give_tier(rich, "Gold")
    who = await member(rich, gold)
    id = await topic(who, gold)
    await nicknames.choose(stranger, "stranger")
    outside = await clubs.visitor(stranger)
    for wanted, error in (
        (writing.reply(outside, gold, id, "x", "1"), NotAMember),
        (writing.open_topic(outside, tea, "x", "x", "1"), NotAMember),
        (writing.open_topic(who, 2**62, "x", "x", "1"), NotAMember),
        (writing.reply(who, gold, 2**62, "x", "1"), NotFound),
        (writing.reply(who, gold, id, " \n ", "1"), InvalidInput),
        (writing.reply(who, gold, id, "x" * 4001, "1"), InvalidInput),
        (writing.open_topic(who, gold, "\x00", "x", "1"), InvalidInput),
        (writing.withdraw(outside, 2**62), NotFound),
    ):
        with pytest.raises(error):
            await wanted
    assert await written() == [("Which tea? I ask.", "shown")]
    await act("topics", "close", id)
    with pytest.raises(TopicClosed):
        await writing.reply(who, gold, id, "x", "2")
    await act("topics", "reopen", id)
    await act("profiles", "mute", who.profile_id, note="rude")
    with pytest.raises(Muted):
        await writing.reply(who, gold, id, "x", "3")
    await act("profiles", "unmute", who.profile_id)
    await update(Club, gold, {"active": False})
    with pytest.raises(NotFound):
        await writing.reply(who, gold, id, "x", "4")
    assert len(await written()) == 1


async def test_who_falls_below_the_tier_writes_no_more(make_customer: MakeCustomer) -> None:
    gold, id = await club("Gold", "Gold"), await make_customer()
    await give_tier(id, "Gold")
    who = await member(id, gold)
    asked = await topic(who, gold)
    await execute("UPDATE crm_loyalty_member SET granted_until = now() - interval '1 day'")
    now = await clubs.visitor(id)
    assert await queries.club(now, gold) is None
    with pytest.raises(NotFound):
        await writing.reply(now, gold, asked, "x", "1")


async def test_muting_and_writing_at_once_leaves_nothing_after_the_muting(make_customer: MakeCustomer) -> None:
    tea = await club()
    who = await member(await make_customer(), tea)
    id = await topic(who, tea)

    async def write(n: int) -> bool:
        try:
            await writing.reply(who, tea, id, f"{n}", f"{n}")
        except GuanxiError:
            return False
        return True

    async def mute() -> None:
        await act("profiles", "mute", who.profile_id, note="rude")

    found = await asyncio.gather(*(write(n) for n in range(10)), mute())
    assert len(await written()) == 1 + sum(bool(each) for each in found)
    assert await write(99) is False


async def test_a_report_is_noted_once_told_to_moderators_and_settled(make_customer: MakeCustomer) -> None:
    tea = await club()
    one, other = await member(await make_customer(), tea), await member(await make_customer(), tea)
    third, asked = await member(await make_customer(), tea), await topic(one, tea)
    id = await post(other, tea, asked, "Buy at evil.example!")
    await asyncio.gather(*(writing.report(one, id, "An advertisement") for _n in range(6)))
    await writing.report(third, id, "Spam")
    await writing.report(other, id, "My own")
    reports = await fetch("SELECT id, reason, state FROM crm_community_report ORDER BY id")
    assert sorted(row["reason"] for row in reports) == ["An advertisement", "Spam"]
    assert await fetch_value("SELECT count(*) FROM guanxi_notification WHERE kind = 'community'") == 2
    await act("reports", "uphold", reports[0]["id"])
    assert [row["state"] for row in await fetch("SELECT state FROM crm_community_report")] == ["upheld", "upheld"]
    assert (await written())[1] == ("Buy at evil.example!", "hidden")
    with pytest.raises(Conflict):
        await act("reports", "dismiss", reports[0]["id"])
    await act("posts", "show", id)
    await writing.report(await member(await make_customer(), tea), id, "Again")
    again = await fetch_value("SELECT id FROM crm_community_report WHERE state = 'open'")
    await act("reports", "dismiss", again)
    assert (await written())[1][1] == "shown"


async def test_authors_withdraw_their_own_only(make_customer: MakeCustomer) -> None:
    tea = await club()
    one, other = await member(await make_customer(), tea), await member(await make_customer(), tea)
    asked = await topic(one, tea)
    id = await post(one, tea, asked, "mine")
    with pytest.raises(NotFound):
        await writing.withdraw(other, id)
    for _again in range(2):
        await writing.withdraw(one, id)
    assert (await written())[1] == ("mine", "withdrawn")
    with pytest.raises(Conflict):
        await act("posts", "show", id)  # staff do not bring back what its author took away


async def test_what_waits_is_seen_by_its_author_alone(make_customer: MakeCustomer) -> None:
    tea = await club()
    one, other = await member(await make_customer(), tea), await member(await make_customer(), tea)
    with approving():
        id = await topic(one, tea)
        assert [row["id"] for row in await queries.topics(one, tea, 0)] == [id]
        assert await queries.topics(other, tea, 0) == [] and await queries.topic(other, id) is None
        with pytest.raises(NotFound):
            await writing.reply(other, tea, id, "x", "x")
        await act("topics", "show", id)
        late = await post(other, tea, id, "late")
        assert len(await queries.posts(one, id, 0)) == 1 and len(await queries.posts(other, id, 0)) == 2
        await act("posts", "show", late)
    assert len(await queries.posts(one, id, 0)) == 2
    assert await fetch_value("SELECT count(*) FROM guanxi_notification WHERE kind = 'community'") == 2


async def test_long_talks_have_pages(make_customer: MakeCustomer) -> None:
    tea = await club()
    who = await member(await make_customer(), tea)
    asked = await topic(who, tea)
    for n in range(queries.POSTS_A_PAGE + 3):
        await writing.reply(who, tea, asked, f"post {n}", f"{n}")
    assert len(await queries.posts(who, asked, 0)) == queries.POSTS_A_PAGE + 1
    assert [row["text"] for row in await queries.posts(who, asked, 1)][-1] == f"post {queries.POSTS_A_PAGE + 2}"
    for n in range(queries.TOPICS_A_PAGE + 2):
        await topic(who, tea, f"topic {n}", f"t{n}")
    assert (len(await queries.topics(who, tea, 0)), len(await queries.topics(who, tea, 1))) == (31, 3)
