"""Calls to providers over HTTPS. Tests put another one in its place."""

from __future__ import annotations

import asyncio
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from crm_pay.errors import ProviderUnavailable
from crm_pay.provider import Call, Reply

_SECONDS = 10
_LARGEST = 1_000_000


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **more: Any) -> None:
        """Keys go nowhere else."""


class Https:
    async def send(self, call: Call) -> Reply:
        return await asyncio.to_thread(_send, call)


def _send(call: Call) -> Reply:
    if not call.url.startswith("https://"):
        raise ProviderUnavailable()
    content = call.content if call.form is None else urlencode(call.form).encode()
    kind = {} if call.form is None else {"Content-Type": "application/x-www-form-urlencoded"}
    request = Request(call.url, content, {**kind, **call.headers})
    try:
        with build_opener(_NoRedirects).open(request, timeout=_SECONDS) as answer:
            return _reply(answer)
    except HTTPError as error:
        with error:
            return _refused(error)
    except (URLError, HTTPException, OSError) as error:
        raise ProviderUnavailable() from error


def _refused(error: HTTPError) -> Reply:
    """Raises ProviderUnavailable for what is not a refusal."""
    if error.code < 400 or error.code >= 500:
        raise ProviderUnavailable() from error
    try:
        return _reply(error)
    except (HTTPException, OSError) as broken:
        raise ProviderUnavailable() from broken


def _reply(answer: Any) -> Reply:
    headers = {str(name).lower(): str(value) for name, value in answer.headers.items()}
    return Reply(int(answer.status), bytes(answer.read(_LARGEST)), headers)
