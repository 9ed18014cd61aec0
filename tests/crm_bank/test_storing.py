"""Each line once, however often and in whatever files it comes; what does not tie is flagged, never repaired."""

from __future__ import annotations

import asyncio
from pathlib import Path

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_bank.choices import Flaw
from crm_bank.formats import errors
from crm_bank.storing import import_file
from guanxi import execute, fetch_value, files_of, read_blob, transaction
from tests.crm_bank.support import DAY, a_file, a_line, bring, bring_at_once, count, new_account, rows

DATA = Path(__file__).parent / "data"
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


async def test_a_statement_is_kept_with_its_lines_and_its_file() -> None:
    account = await new_account(currency="EUR", number="DE89370400440532013000")
    content = (DATA / "camt053_02.xml").read_bytes()
    found = await import_file(account, "März.xml", content)
    assert (found.lines_read, found.lines_new, found.flawed, found.known) == (2, 2, False, False)
    (id,) = found.statement_ids
    assert await rows("statement", "id", "number", "opening", "closing", "difference", "flaw", "lines_new") == [
        (id, "42", 100000, 217040, 0, "none", 2)
    ]
    assert await rows("line", "amount", "name", "counterparty", "state", "occurrence") == [
        (119000, "Müller Maschinenbau GmbH", "DE02120300000000202051", "open", 0),
        (-1960, "", "", "open", 0),
    ]
    (file,) = await files_of("crm_bank/statements", id)
    assert file.name == "März.xml" and await read_blob(file.sha256) == content


async def test_the_same_file_twice_adds_nothing() -> None:
    account = await new_account()
    assert (await bring(account, a_line(5), a_line(5), a_line(7))).lines_new == 3
    again = await bring(account, a_line(5), a_line(5), a_line(7))
    assert (again.known, again.lines_new, again.statement_ids) == (True, 0, ())
    other = await bring(account, a_line(5), a_line(7), a_line(5), opening=1)
    assert (other.known, other.lines_new, other.statement_ids) == (False, 0, ()), "other bytes, nothing new"
    assert await count("statement") == 1 and await count("line") == 3


async def test_two_alike_in_one_file_stay_two_and_overlaps_add_each_once() -> None:
    account = await new_account()
    assert (await bring(account, a_line(5), a_line(6))).lines_new == 2
    assert (await bring(account, a_line(6), a_line(5), a_line(5))).lines_new == 1
    assert (await bring(account, a_line(5), a_line(5), a_line(5), a_line(8))).lines_new == 2
    assert sorted(await rows("line", "amount", "occurrence")) == [(5, 0), (5, 1), (5, 2), (6, 0), (8, 0)]


async def test_accounts_do_not_share_lines() -> None:
    one, other = await new_account(), await new_account(name="支付宝", method="alipay")
    await bring(one, a_line(5))
    assert (await bring(other, a_line(5))).lines_new == 1


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.integers(1, 3), min_size=1, max_size=8), st.data())
async def test_windows_over_a_history_add_up_to_it(amounts: list[int], data: st.DataObject) -> None:
    """Files that show parts of days that are whole, in any order and overlapping."""
    account = await new_account()
    lines = [a_line(amount, booked_on=DAY.replace(day=2 + index // 3)) for index, amount in enumerate(amounts)]
    days = sorted({line.booked_on for line in lines})
    windows = [(day, day) for day in days]
    for _more in range(3):
        first = data.draw(st.sampled_from(days))
        windows.append((first, data.draw(st.sampled_from([day for day in days if day >= first]))))
    for first, last in data.draw(st.permutations(windows)):
        await bring_at_once(account, *(line for line in lines if first <= line.booked_on <= last))
    found = await fetch_value(
        "SELECT array_agg(amount ORDER BY amount) FROM crm_bank_line WHERE account_id = $1", account.id
    )
    assert found == sorted(amounts)


async def test_what_does_not_tie_is_kept_as_it_is_and_flagged() -> None:
    account = await new_account()
    found = await bring(account, a_line(500), wrong_by=1)
    assert found.flawed and found.lines_new == 1
    assert await rows("statement", "closing", "difference", "flaw") == [(501, 1, Flaw.SUM.value)]
    assert await rows("line", "amount") == [(500,)]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", errors.EmptyFile),
        (b"x", errors.UnknownFormat),
        (a_file(a_line(5)).replace(b"2026-03-02</Dt></ValDt>", b"2026-02-30</Dt></ValDt>"), errors.BadDate),
        (a_file(a_line(5))[:-20], errors.CutFile),
        (a_file(a_line(5), number="DE99"), errors.WrongAccount),
        (a_file(a_line(5, currency="EUR")), errors.WrongCurrency),
    ],
)
async def test_what_cannot_be_read_stores_nothing(content: bytes, error: type[Exception]) -> None:
    account = await new_account(number="DE12")
    files = await fetch_value("SELECT count(*) FROM guanxi_file")
    with pytest.raises(error):
        await import_file(account, "x", content)
    assert await count("statement") == 0 and await count("line") == 0
    assert await fetch_value("SELECT count(*) FROM guanxi_file") == files


async def test_two_imports_at_once_add_each_line_once() -> None:
    account = await new_account()
    found = await asyncio.gather(*(bring(account, a_line(5), a_line(5), opening=opening) for opening in (1, 2, 3, 4)))
    assert sum(each.lines_new for each in found) == 2
    assert await count("line") == 2 and await count("statement") == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE crm_bank_line SET amount = amount + 1",
        "UPDATE crm_bank_line SET booked_on = booked_on + 1",
        "UPDATE crm_bank_line SET name = 'another'",
        "UPDATE crm_bank_line SET fingerprint = 'x'",
        "DELETE FROM crm_bank_line",
        "TRUNCATE crm_bank_line",
    ],
)
async def test_the_database_keeps_what_the_bank_said(change: str) -> None:
    await bring(await new_account(), a_line(5, name="春意"))
    with pytest.raises(asyncpg.PostgresError):
        async with transaction():
            await execute(change)
    assert await rows("line", "amount", "name") == [(5, "春意")]
