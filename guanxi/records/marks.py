"""Where a page ended, in one opaque text: the values that its last row is sorted by."""

from __future__ import annotations

import base64
import binascii
from typing import Annotated, Any, TypeVar

import msgspec

from guanxi.errors import InvalidInput
from guanxi.i18n import _

T = TypeVar("T")
MarkId = Annotated[int, msgspec.Meta(ge=1, le=2**63 - 1)]
"""an id in a mark"""


def write_mark(*values: Any) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(values)).rstrip(b"=").decode()


def read_mark(text: str, kind: type[T], field: str = "after") -> T:
    """What was written, as `kind`: `tuple[date, MarkId]`. Raises InvalidInput of `field` on anything else."""
    try:
        raw = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        return msgspec.json.decode(raw, type=kind)
    except (ValueError, msgspec.MsgspecError, binascii.Error) as error:
        raise InvalidInput({field: _("This page mark is not valid.")}) from error
