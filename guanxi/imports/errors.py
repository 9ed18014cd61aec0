"""What is wrong with a file as a whole, before any row is looked at."""

from __future__ import annotations

from typing import Any

from guanxi.errors import InvalidInput
from guanxi.i18n import Text, _


class UnreadableFile(InvalidInput):
    """The file is no table that can be read, or larger than the limits."""

    code = "unreadable_file"

    def __init__(self, reason: Text, **params: Any) -> None:
        text = reason.format(**params)
        super().__init__({"file": text}, text)


class WrongColumns(InvalidInput):
    """`fields` names what lacks a column, or has two."""

    code = "wrong_columns"
    message = _("Some columns are missing or given twice.")
