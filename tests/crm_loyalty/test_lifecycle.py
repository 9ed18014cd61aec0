"""Disabling takes every trace away, enabling brings the points back; demo data goes through the services."""

from __future__ import annotations

import msgspec
import pytest

from crm_core.extensions import CUSTOMER_PANELS
from crm_loyalty import services
from crm_loyalty.choices import ExpiredLotPolicy, TakeBackPolicy
from crm_loyalty.demo import make_demo
from crm_loyalty.settings import LoyaltySettings
from guanxi import HOME_CARDS, fetch, fetch_value, settings_of, transaction
from guanxi.addons import AvailableAddons
from guanxi.company import Directory, disable, enable, save_settings
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.declare.catalog import Catalog
from tests.crm_loyalty.conftest import MakeCustomer

pytestmark = pytest.mark.asyncio(loop_scope="module")


def traces(catalog: Catalog) -> list[str]:
    """All that a company's catalog has of this add-on."""
    found = [key for key in (*catalog.resources, *catalog.jobs, *catalog.permissions) if "crm_loyalty" in key]
    found += [menu.href for offer in catalog.offers for menu in offer.menus if "crm_loyalty" in menu.href]
    found += [point for offer in catalog.offers if offer.addon == "crm_loyalty" for point in ("offer",)]
    found += [each.name for each in catalog.extensions(CUSTOMER_PANELS) if each.name == "points"]
    found += [each.name for each in catalog.extensions(HOME_CARDS) if each.name == "points"]
    found += [s.name for group in catalog.subscriptions.values() for s in group if s.addon == "crm_loyalty"]
    return found


async def test_disabling_leaves_no_trace_and_enabling_brings_the_points_back(
    shared_directory: Directory, available: AvailableAddons, program: Company, customer: int
) -> None:
    await services.earn(customer, 120, "order:1")
    await services.redeem(customer, 20, "shop:1")
    before = await services.balance(customer)
    assert len(traces(program.catalog)) > 20
    for needs_it in ("crm_membership", "crm_referrals", "crm_community"):
        await disable(available, needs_it)
    before_disabling = (await shared_directory.refresh("test")).catalog
    await disable(available, "crm_loyalty")
    without = await shared_directory.refresh("test")
    assert traces(without.catalog) == []
    with use_company(without), use_actor(SYSTEM):
        await enable(available, "crm_loyalty")
    again = await shared_directory.refresh("test")
    assert traces(again.catalog) == traces(before_disabling)
    with use_company(again), use_actor(SYSTEM):
        assert await services.balance(customer) == before
        assert (await services.redeem(customer, 100, "shop:2")).balance == 0
        assert await services.ledger_differences() == []


async def test_settings_are_stored(shared_directory: Directory, program: Company) -> None:
    form = program.catalog.settings[LoyaltySettings][1]
    values = {
        "take_back": "clamp",
        "expired_lots": "forfeit",
        "grace_days": 7,
        "pending_days": 14,
        "adjust_alone": 50,
        "warn_days": "30, 7",
        "worth": 500,
        "hold_minutes": 5,
        "soon_days": 14,
        "redemptions_a_day": 5,
        "points_a_day": 5_000,
        "code_above": 1_000,
        "refunds": 4,
        "refund_days": 60,
    }
    await save_settings(form, values)
    with use_company(await shared_directory.refresh("test")):
        found = settings_of(LoyaltySettings)
    assert msgspec.to_builtins(found) == values
    await save_settings(form, msgspec.to_builtins(LoyaltySettings()))
    assert (found.take_back, found.expired_lots) == (TakeBackPolicy.CLAMP, ExpiredLotPolicy.FORFEIT)


async def test_demo_data_balances(make_customer: MakeCustomer) -> None:
    for _n in range(12):
        await make_customer()
    async with transaction():
        await make_demo()
    assert await fetch_value("SELECT count(*) FROM crm_loyalty_account") == 12
    assert await services.ledger_differences() == []
    soon = await fetch("SELECT customer_id FROM crm_loyalty_member ORDER BY id")
    assert any([(await services.balance(row["customer_id"])).expiring_soon for row in soon])
