"""What the calendar tells people: contracts that end, last days for notice, deliveries that are late."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import groupby

import asyncpg

from crm_contracts.choices import ReminderKind, Renewal
from crm_contracts.delivery_status import refresh_all
from crm_contracts.settings import ContractSettings
from crm_contracts.states import DELIVERING, RUNNING, values
from guanxi import Job, Run, Text, _, clock, fetch, notify, settings_of, today, transaction

_REMIND = """
WITH reminded AS (
    INSERT INTO crm_contracts_reminder (contract_id, kind, day, days_before, created_at)
    SELECT c.id, $2, c.day, b.days, $5
    FROM (SELECT id, CASE $2 WHEN 'notice' THEN ends_on - notice_days ELSE LEAST(ends_on, terminated_on) END AS day
        FROM crm_contracts_contract
        WHERE state = ANY($3::text[]) AND amended_on IS NULL AND owner_id IS NOT NULL
            AND ($2 <> 'notice' OR renewal = 'automatic' AND terminated_on IS NULL)) c
    CROSS JOIN unnest($4::int[]) AS b (days)
    WHERE c.day BETWEEN $1 AND $1 + b.days
    ON CONFLICT DO NOTHING RETURNING contract_id, day
)
SELECT DISTINCT c.id, c.title, c.owner_id, c.terminated_on, c.renewal, r.day
FROM reminded r JOIN crm_contracts_contract c ON c.id = r.contract_id ORDER BY c.id
"""
"""Of several days that were passed at once, the contract's owner hears once."""
_LATE = """
UPDATE crm_contracts_delivery d SET told_late_for = d.due_on
FROM crm_contracts_contract c
WHERE c.id = d.contract_id AND d.due_on < $1 AND d.state IN ('planned', 'partly') AND d.responsible_id IS NOT NULL
    AND d.told_late_for IS DISTINCT FROM d.due_on AND c.state = ANY($2::text[])
RETURNING d.id, d.what, d.due_on, d.responsible_id
"""


def days_before(text: str) -> list[int]:
    """`90, 30, 7` as numbers."""
    return sorted({int(each) for each in re.findall("[0-9]+", text)})


async def remind() -> None:
    """Once for each contract, day and number of days before it."""
    settings = settings_of(ContractSettings)
    await _remind(ReminderKind.EXPIRY, days_before(settings.expiry_days))
    if settings.notice_reminder:
        await _remind(ReminderKind.NOTICE, [settings.notice_reminder])
    await _tell_late()
    await refresh_all()


async def _remind(kind: ReminderKind, days: list[int]) -> None:
    async with transaction():
        for row in await fetch(_REMIND, today(), kind.value, values(RUNNING), days, clock.now()):
            text = _notice_text(row) if kind is ReminderKind.NOTICE else _expiry_text(row)
            await notify([row["owner_id"]], "contract", text, href=f"/crm_contracts/contracts/{row['id']}")


def _notice_text(row: asyncpg.Record) -> Text:
    return _("Until {day} notice may be given, or it goes on: {title}", day=row["day"], title=row["title"])


def _expiry_text(row: asyncpg.Record) -> Text:
    if row["renewal"] == Renewal.AUTOMATIC and row["terminated_on"] is None:
        return _("A term ends on {day}, and the contract goes on: {title}", day=row["day"], title=row["title"])
    return _("A contract ends on {day}: {title}", day=row["day"], title=row["title"])


async def _tell_late() -> None:
    async with transaction():
        rows = await fetch(_LATE, today(), values(DELIVERING))
        for user_id, late in groupby(sorted(rows, key=_told), key=lambda row: row["responsible_id"]):
            await _tell(user_id, list(late), today())


def _told(row: asyncpg.Record) -> tuple[int, date, int]:
    return row["responsible_id"], row["due_on"], row["id"]


async def _tell(user_id: int, late: list[asyncpg.Record], day: date) -> None:
    """One message however many there are."""
    first = late[0]
    if len(late) == 1:
        text = _("A delivery is late since {day}: {what}", day=first["due_on"], what=first["what"])
        await notify([user_id], "delivery", text, href=f"/crm_contracts/deliveries/{first['id']}")
    else:
        text = _("{number} deliveries are late.", number=len(late))
        href = f"/crm_contracts/deliveries?state=planned&state=partly&responsible={user_id}&due_on.lt={day}"
        await notify([user_id], "delivery", text, href=href, detail=_listed(late))


def _listed(late: Iterable[asyncpg.Record]) -> str:
    return ", ".join(row["what"] for row in late)


async def _run(run: Run) -> None:
    await remind()


REMIND = Job(name="crm_contracts.remind", title=_("Remind of ends, notice and late deliveries"), run=_run)
