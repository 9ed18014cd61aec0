from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from guanxi.auth import create_user
from guanxi.company import Directory
from guanxi.context import Company
from guanxi.db import execute, fetch_value
from guanxi.settings import Settings
from guanxi.web import create_app
from tests.conftest import ADMIN_PASSWORD
from tests.kernel.web.browser import Browser

MakeBrowser = Callable[..., Awaitable[Browser]]


@pytest.fixture
def app(shop_directory: Directory) -> object:
    return create_app(shop_directory, Settings(data=shop_directory.data))


@pytest.fixture
async def browser(app: object, shop: Company) -> AsyncIterator[Browser]:
    """Not signed in."""
    async with Browser(app) as made:
        yield made


@pytest.fixture
async def admin(browser: Browser) -> Browser:
    await browser.sign_in("admin", ADMIN_PASSWORD)
    return browser


@pytest.fixture
async def user_of(app: object, in_shop: Company) -> AsyncIterator[MakeBrowser]:
    """Makes a user with exactly these permissions and signs them in: `await user_of("sample_shop.read")`."""
    made: list[Browser] = []

    async def make(*permissions: str, locale: str = "en") -> Browser:
        login = f"user{len(made)}"
        role = await fetch_value(
            "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
            " VALUES ($1, '', $2, 1, now(), now()) RETURNING id",
            login,
            list(permissions),
        )
        await create_user(login, login.title(), ADMIN_PASSWORD, roles=[role], locale=locale)
        await execute("UPDATE guanxi_company SET revision = revision + 1")
        browser = Browser(app)
        made.append(browser)
        await browser.sign_in(login, ADMIN_PASSWORD)
        return browser

    yield make
    for browser in made:
        await browser.aclose()
