"""A form that is sent twice has its effect once: the second press of a button gets the first one's answer."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Awaitable, Callable, Mapping

from starlette.responses import RedirectResponse, Response

from guanxi.db import whole
from guanxi.records.idempotency import claim_key, keep_answer

FIELD = "_once"


def new_token() -> str:
    """For the hidden field `_once` of a form that makes something."""
    return secrets.token_urlsafe(12)


def sent_key(form: Mapping[str, str], *more: object) -> str | None:
    """A key for this very form with these values, and `more` that belongs to it; None for a form without a token."""
    if not form.get(FIELD):
        return None
    sent = [*(f"{name}={value}" for name, value in sorted(form.items()) if name != "_csrf"), *map(str, more)]
    return hashlib.sha256("\n".join(sent).encode("utf-8", "replace")).hexdigest()


async def once(form: Mapping[str, str], here: str, write: Callable[[], Awaitable[Response]]) -> Response:
    """`write` in one transaction, unless this very form was carried out already.

    The same page sent again with other values counts as another form. What `write` raises leaves the form unused.
    A repeated form is led to where the first one was, or `here` where that was a page of its own.
    """
    digest = sent_key(form, here)
    if digest is None:
        return await write()
    key = f"form:{digest}"

    async def write_once() -> Response:
        kept = await claim_key(key, digest)
        if kept is not None:
            return RedirectResponse(kept.body.decode(), 303)
        response = await write()
        await keep_answer(key, 303, response.headers.get("location", here).encode())
        return response

    return await whole(write_once)
