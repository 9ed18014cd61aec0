"""Finding records by what their texts and files say."""

from __future__ import annotations

from dataclasses import dataclass

from guanxi.context import require
from guanxi.db import fetch
from guanxi.declare.resources import Resource
from guanxi.fulltext.grams import grams, terms_of
from guanxi.records.reading import label_sql
from guanxi.records.rules import visible
from guanxi.records.sql import Statement, escape_like, table_of

MOST = 50
_BEFORE, _SHOWN = 40, 200
"""characters of the text before the first match, and in all"""


@dataclass(frozen=True, slots=True)
class Hit:
    record_id: int
    label: str
    file: str
    """its name; empty: the record itself"""
    token: str
    """the file's, for its address"""
    excerpt: str


async def find_texts(resource: Resource, query: str, *, limit: int = MOST) -> list[Hit]:
    """The newest records that the actor may see whose text, or a file of theirs, has all terms of the query.

    Nothing for a query without a term of two characters or more. Raises Forbidden.
    """
    require(resource.read)
    terms = terms_of(query)
    if not terms:
        return []
    statement = Statement()
    where = statement.where(visible(resource), resource.model)
    wanted = statement.bind(sorted({gram for term in terms for gram in grams(term)}))
    like = statement.bind([f"%{escape_like(term)}%" for term in terms])
    at = f"strpos(lower(x.body), lower({statement.bind(terms[0])}::text))"
    table = table_of(resource.model)
    rows = await fetch(
        f"SELECT x.record_id, ({label_sql(resource)}) AS label, COALESCE(f.name, '') AS file,"
        f" COALESCE(f.token, '') AS token, substr(x.body, GREATEST(1, {at} - {_BEFORE}), {_SHOWN}) AS excerpt"
        f" FROM guanxi_text x JOIN {table} t ON t.id = x.record_id JOIN {table} l ON l.id = t.id"
        f" LEFT JOIN guanxi_file f ON f.id = x.file_id"
        f" WHERE x.resource = {statement.bind(resource.key)} AND x.grams @> {wanted}::int[]"
        f" AND x.body ILIKE ALL({like}::text[]) AND {where}"
        f" ORDER BY x.record_id DESC, x.file_id DESC NULLS FIRST LIMIT {statement.bind(limit)}",
        *statement.args,
    )
    return [
        Hit(row["record_id"], row["label"] or f"#{row['record_id']}", row["file"], row["token"], row["excerpt"])
        for row in rows
    ]


def marked(excerpt: str, query: str) -> list[tuple[str, bool]]:
    """The excerpt in pieces, each with whether it is one of the query's terms."""
    terms = [term.casefold() for term in terms_of(query)]
    pieces: list[tuple[str, bool]] = []
    start = place = 0
    folded = excerpt.casefold()
    if len(folded) != len(excerpt):  # some letter has become two: places do not agree any more
        return [(excerpt, False)]
    while place < len(excerpt):
        found = next((term for term in terms if folded.startswith(term, place)), None)
        if found is None:
            place += 1
            continue
        pieces += [(excerpt[start:place], False), (excerpt[place : place + len(found)], True)]
        start = place = place + len(found)
    pieces.append((excerpt[start:], False))
    return [piece for piece in pieces if piece[0]]
