"""Records by a text that people type, of one kind after another: what the command palette offers."""

from __future__ import annotations

from guanxi.db import fetch
from guanxi.declare.resources import Resource
from guanxi.declare.where import all_of
from guanxi.records.query import search_condition
from guanxi.records.reading import label_sql
from guanxi.records.rules import readable_fields, visible
from guanxi.records.sql import Statement, table_of

_LOOKED_AT = 30
"""matches of which the best are taken; they come as the database finds them, since sorting all would take long"""


def can_find(resource: Resource) -> bool:
    """Whether the resource's records can be searched for. Logs, which have no revision, are left to their lists."""
    logged = "revision" not in resource.model._meta.fields_map
    return not logged and (resource.search is not None or any(f.search for f in readable_fields(resource)))


async def find_labels(resource: Resource, text: str, *, limit: int) -> list[tuple[int, str]]:
    """Ids and names of up to `limit` records that the actor may see, by one statement.

    Names that begin with `text` come first, then the shorter ones.
    """
    statement = Statement()
    where = statement.where(all_of(visible(resource), search_condition(resource, text)), resource.model)
    table = table_of(resource.model)
    rows = await fetch(
        f"SELECT t.id, {label_sql(resource)} AS label FROM {table} t JOIN {table} l ON l.id = t.id"
        f" WHERE {where} LIMIT {statement.bind(_LOOKED_AT)}",
        *statement.args,
    )
    wanted = text.casefold()
    found = [(row["id"], row["label"] or f"#{row['id']}") for row in rows]
    found.sort(key=lambda item: (not item[1].casefold().startswith(wanted), len(item[1]), item[1], item[0]))
    return found[:limit]
