"""Where other add-ons add to this one's screens, to what it does with customers, and to what it knows of a person."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from guanxi import ExtensionPoint, Field, Panel, Text, TimelineSource

CUSTOMER_PANELS = ExtensionPoint[Panel]("crm_core.customer_panels")
"""Panels on a customer's form; `load` gets the customer's id."""

CUSTOMER_TIMELINE = ExtensionPoint[TimelineSource]("crm_core.customer_timeline")
"""What happened with a customer; `load` gets the ids of the customer and of those that were merged into it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """What changes hands with customers. `move(customer_ids, giver, taker)` is called in the transaction that gives
    these customers of one user to another, and notes what it changes in the audit log; `count(customer_ids, giver)`
    says by one statement how much that would be."""

    name: str
    title: Text
    move: Callable[[list[int], int, int], Awaitable[None]]
    count: Callable[[list[int], int], Awaitable[int]]


CUSTOMER_HANDOVERS = ExtensionPoint[Handover]("crm_core.customer_handovers")


class Deals(NamedTuple):
    """What an add-on knows of one customer."""

    customer_id: int
    value: int
    """minor units of the currency that was asked for"""
    last_on: date | None
    """when the customer bought last"""


@dataclass(frozen=True, slots=True)
class DealSource:
    """`load(customer_ids, currency)` gives at most one row for each of them; the add-on calls
    `services.deals_changed` wherever the answer changes."""

    name: str
    load: Callable[[list[int], str], Awaitable[list[Deals]]]


CUSTOMER_DEALS = ExtensionPoint[DealSource]("crm_core.customer_deals")
"""Where a customer's value and last deal come from; the values of several add-ons are added up."""


async def _nothing_to_erase(customer_id: int) -> None:
    """For ledgers that hold nothing but money, points and dates."""


async def _no_obstacles(customer_id: int) -> list[Text]:
    return []


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalData:
    """One kind of data that an add-on holds about a customer. All functions run elevated, in one transaction."""

    name: str
    """of the part in the person's file: `contracts`"""
    title: Text
    load: Callable[[int], Awaitable[list[dict[str, Any]]]]
    """rows by field: texts, numbers, dates; gets the customer's id"""
    own: Callable[[int], Awaitable[list[dict[str, Any]]]] | None = None
    """what of it customers take out by themselves, without what users noted for each other; None: nothing"""
    resource: Callable[[Mapping[str, Any]], str] = lambda row: ""
    """the key of the resource whose fields say how people read a row; empty: none"""
    fields: tuple[Field, ...] = ()
    """how they read what no field of the resource is named after, or otherwise"""
    erase: Callable[[int], Awaitable[None]] = _nothing_to_erase
    """replaces or deletes what tells who the person is; money, points and dates stay"""
    obstacles: Callable[[int], Awaitable[list[Text]]] = _no_obstacles
    """why the customer cannot be anonymized now"""
    order: int = 50
    """`erase` runs in this order"""


PERSONAL_DATA = ExtensionPoint[PersonalData]("crm_core.personal_data")
"""What add-ons hold about a customer: what its file shows and what anonymization takes away."""


Memory = Any
"""JSON: what a follower has to remember of its move"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Follower:
    """How rows of an add-on follow when a customer is merged into another.

    Where a foreign key is all that ties the rows to the customer, `models` is all there is to say: the key is changed,
    and changed back. Where the database stands in the way (one row a customer, a ledger that only grows), `move` and
    `back` do it. Both run elevated in the transaction of the merge, and both customers are locked. What cannot be
    moved now raises a Conflict that says why: nobody has changed anything then.
    """

    name: str
    """`crm_contracts.contracts`: the key of what it remembers"""
    label: Text
    """what is counted before merging, in the plural: the rows of the first of `models`"""
    more: Mapping[type[Any], Text] = field(default_factory=dict)
    """further ones of `models` that are counted by themselves"""
    models: tuple[type[Any], ...]
    """those whose foreign key to the customer it answers for"""
    count: Callable[[int], Awaitable[int]] | None = None
    """how much there is of a customer, where it is not rows of the first of `models`"""
    left: Callable[[list[int]], Awaitable[set[int]]] | None = None
    """those of these customers that have something to move, by one statement; where it is not any row of `models`"""
    key: str = "customer"
    move: Callable[[int, int], Awaitable[Memory | None]] | None = None
    """(loser, survivor) -> what to remember, None: there was nothing. Run again later, it moves what came since."""
    back: Callable[[int, int, Memory], Awaitable[None]] | None = None
    """(loser, survivor, memory)"""
    always_back: bool = False
    """`back` also runs, with None, where nothing was moved: what came since may belong to what goes back"""
    stays: bool = False
    """the rows tell of the customer as it was, and stay with it"""


CUSTOMER_FOLLOWERS = ExtensionPoint[Follower]("crm_core.customer_followers")
