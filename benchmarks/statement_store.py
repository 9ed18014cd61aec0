"""Lines a second of a bank statement stored, each fifth of them there already."""

from __future__ import annotations

import time

from benchmarks import statements
from benchmarks.harness import Machine, Result, Taken, one_company, rates
from crm_bank.formats import Statement, read_statements
from crm_bank.models import BankAccount
from crm_bank.storing import keep
from guanxi import copy_rows, create, execute, fetch, transaction

LINES = 20_000
ROUNDS = 5


async def measure(servers: Machine) -> Result:
    (statement,) = read_statements(statements.camt(LINES))
    async with one_company(servers):
        await execute("CREATE TABLE bare_line (LIKE crm_bank_line INCLUDING DEFAULTS INCLUDING INDEXES)")
        numbers = iter(range(1000))

        async def round() -> Taken:
            return await _round(statement, next(numbers))

        value, floor = await rates(ROUNDS, LINES, round)
    print(f"  {value:,.0f} lines a second, COPY of the same rows {floor:,.0f}")
    return Result(value, floor, "lines/s")


async def _round(statement: Statement, number: int) -> Taken:
    """Into an account that has a fifth of them: as a new one, then bare."""
    account = await create(BankAccount, {"name": f"Account {number}", "currency": "CNY"})
    known = Statement(statement.account, statement.currency, lines=statement.lines[: LINES // 5])
    await keep(account, "known.xml", b"%d known" % number, [known])
    started = time.perf_counter()
    found = await keep(account, "all.xml", b"%d all" % number, [statement])
    ours = time.perf_counter() - started
    assert found.lines_new == LINES - LINES // 5
    rows = [tuple(row) for row in await fetch("SELECT * FROM crm_bank_line WHERE account_id = $1", account.id)]
    columns = [row["attname"] for row in await fetch(_COLUMNS)]
    started = time.perf_counter()
    async with transaction():
        await copy_rows("bare_line", columns, rows)
    return Taken(ours, time.perf_counter() - started)


_COLUMNS = """
SELECT attname FROM pg_attribute WHERE attrelid = 'crm_bank_line'::regclass AND attnum > 0 AND NOT attisdropped
ORDER BY attnum
"""
