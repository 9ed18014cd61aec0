"""Structs of add-ons in the description of the API."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from guanxi.api.openapi import _struct


def _outer(name: str, **fields: Any) -> Any:
    return msgspec.defstruct("Outer", [("inner", msgspec.defstruct(name, list(fields.items())))])


def test_structs_of_one_name_stay_apart_between_add_ons() -> None:
    schemas: dict[str, Any] = {}
    first = _struct(_outer("Item", weight=int), "shop", schemas)
    _struct(msgspec.defstruct("Item", [("name", str)]), "library", schemas)
    assert first == {"$ref": "#/components/schemas/shop.Outer"}
    assert schemas["shop.Outer"]["properties"]["inner"] == {"$ref": "#/components/schemas/shop.Item"}
    assert list(schemas["shop.Item"]["properties"]) == ["weight"]
    assert list(schemas["library.Item"]["properties"]) == ["name"]


def test_an_add_on_has_one_struct_of_a_name() -> None:
    schemas: dict[str, Any] = {}
    same = msgspec.defstruct("Item", [("name", str)])
    _struct(same, "shop", schemas)
    _struct(same, "shop", schemas)
    with pytest.raises(RuntimeError, match="Item"):
        _struct(msgspec.defstruct("Item", [("weight", int)]), "shop", schemas)
