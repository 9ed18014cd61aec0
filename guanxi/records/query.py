"""What a list asks for: filters, search, order and page, from an address or an API call.

`?stage=lead&stage=won&owner=me&created_at=this_month&name.contains=x&q=text&sort=-name&limit=80&after=<cursor>`

Different fields are joined by "and", the values of one field by "or". Fields of a group `any1.` to `any9.` are
joined by "or" (`any1.stage=lead&any1.total.ge=100`), groups by "and".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from guanxi.context import current_company, may
from guanxi.declare.resources import Resource
from guanxi.declare.where import ALWAYS, AllOf, Condition, all_of, any_of, contains, related
from guanxi.errors import InvalidInput
from guanxi.i18n import Text, _
from guanxi.records.rules import readable, shown_fields, visible
from guanxi.records.terms import field_label, term
from guanxi.records.values import Wrong

MAX_LIMIT = 200
MAX_TERMS = 50
MAX_SEARCH = 200
OPTIONS = frozenset({"q", "sort", "limit", "after", "columns"})
PAGE_OPTIONS = frozenset({"view", "group", "by", "date", "month", "rows", "measure", "chart"})
"""what pages know beside filters: no field may be called so"""
IN_GROUP = re.compile(r"(any[1-9])\.(.+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class ListQuery:
    where: Condition = ALWAYS
    search: str = ""
    sort: str = ""
    """a field's name, `-` before it for descending; empty: the list's own"""
    limit: int = 50
    after: str = ""
    """cursor of the page before"""
    columns: tuple[str, ...] = ()
    """fields to read; empty: all that the actor may"""


@dataclass(frozen=True, slots=True)
class RecordPage:
    rows: list[dict[str, Any]]
    next_cursor: str | None = None


@dataclass(slots=True)
class _Parsed:
    conditions: list[Condition] = field(default_factory=list)
    errors: dict[str, Text] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)


def sortable(resource: Resource) -> set[str]:
    """What the actor may sort the list by: never by a field that they may not read."""
    hidden = {f.name for f in resource.fields if not readable(f)}
    return ({"id", resource.list.sort.removeprefix("-")} | {f.name for f in resource.fields if f.sort}) - hidden


def default_sort(resource: Resource) -> str:
    own = resource.list.sort
    return own if own.removeprefix("-") in sortable(resource) else "id"


def parse_list_query(resource: Resource, params: Iterable[tuple[str, str]], *, limit: int = 50) -> ListQuery:
    """Raises InvalidInput, naming each parameter that cannot be taken. `limit`: where the address names none."""
    query, errors = _parse(resource, params, limit)
    if errors:
        raise InvalidInput(errors)
    return query


@dataclass(frozen=True, slots=True)
class ReadQuery:
    query: ListQuery
    ignored: list[Text]
    """what the address asks for and cannot have, with the reasons"""
    bad: frozenset[str]
    """the names of those parameters"""


def read_list_query(resource: Resource, params: Iterable[tuple[str, str]], *, limit: int = 50) -> ReadQuery:
    """As much of the address as can be taken: a page stays whole and says what it left out."""
    query, errors = _parse(resource, params, limit)
    ignored = [
        _("{field}: {reason}", field=_OPTION_LABELS.get(name) or _label(resource, name), reason=reason)
        for name, reason in errors.items()
    ]
    return ReadQuery(query, ignored, frozenset(errors))


_OPTION_LABELS = {"q": _("Search"), "sort": _("Order"), "columns": _("Columns"), "limit": _("Rows on a page")}


def _label(resource: Resource, name: str) -> Text:
    in_group = IN_GROUP.fullmatch(name)
    return field_label(resource, (in_group[2] if in_group else name).partition(".")[0])


def _parse(resource: Resource, params: Iterable[tuple[str, str]], limit: int) -> tuple[ListQuery, dict[str, Text]]:
    parsed = _Parsed()
    grouped: dict[str, list[str]] = {}
    terms = 0
    for name, value in params:
        if name in OPTIONS:
            parsed.options[name] = value
        elif value != "":
            terms += 1
            if terms <= MAX_TERMS:
                grouped.setdefault(name, []).append(value)
            else:
                parsed.errors[name[:100]] = _("At most {limit} filter values.", limit=MAX_TERMS)
    alternatives: dict[str, list[Condition]] = {}
    for name, values in grouped.items():
        found = IN_GROUP.fullmatch(name)
        try:
            if found:
                alternatives.setdefault(found[1], []).append(term(resource, found[2], values))
            else:
                parsed.conditions.append(term(resource, name, values))
        except Wrong as wrong:
            parsed.errors[name[:100]] = wrong.text
    parsed.conditions += [any_of(*parts) for parts in alternatives.values()]
    return _options(resource, parsed, limit), parsed.errors


def _options(resource: Resource, parsed: _Parsed, default: int) -> ListQuery:
    """Takes what it can and notes the rest as errors."""
    options, errors = parsed.options, parsed.errors
    sort = options.get("sort", "")
    if sort and sort.removeprefix("-") not in sortable(resource):
        errors["sort"] = _("The list cannot be sorted by this.")
        sort = ""
    text = options.get("limit", str(default))
    limit = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0
    if not 1 <= limit <= MAX_LIMIT:
        errors["limit"] = _("Enter a number from {low} to {high}.", low=1, high=MAX_LIMIT)
        limit = default
    search = options.get("q", "").strip()
    if len(search) > MAX_SEARCH or "\x00" in search:
        errors["q"] = _("This cannot be searched for.")
        search = ""
    names = {f.name for f in shown_fields(resource)}
    columns = tuple(part for part in options.get("columns", "").split(",") if part)
    if unknown := set(columns) - names:
        errors["columns"] = _("There is no field {name}.", name=min(unknown)[:50])
        columns = tuple(name for name in columns if name in names)
    return ListQuery(
        where=AllOf(tuple(parsed.conditions)),
        search=search,
        sort=sort,
        limit=limit,
        after=options.get("after", ""),
        columns=columns,
    )


def search_condition(resource: Resource, text: str) -> Condition:
    """Some searched field contains `text`, or points to a visible record whose own fields do.

    A resource may have a search of its own instead.
    """
    if not text:
        return ALWAYS
    if resource.search is not None:
        return resource.search(text)
    found = [_own_search(resource, text)]
    for each in resource.fields:
        target = current_company().catalog.resources.get(each.to or "")
        if each.search and target is not None and readable(each) and may(target.read):
            found.append(related(each.name, all_of(visible(target), _own_search(target, text))))
    return any_of(*found)


def _own_search(resource: Resource, text: str) -> Condition:
    if resource.search is not None:
        return resource.search(text)
    fields = [each for each in resource.fields if each.search and each.to is None and readable(each)]
    return any_of(*(contains(each.name, text) for each in fields))
