"""Bank accounts, statements and lines."""

from __future__ import annotations

from datetime import date
from typing import Any

from crm_bank.formats import Line, Statement, read_statements
from crm_bank.models import BankAccount
from crm_bank.storing import Imported, import_file, keep
from guanxi import create, fetch, fetch_value
from tests.crm_bank.writing import as_camt

DAY = date(2026, 3, 2)


async def new_account(**values: Any) -> BankAccount:
    return await create(BankAccount, {"name": "基本户", "number": "", "currency": "CNY", **values})


def a_line(amount: int, **values: Any) -> Line:
    return Line(**{"booked_on": DAY, "currency": "CNY", "amount": amount, **values})


def a_file(*lines: Line, opening: int = 0, number: str = "DE12", wrong_by: int = 0) -> bytes:
    """CAMT of one statement."""
    closing = opening + sum(line.amount for line in lines) + wrong_by
    days = [line.booked_on for line in lines] or [DAY]
    currency = lines[0].currency if lines else "CNY"
    return as_camt(Statement(number, currency, "1", opening, closing, min(days), max(days), list(lines)))


async def bring_at_once(account: BankAccount, *lines: Line) -> Imported:
    """Without a process for it."""
    content = a_file(*lines)
    return await keep(account, "statement.xml", content, read_statements(content))


async def bring(account: BankAccount, *lines: Line, **options: Any) -> Imported:
    return await import_file(account, "statement.xml", a_file(*lines, **options))


async def rows(table: str, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await fetch(f"SELECT {', '.join(names)} FROM crm_bank_{table} ORDER BY id")]


async def count(table: str) -> int:
    return int(await fetch_value(f"SELECT count(*) FROM crm_bank_{table}"))
