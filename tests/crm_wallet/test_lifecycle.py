"""Disabling takes every trace away, enabling brings the money back; settings, demo data, and a person's file."""

from __future__ import annotations

import msgspec
import pytest

from crm_core.extensions import CUSTOMER_PANELS, PERSONAL_DATA
from crm_portal.extensions import PORTAL_SECTIONS
from crm_receivables.extensions import INVOICE_PANELS
from crm_wallet import privacy, services
from crm_wallet.choices import RefundedBonus, SpendOrder
from crm_wallet.demo import make_demo
from crm_wallet.settings import WalletSettings
from guanxi import NotFound, fetch, fetch_value, settings_of, transaction
from guanxi.addons import AvailableAddons
from guanxi.company import Directory, disable, enable, save_settings
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.declare.catalog import Catalog
from guanxi.settings import Settings
from guanxi.web import create_app
from tests.conftest import ADMIN_PASSWORD
from tests.crm_wallet.conftest import MakeCustomer
from tests.crm_wallet.support import fill, stands
from tests.kernel.web.browser import Browser

pytestmark = pytest.mark.asyncio(loop_scope="module")


ABOVE = ("crm_receivables", "crm_bank", "crm_collection", "crm_pay", "crm_membership")
"""what has to be disabled with receivables, last first"""


def traces(catalog: Catalog) -> list[str]:
    found = [key for key in (*catalog.resources, *catalog.jobs, *catalog.permissions) if "crm_wallet" in key]
    found += [menu.href for offer in catalog.offers for menu in offer.menus if "crm_wallet" in menu.href]
    found += [each.name for each in catalog.extensions(CUSTOMER_PANELS) if each.name == "wallet"]
    found += [each.name for each in catalog.extensions(INVOICE_PANELS) if each.name == "wallet"]
    found += [each.name for each in catalog.extensions(PORTAL_SECTIONS) if each.name == "wallet"]
    found += [each.name for each in catalog.extensions(PERSONAL_DATA) if each.name == "wallet"]
    found += [s.name for group in catalog.subscriptions.values() for s in group if s.addon == "crm_wallet"]
    return found


async def test_disabling_leaves_no_trace_and_enabling_brings_the_money_back(
    shared_directory: Directory, available: AvailableAddons, program: Company, customer: int
) -> None:
    await fill(customer, 1_000, 100)
    assert len(traces(program.catalog)) > 30
    await disable(available, "crm_wallet")
    without = await shared_directory.refresh("test")
    assert traces(without.catalog) == []
    with use_company(without), use_actor(SYSTEM):
        await enable(available, "crm_wallet")
    again = await shared_directory.refresh("test")
    assert traces(again.catalog) == traces(program.catalog)
    with use_company(again), use_actor(SYSTEM):
        assert await stands(customer) == (1_000, 100)
        await services.spend(customer, 1_100, "CNY", "shop:1")
        assert await services.ledger_differences() == []


async def test_without_receivables_wallets_pay_no_invoices(
    shared_directory: Directory, available: AvailableAddons, program: Company, customer: int
) -> None:
    for name in reversed(ABOVE):
        await disable(available, name)
    without = await shared_directory.refresh("test")
    try:
        (section,) = [each for each in without.catalog.extensions(PORTAL_SECTIONS) if each.name == "wallet"]
        with use_company(without), use_actor(SYSTEM):
            await fill(customer, 1_000)
            assert len(await section.blocks(customer)) == 2
            for action in section.actions:
                with pytest.raises(NotFound):
                    await action.question(customer, customer + 1)
        async with Browser(create_app(shared_directory, Settings())) as browser:
            await browser.sign_in("admin", ADMIN_PASSWORD)
            assert (await browser.get("/crm_wallet/pay/1")).status_code == 404
            assert (await browser.get("/crm_wallet/wallets")).status_code == 200
    finally:
        with use_company(without), use_actor(SYSTEM):
            for name in ABOVE:
                await enable(available, name)
        await shared_directory.refresh("test")


async def test_settings_are_stored(shared_directory: Directory, program: Company) -> None:
    form = program.catalog.settings[WalletSettings][1]
    values = {
        "order": "bonus",
        "refunded_bonus": "keep",
        "grace_days": 7,
        "hold_minutes": 5,
        "wallet_ceiling": 0,
        "card_ceiling": 500,
        "card_years": 5,
        "adjust_limit": 10,
    }
    await save_settings(form, values)
    with use_company(await shared_directory.refresh("test")):
        found = settings_of(WalletSettings)
    assert msgspec.to_builtins(found) == values
    await save_settings(form, msgspec.to_builtins(WalletSettings()))
    assert (found.order, found.refunded_bonus) == (SpendOrder.BONUS, RefundedBonus.KEEP)


async def test_demo_data_balances(make_customer: MakeCustomer) -> None:
    for _n in range(12):
        await make_customer()
    async with transaction():
        await make_demo()
    assert await fetch_value("SELECT count(*) FROM crm_wallet_wallet") == 12
    assert await services.ledger_differences() == []


async def test_a_person_with_stored_value_is_not_forgotten(customer: int) -> None:
    await fill(customer, 1_000)
    await services.grant_cash_back(customer, 50, "CNY", f"person:{customer}", "For Ms. Wang")
    (told,) = await privacy.PERSONAL.load(customer)
    assert (told["kind"], told["principal"], told["currency"]) == ("top_up", 1_000, "CNY")
    assert [str(each) for each in await privacy.PERSONAL.obstacles(customer)] == [
        "CN¥10.00 of stored value is left: spend or refund it first."
    ]
    await services.cash_refund(customer, 1_000, "CNY", "till:1")
    assert await privacy.PERSONAL.obstacles(customer) == []
    await privacy.PERSONAL.erase(customer)
    assert [row["reason"] for row in await fetch("SELECT reason FROM crm_wallet_cash_back")] == [""]
    assert await services.ledger_differences() == []
