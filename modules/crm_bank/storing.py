"""Keeping what a file says: each line once, however often and in whatever files it comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from crm_bank import locks
from crm_bank.apart import read_apart
from crm_bank.choices import Flaw
from crm_bank.formats import Columns, Line, Statement, one_account
from crm_bank.jobs import MATCH_LINES
from crm_bank.models import BankAccount
from guanxi import (
    audit,
    author_id,
    clock,
    enqueue,
    execute,
    fetch_value,
    store_file,
    transaction,
)

STATEMENTS = "crm_bank/statements"
_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file."""

    statement_ids: tuple[int, ...] = ()
    """those that brought something new"""
    lines_read: int = 0
    lines_new: int = 0
    flawed: bool = False
    """one of them does not tie"""
    known: bool = False
    """this very file was imported before"""


async def import_file(account: BankAccount, name: str, content: bytes) -> Imported:
    """Raises StatementError, and then nothing is stored. The caller has checked the right to import."""
    columns = Columns(**account.columns) if account.columns else None
    found = await read_apart(content, columns, account.currency)
    return await keep(account, name, content, one_account(found, account.number, account.currency))


async def keep(account: BankAccount, name: str, content: bytes, found: Sequence[Statement]) -> Imported:
    """What was read of a file, in one transaction."""
    digest = sha256(content).hexdigest()
    async with transaction():
        await execute(locks.LOCK_ACCOUNT, account.id)
        if await fetch_value(locks.KNOWN_FILE, account.id, digest):
            return Imported(lines_read=sum(len(each.lines) for each in found), known=True)
        return await _store(account, name, content, digest, found)


async def _store(account: BankAccount, name: str, content: bytes, digest: str, found: Sequence[Statement]) -> Imported:
    prints = _Fingerprints()
    made: list[int] = []
    new, flawed = 0, False
    for statement in found:
        flaw = _flaw(statement)
        id = await _insert_statement(account.id, statement, flaw, name, digest)
        added = await _insert_lines(account.id, id, statement.lines, prints)
        if not added and statement.lines:
            await execute(locks.DELETE_STATEMENT, id)
            continue
        await execute(locks.COUNT_LINES, id, added)
        await audit("import", STATEMENTS, id, label=statement.number, after={"file": name, "lines": added})
        made.append(id)
        new += added
        flawed = flawed or flaw in (Flaw.SUM, Flaw.TORN)
    if made:
        await store_file(STATEMENTS, made[0], name, content)
    if new:
        await enqueue(MATCH_LINES)
    return Imported(tuple(made), sum(len(each.lines) for each in found), new, flawed)


def _flaw(statement: Statement) -> Flaw:
    if statement.difference:
        return Flaw.SUM
    if statement.torn:
        return Flaw.TORN
    return Flaw.UNKNOWN if statement.opening is None else Flaw.NONE


async def _insert_statement(account_id: int, statement: Statement, flaw: Flaw, name: str, digest: str) -> int:
    id: int = await fetch_value(
        locks.INSERT_STATEMENT,
        account_id,
        statement.number,
        statement.currency,
        statement.from_on,
        statement.to_on,
        statement.opening,
        statement.closing,
        statement.difference,
        flaw.value,
        len(statement.lines),
        name[-255:],
        digest,
        clock.now(),
        author_id(),
    )
    return id


async def _insert_lines(account_id: int, statement_id: int, lines: Sequence[Line], prints: _Fingerprints) -> int:
    """How many are new."""
    added = 0
    for start in range(0, len(lines), _BATCH):
        batch = lines[start : start + _BATCH]
        marks = [prints.of(line) for line in batch]
        columns: list[Any] = [
            [line.booked_on for line in batch],
            [line.value_on for line in batch],
            [line.amount for line in batch],
            [line.name for line in batch],
            [line.account for line in batch],
            [line.text for line in batch],
            [line.reference for line in batch],
            [line.end_to_end_id for line in batch],
            [line.bank_reference for line in batch],
            [line.charges for line in batch],
            [line.kind.value for line in batch],
            [mark for mark, _occurrence in marks],
            [occurrence for _mark, occurrence in marks],
        ]
        currency = batch[0].currency
        added += await fetch_value(locks.INSERT_LINES, account_id, statement_id, currency, *columns)
    return added


class _Fingerprints:
    """Of the lines of one file. The file's name, number and balances are no part of what a line is."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, line: Line) -> tuple[str, int]:
        """And which one it is of those that are alike in this file, from 0."""
        said = (
            line.booked_on.isoformat(),
            "" if line.value_on is None else line.value_on.isoformat(),
            str(line.amount),
            line.currency,
            line.name,
            line.account,
            line.text,
            line.reference,
            line.end_to_end_id,
            line.bank_reference,
            line.kind.value,
        )
        mark = sha256("\x1f".join(said).encode()).hexdigest()
        occurrence = self._seen[mark]
        self._seen[mark] += 1
        return mark, occurrence
