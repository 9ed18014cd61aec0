"""What a list shows, as rows for a file."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from guanxi.context import current_company
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.declare.where import all_of, in_
from guanxi.errors import InvalidInput
from guanxi.i18n import _
from guanxi.money import plain_amount
from guanxi.records import ListQuery, count, page, parse_list_query
from guanxi.records.query import PAGE_OPTIONS, search_condition
from guanxi.records.rules import shown_fields
from guanxi.records.shape import Shape, shapes_of
from guanxi.views.amounts import Currencies, currencies_of, currency_of
from guanxi.views.cells import column_shapes, needed_columns
from guanxi.views.formats import show, show_number
from guanxi.views.parts import Params

EXPORT_CAP = 200_000
EXPORT_PAGE = 500
AT_ONCE = 5_000
"""rows in the answer to a request; more is a job's work"""
Which = Literal["list", "all"]
"""the columns of the list, or every field"""
_NOT_ASKED = PAGE_OPTIONS | {"after", "limit", "count"}


@dataclass(frozen=True, slots=True)
class Amount:
    minor: int
    currency: str


Value = str | int | Decimal | date | datetime | Amount | None
"""of a cell; a `datetime` is in the company's time zone"""


@dataclass(frozen=True, slots=True)
class Export:
    resource: Resource
    query: ListQuery
    shapes: tuple[Shape, ...]
    count: int

    @property
    def headings(self) -> list[str]:
        return [str(shape.field.label) for shape in self.shapes]

    async def page(self, after: str = "") -> tuple[list[list[Value]], str | None]:
        """The rows from there on, and where the next page begins."""
        found = await page(self.resource, replace(self.query, after=after))
        currencies = await currencies_of(self.resource, found.rows)
        rows = [[_value(shape, row, currencies) for shape in self.shapes] for row in found.rows]
        return rows, found.next_cursor

    async def ids(self) -> AsyncIterator[list[int]]:
        """The records' ids, page by page."""
        cursor: str | None = ""
        while cursor is not None:
            found = await page(self.resource, replace(self.query, after=cursor))
            yield [row["id"] for row in found.rows]
            cursor = found.next_cursor

    async def parts(self) -> AsyncIterator[list[list[Value]]]:
        """The rows, page by page."""
        cursor: str | None = ""
        while cursor is not None:
            rows, cursor = await self.page(cursor)
            yield rows


def asked(params: Iterable[tuple[str, str]]) -> Params:
    """The part of a list's address that says which records."""
    return [(name, value) for name, value in params if name not in _NOT_ASKED]


async def export_of(resource: Resource, params: Params, which: Which = "all", ids: Sequence[int] = ()) -> Export:
    """What the list shows with this query, or of that only the records with these ids.

    Raises InvalidInput on a query that cannot be taken, and on more than EXPORT_CAP rows.
    """
    query = parse_list_query(resource, asked(params))
    if ids:
        query = replace(query, where=all_of(query.where, in_("id", list(ids))))
    number = await count(
        resource.model, all_of(query.where, search_condition(resource, query.search)), cap=EXPORT_CAP + 1
    )
    if number > EXPORT_CAP:
        limit = show_number(EXPORT_CAP)
        raise InvalidInput(message=_("At most {limit} rows can be exported at once. Filter the list.", limit=limit))
    names = query.columns or resource.list.columns if which == "list" else tuple(f.name for f in resource.fields)
    shapes = tuple(s for s in column_shapes(resource, names) if s.kind is not Kind.JSON)
    columns = needed_columns(resource, tuple(s.name for s in shapes)) if which == "list" else ()
    return Export(resource, replace(query, limit=EXPORT_PAGE, columns=columns), shapes, number)


def _value(shape: Shape, row: dict[str, Any], currencies: Currencies) -> Value:
    """Numbers, dates and amounts as such; choices and relations as people read them."""
    value = row.get(shape.name)
    if value is None:
        return None
    match shape.kind:
        case Kind.CHOICE | Kind.RELATION | Kind.BOOLEAN:
            return show(shape, value)
        case Kind.MONEY:
            return Amount(value, currency_of(shape, row, currencies) or current_company().currency)
        case Kind.DATETIME:
            moment: datetime = value.astimezone(current_company().zone)
            return moment
        case Kind.INTEGER | Kind.DECIMAL | Kind.DATE:
            return value  # type: ignore[no-any-return]
    return str(value)


def as_text(value: Value) -> str:
    """For a CSV file, as an import reads it back."""
    match value:
        case None:
            return ""
        case Amount():
            return plain_amount(value.minor, value.currency)
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case Decimal():
            return f"{value.normalize():f}"
    return str(value)


def own_columns(resource: Resource) -> int:
    """How many columns "every field" comes to."""
    shapes = shapes_of(resource)
    return sum(shapes[field.name].kind is not Kind.JSON for field in shown_fields(resource))


async def as_texts(export: Export) -> AsyncIterator[list[list[str]]]:
    """The headings, then the rows page by page."""
    yield [export.headings]
    async for rows in export.parts():
        yield [[as_text(value) for value in row] for row in rows]
