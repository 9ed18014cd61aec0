"""Blanking values in the audit log, with the chain still telling any other change."""

from __future__ import annotations

import asyncpg
import pytest

from guanxi.db import execute, fetch, fetch_value
from guanxi.records.audit import audit, seal, verify
from guanxi.records.redaction import redact

pytestmark = pytest.mark.usefixtures("inside")


async def _entries() -> None:
    await seal()
    await audit("create", "sample/things", 1, label="Ann", after={"name": "Ann", "phone": "1"}, reason="called")
    await audit("update", "sample/things", 1, label="Ann", before={"name": "Ann"}, after={"name": "Anna"})
    await audit("create", "sample/things", 2, label="Bob", after={"name": "Bob"})
    await seal()


async def test_a_redaction_takes_the_values_keeps_the_rest_and_the_chain_holds() -> None:
    await _entries()
    assert await redact("sample/things", [1]) == 2
    rows = await fetch("SELECT * FROM guanxi_audit WHERE resource = 'sample/things' ORDER BY id")
    assert [(row["action"], row["label"], row["reason"], row["before"], row["after"]) for row in rows[:3]] == [
        ("create", "", "", None, {"name": "***", "phone": "***"}),
        ("update", "", "", {"name": "***"}, {"name": "***"}),
        ("create", "Bob", "", None, {"name": "Bob"}),
    ]
    assert set(rows[3]["after"]["entries"]) == {str(rows[0]["id"]), str(rows[1]["id"])}
    assert await verify() is None
    await seal()
    assert await verify() is None
    assert await redact("sample/things", [1]) == 0


async def test_entries_that_are_not_sealed_yet_are_redacted_too() -> None:
    await seal()
    await audit("create", "sample/things", 1, label="Ann", after={"name": "Ann"})
    await redact("sample/things", [1])
    await seal()
    assert await verify() is None


@pytest.mark.parametrize(
    "change",
    [
        "label = 'x'",
        "label = '', reason = '', after = '{\"name\": \"***\"}'",
        "label = '', reason = '', after = guanxi_audit_blank(after), actor_name = 'nobody'",
        "label = '', reason = '', after = guanxi_audit_blank(after), at = at + interval '1 s'",
    ],
)
async def test_the_database_refuses_any_other_change(change: str) -> None:
    await _entries()
    with pytest.raises(asyncpg.RestrictViolationError):
        await execute(f"UPDATE guanxi_audit SET {change} WHERE resource = 'sample/things' AND record_id = 1")
    await redact("sample/things", [1])
    with pytest.raises(asyncpg.RestrictViolationError):
        await execute("UPDATE guanxi_audit SET label = '', after = guanxi_audit_blank(after) WHERE action = 'redact'")
    with pytest.raises(asyncpg.RestrictViolationError):
        await execute("DELETE FROM guanxi_audit")


async def test_values_that_are_blanked_without_a_redaction_break_the_chain() -> None:
    await _entries()
    first = await fetch_value("SELECT min(id) FROM guanxi_audit WHERE resource = 'sample/things'")
    link = await fetch_value("SELECT sequence FROM guanxi_audit_seal WHERE entry_id = $1", first)
    blank = "label = '', reason = '', before = guanxi_audit_blank(before), after = guanxi_audit_blank(after)"
    await execute(f"UPDATE guanxi_audit SET {blank} WHERE id = $1", first)
    assert await verify() == link


async def test_a_redacted_entry_that_is_changed_afterwards_breaks_the_chain() -> None:
    await _entries()
    await redact("sample/things", [1])
    await seal()
    first = await fetch_value("SELECT min(id) FROM guanxi_audit WHERE resource = 'sample/things'")
    link = await fetch_value("SELECT sequence FROM guanxi_audit_seal WHERE entry_id = $1", first)
    await execute("ALTER TABLE guanxi_audit DISABLE TRIGGER USER")
    await execute("UPDATE guanxi_audit SET actor_name = 'nobody' WHERE id = $1", first)
    assert await verify() == link
