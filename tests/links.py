"""What stands behind a link that a card shows."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

from guanxi import current_company, page
from guanxi.declare.where import all_of
from guanxi.records.query import ListQuery, parse_list_query


async def behind(href: str | None) -> list[dict[str, Any]]:
    """The records that the list at `href` shows the current actor; raises InvalidInput for a filter it cannot take."""
    assert href is not None
    parts = urlsplit(href)
    resource = current_company().catalog.resources[parts.path.removeprefix("/")]
    query = parse_list_query(resource, parse_qsl(parts.query))
    return (await page(resource, ListQuery(where=all_of(query.where), limit=200))).rows
