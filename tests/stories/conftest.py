"""A Guanxi of real processes with an empty company, and the browser of the machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from guanxi.addons import AvailableAddons
from tests.conftest import Servers, Template
from tests.sites import open_browser, serving

pytest.register_assert_rewrite("tests.stories.steps")


@pytest.fixture
def site(servers: Servers, available: AvailableAddons, company_template: Template) -> Iterator[str]:
    """The address of `server.py serve` with one company: every add-on enabled, nothing in it."""
    with serving(servers, available, company_template.database) as address:
        yield address


@pytest.fixture
def chromium(site: str) -> Iterator[Browser]:
    """Comes after the site and goes before it: while it is there, this thread can run no other event loop."""
    with open_browser() as browser:
        yield browser
