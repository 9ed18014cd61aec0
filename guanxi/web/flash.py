"""A message that the next page shows once: in a cookie that only this browser sees."""

from __future__ import annotations

import base64
import binascii
from typing import Literal

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from guanxi.i18n import Text
from guanxi.web.state import state_of

COOKIE = "guanxi_flash"
_LONGEST = 400


class Flash(msgspec.Struct, frozen=True):
    text: str
    tone: Literal["ok", "warn", "bad"] = "ok"
    undo: str = ""
    """where the button of the message posts to"""
    next: str = ""
    """the page to see after that"""


def go_to(
    request: Request,
    path: str,
    message: Text | None = None,
    *,
    tone: Literal["ok", "warn", "bad"] = "ok",
    undo: str = "",
) -> Response:
    """The answer to a form that was taken: another page, with a message. `path` is one of ours.

    `undo`: the address of a page that takes it back, posted to with `path` as `next`.
    """
    response = RedirectResponse(path, status_code=303)
    if message is not None:
        flash = msgspec.json.encode(Flash(str(message)[:_LONGEST], tone, undo, path if undo else ""))
        response.set_cookie(
            COOKIE,
            base64.urlsafe_b64encode(flash).decode().rstrip("="),
            max_age=60,
            httponly=True,
            samesite="lax",
            secure=state_of(request).settings.secure_cookies,
        )
    return response


def take_flash(request: Request) -> tuple[Flash | None, bool]:
    """The message, if there is a readable one, and whether its cookie is to go."""
    raw = request.cookies.get(COOKIE)
    if not raw:
        return None, False
    try:
        padded = raw.encode("ascii") + b"=" * (-len(raw) % 4)
        return msgspec.json.decode(base64.urlsafe_b64decode(padded), type=Flash), True
    except (ValueError, msgspec.MsgspecError, binascii.Error, UnicodeError):
        return None, True
