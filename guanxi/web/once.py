"""A form that is sent twice has its effect once: the second press of a button gets the first one's answer."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Awaitable, Callable, Mapping

from starlette.responses import RedirectResponse, Response

from guanxi.db import transaction
from guanxi.records.idempotency import claim_key, keep_answer

FIELD = "_once"


def new_token() -> str:
    """For the hidden field `_once` of a form that makes something."""
    return secrets.token_urlsafe(12)


async def once(form: Mapping[str, str], here: str, write: Callable[[], Awaitable[Response]]) -> Response:
    """`write` in one transaction, unless this very form was carried out already.

    The same page sent again with other values counts as another form. What `write` raises leaves the form unused.
    A repeated form is led to where the first one was, or `here` where that was a page of its own.
    """
    token = form.get(FIELD, "")
    if not token:
        return await write()
    sent = "\n".join(f"{name}={value}" for name, value in sorted(form.items()) if name != "_csrf")
    digest = hashlib.sha256(sent.encode("utf-8", "replace")).hexdigest()
    key = f"form:{digest}"
    async with transaction():
        kept = await claim_key(key, digest)
        if kept is not None:
            return RedirectResponse(kept.body.decode(), 303)
        response = await write()
        await keep_answer(key, 303, response.headers.get("location", here).encode())
        return response
