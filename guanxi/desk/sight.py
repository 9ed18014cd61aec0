"""What was told of a record stays with those who may still see it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guanxi.context import current_company, may
from guanxi.i18n import _
from guanxi.records.reading import visible_ids

LOST = _("This was about a record that you may not see any more.")
_RECORD = re.compile(r"/([a-z0-9_]+/[a-z0-9_-]+)/(\d{1,18})(?:[#?/].*)?", re.ASCII)


async def out_of_sight(addresses: Iterable[str]) -> set[str]:
    """Those addresses that lead to records out of the current actor's reach; one statement for each resource."""
    wanted: dict[str, dict[int, set[str]]] = {}
    for address in addresses:
        found = _RECORD.fullmatch(address)
        if found:
            wanted.setdefault(found[1], {}).setdefault(int(found[2]), set()).add(address)
    lost: set[str] = set()
    for key, by_id in wanted.items():
        resource = current_company().catalog.resources.get(key)
        if resource is None:
            continue  # a page that is none of a record, or of an add-on that is not enabled
        seen = await visible_ids(resource, set(by_id)) if may(resource.read) else set()
        lost |= {address for id, some in by_id.items() if id not in seen for address in some}
    return lost
