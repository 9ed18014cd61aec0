"""A record's values as people read them, for pages that draw records in their own way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guanxi.declare.resources import Resource
from guanxi.records.shape import shapes_of
from guanxi.views.amounts import currencies_of, currency_of
from guanxi.views.formats import show


async def show_record(resource: Resource, row: Mapping[str, Any]) -> dict[str, str]:
    """Texts by field of a row as `read` gives it, in the current locale; empty where there is nothing.

    A choice that is none any more shows as it is stored.
    """
    currencies = await currencies_of(resource, [row])
    shapes = {name: shape for name, shape in shapes_of(resource).items() if name in row}
    return {name: show(shape, row[name], currency_of(shape, row, currencies)) for name, shape in shapes.items()}
