"""Merging two customers that are the same, and undoing it (CUST-02).

The loser stays: archived, changed by nobody, with a link to the survivor. A merge is one transaction; both customers
are locked in the order of their ids, so that of two merges at once one waits, and then sees what the other did.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any

from crm_core import merging_requests, merging_rows
from crm_core.deals import deals_changed
from crm_core.merging_fields import KEY, Changes, changes_of, choosable, different, field_of, suggested, taken_back
from crm_core.merging_models import Merge
from crm_core.models import Customer
from crm_core.permissions import CorePermission
from crm_core.queries import scope_arguments, scope_condition
from guanxi import (
    Conflict,
    InvalidInput,
    Stale,
    Text,
    _,
    audit,
    author_id,
    clock,
    elevated,
    execute,
    fetch,
    fetch_row,
    fetch_value,
    lock,
    refusing,
    require,
    transaction,
)

KEEP = timedelta(days=30)
"""how long a merge can be undone"""
_LONGEST_REASON = 500
_WRITE = """
UPDATE crm_core_customer c SET {sets}, revision = c.revision + 1, updated_at = $3
FROM jsonb_populate_record(NULL::crm_core_customer, $1::jsonb) n WHERE c.id = $2
"""
_STANDING = f"""
SELECT l.name AS loser, s.name AS survivor, {scope_condition(2, "s")} IS TRUE AS seen FROM crm_core_merge m
JOIN crm_core_customer l ON l.id = m.loser_id JOIN crm_core_customer s ON s.id = m.survivor_id
WHERE m.loser_id = ANY($1::bigint[]) AND m.undone_at IS NULL ORDER BY m.loser_id LIMIT 1
"""  # noqa: S608
_MEMORIES = "SELECT follower, memory FROM crm_core_merge_moved WHERE merge_id = $1 ORDER BY id"


async def locked(*ids: int) -> dict[int, dict[str, Any]]:
    """The customers as JSON by id, in the current actor's scope; nobody else changes them meanwhile."""
    for id in sorted(ids):
        await lock(Customer, id)
    rows = await fetch("SELECT to_jsonb(c) AS row FROM crm_core_customer c WHERE id = ANY($1::bigint[])", list(ids))
    return {row["row"]["id"]: row["row"] for row in rows}


async def refuse_merged(*ids: int) -> None:
    """Raises Conflict where one of them is a part of another customer already."""
    row = await fetch_row(_STANDING, list(ids), *scope_arguments())
    if row is not None:
        raise Conflict(_("{name} was merged into {other}.", name=row["loser"], other=_name(row)))


def _name(row: Mapping[str, Any]) -> str | Text:
    """Of the customer that another was merged into, for those who may know it."""
    return row["survivor"] if row["seen"] else _("a customer that is not one of yours")


async def survivor_of(customer_id: int) -> int:
    """The customer that it is a part of now; itself where it was merged into none."""
    return int(await fetch_value("SELECT crm_core_survivor($1)", customer_id))


async def taken_in(customer_id: int) -> list[int]:
    """Ids of the customers that are a part of this one now, however many merges lie between."""
    rows = await fetch(
        "SELECT member_id FROM crm_core_family($1) WHERE member_id <> $2 ORDER BY 1", [customer_id], customer_id
    )
    return [row["member_id"] for row in rows]


@refusing
async def merge(
    survivor_id: int,
    loser_id: int,
    take: Collection[str] | None = None,
    *,
    revisions: tuple[int | None, int | None] = (None, None),
    reason: str = "",
) -> int:
    """The id of the merge. `take`: fields that get the loser's value, None: those that the survivor has nothing in.

    Raises NotFound, InvalidInput, Conflict with what stands in the way, Stale where one is not of the revision
    (survivor's, loser's) that was looked at.
    """
    require(CorePermission.MERGE)
    if survivor_id == loser_id:
        raise InvalidInput({"loser": _("Choose two different customers.")})
    if len(reason) > _LONGEST_REASON:
        raise InvalidInput({"reason": _("At most {limit} characters.", limit=_LONGEST_REASON)})
    async with transaction():
        rows = await locked(survivor_id, loser_id)
        survivor, loser = rows[survivor_id], rows[loser_id]
        await refuse_merged(survivor_id, loser_id)
        for row, revision in zip((survivor, loser), revisions, strict=True):
            if revision is not None and row["revision"] != revision:
                raise Stale({"id": row["id"], "revision": row["revision"], "name": row["name"]})
        chosen = suggested(survivor, loser) if take is None else _checked(survivor, loser, take)
        ours, theirs = changes_of(survivor, loser, chosen)
        with elevated():
            id = await _write_down(survivor, loser, ours, theirs, reason)
            await _merging()
            await write(loser_id, {name: after for name, (_before, after) in theirs.items()})
            await write(survivor_id, {name: after for name, (_before, after) in ours.items()})
            await carry(id, loser_id, survivor_id)
            await deals_changed((survivor_id, loser_id))
        why = reason or loser["name"]
        before, after = _shown(ours, 0), _shown(ours, 1)
        await audit("merge", KEY, survivor_id, label=survivor["name"], before=before, after=after, reason=why)
        await audit("merged", KEY, loser_id, label=loser["name"], reason=reason)
        await merging_requests.settle(survivor_id, loser_id)
    return id


