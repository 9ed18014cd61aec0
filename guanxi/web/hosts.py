"""From the host name to the company; everything below works on its database."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from guanxi.company import Directory
from guanxi.context import use_company
from guanxi.errors import GuanxiError
from guanxi.i18n import _

_HOST = re.compile(r"(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?", re.IGNORECASE | re.ASCII)


class UnknownHost(GuanxiError):
    code = "unknown_host"
    status = 421
    message = _("No company is served at this address.")


class CompanyByHost:
    def __init__(self, app: ASGIApp, directory: Directory) -> None:
        self.app = app
        self.directory = directory

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        host = Request(scope).headers.get("host", "")
        if not _HOST.fullmatch(host):
            raise UnknownHost()
        name = host if host.endswith("]") else host.rpartition(":")[0] or host
        company = await self.directory.by_host(name)
        if company is None:
            raise UnknownHost()
        with use_company(company):
            await self.app(scope, receive, send)
