"""How this add-on's own rows, and the kernel's that hang on a customer, follow a merge."""

from __future__ import annotations

from crm_core import team
from crm_core.contact_models import Address, ContactPoint
from crm_core.extensions import Follower, Memory
from crm_core.merging_models import Alike, Merge, MergeRequest, NotDouble
from crm_core.merging_rows import lost_rows, move_rows, rows_back
from crm_core.models import Activity, Contact
from crm_core.privacy_models import Anonymization, Consent, ConsentRequest, WebFormEntry
from guanxi import _, carry_back, carry_over, clock, execute, fetch, hanging, hanging_on

_CONTACTS = _("Contacts")
_POINTS = _("Further numbers")
_KEY = "crm_core/customers"
_MOVE_POINTS = """
UPDATE crm_core_contact_point p SET customer_id = $2 WHERE customer_id = $1 AND NOT EXISTS (
    SELECT FROM crm_core_contact_point o WHERE o.customer_id = $2 AND o.kind = p.kind AND o.value = p.value)
RETURNING id
"""
_KEEP_NUMBERS = """
WITH merge AS (
    SELECT changes -> 'survivor' AS was FROM crm_core_merge m
    WHERE loser_id = $1 AND survivor_id = $2 AND undone_at IS NULL AND NOT EXISTS (
        SELECT FROM crm_core_merge_moved d WHERE d.merge_id = m.id AND d.follower = 'crm_core.contact_points')
), number AS (
    SELECT given.kind, given.value FROM merge, crm_core_customer l, LATERAL (VALUES
        ('mobile', l.mobile), ('mobile', was -> 'mobile' ->> 0), ('phone', l.phone), ('phone', was -> 'phone' ->> 0),
        ('fax', l.fax), ('fax', was -> 'fax' ->> 0), ('email', l.email), ('email', was -> 'email' ->> 0)
    ) AS given (kind, value) WHERE l.id = $1 AND given.value <> ''
)
INSERT INTO crm_core_contact_point (customer_id, kind, value, label, revision, created_at, updated_at)
SELECT DISTINCT $2::bigint, number.kind, number.value, '', 1, $3::timestamptz, $3::timestamptz
FROM number, crm_core_customer s WHERE s.id = $2 AND number.value NOT IN (s.mobile, s.phone, s.fax, s.email)
ON CONFLICT DO NOTHING RETURNING id
"""
_LEFT_POINTS = """
SELECT DISTINCT p.customer_id FROM crm_core_contact_point p WHERE p.customer_id = ANY($1::bigint[]) AND NOT EXISTS (
    SELECT FROM crm_core_contact_point o
    WHERE o.customer_id = crm_core_survivor(p.customer_id) AND o.kind = p.kind AND o.value = p.value)
"""
_NEW_POINTS = """
UPDATE crm_core_contact_point p SET customer_id = $1 WHERE customer_id = $2
    AND contact_id IN (SELECT id FROM crm_core_contact WHERE customer_id = $1) AND NOT EXISTS (
        SELECT FROM crm_core_contact_point o WHERE o.customer_id = $1 AND o.kind = p.kind AND o.value = p.value)
"""
_NOBODYS_POINTS = """
UPDATE crm_core_contact_point SET contact_id = NULL WHERE customer_id = $2
    AND contact_id IN (SELECT id FROM crm_core_contact WHERE customer_id = $1)
"""
_STEP_BACK = """
UPDATE crm_core_contact SET main = false WHERE id = ANY($1::bigint[]) AND main
    AND EXISTS (SELECT FROM crm_core_contact m WHERE m.customer_id = $2 AND m.main AND m.id <> ALL($1::bigint[]))
RETURNING id
"""


async def _move_contacts(loser_id: int, survivor_id: int) -> Memory | None:
    """One main contact a customer: the survivor's stays it."""
    ids = await move_rows("crm_core_contact", "customer_id", loser_id, survivor_id)
    if not ids:
        return None
    return {"ids": ids, "main": [row["id"] for row in await fetch(_STEP_BACK, ids, survivor_id)]}


async def _contacts_back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    """What was noted of a contact meanwhile goes with the contact."""
    if await rows_back("crm_core_contact", "customer_id", loser_id, survivor_id, memory["ids"]):
        raise lost_rows(_CONTACTS)
    await execute("UPDATE crm_core_contact SET main = true WHERE id = ANY($1::bigint[])", memory["main"])
    await execute(
        "UPDATE crm_core_activity SET customer_id = $1 WHERE customer_id = $2 AND contact_id = ANY($3::bigint[])",
        loser_id,
        survivor_id,
        memory["ids"],
    )


async def _move_points(loser_id: int, survivor_id: int) -> Memory | None:
    """Those that the survivor has already stay where they are. Numbers of the two that nobody chose become further
    ones: whoever calls from them is still known."""
    moved = sorted(row["id"] for row in await fetch(_MOVE_POINTS, loser_id, survivor_id))
    made = [row["id"] for row in await fetch(_KEEP_NUMBERS, loser_id, survivor_id, clock.now())]
    return {"ids": moved, "made": made} if moved or made else None


async def _points_left(customer_ids: list[int]) -> set[int]:
    rows = await fetch(_LEFT_POINTS, customer_ids)
    return {row["customer_id"] for row in rows}


async def _points_back(loser_id: int, survivor_id: int, memory: Memory | None) -> None:
    """Numbers that a contact got meanwhile go with the contact, which is back already."""
    ids = memory["ids"] if memory is not None else []
    if memory is not None:
        await execute("DELETE FROM crm_core_contact_point WHERE id = ANY($1::bigint[])", memory.get("made", []))
    if await rows_back("crm_core_contact_point", "customer_id", loser_id, survivor_id, ids):
        raise lost_rows(_POINTS)
    await execute(_NEW_POINTS, loser_id, survivor_id)
    await execute(_NOBODYS_POINTS, loser_id, survivor_id)


async def _move_hanging(loser_id: int, survivor_id: int) -> Memory | None:
    return await carry_over(_KEY, loser_id, survivor_id) or None


async def _hanging_back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    await carry_back(_KEY, loser_id, survivor_id, memory)


async def _count_hanging(customer_id: int) -> int:
    return await hanging(_KEY, customer_id)


async def _left_hanging(customer_ids: list[int]) -> set[int]:
    return await hanging_on(_KEY, customer_ids)


FOLLOWERS = (
    Follower(name="crm_core.activities", label=_("Follow-ups"), models=(Activity,)),
    Follower(name="crm_core.contacts", label=_CONTACTS, models=(Contact,), move=_move_contacts, back=_contacts_back),
    team.FOLLOWER,
    Follower(name="crm_core.addresses", label=_("Addresses"), models=(Address,)),
    Follower(
        name="crm_core.contact_points",
        label=_POINTS,
        models=(ContactPoint,),
        left=_points_left,
        move=_move_points,
        back=_points_back,
        always_back=True,
    ),
    Follower(
        name="crm_core.hanging",
        label=_("Notes, to-dos and files"),
        models=(),
        count=_count_hanging,
        left=_left_hanging,
        move=_move_hanging,
        back=_hanging_back,
    ),
    Follower(name="crm_core.web_forms", label=_("Sent web forms"), models=(WebFormEntry,)),
    Follower(
        name="crm_core.consents", label=_("Consents"), models=(Consent, ConsentRequest, Anonymization), stays=True
    ),
    Follower(name="crm_core.merges", label=_("Merges"), models=(Merge, MergeRequest, NotDouble, Alike), stays=True),
)