def _checked(survivor: Mapping[str, Any], loser: Mapping[str, Any], take: Collection[str]) -> set[str]:
    """What differs of it; raises InvalidInput for fields that nobody chooses, or that the user may not set."""
    unknown = set(take) - choosable().keys()
    if unknown:
        raise InvalidInput({"take": _("There is no such field: {name}", name=", ".join(sorted(unknown)))})
    return set(take) & set(different(survivor, loser))


def _shown(changes: Changes, side: int) -> dict[str, Any]:
    """For the history, by field."""
    named = {field_of(column): values[side] for column, values in changes.items()}
    return {name: value for name, value in named.items() if name is not None}


async def _write_down(
    survivor: Mapping[str, Any], loser: Mapping[str, Any], ours: Changes, theirs: Changes, reason: str
) -> int:
    now = clock.now()
    return int(
        await fetch_value(
            "INSERT INTO crm_core_merge (survivor_id, loser_id, reason, changes, merged_by_id, until, kept, revision,"
            " created_at, updated_at, created_by_id, name) VALUES ($1, $2, $3, $4, $5, $6, true, 1, $7, $7, $5, $8)"
            " RETURNING id",
            survivor["id"],
            loser["id"],
            reason,
            {"survivor": ours, "loser": theirs},
            author_id(),
            now + KEEP,
            now,
            loser["name"],
        )
    )


async def write(id: int, values: Mapping[str, Any]) -> None:
    """These columns of a customer, as JSON; the revision rises in any case: others see that something happened."""
    sets = ", ".join(f'"{name}" = n."{name}"' for name in values) or "archived = c.archived"
    await execute(_WRITE.format(sets=sets), dict(values), id, clock.now())


async def _merging() -> None:
    """What the database refuses at any other time, it lets happen in this transaction."""
    await execute("SELECT set_config('crm_core.merging', 'on', true)")


async def carry(merge_id: int, loser_id: int, survivor_id: int) -> None:
    """Moves what the loser has, and remembers it. Run again it moves what came since."""
    await _merging()
    for follower in merging_rows.followers():
        memory = await merging_rows.move(follower, loser_id, survivor_id)
        if memory is not None:
            await execute(
                "INSERT INTO crm_core_merge_moved (merge_id, follower, memory) VALUES ($1, $2, $3)",
                merge_id,
                follower.name,
                memory,
            )


@refusing
async def undo(merge_id: int) -> None:
    """Both customers are two again: rows and values are where they were, what came since stays with the survivor.

    What was changed by hand since stays changed. Raises NotFound, Conflict with what stands in the way.
    """
    require(CorePermission.MERGE)
    async with transaction():
        merge = await lock(Merge, merge_id)
        if merge.undone_at is not None:
            raise Conflict(_("This merge was undone already."))
        if not merge.kept or merge.until <= clock.now():
            raise Conflict(_("A merge can be undone for {days} days only.", days=KEEP.days))
        survivor_id, loser_id, scope = merge.survivor_id, merge.loser_id, scope_arguments()
        with elevated():
            rows = await locked(survivor_id, loser_id)
            later = await fetch_row(_STANDING, [survivor_id], *scope)
            if later is not None:
                said = {"name": later["loser"], "other": _name(later)}
                raise Conflict(_("{name} was merged into {other} since: undo that first.", **said))
            await _carry_back(merge)
            ours = taken_back(rows[survivor_id], merge.changes["survivor"])
            theirs = taken_back(rows[loser_id], merge.changes["loser"])
            await write(survivor_id, ours)
            await write(loser_id, theirs)
            await deals_changed((survivor_id, loser_id))
        await _close(merge_id)
        await merging_requests.reopen(survivor_id, loser_id)
        pairs = {name: [rows[survivor_id][name], value] for name, value in ours.items()}
        names = rows[survivor_id]["name"], rows[loser_id]["name"]
        before, after = _shown(pairs, 0), _shown(pairs, 1)
        await audit("unmerge", KEY, survivor_id, label=names[0], before=before, after=after, reason=names[1])
        await audit("unmerge", KEY, loser_id, label=names[1])


async def _carry_back(merge: Merge) -> None:
    """In the order of moving: an add-on finds back what it depends on already where it was."""
    await _merging()
    memories: dict[str, list[Any]] = {}
    for row in await fetch(_MEMORIES, merge.id):
        memories.setdefault(row["follower"], []).append(row["memory"])
    for follower in merging_rows.followers():
        for memory in memories.pop(follower.name, [None] if follower.always_back else []):
            await merging_rows.back(follower, merge.loser_id, merge.survivor_id, memory)
    for name in memories:
        raise Conflict(_("Enable {addon} first: this merge moved some of its data.", addon=name.partition(".")[0]))
    await execute("DELETE FROM crm_core_merge_moved WHERE merge_id = $1", merge.id)


async def _close(merge_id: int) -> None:
    await execute(
        "UPDATE crm_core_merge SET undone_at = $2, undone_by_id = $3, kept = false, revision = revision + 1,"
        " updated_at = $2 WHERE id = $1",
        merge_id,
        clock.now(),
        author_id(),
    )
