"""Pages that say what happened, what to do, and lead back."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from guanxi import errors
from guanxi.company import Directory
from guanxi.context import Company
from guanxi.settings import Settings
from guanxi.web import create_app, dispatch, observe
from tests.kernel.web.browser import Browser, text_of
from tests.kernel.web.conftest import MakeBrowser

CASES = {
    403: (errors.Forbidden(), "Ask an administrator"),
    404: (errors.NotFound(), "It may have been deleted"),
    409: (errors.Conflict(), "reload the page"),
    413: (errors.PayloadTooLarge(), "Send less at once"),
    422: (errors.InvalidInput(), "correct what you entered"),
    429: (errors.TooManyRequests(30), "Wait 30 seconds, then try again."),
    500: (errors.GuanxiError(), "We have noted it"),
    503: (errors.Busy(), "Try again in a moment."),
}


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> errors.GuanxiError:
    """Every page of a resource ends in this error."""
    error = CASES[request.param][0]

    async def fail(*_args: object) -> None:
        raise error

    monkeypatch.setattr(dispatch, "answer_resource", fail)
    return error


@pytest.mark.parametrize("failing", CASES, indirect=True)
async def test_every_error_says_what_to_do(
    admin: Browser, browser: Browser, user_of: MakeBrowser, failing: errors.GuanxiError
) -> None:
    answer = await admin.get("/sample_shop/orders", headers={"Referer": "http://testserver/settings?a=1"})
    assert answer.status_code == failing.status
    shown = text_of(answer.text)
    assert str(failing) in shown and CASES[failing.status][1] in shown
    assert f"Request {answer.headers['x-request-id']}" in shown
    assert 'href="/settings?a=1"' in answer.text and 'class="button primary" href="/"' in answer.text
    await admin.submit("/sign-out", page="/account")
    outside = await browser.get("/sample_shop/orders", headers={"Accept-Language": "zh-CN"})
    assert outside.status_code == failing.status
    assert f"请求 {outside.headers['x-request-id']}" in text_of(outside.text)
    assert str(failing) not in text_of(outside.text)
    assert len(re.findall("<h1", outside.text)) == 1


@pytest.mark.parametrize("failing", [429, 503], indirect=True)
async def test_a_wait_is_a_header_too(browser: Browser, failing: errors.GuanxiError) -> None:
    assert (await browser.get("/sample_shop/orders")).headers["retry-after"] == ("30" if failing.status == 429 else "2")


@pytest.mark.parametrize(
    "referer",
    ["https://evil.example/x", "http://testserver//evil.example", "javascript:alert(1)", "http://testserver/nothing"],
)
async def test_the_way_back_is_a_page_of_ours(admin: Browser, referer: str) -> None:
    page = (await admin.get("/nothing", headers={"Referer": referer})).text
    main = page.partition("<main")[2]
    assert "Back" not in text_of(main) and "evil" not in main and "javascript:" not in main


async def test_without_a_company_the_page_is_bare_and_in_the_browsers_language(app: object) -> None:
    transport = httpx.ASGITransport(app)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://unknown.example") as stranger:
        answer = await stranger.get("/", headers={"Accept-Language": "zh-CN"})
        assert answer.status_code == 421
        assert '<html lang="zh-CN">' in answer.text and answer.headers["x-request-id"] in answer.text
        assert "No company" in (await stranger.get("/", headers={"Accept-Language": "en"})).text


async def test_long_waits_are_told_in_minutes(
    shop_directory: Directory, shop: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_args: object) -> None:
        raise errors.TooManyRequests(601)

    monkeypatch.setattr(dispatch, "answer_resource", fail)
    async with Browser(create_app(shop_directory, Settings(data=shop_directory.data))) as browser:
        assert "Wait 11 minutes, then try again." in text_of((await browser.get("/sample_shop/orders")).text)


@pytest.mark.parametrize("path", ["/sign-in", "/api/v1/sample_shop/orders"])
async def test_a_client_that_hangs_up_is_logged_as_that(
    directory: Directory, company: Company, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """In the middle of a request: there is nobody to answer, and nothing of ours has failed."""
    noted: list[tuple[Any, ...]] = []
    monkeypatch.setattr(observe, "log_request", lambda *given, **_where: noted.append(given[:3]))
    parts = iter([{"type": "http.request", "body": b"login=a", "more_body": True}])
    sent: list[Any] = []

    async def receive() -> Any:
        return next(parts, {"type": "http.disconnect"})

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [
        (b"host", b"testserver"),
        (b"origin", b"http://testserver"),
        (b"content-type", b"application/x-www-form-urlencoded"),
        (b"content-length", b"5000"),
    ]
    scope = {
        **{"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http"},
        **{"path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "", "headers": headers},
        **{"client": ("127.0.0.1", 5), "server": ("testserver", 80)},
    }
    await create_app(directory, Settings())(scope, receive, send)
    assert (sent, noted) == ([], [("POST", path, 499)])
