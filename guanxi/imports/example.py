"""A file to start from: the headings of everything that can be imported, and one row that shows how to fill it in."""

from __future__ import annotations

from datetime import datetime, time

from guanxi.context import current_company, may, today
from guanxi.declare.fields import Kind
from guanxi.declare.where import ALWAYS
from guanxi.i18n import _
from guanxi.imports.keys import EXTERNAL_KEY
from guanxi.imports.relations import target_of
from guanxi.imports.target import Target
from guanxi.records import options
from guanxi.records.shape import Shape

_TEXTS = {
    Kind.EMAIL: "name@example.com",
    Kind.PHONE: "13800138000",
    Kind.URL: "https://example.com",
}


async def example_rows(target: Target) -> list[list[str]]:
    """Headings and one row in the current language."""
    shapes = list(target.shapes.values())
    return [[str(shape.field.label) for shape in shapes], [await _example(shape) for shape in shapes]]


async def _example(shape: Shape) -> str:
    if shape.readonly:
        return ""
    match shape.kind:
        case Kind.CHOICE:
            return next((str(choice.label) for choice in shape.choices or ()), "")
        case Kind.BOOLEAN:
            return str(_("Yes"))
        case Kind.DATE:
            return today().isoformat()
        case Kind.DATETIME:
            return datetime.combine(today(), time(9, 30)).isoformat(" ", "minutes")
        case Kind.INTEGER | Kind.DECIMAL | Kind.MONEY:
            return str(max(shape.field.minimum or 0, min(10, shape.field.maximum or 10)))
        case Kind.CURRENCY:
            return current_company().currency
        case Kind.RELATION:
            return await _some_record(shape)
    text = _TEXTS.get(shape.kind) or (f"{shape.field.label} 1" if shape.name != EXTERNAL_KEY.name else "A-0001")
    return text if shape.max_length is None or len(text) <= shape.max_length else ""


async def _some_record(shape: Shape) -> str:
    """The name of one that the actor may choose."""
    resource = target_of(shape)
    if resource is None or not may(resource.read):
        return ""
    found = await options(resource, "", limit=1, where=shape.field.among() if shape.field.among else ALWAYS)
    return str(found[0]["label"]) if found else ""
