"""What browser tests stand on: a served company with demo data, chromium, and signed-in pages.

    def test_something(page_as: PageAs) -> None:
        page = page_as("admin", locale="zh_CN", theme="dark", width=390)
        page.goto("/crm_core/customers")

- `demo_site`: the address. All tests of this folder share the company, so each makes the records that it changes
  (`create(page, "crm_core/customers", {...})` by the API) and leaves settings, add-ons and roles alone.
- `fresh_site`: an address with a company of the test's own, for tests that change just those; costs seconds.
- `page_as(login, …)`: a new page at `demo_site` (or `site=`) where `login` is signed in.
  Logins, all with the password `ADMIN_PASSWORD`: `admin`, `boss` (manager), `seller` (sales: own customers only),
  `teller` (finance), and the demo's salespeople `li.na`, `wang.wei`, `chen.jie`.
- `page_as("portal")`: a page in the customer portal, as a demo customer; `page_as("")`: nobody is signed in.
- Whatever a page's script or policy complains of fails the test at its end; `page_as(..., quiet=False)` allows it.

Tests are plain functions: while the browser is open, no other event loop can run in this thread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import APIResponse, Browser, BrowserContext, ConsoleMessage, Page, StorageState, expect

from crm_portal.staff import banner
from guanxi.addons import AvailableAddons
from guanxi.auth import create_user, set_password
from guanxi.cli.prepare import load_demo_data
from guanxi.db import fetch
from guanxi.documents import close_process_pool
from guanxi.i18n import LOCALES
from tests.browser.data import written
from tests.conftest import ADMIN_PASSWORD, Servers, Template
from tests.security.world import fill
from tests.sites import open_browser, run, serving

PATIENCE = 15_000
"""Milliseconds"""
HEIGHT = {1440: 900, 390: 844}
STAFF = {"boss": "manager", "seller": "sales", "teller": "finance"}
DEMO_DATABASE = "browser_demo"
expect.set_options(timeout=PATIENCE)
States = dict[tuple[str, str, str], StorageState]
"""Cookies by site, login and language."""
Form = dict[str, str | float | bool]


@dataclass(slots=True)
class Demo:
    database: str
    portal_token: str = ""
    """lets a demo customer into the portal, once"""
    verify_path: str = ""
    """the public page of a contract"""
    sign_path: str = ""
    """where a signatory's link leads"""
    texts: dict[str, str] = field(default_factory=dict)
    """by language of a page, what people wrote that may stand there"""


@pytest.fixture(scope="session")
def demo(servers: Servers, available: AvailableAddons, company_template: Template) -> Demo:
    """The database of a company with every add-on, its demo data and `STAFF`, to copy."""
    made = Demo(DEMO_DATABASE)

    async def fill_company() -> None:
        await load_demo_data()
        for login, role in STAFF.items():
            roles = [row["id"] for row in await fetch("SELECT id FROM guanxi_role WHERE key = $1", role)]
            await create_user(login, login.title(), roles=roles, locale="en")
        for row in await fetch("SELECT id FROM guanxi_user WHERE password_hash = ''"):
            await set_password(row["id"], ADMIN_PASSWORD)
        [link] = await banner("http://localhost")
        [made.portal_token] = parse_qs(urlsplit(link.value).query)["token"]
        [row] = await fetch(
            "SELECT verify_token FROM crm_contracts_contract WHERE state = 'active' ORDER BY id LIMIT 1"
        )
        made.verify_path = f"/crm_contracts/verify/{row['verify_token']}"
        made.sign_path = await _link_to_sign()
        made.texts.update({locale: await written(locale) for locale in LOCALES})
        await close_process_pool()  # the demo prints what is out for signature

    run(fill(servers, available, company_template.database, DEMO_DATABASE, fill_company))
    return made


async def _link_to_sign() -> str:
    [row] = await fetch("SELECT secret_text FROM guanxi_mail WHERE secret_text LIKE '%/crm_contracts/sign?%'")
    path = re.search(r"/crm_contracts/sign\?token=[\w-]+", row["secret_text"])
    assert path is not None
    return path[0]


@pytest.fixture(scope="package")
def demo_site(servers: Servers, available: AvailableAddons, demo: Demo) -> Iterator[str]:
    with serving(servers, available, demo.database) as address:
        yield address


@pytest.fixture
def fresh_site(servers: Servers, available: AvailableAddons, demo: Demo) -> Iterator[str]:
    """The demo company again, for this test alone."""
    with serving(servers, available, demo.database) as address:
        yield address


@pytest.fixture
def empty_site(servers: Servers, available: AvailableAddons, company_template: Template) -> Iterator[str]:
    """A company with every add-on and nothing in it, for this test alone."""
    with serving(servers, available, company_template.database) as address:
        yield address


