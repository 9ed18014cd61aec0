"""Doubles and merging over the JSON API; undoing is an action of `merges`, reporting one of `customers`."""

from __future__ import annotations

from typing import Any

import msgspec

from crm_core import merging, merging_pairs, merging_rows
from crm_core.merging_fields import different, suggested
from crm_core.merging_pairs import Pair
from crm_core.models import Customer
from crm_core.permissions import CorePermission
from guanxi import Call, Endpoint, Field, Kind, _, fetch_value, get


class Pairs(msgspec.Struct, frozen=True):
    pairs: list[Pair]
    after: str
    """of the next page; empty: this is the last one"""


class Two(msgspec.Struct, frozen=True):
    one: int
    other: int


class Nothing(msgspec.Struct, frozen=True):
    pass


class Moving(msgspec.Struct, frozen=True):
    what: str
    count: int


class Preview(msgspec.Struct, frozen=True):
    fields: list[str]
    """those whose values differ"""
    suggested: list[str]
    """those of them that are taken from the loser where `take` is left out"""
    moves: list[Moving]


class MergeInput(msgspec.Struct, frozen=True):
    survivor: int
    loser: int
    take: list[str] | None = None
    """fields that get the loser's value; left out: those in which the survivor has nothing"""
    survivor_revision: int | None = None
    loser_revision: int | None = None
    reason: str = ""


class MergeOutput(msgspec.Struct, frozen=True):
    merge: int


async def _pairs(call: Call[Any]) -> Pairs:
    after = merging_pairs.read_after(str(call.query.get("after") or ""))
    found, following = await merging_pairs.pairs(after)
    return Pairs(found, merging_pairs.show_after(following))


async def _dismiss(call: Call[Two]) -> Nothing:
    await merging_pairs.dismiss(call.input.one, call.input.other)
    return Nothing()


async def as_json(id: int) -> dict[str, Any]:
    """A customer's columns. Raises NotFound."""
    await get(Customer, id)
    row = await fetch_value("SELECT to_jsonb(c) FROM crm_core_customer c WHERE id = $1", id)
    assert isinstance(row, dict)
    return row


async def _preview(call: Call[Any]) -> Preview:
    survivor, loser = await as_json(call.query["survivor"]), await as_json(call.query["loser"])
    moves = [Moving(str(label), count) for label, count in await merging_rows.preview(loser["id"])]
    return Preview(different(survivor, loser), sorted(suggested(survivor, loser)), moves)


async def _merge(call: Call[MergeInput]) -> MergeOutput:
    given = call.input
    revisions = (given.survivor_revision, given.loser_revision)
    id = await merging.merge(given.survivor, given.loser, given.take, revisions=revisions, reason=given.reason)
    return MergeOutput(id)


def _customer(name: str, label: Any) -> Field:
    return Field(name, label, kind=Kind.RELATION, to="crm_core/customers", required=True)


ENDPOINTS = (
    Endpoint(
        path="/doubles",
        method="GET",
        handler=_pairs,
        access=CorePermission.MERGE,
        summary=_("Pairs of customers that look like the same one"),
        output=Pairs,
        query=(Field("after", _("Page"), kind=Kind.TEXT, required=False, max_length=60),),
    ),
    Endpoint(
        path="/doubles/dismiss",
        method="POST",
        handler=_dismiss,
        access=CorePermission.MERGE,
        summary=_("Two customers are not the same one"),
        input=Two,
        output=Nothing,
    ),
    Endpoint(
        path="/merge",
        method="GET",
        handler=_preview,
        access=CorePermission.MERGE,
        summary=_("What merging two customers would choose and move"),
        output=Preview,
        query=(_customer("survivor", _("The customer that is left")), _customer("loser", _("Merged customer"))),
    ),
    Endpoint(
        path="/merge",
        method="POST",
        handler=_merge,
        access=CorePermission.MERGE,
        summary=_("Merge a customer into another"),
        input=MergeInput,
        output=MergeOutput,
    ),
)
