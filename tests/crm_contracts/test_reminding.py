"""Reminders: the owner is told once for each number of days, and of what goes on by itself apart."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from crm_contracts.cards import HOME
from crm_contracts.reminding import days_before, remind
from crm_contracts.settings import SETTINGS, ContractSettings
from guanxi import Company, InvalidInput, clock, fetch, save_settings, use_locale
from guanxi.desk.texts import unpack
from tests.crm_contracts.support import act, active, monthly, user
from tests.links import behind

START, END = date(2026, 1, 1), date(2026, 12, 31)


def at(day: date) -> Any:
    return clock.travel(datetime.combine(day, time(4), UTC))


async def night(before: int) -> list[str]:
    """What the owner was told on the day so many days before the end."""
    known = await fetch("SELECT id FROM guanxi_notification")
    with at(END - timedelta(days=before)):
        await asyncio.gather(remind(), remind())
    rows = await fetch(
        "SELECT title FROM guanxi_notification WHERE id <> ALL($1) ORDER BY id", [r["id"] for r in known]
    )
    with use_locale("en"):
        return [str(unpack(row["title"])).split(":")[0] for row in rows]


async def contract_of(owner: int | None, **values: Any) -> Any:
    with at(START):
        return await active(monthly(), starts_on=START, ends_on=END, owner=owner, **values)


async def test_once_for_each_number_of_days(inside: Company) -> None:
    await contract_of((await user("owner")).id)
    assert await night(91) == []
    [first] = await night(90)
    assert first.startswith("A contract ends on")
    assert await night(89) == []
    assert len(await night(20)) == 1, "the nights of an outage come together"
    assert len(await night(3)) == 1
    assert await night(0) == []


async def test_several_at_once_are_told_once(inside: Company) -> None:
    await contract_of((await user("owner")).id)
    assert len(await night(2)) == 1


async def test_what_goes_on_is_told_apart_and_before_notice_ends(inside: Company) -> None:
    contract = await contract_of((await user("owner")).id, renewal="automatic", notice_days=60)
    assert [text[:30] for text in await night(90)] == ["A term ends on 2026-12-31, and"]
    assert await night(75) == []
    [notice] = await night(74)
    assert notice.startswith("Until ") and "notice may be given" in notice
    with at(END - timedelta(days=70)):
        await act(contract, "give_notice", {"by": "us", "given_on": END - timedelta(days=70), "reason": "r"})
    [ending] = await night(30)
    assert ending.startswith("A contract ends on")


async def test_the_days_are_a_setting(inside: Company) -> None:
    assert days_before("90, 30，7、1") == [1, 7, 30, 90] and days_before("") == []
    values = {field.name: getattr(ContractSettings(), field.name) for field in SETTINGS.fields}
    for wrong in ("soon", "-1", "30;7", "1000"):
        with pytest.raises(InvalidInput):
            await save_settings(SETTINGS, values | {"expiry_days": wrong})
    await save_settings(SETTINGS, values | {"expiry_days": "", "notice_reminder": 0})


async def test_the_home_card_tells_them_apart(inside: Company) -> None:
    owner = (await user("owner")).id
    await contract_of(owner, title="ends")
    await contract_of(owner, title="goes on", renewal="automatic")
    with at(END - timedelta(days=10)):
        shown = await HOME[1].load()
        figures = {str(figure.label): figure for figure in shown.figures}
        ending, going = figures["Ending within 30 days"], figures["Going on automatically within 30 days"]
        assert [row["title"] for row in await behind(ending.href)] == ["ends"]
        assert [row["title"] for row in await behind(going.href)] == ["goes on"]
