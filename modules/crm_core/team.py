"""The team of a customer (客户团队, CUST-37): who beside the owner follows it, and sees it as the owner does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crm_core import locks
from crm_core.extensions import Follower, Memory
from crm_core.follow_up_models import Member
from crm_core.merging import refuse_merged
from crm_core.models import Customer
from crm_core.permissions import CorePermission
from crm_core.privacy import ANONYMIZED, was_anonymized
from crm_core.queries import of_visible_customers
from guanxi import (
    Action,
    AuditItem,
    Change,
    Conflict,
    Field,
    FormView,
    InvalidInput,
    ListView,
    Outcome,
    RelatedList,
    Resource,
    Section,
    Text,
    _,
    audit_many,
    clock,
    current_actor,
    delete,
    elevated,
    execute,
    fetch,
    fetch_row,
    fetch_value,
    get,
    may,
    notify,
    where,
)

_KEY = "crm_core/members"
MOST = 5000
"""customers in whose teams one user may be: their ids travel with each of the user's requests"""
_CUSTOMER = "SELECT customer_id FROM crm_core_member WHERE id = $1"
_ONLY = _("Only the owner, or who may hand customers over, may change the team.")


def too_many() -> Text:
    return _("Nobody may be in the teams of more than {count} customers.", count=MOST)


def _may_change(owner_id: int | None) -> bool:
    return may(CorePermission.ASSIGN) or (owner_id is not None and owner_id == current_actor().id)


async def _lock_first(member_id: int) -> None:
    """The customer, as whoever hands it over or merges it does; a merge may have moved the member while one waited."""
    locked = None
    while locked != (customer_id := await fetch_value(_CUSTOMER, member_id)):
        await locks.customer(customer_id)
        locked = customer_id


async def _prepare(change: Change) -> None:
    values, customer_id = change.values, change.now("customer_id")
    if change.before is None:
        await locks.customer(customer_id)
    customer = await get(Customer, customer_id)
    if not _may_change(customer.owner_id):
        raise Conflict(_ONLY)
    if change.before is not None:
        return
    await refuse_merged(customer_id)
    if await was_anonymized(customer_id):
        raise Conflict(ANONYMIZED)
    user_id = values.get("user_id")
    user = await fetch_row("SELECT name, active FROM guanxi_user WHERE id = $1", user_id)
    if user is None or not user["active"]:
        raise InvalidInput({"user": _("There is no such active user.")})
    if user_id == customer.owner_id:
        raise InvalidInput({"user": _("This is the customer's owner.")})
    if await fetch_value("SELECT count(*) FROM crm_core_member WHERE user_id = $1", user_id) >= MOST:
        raise InvalidInput({"user": too_many()})
    values["name"] = user["name"]


async def _written(change: Change, member: Member) -> None:
    if change.before is None and member.user_id != current_actor().id:
        name = await fetch_value("SELECT name FROM crm_core_customer WHERE id = $1", member.customer_id)
        title = _("You are in the team of {name} now", name=name)
        await notify([member.user_id], "team", title, href=f"/crm_core/customers/{member.customer_id}")


async def _remove(member: Member, values: dict[str, Any]) -> Outcome:
    """Whoever is in a team may also leave it. A next contact that was up to the member is up to the owner again."""
    customer = await get(Customer, member.customer_id)
    leaves = member.user_id == current_actor().id
    if not leaves and not _may_change(customer.owner_id):
        raise Conflict(_ONLY)
    with elevated():
        await delete(Member, member.id)
    await drop_places([member.customer_id], member.user_id)
    await execute(
        "UPDATE crm_core_customer SET next_contact_by_id = owner_id WHERE id = $1 AND next_contact_by_id = $2",
        member.customer_id,
        member.user_id,
    )
    target = "/crm_core/customers" if leaves else f"/crm_core/customers/{member.customer_id}"
    return Outcome(message=_("{name} is not in the team any more.", name=member.name), go_to=target)


async def drop_places(customer_ids: Sequence[int], user_id: int) -> None:
    """The user's places in the teams of these customers, and of those that are a part of them: an owner needs none."""
    rows = await fetch(
        "DELETE FROM crm_core_member WHERE user_id = $2"
        " AND customer_id IN (SELECT member_id FROM crm_core_family($1::bigint[]))"
        " RETURNING id, name, customer_id, user_id",
        list(customer_ids),
        user_id,
    )
    await _note_deleted(rows)


async def _note_deleted(rows: Sequence[Any]) -> None:
    items = [
        AuditItem(row["id"], row["name"], before={"customer": row["customer_id"], "user": row["user_id"]})
        for row in rows
    ]
    await audit_many("delete", _KEY, items)


_TOGETHER = """
SELECT count(DISTINCT m.customer_id) FROM crm_core_member m JOIN crm_core_customer c ON c.id = m.customer_id
WHERE m.user_id = ANY($1::bigint[]) AND coalesce(c.owner_id <> ALL($1::bigint[]), true)
"""


async def places_together(giver: int, taker: int) -> int:
    """In how many teams one is who takes over the other's customers and places."""
    return int(await fetch_value(_TOGETHER, [giver, taker]))


