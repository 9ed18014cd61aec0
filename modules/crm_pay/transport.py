"""Calls to providers over HTTPS. Tests put another one in its place."""

from __future__ import annotations

import asyncio
from http.client import HTTPException
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, build_opener

from crm_pay.errors import ProviderUnavailable
from crm_pay.provider import Call

_SECONDS = 10
_LARGEST = 200_000


class Https:
    async def post(self, call: Call) -> bytes:
        """Raises ProviderUnavailable."""
        return await asyncio.to_thread(_post, call)


def _post(call: Call) -> bytes:
    if not call.url.startswith("https://"):
        raise ProviderUnavailable()
    headers = {"Content-Type": "application/x-www-form-urlencoded", **call.headers}
    request = Request(call.url, urlencode(call.form).encode(), headers)
    try:
        with build_opener().open(request, timeout=_SECONDS) as answer:
            return bytes(answer.read(_LARGEST))
    except (URLError, HTTPException, OSError) as error:
        raise ProviderUnavailable() from error
