"""Seconds until the member card of the portal is painted on a phone that opens it for the first time, on slow 4G."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import uvicorn
from playwright.async_api import Browser, async_playwright
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from benchmarks.harness import HOST, Machine, Result, company_and_app, medians
from crm_core.services import NewCustomer, ensure_customers
from crm_loyalty.services import earn
from guanxi.auth import open_realm_session
from guanxi.cli.listen import listen

ROUNDS = 9
NETWORK = {"offline": False, "latency": 400, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8}
"""milliseconds for an answer to begin; bytes a second"""
_PHONE = {"width": 390, "height": 844}
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_PAINTED = """new Promise(painted => new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (entry.name === "first-contentful-paint") painted(entry.startTime);
}).observe({type: "paint", buffered: true}))"""
_EMPTY = '<!doctype html><html lang="en"><head><title>x</title></head><body><p>x</p></body></html>'


async def measure(servers: Machine) -> Result:
    """The floor is an empty page without a style sheet over the same network; both are painted by the same browser."""
    async with company_and_app(servers) as (_company, app):
        ids = await ensure_customers([NewCustomer(external_id="bench", name="Harbor Works")])
        await earn(ids["bench"], 1250, "bench")
        cookie = (await open_realm_session("portal", ids["bench"], "Harbor Works")).cookie
        async with (
            _serving(app) as ours,
            _serving(Starlette(routes=[Route("/", _empty)])) as bare,
            _browser() as browser,
        ):
            value, floor = await medians(
                ROUNDS, _first_look(browser, f"{ours}/portal/card", cookie), _first_look(browser, f"{bare}/", "")
            )
    return Result(value, floor, "s")


async def _empty(request: Request) -> HTMLResponse:
    return HTMLResponse(_EMPTY)


@asynccontextmanager
async def _serving(app: ASGIApp) -> AsyncIterator[str]:
    """Its address, in this process."""
    with listen(HOST, 0) as socket:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        serving = asyncio.create_task(server.serve([socket]))
        try:
            yield f"http://{HOST}:{socket.getsockname()[1]}"
        finally:
            server.should_exit = True
            await serving


@asynccontextmanager
async def _browser() -> AsyncIterator[Browser]:
    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    assert path is not None, f"this benchmark needs a browser: one of {', '.join(_BROWSERS)}"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            await browser.close()


def _first_look(browser: Browser, address: str, cookie: str) -> Callable[[], Awaitable[float]]:
    """With nothing in the browser's caches."""

    async def look() -> float:
        context = await browser.new_context(viewport=_PHONE)  # type: ignore[arg-type]  # a typed dict of playwright's
        if cookie:
            await context.add_cookies([{"name": "guanxi_portal", "value": cookie, "domain": HOST, "path": "/portal"}])
        page = await context.new_page()
        network = await context.new_cdp_session(page)
        await network.send("Network.enable")
        await network.send("Network.emulateNetworkConditions", NETWORK)
        answer = await page.goto(address)
        assert answer is not None and answer.status == 200 and page.url == address, page.url
        painted = await page.evaluate(_PAINTED)
        await context.close()
        return float(painted) / 1000

    return look
