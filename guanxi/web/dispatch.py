"""From a path to what answers it, by dictionary look-ups: no list of routes is walked through."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.convertors import Convertor
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import compile_path
from starlette.types import ASGIApp, Receive, Scope, Send

from guanxi.context import Company, current_company, require
from guanxi.declare.access import Access
from guanxi.declare.routes import Page
from guanxi.errors import MethodNotAllowed, NotFound
from guanxi.web import static_files
from guanxi.web.pages import KERNEL_PAGES
from guanxi.web.resource_pages import answer_resource
from guanxi.web.state import is_api, state_of

Handler = Callable[[Request], Awaitable[Response]]
_READS = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Compiled:
    pattern: re.Pattern[str]
    convertors: dict[str, Convertor[Any]]
    page: Page


def compile_pages(pages: tuple[Page, ...] | list[Page]) -> dict[str, list[Compiled]]:
    """By the fixed beginning of the path, up to two parts: `/crm_loyalty/counter`."""
    found: dict[str, list[Compiled]] = {}
    for page in pages:
        pattern, _format, convertors = compile_path(page.path)
        fixed = page.path.partition("{")[0]
        complete = fixed if "{" not in page.path else fixed.rpartition("/")[0]
        key = "/".join(complete.split("/")[:3]).rstrip("/")
        found.setdefault(key, []).append(Compiled(pattern, convertors, page))
    return found


_KERNEL = compile_pages(KERNEL_PAGES)


class Dispatcher:
    def __init__(self) -> None:
        self._api: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if is_api(path):
            scope["guanxi"].route = "api"
            await self._api_app()(scope, receive, send)
            return
        request = Request(scope, receive)
        response = await _answer(request, path)
        await response(scope, receive, send)

    def _api_app(self) -> ASGIApp:
        if self._api is None:
            from guanxi.api import create_api  # late: the two rooms stand side by side

            self._api = create_api()
        return self._api


async def _answer(request: Request, path: str) -> Response:
    company = current_company()
    if "\x00" in path or len(path) > 2000:
        raise NotFound()
    if path.startswith("/static/"):
        state_of(request).route = "static"
        _check_method(request, ("GET",))
        return static_files.serve(request, company, path.removeprefix("/static/"))
    for pages in (_KERNEL, _addon_pages(company)):
        found = _match(pages, path)
        if found is not None:
            return await _page(request, *found)
    return await answer_resource(request, company, path)


def _addon_pages(company: Company) -> dict[str, list[Compiled]]:
    found: dict[str, list[Compiled]] | None = company.cache.get("web.pages")
    if found is None:
        found = company.cache["web.pages"] = compile_pages(
            [page for offer in company.catalog.offers for page in offer.pages]
        )
    return found


def _match(pages: dict[str, list[Compiled]], path: str) -> tuple[Page, dict[str, Any]] | None:
    parts = path.rstrip("/").split("/")
    for length in (3, 2, 1):
        for compiled in pages.get("/".join(parts[:length]), ()) if len(parts) >= length else ():
            matched = compiled.pattern.match(path)
            if matched:
                try:
                    values = {k: compiled.convertors[k].convert(v) for k, v in matched.groupdict().items()}
                except ValueError:
                    continue
                return compiled.page, values
    return None


async def _page(request: Request, page: Page, values: dict[str, Any]) -> Response:
    state_of(request).route = page.path
    request.scope["path_params"] = values
    await guard(request, page.access, page.methods)
    return await page.handler(request)


async def guard(request: Request, access: Access, methods: tuple[str, ...]) -> None:
    require(access)
    _check_method(request, methods)


def _check_method(request: Request, methods: tuple[str, ...]) -> None:
    method = "GET" if request.method in _READS else request.method
    if method not in methods:
        raise MethodNotAllowed()
