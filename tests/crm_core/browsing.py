"""A browser on the pages of this add-on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from guanxi.company import Directory
from guanxi.settings import Settings
from guanxi.web import create_app
from tests.conftest import ADMIN_PASSWORD
from tests.kernel.web.browser import Browser


@asynccontextmanager
async def signed_in(
    directory: Directory, login: str = "admin", password: str = ADMIN_PASSWORD
) -> AsyncIterator[Browser]:
    async with Browser(create_app(directory, Settings(data=directory.data))) as browser:
        await browser.sign_in(login, password)
        yield browser


@asynccontextmanager
async def visitor(directory: Directory) -> AsyncIterator[Browser]:
    async with Browser(create_app(directory, Settings(data=directory.data))) as browser:
        yield browser
