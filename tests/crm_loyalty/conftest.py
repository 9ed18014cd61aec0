"""Customers with points."""

from __future__ import annotations

import itertools
from collections.abc import Awaitable, Callable

import pytest

from guanxi import clock, fetch_value
from guanxi.context import Company

MakeCustomer = Callable[..., Awaitable[int]]


@pytest.fixture(autouse=True)
def wide_pool(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixteen real connections for the company of each test."""
    monkeypatch.setenv("GUANXI_DB_POOL", "16")


@pytest.fixture
def make_customer(inside: Company) -> MakeCustomer:
    """`await make_customer()` -> the id of a new customer, owned by nobody or by `owner_id`."""
    numbers = itertools.count(1)

    async def make(owner_id: int | None = None) -> int:
        number = next(numbers)
        return int(
            await fetch_value(
                "INSERT INTO crm_core_customer (revision, created_at, updated_at, code, kind, name, name_key, name_region,"
                " trade_name, name_business, legal_form, stage, country, phone, mobile, email, fax, website, address,"
                " postcode, tax_number, introduction, owner_id, trading, locale, archived)"
                " VALUES (1, $1, $1, $2, 'person', $2, $2, '', '', '', '', 'potential', 'CN', '', '', '', '', '', '',"
                " '', '', '', $3, false, 'zh_CN', false) RETURNING id",
                clock.now(),
                f"L{number:05}",
                owner_id,
            )
        )

    return make


@pytest.fixture
async def customer(make_customer: MakeCustomer) -> int:
    return await make_customer()
