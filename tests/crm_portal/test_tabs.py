"""The bar of tabs holds what a screen has room for; the rest stands behind "More", which needs no script."""

from __future__ import annotations

import re

import pytest

from crm_portal.tabs import DESK, PHONE, Tab, placed
from guanxi import Text
from guanxi.context import Company
from tests.crm_portal.support import customer, enter
from tests.kernel.web.browser import Browser

MAIN = {3, 4, 5}


def _bars(count: int) -> tuple[list[int], list[int]]:
    """What a phone and what a desk shows of so many tabs, the first of which is the home."""
    tabs = placed([Tab(f"/portal/{at}", Text(str(at)), "star", main=at == 0 or at in MAIN) for at in range(count)])
    assert [tab.href for tab in tabs] == [f"/portal/{at}" for at in range(count)]
    return [at for at, tab in enumerate(tabs) if tab.phone], [at for at, tab in enumerate(tabs) if tab.desk]


@pytest.mark.parametrize(
    ("count", "phone", "desk"),
    [
        (2, [0, 1], [0, 1]),
        (PHONE, [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]),
        (6, [0, 3, 4, 5], [0, 1, 2, 3, 4, 5]),
        (DESK, [0, 3, 4, 5], [0, 1, 2, 3, 4, 5, 6, 7]),
        (10, [0, 3, 4, 5], [0, 1, 2, 3, 4, 5, 6]),
    ],
)
def test_the_main_tabs_have_a_place_first_and_more_takes_one(count: int, phone: list[int], desk: list[int]) -> None:
    assert _bars(count) == (phone, desk)


def test_a_tab_holds_the_pages_below_it() -> None:
    home, data = (
        Tab("/portal", Text("Home"), "home"),
        Tab("/portal/my-data", Text("x"), "user", also=("/portal/password",)),
    )
    assert home.holds("/portal") and not home.holds("/portal/my-data")
    for path, held in (
        ("/portal/my-data", True),
        ("/portal/my-data/email", True),
        ("/portal/password", True),
        ("/portal/my-data2", False),
    ):
        assert data.holds(path) is held


async def test_where_all_tabs_fit_there_is_no_more(phone: Browser, inside: Company) -> None:
    await enter(phone, await customer("Harbor Works"))
    page = (await phone.get("/portal/my-data")).text
    bar = page[page.index('<nav class="tabs"') : page.index("</nav>")]
    assert re.findall(r'<li><a href="([^"]+)"', bar) == [
        "/portal",
        "/portal/notes",
        "/portal/letters",
        "/portal/my-data",
    ]
    assert "<details" not in bar and bar.count('href="/portal/my-data" aria-current="page"') == 1
