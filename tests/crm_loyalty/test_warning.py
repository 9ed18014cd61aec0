"""Members hear of points that expire; staff give points more time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from crm_loyalty import services, warning
from crm_loyalty.errors import NothingToExtend
from crm_loyalty.extending import extend
from crm_loyalty.models import Account
from guanxi import InvalidInput, clock, enqueue, execute, fetch, get
from guanxi.jobs.worker import run_pending
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import JAN_31, at, run_expiry, with_settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def mails() -> list[tuple[str, str]]:
    """(receiver, subject) of all. They stay: their keys say what was sent."""
    rows = await fetch('SELECT "to", subject FROM guanxi_mail ORDER BY id')
    return [(row["to"], row["subject"]) for row in rows]


async def warn() -> int:
    id = await enqueue(warning.WARN)
    await run_pending()
    row = (await fetch("SELECT state, result FROM guanxi_job WHERE id = $1", id))[0]
    assert row["state"] == "done"
    return int(row["result"]["mails"])


async def test_days_are_read_as_people_write_them() -> None:
    assert warning.days_before("30, 7") == [7, 30]
    assert warning.days_before("7、30，7") == [7, 30]
    assert warning.days_before("") == []


async def account_of(customer: int) -> Account:
    id = (await services.balance(customer)).account_id
    assert id is not None
    return await get(Account, id)


async def test_once_for_each_day_and_number_of_days(make_customer: MakeCustomer) -> None:
    one, silent = await make_customer(), await make_customer()
    await execute("UPDATE crm_core_customer SET email = 'li@example.com', locale = 'en' WHERE id = $1", one)
    with clock.travel(JAN_31):
        for customer in (one, silent):
            await services.earn(customer, 1_200, f"order:{customer}")
    last, wrote = date(2027, 1, 31), len(await mails())
    with with_settings(warn_days="30, 7"):
        for days_left, expected in ((31, 0), (30, 1), (29, 1), (7, 2), (6, 2), (0, 2)):
            day = last - timedelta(days=days_left)
            with clock.travel(at(day.year, day.month, day.day, 9)):
                await warn()
            assert len(await mails()) - wrote == expected, days_left
    assert (await mails())[-1] == ("li@example.com", "Your points at Template expire on Jan 31, 2027")
    with with_settings(warn_days=""), clock.travel(at(2027, 1, 24, 9)):
        assert await warn() == 0


async def test_points_last_longer_as_goodwill(customer: int) -> None:
    with clock.travel(JAN_31):
        await services.earn(customer, 100, "order:1")
    with clock.travel(JAN_31 + timedelta(days=200)):
        await services.earn(customer, 30, "order:2")
        account = await account_of(customer)
        assert await extend(account, date(2027, 3, 31), "Shop was closed") == 100
        with pytest.raises(NothingToExtend):
            await extend(account, date(2027, 3, 31), "Again")
        with pytest.raises(InvalidInput):
            await extend(account, date(2026, 1, 1), "Past")
    with clock.travel(at(2027, 3, 31, 23, 59)):
        assert (await services.balance(customer)).available == 130
    with clock.travel(at(2027, 4, 1)):
        assert await run_expiry() == 100
    rows = await fetch(
        "SELECT action, reason FROM guanxi_audit WHERE resource = 'crm_loyalty/accounts' ORDER BY id DESC"
    )
    assert (rows[0]["action"], rows[0]["reason"]) == ("extend", "Shop was closed")
    assert await services.ledger_differences() == []


async def test_what_is_over_stays_over(customer: int) -> None:
    with clock.travel(JAN_31):
        await services.earn(customer, 100, "order:1")
    with clock.travel(at(2027, 2, 1)), pytest.raises(NothingToExtend):
        await extend(await account_of(customer), date(2027, 12, 31), "Too late")
