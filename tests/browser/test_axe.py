"""Every screen in both languages, light and dark, wide and narrow: axe-core, width, language, scripts and policy.

With `CI` set every combination is looked at, else each pair of language, theme and width.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from guanxi.addons import AvailableAddons
from tests.browser.checks import COLORS, DESK, PHONE, axe, foreign, scrolls_sideways, thin_out
from tests.browser.conftest import Demo, PageAs, Pages, States
from tests.browser.screens import screens, starts_for
from tests.conftest import Servers
from tests.sites import serving

_NOBODY = [
    "/sign-in",
    "/forgot-password",
    "/password/none",
    "/portal/sign-in",
    "/portal/enter?token=none",
    "/portal/with-password",
    "/portal/code",
    "/portal/new-email?token=none",
    "/no-such-page",
]
_PORTAL = [
    "/portal",
    "/portal/card",
    "/portal/password",
    "/portal/my-data",
    "/portal/my-data/change",
    "/portal/my-data/email",
    "/portal/my-data/consents",
    "/portal/referrals/0/code",
    "/portal/crm_referrals/recommended",
    "/portal/community",
    "/portal/crm_community/name",
    "/portal/crm_community/club/1",
    "/portal/crm_community/topic/1",
]
_LOCALES = ["en", "zh_CN"]
_PARTS = 4
"""for several processes to share"""


BOTH = (
    "/guanxi/roles",
    "/guanxi/audit",
    "/crm_core/terms",
    "/crm_core/contact_plans",
    "/crm_core/consent_texts",
    "/crm_core/retention_rules",
    "/crm_collection/levels",
    "/crm_collection/policies",
    "/crm_contracts/price-lists",
    "/crm_contracts/product-lines",
    "/crm_contracts/compare",
    "/crm_contracts/price-indexes",
    "/crm_contracts/products",
    "/crm_contracts/tax-rates",
    "/crm_contracts/types",
    "/crm_contracts/units",
    "/crm_loyalty/campaign",
    "/crm_loyalty/point_types",
    "/crm_loyalty/rewards",
    "/crm_loyalty/tiers",
    "/crm_offers/campaigns",
    "/crm_offers/lotteries",
    "/crm_offers/prizes",
    "/crm_wallet/offers",
    "/crm_care/plans",
    "/crm_membership/plans",
    "/crm_community",
    "/portal/community",
    "/portal/crm_community",
)
"""pages of records that have a name in each language, and of what was written down about them or by customers"""
OTHERS = ("/ui", "/guanxi/mails", "/guanxi/jobs", "/crm_collection/preview")
"""show states by their English names, to developers; mails, in the language of whoever gets them; errors of jobs"""


def _data(demo: Demo, locale: str, path: str) -> str:
    return "\n".join(demo.texts.values()) if path.startswith(BOTH) else demo.texts[locale]


def _look(page: Page, theme: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)


LOOKS = {"en": (("light", DESK), ("dark", PHONE)), "zh_CN": (("dark", DESK), ("light", PHONE))}
"""each language with each theme and each width, and each theme with each width; the page is loaded once for both"""


def _check(page: Page, path: str, demo: Demo, locale: str) -> list[str]:
    page.set_viewport_size(DESK)
    answer = page.goto(path)
    if answer is None or answer.status >= 500:
        return [f"{path} answers {answer and answer.status}"]
    return _check_shown(page, path, demo, locale)


def _check_shown(page: Page, path: str, demo: Demo, locale: str) -> list[str]:
    found = [] if path.startswith(OTHERS) else foreign(page, _data(demo, locale, path))
    thin_out(page)
    for theme, size in LOOKS[locale]:
        _look(page, theme, size)
        found += [*axe(page), *scrolls_sideways(page)]
        if os.environ.get("CI"):  # the other theme differs in nothing but its colors
            _look(page, "light" if theme == "dark" else "dark", size)
            found += axe(page, COLORS)
    return [f"{path}: {problem}" for problem in dict.fromkeys(found)]


def _check_all(page: Page, paths: list[str], demo: Demo, locale: str) -> list[str]:
    return [problem for path in paths for problem in _check(page, path, demo, locale)]


@pytest.fixture(scope="module")
def site(servers: Servers, available: AvailableAddons, demo: Demo) -> Iterator[str]:
    """The demo company as it came: no other test writes to it."""
    with serving(servers, available, demo.database) as address:
        yield address


@pytest.fixture(scope="module")
def administration(browser: Browser, site: str, demo: Demo, states: States) -> list[str]:
    """Every screen that an administrator can reach."""
    pages = Pages(browser, site, demo, states)
    page = pages.open()
    found = screens(page, starts_for(page))
    pages.close()
    assert len(found) > 60
    return found


@pytest.mark.parametrize("part", range(_PARTS))
@pytest.mark.parametrize("locale", _LOCALES)
def test_every_screen_of_an_administrator(
    page_as: PageAs, site: str, demo: Demo, administration: list[str], locale: str, part: int
) -> None:
    problems = _check_all(page_as(locale=locale, site=site), administration[part::_PARTS], demo, locale)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("locale", _LOCALES)
def test_every_screen_of_a_customer_and_of_nobody(page_as: PageAs, site: str, demo: Demo, locale: str) -> None:
    customer, nobody = page_as("portal", locale=locale, site=site), page_as("", locale=locale, site=site)
    problems = _check_all(customer, screens(customer, _PORTAL), demo, locale)
    problems += _check_all(nobody, screens(nobody, [*_NOBODY, demo.verify_path, demo.sign_path]), demo, locale)
    nobody.goto(demo.sign_path)
    nobody.locator("button[value=open]").click()
    nobody.locator("input[value=drawn]").check()
    problems += _check_shown(nobody, demo.sign_path, demo, locale)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("locale", _LOCALES)
def test_what_a_salesperson_may_not_see(page_as: PageAs, site: str, demo: Demo, locale: str) -> None:
    page = page_as("seller", locale=locale, site=site)
    problems = _check_all(page, ["/addons", "/guanxi/users", "/"], demo, locale)
    assert not problems, "\n".join(problems)
