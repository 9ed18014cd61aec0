"""What a process that reads a file is asked, and what it answers."""

from __future__ import annotations

from typing import Any

import msgspec

from crm_bank.formats.columns import Columns
from crm_bank.formats.model import Statement


class Order(msgspec.Struct):
    content: bytes
    columns: Columns | None
    currency: str


class Answer(msgspec.Struct):
    statements: list[Statement] = []
    code: str = ""
    """of an error, see `errors.ERRORS`"""
    params: dict[str, Any] = {}
