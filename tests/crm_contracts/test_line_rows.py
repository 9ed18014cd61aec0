"""What of a line stands in its row, and what is folded away below it."""

from __future__ import annotations

import re

import pytest

from guanxi.company import Directory
from guanxi.context import Company
from guanxi.settings import Settings
from guanxi.web import create_app
from tests.conftest import ADMIN_PASSWORD
from tests.crm_contracts.support import confirmed, draft, line, monthly
from tests.kernel.web.browser import Browser

CONTRACTS = "/crm_contracts/contracts"
FOLDED = ("unit", "tax_rate", "recurrence", "interval", "billing", "free_periods", "cap", "included", "period_cap")


@pytest.fixture
def app(directory: Directory) -> object:
    return create_app(directory, Settings())


def rows_of(page: str) -> list[str]:
    table = page.partition('data-lines="lines"')[2].partition("</table>")[0]
    return table.split("<tbody>")[1:]


async def test_a_row_holds_what_everybody_needs(app: object, inside: Company) -> None:
    contract = await draft(monthly(unit="箱"), line())
    async with Browser(app) as browser:
        await browser.sign_in("admin", ADMIN_PASSWORD)
        page = (await browser.get(f"{CONTRACTS}/{contract.id}")).text
        one, other, *empty = rows_of(page)
        assert re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', page.partition('data-lines="lines"')[2])[:6] == [
            *("Product", "Description", "Quantity", "Unit price", "Discount (%)", "Amount")
        ]
        seen, folded = one.split("<details")
        for name in FOLDED:
            assert f'name="lines-0-{name}"' in folded and f'name="lines-0-{name}"' not in seen
        assert ">Unit: 箱 · Charged: Month</span></summary>" in folded
        assert "<summary>More</summary>" in other
        assert len(empty) == 3 and " required" not in one + empty[0]
        assert page.count('<datalist id="offers-lines-unit">') == 1


async def test_what_is_wrong_in_the_fold_is_open(app: object, inside: Company) -> None:
    contract = await draft(line(), line())
    async with Browser(app) as browser:
        await browser.sign_in("admin", ADMIN_PASSWORD)
        answer = await browser.submit(f"{CONTRACTS}/{contract.id}", {"lines-1-free_periods": "-1"})
        assert answer.status_code == 422
        assert '<a href="#f-lines-1-free_periods">Free periods</a>' in answer.text
        one, other, *_ = rows_of(answer.text)
        assert '<details class="more">' in one and '<details class="more" open>' in other


async def test_a_contract_that_is_confirmed_shows_its_folds_too(app: object, inside: Company, unprinted: None) -> None:
    contract = await confirmed(monthly(cap=50_000))
    async with Browser(app) as browser:
        await browser.sign_in("admin", ADMIN_PASSWORD)
        [row] = rows_of((await browser.get(f"{CONTRACTS}/{contract.id}")).text)
        assert "At most in all: CN¥500.00" in row
        assert row.count("<input") == row.count('colspan="6"') == 1