_CUSTOMERS_OF = """
SELECT c.id FROM crm_core_customer c WHERE c.id IN (SELECT customer_id FROM crm_core_member WHERE user_id = $1)
ORDER BY c.id LIMIT $2 FOR NO KEY UPDATE OF c
"""
_GIVE = """
WITH given AS (
    SELECT m.id, c.owner_id = $2 OR EXISTS (
        SELECT FROM crm_core_member o WHERE o.customer_id = m.customer_id AND o.user_id = $2) AS there
    FROM crm_core_member m JOIN crm_core_customer c ON c.id = m.customer_id
    WHERE m.user_id = $1 AND m.customer_id = ANY($3::bigint[])
), gone AS (
    DELETE FROM crm_core_member m USING given WHERE m.id = given.id AND given.there
    RETURNING m.id, m.name, m.customer_id, m.user_id, true AS gone
), moved AS (
    UPDATE crm_core_member m SET user_id = $2, name = (SELECT name FROM guanxi_user WHERE id = $2),
        revision = m.revision + 1, updated_at = $4
    FROM given WHERE m.id = given.id AND NOT coalesce(given.there, false)
    RETURNING m.id, m.name, m.customer_id, m.user_id, false AS gone
)
SELECT * FROM gone UNION ALL SELECT * FROM moved ORDER BY id
"""


async def hand_over_places(giver: int, taker: int, limit: int, reason: str) -> int:
    """Gives up to so many places in teams to another, who may have them already. How many there were.

    Raises Conflict where the other one would be in too many teams.
    """
    if await places_together(giver, taker) > MOST:
        raise Conflict(too_many())
    ids = [row["id"] for row in await fetch(_CUSTOMERS_OF, giver, limit)]
    rows = await fetch(_GIVE, giver, taker, ids, clock.now())
    await _note_deleted([row for row in rows if row["gone"]])
    moved = [row for row in rows if not row["gone"]]
    items = [AuditItem(row["id"], row["name"], {"user": giver}, {"user": taker}) for row in moved]
    await audit_many("update", _KEY, items, reason=reason)
    return len(ids)


_OTHER = "CASE m.customer_id WHEN $1::bigint THEN $2::bigint ELSE $1 END"
_NOT_THERE = f"NOT EXISTS (SELECT FROM crm_core_member o WHERE o.customer_id = {_OTHER} AND o.user_id = m.user_id)"
_SWAP = f"""
UPDATE crm_core_member m SET customer_id = {_OTHER} FROM crm_core_customer s
WHERE s.id = $2 AND m.customer_id IN ($1, $2) AND {_NOT_THERE}
    AND (m.customer_id = $2) = (m.user_id IS NOT DISTINCT FROM s.owner_id)
RETURNING m.id
"""  # noqa: S608
_SWAP_BACK = f"""
UPDATE crm_core_member m SET customer_id = {_OTHER}
WHERE m.customer_id IN ($1, $2) AND m.id = ANY($3::bigint[]) AND {_NOT_THERE}
"""  # noqa: S608
_LEFT = """
SELECT DISTINCT m.customer_id AS id FROM crm_core_member m
JOIN crm_core_merge g ON g.loser_id = m.customer_id AND g.undone_at IS NULL
JOIN crm_core_customer s ON s.id = g.survivor_id
WHERE m.customer_id = ANY($1::bigint[]) AND m.user_id IS DISTINCT FROM s.owner_id
    AND NOT EXISTS (SELECT FROM crm_core_member o WHERE o.customer_id = s.id AND o.user_id = m.user_id)
"""


async def _move(loser_id: int, survivor_id: int) -> Memory | None:
    """Who is in both teams keeps the place at the survivor; the other one stays where it is. So does that of the
    survivor's owner as it is after the merge, who leaves the survivor's team for the loser's."""
    rows = await fetch(_SWAP, loser_id, survivor_id)
    return [row["id"] for row in rows] or None


async def _back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    """Who has left the team since is in neither; who has joined the other one meanwhile stays in both."""
    await execute(_SWAP_BACK, loser_id, survivor_id, memory)


async def _left(customer_ids: list[int]) -> set[int]:
    return {row["id"] for row in await fetch(_LEFT, customer_ids)}


FOLLOWER = Follower(name="crm_core.members", label=_("Team"), models=(Member,), left=_left, move=_move, back=_back)
TEAM_LIST = RelatedList(resource=_KEY, field="customer", title=_("Team"), columns=("user", "part", "created_at"))
MEMBERS = Resource(
    name="members",
    model=Member,
    title=_("Teams"),
    singular=_("Team member"),
    fields=(
        Field("name", _("Name"), readonly=True, search=True, sort=True),
        Field("customer", _("Customer"), to="crm_core/customers", filter=True, fixed=True),
        Field(
            "user",
            _("User"),
            to="guanxi/users",
            filter=True,
            fixed=True,
            among=lambda: where.eq("active", True),
            help=_("Sees the customer, and all that belongs to it, as its owner does."),
        ),
        Field("part", _("Part", "team"), filter=True),
        Field("created_at", _("Since", "team"), readonly=True),
    ),
    list=ListView(columns=("user", "customer", "part", "created_at"), sort="-id"),
    form=FormView(sections=(Section(fields=("customer", "user", "part", "created_at")),)),
    read=CorePermission.READ,
    create=CorePermission.UPDATE,
    update=CorePermission.UPDATE,
    scope=of_visible_customers,
    lock_first=_lock_first,
    prepare=_prepare,
    written=_written,
    actions=(
        Action(
            name="remove",
            label=_("Remove from the team"),
            permission=CorePermission.UPDATE,
            run=_remove,
            danger=True,
            confirm=_("The member does not see the customer any more, unless by other rights."),
        ),
    ),
)
