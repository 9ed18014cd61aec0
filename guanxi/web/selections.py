"""Which records of a list were chosen: check boxes named `chosen`, or `ids` with all of them from the page before."""

from __future__ import annotations

from starlette.requests import Request

from guanxi.errors import InvalidInput
from guanxi.i18n import _
from guanxi.records.bulk import MAX_AT_ONCE
from guanxi.records.values import number_from
from guanxi.web.state import form_of, posted


async def chosen_ids(request: Request) -> tuple[int, ...]:
    """In order, each once. Raises InvalidInput on what is no id, and on more than a page can show."""
    boxes = [value for value in (await posted(request)).getlist("chosen") if isinstance(value, str)]
    kept = [text for text in (await form_of(request)).get("ids", "").split(",") if text]
    texts = boxes + kept
    if len(texts) > MAX_AT_ONCE:
        raise InvalidInput(message=_("At most {limit} records can be chosen one by one.", limit=MAX_AT_ONCE))
    ids = {number_from(text) for text in texts}
    if None in ids:
        raise InvalidInput(message=_("The form is not complete. Reload the page and try again."))
    return tuple(sorted(id for id in ids if id is not None))
