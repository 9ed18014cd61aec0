"""What migrations do to points that are there."""

from __future__ import annotations

from pathlib import Path

import pytest

import crm_loyalty
import crm_wallet
from crm_loyalty import ledger, queries, services
from crm_loyalty.choices import RewardKind
from crm_loyalty.ledger import NewPoints
from crm_loyalty.models import PointType, Reward
from crm_wallet import services as wallet
from guanxi import clock, create, fetch, fetch_value
from guanxi.db import migrations
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.tiers import changes, stored

pytestmark = pytest.mark.asyncio(loop_scope="module")
FOLDER = Path(crm_loyalty.__file__).parent / "migrations"
WALLET = Path(crm_wallet.__file__).parent / "migrations"


async def test_accounts_of_before_get_members_and_go_back_without_points_of_other_types(
    make_customer: MakeCustomer,
) -> None:
    one, other = await make_customer(), await make_customer()
    await create(Reward, {"name": "Cup", "points": 10, "stock": 5, "type_id": await queries.main_type()})
    stamps = await create(PointType, {"code": "stamps", "name": "Stamps"})
    await create(Reward, {"name": "Coffee", "points": 5, "stock": 5, "type_id": stamps.id})
    await services.earn(one, 700, "order:1")
    held = await services.hold(one, 50, "cart:1")
    spent = await services.redeem(one, 100, "shop:1")
    await services.earn(other, 30, "order:2")
    before = [await services.balance(each) for each in (one, other)]
    await services.earn(other, 9, "visit:1", type="stamps")

    await migrations.downgrade("crm_loyalty", FOLDER, to="5_merging.py")
    old = "SELECT customer_id, card_number, balance, growth, held FROM crm_loyalty_account ORDER BY id"
    assert [tuple(row) for row in await fetch(old)] == [
        (one, before[0].card_number, 600, 700, 50),
        (other, before[1].card_number, 30, 30, 0),
    ]
    assert await fetch_value("SELECT name FROM crm_loyalty_reward") == "Cup"
    await fetch("SELECT * FROM crm_loyalty_spend('redeem', $1, 10, 'shop:2', '', now(), NULL, '')", one)

    await migrations.upgrade("crm_loyalty", FOLDER)
    after = [await services.balance(each) for each in (one, other)]
    assert [each.card_number for each in after] == [each.card_number for each in before]
    assert (after[0].balance, after[0].available, after[0].growth, after[0].tier) == (590, 540, 700, "Silver")
    assert await services.ledger_differences() == []
    assert (await services.reverse(spent.entry_id, "back:1")).balance == 690
    assert (await services.capture(held.hold_id)).balance == 640
    assert await services.ledger_differences() == []


async def test_gifts_of_before_become_void_vouchers(make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    await services.earn(customer, 500, "order:1")
    values = {"name": "Five off", "points": 100, "stock": 5, "type_id": await queries.main_type()}
    gift = await create(Reward, {**values, "kind": RewardKind.CASH_BACK, "gift": "5"})
    cup = await create(Reward, {**values, "name": "Cup"})
    back = await services.claim(customer, gift.id, "shop:1")
    await services.reverse(back.entry_id, "back:1")
    await services.claim(customer, gift.id, "shop:2")
    kept = await services.claim(customer, cup.id, "shop:3")

    await migrations.downgrade("crm_loyalty", FOLDER, to="13_extending.py")
    await migrations.downgrade("crm_wallet", WALLET, to="5_cards.py")
    rows = await fetch("SELECT void FROM crm_loyalty_voucher ORDER BY id")
    assert [row["void"] for row in rows] == [True, True, False]
    rows = await fetch("SELECT active FROM crm_loyalty_reward ORDER BY id")
    assert [row["active"] for row in rows] == [False, True]
    rows = await fetch("SELECT state, remaining FROM crm_wallet_cash_back ORDER BY id DESC LIMIT 2")
    assert [tuple(row) for row in rows] == [("waiting", 500), ("used", 0)]

    await migrations.upgrade("crm_wallet", WALLET)
    await migrations.upgrade("crm_loyalty", FOLDER)
    assert (await services.take_voucher(kept.code, "till:1")).used
    assert (await services.balance(customer)).balance == 300
    assert await services.ledger_differences() == []
    assert await wallet.ledger_differences() == []


async def test_what_was_reached_before_there_were_tier_changes_is_told(make_customer: MakeCustomer) -> None:
    one, other = await make_customer(), await make_customer()
    await services.earn(other, 9, "order:3")
    await migrations.downgrade("crm_loyalty", FOLDER, to="13_extending.py")
    for number, points in enumerate((300, 300, 1_500, 1)):
        given = NewPoints(one, points, f"year:{number}", clock.now(), None, clock.now(), growth=points)
        await ledger.add("points", "earn", [given])
    await ledger.take_back(["year:2"], [1_500], ["back:2"], clamp=False)
    assert (
        await fetch_value(
            "SELECT t.name FROM crm_loyalty_member m JOIN crm_loyalty_tier t ON t.id = m.tier_id"
            " WHERE m.customer_id = $1",
            one,
        )
        == "Silver"
    )
    await migrations.upgrade("crm_loyalty", FOLDER)
    assert await changes(one) == [
        ("reached", "Member", "Silver"),
        ("reached", "Silver", "Gold"),
        ("lost", "Gold", "Silver"),
    ]
    assert [await stored(each) for each in (one, other)] == [("Silver", "Silver", None), ("Member", "Member", None)]
    assert await services.ledger_differences() == []
