"""What typing into the search box could mean: the text itself, a value of a field, a stretch of time, a record."""

from __future__ import annotations

from dataclasses import dataclass

from guanxi.context import current_company, may
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.i18n import _
from guanxi.records import options
from guanxi.records.shape import Shape
from guanxi.records.terms import DATES, TEXTS
from guanxi.views.filters import ME, filterable
from guanxi.views.formats import NO, YES
from guanxi.views.parts import Params, address
from guanxi.views.periods import WORD_LABELS

MOST = 12
_RELATIONS = 3
"""relations that are searched, each by one statement"""
_EACH = 3


@dataclass(slots=True)
class Facet:
    label: str
    param: tuple[str, str]


async def facets(resource: Resource, text: str) -> list[Facet]:
    """At most MOST, the search for the text itself first."""
    text = text.strip()
    if not text:
        return []
    found = [Facet(str(_("Search for “{text}”", text=text)), ("q", text))] if _searchable(resource) else []
    shapes = filterable(resource)
    for shape in shapes:
        found += _values(shape, text.casefold())
    relations = [shape for shape in shapes if shape.kind is Kind.RELATION]
    for shape in relations[:_RELATIONS]:
        found += await _records(shape, text)
    for shape in shapes:
        if shape.kind is Kind.TAGS:
            found.append(Facet(_said(shape, text), (shape.name, text)))
        elif shape.kind in TEXTS:
            found.append(Facet(_said(shape, f"“{text}”"), (f"{shape.name}.contains", text)))
    return found[:MOST]


def facet_href(path: str, params: Params, facet: Facet) -> str:
    """The page with this filter beside those that it has; another search takes the place of the first."""
    kept = [(n, v) for n, v in params if n not in ("after", "view") and (n, v) != facet.param]
    if facet.param[0] == "q":
        kept = [(n, v) for n, v in kept if n != "q"]
    return address(path, [*kept, facet.param])


def _searchable(resource: Resource) -> bool:
    return any(field.search for field in resource.fields)


def _said(shape: Shape, value: str) -> str:
    return f"{shape.field.label}{_(': ', context='after a field')}{value}"


def _values(shape: Shape, text: str) -> list[Facet]:
    label = str(shape.field.label).casefold()
    if shape.kind is Kind.CHOICE:
        offered = [(str(choice), str(choice.label)) for choice in shape.choices or ()]
    elif shape.kind is Kind.BOOLEAN:
        offered = [("1", str(YES)), ("0", str(NO))] if text in label else []
    elif shape.kind in DATES:
        offered = [(word, str(words)) for word, words in WORD_LABELS.items()]
    elif shape.kind is Kind.RELATION and shape.field.to == "guanxi/users":
        offered = [("me", str(ME))]
    else:
        return []
    matching = [(v, shown) for v, shown in offered if text in shown.casefold()]
    if not matching and text in label:
        matching = offered
    return [Facet(_said(shape, shown), (shape.name, value)) for value, shown in matching[: 2 * _EACH]]


async def _records(shape: Shape, text: str) -> list[Facet]:
    target = current_company().catalog.resources.get(shape.field.to or "")
    if target is None or not may(target.read):
        return []
    found = await options(target, text, limit=_EACH)
    return [Facet(_said(shape, record["label"]), (shape.name, str(record["id"]))) for record in found]
