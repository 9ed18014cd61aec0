"""All customers of one user to another, with what hangs on them (离职交接, CUST-34): one job, nothing left behind."""

from __future__ import annotations

from typing import Any

from crm_core import team
from crm_core.extensions import CUSTOMER_HANDOVERS
from crm_core.permissions import CorePermission
from guanxi import (
    Action,
    AuditItem,
    Conflict,
    Field,
    InvalidInput,
    Job,
    Kind,
    Outcome,
    Run,
    Text,
    _,
    ask,
    audit_many,
    clock,
    count_open_todos,
    current_company,
    enqueue,
    fetch,
    fetch_row,
    fetch_value,
    hand_over_todos,
    notify,
    require,
    where,
)

_AT_ONCE = 500
_MOVE = """
WITH given AS (
    SELECT id FROM crm_core_customer WHERE owner_id = $1 AND id > $3 ORDER BY id LIMIT $4 FOR NO KEY UPDATE
)
UPDATE crm_core_customer c SET owner_id = $2, department_id = (SELECT department_id FROM guanxi_user WHERE id = $2),
    revision = revision + 1, updated_at = $5
FROM given WHERE c.id = given.id RETURNING c.id, c.name
"""
_NEXT = """
WITH given AS (
    SELECT c.id, CASE WHEN c.owner_id = $2 OR EXISTS (
        SELECT FROM crm_core_member m WHERE m.customer_id = c.id AND m.user_id = $2) THEN $2 ELSE c.owner_id END AS by
    FROM crm_core_customer c WHERE c.next_contact_by_id = $1 AND c.id > $3
    ORDER BY c.id LIMIT $4 FOR NO KEY UPDATE OF c
)
UPDATE crm_core_customer c SET next_contact_by_id = given.by FROM given WHERE c.id = given.id RETURNING c.id
"""
"""The next contacts of customers that the giver neither owned nor followed in a team go back to their owners."""


async def _start(_none: None, values: dict[str, Any]) -> Outcome:
    require(CorePermission.SEE_ALL)  # all of a user are handed over, whoever may see them
    giver, taker = values["giver"], values["taker"]
    if giver == taker:
        raise InvalidInput({"taker": _("Choose somebody else.")})
    if not await fetch_value("SELECT active FROM guanxi_user WHERE id = $1", taker):
        raise InvalidInput({"taker": _("There is no such active user.")})
    if await team.places_together(giver, taker) > team.MOST:
        raise InvalidInput({"taker": team.too_many()})
    found = await _what_goes(giver)
    count = found[0][1]
    ask(_("All of this goes to the new owner. Hand it over now?"), found)
    await enqueue(HAND_OVER, {"giver": giver, "taker": taker, "reason": values["reason"] or ""})
    return Outcome(_("{count} customers are being handed over. Both users will be told.", count=count))


async def _what_goes(giver: int) -> list[tuple[Text, int]]:
    """Customers first, then what goes with them, each with how many; one statement each."""
    rows = await fetch("SELECT id FROM crm_core_customer WHERE owner_id = $1", giver)
    ids = [row["id"] for row in rows]
    found = [(_("Customers"), len(ids))]
    for handover in current_company().catalog.extensions(CUSTOMER_HANDOVERS):
        found.append((handover.title, await handover.count(ids, giver)))
    next_contacts = await fetch_value(
        "SELECT count(*) FROM crm_core_customer WHERE next_contact_by_id = $1 AND next_contact_on IS NOT NULL", giver
    )
    places = await fetch_value("SELECT count(*) FROM crm_core_member WHERE user_id = $1", giver)
    return [
        *found,
        (_("Next contacts"), next_contacts),
        (_("Places in teams"), places),
        (_("To-dos"), await count_open_todos(giver)),
    ]


async def _hand_over(run: Run) -> None:
    """Batch after batch, each with what hangs on its customers; a batch that was done is not found again.

    Each batch locks customers in the order of their ids, so that no two jobs wait for each other in a ring.
    """
    giver, taker, reason = run.payload["giver"], run.payload["taker"], run.payload["reason"]
    if not await fetch_value("SELECT active FROM guanxi_user WHERE id = $1", taker):
        raise Conflict(_("There is no such active user."))
    after, found = int(run.cursor or 0), _AT_ONCE
    while found == _AT_ONCE:
        async with run.step() as step:
            ids = await _move(giver, taker, after, reason)
            found, done = len(ids), step.done + len(ids)
            step.done = done
            after = step.cursor = ids[-1] if ids else after
    found = _AT_ONCE
    while found == _AT_ONCE:
        async with run.step():
            found = await team.hand_over_places(giver, taker, _AT_ONCE, reason)
    after, found = 0, _AT_ONCE
    while found == _AT_ONCE:
        async with run.step():
            ids = sorted(row["id"] for row in await fetch(_NEXT, giver, taker, after, _AT_ONCE))
            found, after = len(ids), ids[-1] if ids else after
    async with run.step():
        await hand_over_todos(giver, taker)
        await _tell(giver, taker, done)
        run.set_result({"customers": done})


async def _move(giver: int, taker: int, after: int, reason: str) -> list[int]:
    """The ids of the next batch of customers, which are the taker's now."""
    rows = sorted(await fetch(_MOVE, giver, taker, after, _AT_ONCE, clock.now()), key=lambda row: row["id"])
    ids = [row["id"] for row in rows]
    entries = [AuditItem(row["id"], row["name"], {"owner_id": giver}, {"owner_id": taker}) for row in rows]
    await audit_many("update", "crm_core/customers", entries, reason=reason)
    await team.drop_places(ids, taker)
    for handover in current_company().catalog.extensions(CUSTOMER_HANDOVERS) if ids else ():
        await handover.move(ids, giver, taker)
    return ids


async def _tell(giver: int, taker: int, count: int) -> None:
    row = await fetch_row("SELECT name FROM guanxi_user WHERE id = $1", giver)
    title = _("{count} customers of {name} were handed over", count=count, name=row["name"] if row else "")
    await notify([giver, taker], "handover", title, href="/crm_core/customers?owner=me")


HAND_OVER = Job(
    name="crm_core.hand_over", title=_("Hand over a user's customers"), run=_hand_over, steps=True, timeout=3600
)
HAND_OVER_ALL = Action(
    name="hand_over_all",
    label=_("Hand over all of a user"),
    permission=CorePermission.ASSIGN,
    run=_start,
    on="list",
    asks=True,
    confirm=_(
        "Every customer of the user, with open contracts, to-dos, next contacts and places in teams,"
        " goes to the new owner."
    ),
    fields=(
        Field("giver", _("From", "handover"), kind=Kind.RELATION, to="guanxi/users", required=True),
        Field(
            "taker",
            _("New owner"),
            kind=Kind.RELATION,
            to="guanxi/users",
            required=True,
            among=lambda: where.eq("active", True),
        ),
        Field("reason", _("Reason"), kind=Kind.MULTILINE, required=False, max_length=500),
    ),
)