@pytest.fixture(scope="package")
def browser(demo_site: str) -> Iterator[Browser]:
    """Comes after the servers, which need an event loop to start."""
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="package")
def states(browser: Browser) -> States:
    return {}


class PageAs(Protocol):
    def __call__(
        self,
        login: str = "admin",
        *,
        locale: str = "en",
        theme: str = "light",
        width: int = 1440,
        scripts: bool = True,
        touch: bool = False,
        site: str = "",
        quiet: bool = True,
    ) -> Page: ...


def token_of(page: Page | BrowserContext) -> tuple[str, str]:
    """The CSRF token of a page's session, and the address of its site."""
    answer = page.request.get("/account")
    assert _path(answer) == "/account", f"not signed in: {answer.url}"
    return _token(answer), answer.url.removesuffix("/account")


def _token(answer: APIResponse) -> str:
    return answer.text().partition('name="_csrf" value="')[2].partition('"')[0]


def _path(answer: APIResponse) -> str:
    return urlsplit(answer.url).path


def create(page: Page, resource: str, values: dict[str, Any]) -> int:
    """A new record by the API, as the page's user. Returns its id."""
    token, site = token_of(page)
    answer = page.request.post(f"/api/v1/{resource}", data=values, headers={"X-CSRF-Token": token, "Origin": site})
    assert answer.status == 201, (answer.status, answer.text())
    return int(answer.json()["id"])


class Pages:
    """Makes pages and remembers what they complained of."""

    def __init__(self, browser: Browser, site: str, demo: Demo, states: States) -> None:
        self._browser, self._site, self._demo, self._states = browser, site, demo, states
        self._contexts: list[BrowserContext] = []
        self.complaints: list[str] = []

    def open(
        self,
        login: str = "admin",
        *,
        locale: str = "en",
        theme: str = "light",
        width: int = 1440,
        scripts: bool = True,
        touch: bool = False,
        site: str = "",
        quiet: bool = True,
    ) -> Page:
        """An empty `login` is nobody, `portal` the demo customer."""
        site = site or self._site
        context = self._browser.new_context(
            base_url=site,
            viewport={"width": width, "height": HEIGHT.get(width, 900)},
            locale=locale.replace("_", "-"),
            timezone_id="Asia/Shanghai",
            java_script_enabled=scripts,
            has_touch=touch,
            is_mobile=touch,
            storage_state=self._state(site, login, locale) if login else None,
        )
        self._contexts.append(context)
        context.set_default_timeout(PATIENCE)
        chosen = {"guanxi_locale": locale, "guanxi_theme": theme}
        context.add_cookies([{"name": name, "value": value, "url": site} for name, value in chosen.items()])
        page = context.new_page()
        if quiet:
            self._listen(page)
        return page

    def _listen(self, page: Page) -> None:
        def hear(said: ConsoleMessage) -> None:
            """All but answers that are meant to refuse: a form shown again, a save that came too late."""
            if said.type == "error" and "server responded with a status of 4" not in said.text:
                self.complaints.append(f"{page.url}: {said.text}")

        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("console", hear)

    def _state(self, site: str, login: str, locale: str) -> StorageState:
        """Cookies of a session that is still good, in this language."""
        key = (site, login, locale)
        others = (state for (where, who, _), state in self._states.items() if (where, who) == (site, login))
        state = self._states.get(key) or next(others, None)  # a link into the portal is good once
        context = self._browser.new_context(base_url=site, storage_state=state)
        home, ask = ("/portal", "/portal/language") if login == "portal" else ("/account", "/language")
        answer = context.request.get(home)
        if _path(answer) != home:
            self._sign_in(context, site, login)
            answer = context.request.get(home)
        assert _path(answer) == home, (login, answer.url)
        if f'<html lang="{locale.replace("_", "-")}"' not in answer.text():
            form: Form = {"_csrf": _token(answer), "locale": locale, "next": home}
            changed = context.request.post(ask, form=form, headers={"Origin": site}, max_redirects=0)
            assert changed.status == 303, changed.status
        self._states[key] = context.storage_state()
        context.close()
        return self._states[key]

    def _sign_in(self, context: BrowserContext, site: str, login: str) -> None:
        path = "/sign-in"
        form: Form = {"login": login, "password": ADMIN_PASSWORD}
        if login == "portal":
            path, form = "/portal/enter", {"token": self._demo.portal_token}
        answer = context.request.post(path, form=form, headers={"Origin": site}, max_redirects=0)
        assert answer.status == 303, (login, answer.status, answer.text()[:300])

    def close(self) -> None:
        for context in self._contexts:
            context.close()


@pytest.fixture
def page_as(browser: Browser, demo_site: str, demo: Demo, states: States) -> Iterator[PageAs]:
    pages = Pages(browser, demo_site, demo, states)
    yield pages.open
    pages.close()
    assert pages.complaints == []
