"""Texts as data: stored in one language's words, read in any."""

from __future__ import annotations

from typing import Any

from guanxi.i18n import Text


def pack(text: Text) -> dict[str, Any]:
    """JSON of a text; parameters that are texts themselves stay translatable."""
    packed: dict[str, Any] = {"message": text.message}
    if text.params:
        packed["params"] = {name: _pack_param(value) for name, value in text.params.items()}
    if text.context is not None:
        packed["context"] = text.context
    return packed


def _pack_param(value: Any) -> Any:
    if isinstance(value, Text):
        return pack(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else str(value).replace("\0", "")


def unpack(packed: dict[str, Any]) -> Text:
    params = {
        name: unpack(value) if isinstance(value, dict) else value for name, value in packed.get("params", {}).items()
    }
    return Text(packed["message"], params, packed.get("context"))
