"""Typed extension points: an add-on declares one, others that depend on it add items to it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from guanxi.declare.access import Access
from guanxi.declare.fields import Kind
from guanxi.declare.labels import Tone
from guanxi.i18n import Text

Item = TypeVar("Item")


@dataclass(frozen=True, eq=False)
class ExtensionPoint(Generic[Item]):
    """`CUSTOMER_PANELS = ExtensionPoint[Panel]("crm_core.customer_panels")`. Identity is the object itself."""

    name: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One labeled value. `value` is text that is ready to show, in the user's language."""

    label: Text
    value: str
    tone: Tone = Tone.NEUTRAL
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts that are ready to show. `kinds` aligns columns; `hrefs` links rows, one for each."""

    columns: tuple[Text, ...]
    rows: list[tuple[str, ...]]
    kinds: tuple[Kind, ...] = ()
    hrefs: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Series:
    """One row of bars, line or slices; `values` align with the chart's labels."""

    label: Text
    values: Sequence[int | Decimal]


@dataclass(frozen=True, slots=True)
class Chart:
    """Drawn as SVG with its numbers as a table. With `currency` the values are minor units of it."""

    title: Text
    labels: list[str]
    series: list[Series]
    kind: Literal["bars", "line", "shares"] = "bars"
    """shares: horizontal bars of parts of a whole, for one series"""
    currency: str | None = None
    hrefs: list[str] = field(default_factory=list)
    """where each label leads"""


@dataclass(frozen=True, slots=True)
class PanelData:
    """What a panel or card shows. `empty` is said where there is nothing; all empty and no `empty`: hidden."""

    figures: list[Figure] = field(default_factory=list)
    chart: Chart | None = None
    table: Table | None = None
    empty: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Shown on the form of another add-on's record. `load` gets the record's id."""

    name: str
    title: Text
    access: Access
    load: Callable[[int], Awaitable[PanelData]]
    order: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Shown on the home page, in the order and the width that each user likes. No two have the same name."""

    name: str
    title: Text
    access: Access
    load: Callable[[], Awaitable[PanelData]]
    href: str | None = None
    order: int = 50
    wide: bool = False
    """takes two columns, until the user says otherwise"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A table that says which records users see beside their own, such as the teams of customers.

    Read with the user, once a request: scopes find the ids in `current_actor().shared[name]`, and those of users
    without any stay as plain as they were.
    """

    name: str
    table: str
    record: str
    """the column with the record's id"""
    user: str
    """the column with the user's id; wants an index with `record` behind it"""


SHARES = ExtensionPoint[Share]("guanxi.shares")

HOME_CARDS = ExtensionPoint[Card]("guanxi.home_cards")

CURRENCY_CHECKS = ExtensionPoint[Callable[[str], Awaitable[None]]]("guanxi.currency_checks")
"""Called with the new one before the company's currency changes, in that transaction; raises InvalidInput."""

BANNER_LINES = ExtensionPoint[Callable[[str], Awaitable[list[Figure]]]]("guanxi.banner_lines")
"""What `server.py serve` prints when it is ready. Called elevated, with the company's base address."""
