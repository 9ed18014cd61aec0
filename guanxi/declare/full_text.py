"""What of a resource is found by its full text."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FullText:
    """Whoever may read a record finds it by all of this, so no text here may need a permission of its own.

    Files of the records themselves are always searched. A job reads what has changed, every other minute.
    """

    load: Callable[[Sequence[int]], Awaitable[Mapping[int, str]]]
    """the texts of records by their ids"""
    files_of: tuple[tuple[str, str], ...] = ()
    """whose files count as well: (resource, its relation to this one), `("crm_x/copies", "ticket")`"""
