"""Bodies in, answers out."""

from __future__ import annotations

from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from guanxi.errors import InvalidInput, MalformedRequest
from guanxi.i18n import _
from guanxi.records.json_out import dumps


def json_answer(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(dumps(value), status, headers, media_type="application/json")


class SecretAnswer(Response):
    """An answer with a secret in it. Kept for a call that is repeated is only that it was given."""

    def __init__(self, value: Any) -> None:
        super().__init__(dumps(value), media_type="application/json")


def body_to_keep(answer: Response) -> bytes:
    """What an `Idempotency-Key` keeps of an answer: all of it but secrets."""
    if isinstance(answer, SecretAnswer):
        return dumps({"message": str(_("This was done; its answer held a secret and was shown once.")), "data": {}})
    return bytes(answer.body)


def decode(body: bytes) -> Any:
    """Raises MalformedRequest on anything but one JSON value (NaN and Infinity are none)."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise MalformedRequest(_("The body is no valid JSON.")) from error


async def json_body(request: Request, *, required: bool = True) -> Any:
    """The decoded body. Raises MalformedRequest where it is no JSON or is not declared to be."""
    body = await request.body()
    if not body and not required:
        return {}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and not kind.endswith("+json"):
        raise MalformedRequest(_("The body must be application/json."))
    return decode(body)


def take_confirmation(body: Any, asks: bool) -> bool:
    """Whether the caller says yes to all that may be asked; `confirmed` is taken out of the body."""
    if not asks or not isinstance(body, dict):
        return False
    confirmed = body.pop("confirmed", False)
    if not isinstance(confirmed, bool):
        raise InvalidInput({"confirmed": _("Choose yes or no.")})
    return confirmed


def revision_of(request: Request, body: Any) -> int | None:
    """The revision that the caller has read, from If-Match or the body; None where it says none."""
    header = request.headers.get("if-match")
    if header is not None and header != "*":
        text = header.strip().removeprefix("W/").strip('"')
        if not text.isascii() or not text.isdigit() or len(text) > 9:
            raise InvalidInput({"If-Match": _('Give the revision, such as "3".')})
        return int(text)
    revision = body.get("revision") if isinstance(body, dict) else None
    if revision is not None and (not isinstance(revision, int) or isinstance(revision, bool)):
        raise InvalidInput({"revision": _("Enter a whole number.")})
    return revision
