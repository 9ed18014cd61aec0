"""Names in the reader's language."""

from __future__ import annotations

from typing import Any

from guanxi import current_locale


def in_own_language(row: Any, name: str) -> str:
    """`name` of a row, or `name_zh` for who reads Chinese and where there is one."""
    chinese = row[f"{name}_zh"] if current_locale() == "zh_CN" else ""
    return str(chinese or row[name])
