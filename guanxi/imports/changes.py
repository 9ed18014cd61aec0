"""What an import would change about records that are there, for people to see before it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from guanxi import records
from guanxi.context import current_company
from guanxi.declare.fields import Kind
from guanxi.declare.routes import ImportChange
from guanxi.records.shape import shapes_of

MOST_SHOWN = 10
"""fields of records whose values are shown; all of them are counted"""

Pointed = tuple[str, int]
"""the key of a resource, and the id of one of its records"""


class Changes:
    """Gathered in the transaction of the dry run; `name_records` comes after it is undone."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        """in how many records a field would change, by the resource's key and the field's name"""
        self.first: list[ImportChange] = []
        self.names: dict[Pointed, str] = {}
        """of the changed records as they are called now, and of what relations point to"""

    def add(self, changes: list[ImportChange]) -> None:
        for change in changes:
            self.counts.update((change.resource, name) for name in change.values)
        self.first += changes[: max(0, MOST_SHOWN - len(self.first))]

    async def name_relations(self) -> None:
        """Also of records that the import itself makes, which are gone when the dry run is undone."""
        self.names |= await records.labels_of(self._pointed())

    async def name_records(self) -> None:
        self.names |= await records.labels_of((change.resource, change.id) for change in self.first)

    def _pointed(self) -> Iterator[Pointed]:
        for change in self.first:
            shapes = shapes_of(current_company().catalog.resources[change.resource])
            for name, values in change.values.items():
                if shapes[name].kind is Kind.RELATION:
                    yield from ((shapes[name].field.to or "", id) for id in values if id is not None)
