"""Vouchers of the points program at the coupons' counter."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from crm_core.permissions import CorePermission
from crm_loyalty import queries, services
from crm_loyalty.models import Reward
from crm_loyalty.permissions import LoyaltyPermission
from crm_offers.counter import PATH
from crm_offers.errors import NoPoints
from crm_offers.permissions import OfferPermission
from crm_offers.trying import WRONG_PER_MINUTE
from guanxi import create, elevated, fetch_value
from guanxi.addons import AvailableAddons
from guanxi.auth import create_user, set_roles
from guanxi.company import Directory, disable, enable
from guanxi.context import SYSTEM, Company, use_actor, use_company
from tests.conftest import ADMIN_PASSWORD
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_offers.support import NOTHING, campaign, coupon, figures, lottery
from tests.kernel.web.browser import Browser, text_of

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("program")]

_PROGRAM = ("crm_loyalty", "crm_referrals", "crm_membership", "crm_community")
"""the points program, and what needs it"""


async def voucher(customer: int, name: str = "Thermos cup") -> str:
    """Its code."""
    await services.earn(customer, 100, f"order:{customer}:{name}")
    with elevated():
        type_id = await queries.main_type()
        made = await create(Reward, {"name": name, "points": 100, "stock": 5, "type_id": type_id})
    return (await services.claim(customer, made.id, f"shop:{customer}:{name}")).code


async def used(code: str) -> bool:
    return bool(await fetch_value("SELECT used_at IS NOT NULL FROM crm_loyalty_voucher WHERE code = $1", code))


async def test_a_voucher_is_shown_then_taken_once(browser: Browser, make_customer: MakeCustomer) -> None:
    await browser.sign_in("admin", ADMIN_PASSWORD)
    code = await voucher(await make_customer())
    shown = await browser.submit(PATH, {"codes": code.lower()})
    assert shown.status_code == 200 and "Thermos cup" in text_of(shown.text) and 'name="redeem"' in shown.text
    assert not await used(code)
    given = {**(await browser.forms(PATH))[PATH], "codes": code, "redeem": "1"}
    answers = [await browser.post(PATH, data=given) for _n in range(2)]
    assert [(answer.status_code, "Redeemed" in text_of(answer.text)) for answer in answers] == [(200, True)] * 2
    assert await used(code)
    again = await browser.submit(PATH, {"codes": code})
    assert "It was taken already." in text_of(again.text) and 'name="redeem"' not in again.text
    refused = await browser.submit(PATH, {"codes": code, "redeem": "1"})
    assert refused.status_code == 409 and "taken already, or is void" in text_of(refused.text)


async def test_a_voucher_and_a_coupon_together_or_neither(browser: Browser, make_customer: MakeCustomer) -> None:
    await browser.sign_in("admin", ADMIN_PASSWORD)
    customer, id = await make_customer(), await campaign(minimum_spend=10_000)
    code, five = await voucher(customer), await coupon(id)
    both = f"{code} {five}, {code}"
    missing = await browser.submit(PATH, {"codes": both})
    assert missing.status_code == 422, "coupons need the order's amount"
    low = await browser.submit(PATH, {"codes": both, "amount": "99", "redeem": "1"})
    assert low.status_code == 409 and not await used(code)
    done = await browser.submit(PATH, {"codes": both, "amount": "200", "redeem": "1"})
    text = text_of(done.text)
    assert done.status_code == 200 and "Thermos cup" in text and "To pay: CN¥195.00" in text
    assert await used(code) and await figures(id) == (1, 1, 500, 20_000)
    other = await voucher(customer, "Towel")
    refused = await browser.submit(PATH, {"codes": f"{other} {five}", "amount": "200", "redeem": "1"})
    assert refused.status_code == 409 and not await used(other)


async def test_a_voided_one(browser: Browser, make_customer: MakeCustomer) -> None:
    await browser.sign_in("admin", ADMIN_PASSWORD)
    code = await voucher(await make_customer())
    entry = await fetch_value("SELECT entry_id FROM crm_loyalty_voucher WHERE code = $1", code)
    await services.reverse(entry, "back:1")
    assert "It is void." in text_of((await browser.submit(PATH, {"codes": code})).text)


async def test_200_tills_at_once(make_customer: MakeCustomer) -> None:
    code = await voucher(await make_customer())
    steps = [services.take_voucher(code, f"till:{n}") for n in range(200)]
    found = await asyncio.gather(*steps, return_exceptions=True)
    assert sum(not isinstance(each, BaseException) for each in found) == 1


async def test_who_may_not_redeem_points_finds_no_voucher(browser: Browser, make_customer: MakeCustomer) -> None:
    code = await voucher(await make_customer())
    permissions: list[Any] = [CorePermission.READ, OfferPermission.READ, OfferPermission.REDEEM]
    await sign_in_as(browser, "till", permissions)
    unknown = await browser.submit(PATH, {"codes": code, "amount": "1"})
    assert "Thermos" not in unknown.text and "bad" in unknown.text
    refused = await browser.submit(PATH, {"codes": code, "amount": "1", "redeem": "1"})
    assert refused.status_code == 409 and not await used(code)
    for n in range(WRONG_PER_MINUTE):
        await browser.submit(PATH, {"codes": f"WRONG{n}", "amount": "1"})
    assert (await browser.submit(PATH, {"codes": code, "amount": "1"})).status_code == 429
    await sign_in_as(browser, "shop", [*permissions, LoyaltyPermission.READ, LoyaltyPermission.REDEEM])
    assert (await browser.submit(PATH, {"codes": code, "redeem": "1"})).status_code == 200
    assert await used(code)


async def sign_in_as(browser: Browser, login: str, permissions: list[Any]) -> None:
    role = await fetch_value(
        "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
        " VALUES ($1, '', $2, 1, now(), now()) RETURNING id",
        login,
        [str(permission) for permission in permissions],
    )
    user = await create_user(login, login.title(), password=ADMIN_PASSWORD)
    await set_roles(user, [role])
    browser.cookies.clear()
    await browser.sign_in(login, ADMIN_PASSWORD)


async def test_without_the_points_program_only_coupons_are_taken(
    shared_directory: Directory, available: AvailableAddons, browser: Browser, make_customer: MakeCustomer
) -> None:
    await browser.sign_in("admin", ADMIN_PASSWORD)
    code = await voucher(await make_customer())
    for name in reversed(_PROGRAM):
        await disable(available, name)
    without = await shared_directory.refresh("test")
    try:
        refused = await browser.submit(PATH, {"codes": code, "amount": "1", "redeem": "1"})
        assert refused.status_code == 409
        with use_company(without), use_actor(SYSTEM), pytest.raises(NoPoints):
            await lottery(NOTHING, ticket_points=5)
        five = await coupon_in(without)
        done = await browser.submit(PATH, {"codes": five, "amount": "10", "redeem": "1"})
        assert done.status_code == 200 and "To pay: CN¥5.00" in text_of(done.text)
    finally:
        with use_company(without), use_actor(SYSTEM):
            for name in _PROGRAM:
                await enable(available, name)
        await shared_directory.refresh("test")
    assert not await used(code)


async def coupon_in(company: Company) -> str:
    with use_company(company), use_actor(SYSTEM):
        return await coupon(await campaign())
