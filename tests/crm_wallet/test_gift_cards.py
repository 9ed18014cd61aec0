"""Gift cards: codes, PINs, selling, taking, redeeming, batches."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from crm_wallet import batches, codes, gift_cards, jobs, services
from crm_wallet.errors import (
    CardNotUsable,
    CodesGone,
    NoSuchCard,
    NotEnough,
    NothingToGiveBack,
    OverCeiling,
    SourceTaken,
)
from guanxi import Forbidden, TooManyRequests, clock, enqueue, fetch, fetch_value, transaction
from guanxi.auth import create_user
from guanxi.context import Actor, Company, use_actor
from guanxi.jobs.worker import run_pending
from tests.crm_wallet.conftest import MakeCustomer
from tests.crm_wallet.support import kinds, stands, with_settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def sold(value: int = 10_000, *, with_pin: bool = False) -> tuple[gift_cards.Secret, int]:
    secret = await services.issue_card(value, "CNY", with_pin=with_pin)
    card = await services.find_card(secret.code, secret.pin, caller=secret.code)
    await services.sell_card(card.card_id, value, f"sale:{card.card_id}")
    return secret, card.card_id


async def test_codes_hold_a_hundred_random_bits_and_no_look_alikes() -> None:
    found = {codes.new_code() for _n in range(2_000)}
    assert len(found) == 2_000
    assert all(re.fullmatch(r"([2-9A-HJ-NP-Z]{4}-){4}[2-9A-HJ-NP-Z]{4}", code) for code in found)
    assert len(codes.ALPHABET) == len(set(codes.ALPHABET)) == 32
    assert 5 * (codes.LENGTH - 4) == 80


async def test_a_code_is_read_as_people_type_it_and_stored_as_a_hash(customer: int) -> None:
    secret, id = await sold(with_pin=True)
    typed = f"  {secret.code.lower().replace('-', ' ')} "
    assert (await services.find_card(typed, secret.pin)).card_id == id
    row = (await fetch("SELECT * FROM crm_wallet_card WHERE id = $1", id))[0]
    assert row["last4"] == secret.code[-4:]
    stored = " ".join(str(value) for value in row.values())
    assert secret.code not in stored and codes.plain(secret.code) not in stored and secret.pin not in stored.split()


async def test_a_card_is_worth_nothing_before_it_is_sold(customer: int) -> None:
    secret = await services.issue_card(10_000, "CNY")
    card = await services.find_card(secret.code)
    assert (card.balance, card.usable) == (0, False)
    with pytest.raises(CardNotUsable):
        await services.redeem_card(card.card_id, customer, "redeem:1")
    with pytest.raises(OverCeiling):
        await services.sell_card(card.card_id, 10_001, "sale:1")
    booked = await services.sell_card(card.card_id, 8_000, "sale:2")
    assert await services.sell_card(card.card_id, 8_000, "sale:2") == booked
    with pytest.raises(CardNotUsable):
        await services.sell_card(card.card_id, 8_000, "sale:3")
    assert (await services.find_card(secret.code)).balance == 8_000


async def test_all_of_it_becomes_principal_once(customer: int, make_customer: MakeCustomer) -> None:
    _secret, id = await sold()
    booked = await services.redeem_card(id, customer, "redeem:1")
    assert (booked.principal, booked.bonus) == (10_000, 0)
    assert await services.redeem_card(id, customer, "redeem:1") == booked
    with pytest.raises(SourceTaken):
        await services.redeem_card(id, await make_customer(), "redeem:1")
    with pytest.raises(CardNotUsable):
        await services.redeem_card(id, customer, "redeem:2")
    assert await kinds(customer) == [("gift_card", 10_000, 0)]
    await services.cash_refund(customer, 10_000, "CNY", "till:1")
    assert await services.ledger_differences() == []


async def test_a_part_is_spent_at_the_till_and_comes_back(customer: int) -> None:
    _secret, id = await sold()
    taken = await services.spend_card(id, 6_000, "till:1")
    assert (taken.amount, taken.balance) == (-6_000, 4_000)
    assert await services.spend_card(id, 6_000, "till:1") == taken
    with pytest.raises(SourceTaken):
        await services.spend_card(id, 5_000, "till:1")
    with pytest.raises(NotEnough):
        await services.spend_card(id, 4_001, "till:2")
    back = await services.return_to_card(taken.entry_id, "back:1", 1_000)
    assert await services.return_to_card(taken.entry_id, "back:1", 1_000) == back
    with pytest.raises(NothingToGiveBack):
        await services.return_to_card(taken.entry_id, "back:2", 5_001)
    assert (await services.return_to_card(taken.entry_id, "back:3")).balance == 10_000
    await services.redeem_card(id, customer, "redeem:1")
    assert await stands(customer) == (10_000, 0)
    assert await services.ledger_differences() == []


async def test_a_lost_card_is_blocked_and_found_again(customer: int) -> None:
    _secret, id = await sold()
    await gift_cards.change_state(id, block=True)
    for step in (services.spend_card(id, 1, "till:1"), services.redeem_card(id, customer, "redeem:1")):
        with pytest.raises(CardNotUsable):
            await step
    with pytest.raises(CardNotUsable):
        await gift_cards.change_state(id, block=True)
    await gift_cards.change_state(id, block=False)
    assert (await services.spend_card(id, 1, "till:1")).balance == 9_999


async def test_a_card_is_good_for_three_years_and_stays_owed(customer: int) -> None:
    secret, id = await sold()
    with clock.travel(clock.now() + timedelta(days=3 * 366 + 1)):
        with pytest.raises(CardNotUsable):
            await services.spend_card(id, 1, "till:1")
        card = await services.find_card(secret.code)
        assert (card.balance, card.usable) == (10_000, False)


async def test_the_ceiling_of_a_card_is_a_thousand_yuan(program: Company) -> None:
    with pytest.raises(OverCeiling):
        await services.issue_card(100_001, "CNY")
    with with_settings(card_ceiling=0):
        await services.issue_card(10**9, "CNY")


async def test_a_wrong_code_and_a_wrong_pin_look_the_same(customer: int) -> None:
    secret, _id = await sold(with_pin=True)
    said = set()
    for code, pin in ((codes.new_code(), secret.pin), (secret.code, "12345x"), (secret.code, ""), ("", "")):
        with pytest.raises(NoSuchCard) as refused:
            await services.find_card(code, pin, caller=f"{code}{pin}")
        said.add(str(refused.value.text))
    assert len(said) == 1


async def test_tries_are_limited_for_a_caller_and_for_a_card(customer: int) -> None:
    secret, _id = await sold(with_pin=True)
    with clock.travel(clock.now() + timedelta(minutes=5)):
        for _n in range(gift_cards.TRIES_PER_MINUTE):
            with pytest.raises(NoSuchCard):
                await services.find_card(codes.new_code(), caller="thief")
        with pytest.raises(TooManyRequests):
            await services.find_card(codes.new_code(), caller="thief")
        for n in range(gift_cards.PINS_PER_MINUTE):
            with pytest.raises(NoSuchCard):
                await services.find_card(secret.code, f"{n}", caller=f"thief {n}")
        with pytest.raises(TooManyRequests):
            await services.find_card(secret.code, secret.pin, caller="owner")
    with clock.travel(clock.now() + timedelta(minutes=7)):
        await services.find_card(secret.code, secret.pin, caller="owner")


async def test_a_batch_has_exactly_its_cards_however_often_the_job_runs(program: Company) -> None:
    maker = Actor(kind="user", id=await create_user("maker", "Maker"), name="Maker", elevated=True)
    with use_actor(maker):
        batch = await batches.new_batch("Spring", 10_000, "CNY", 1_203, with_pin=True)
    async with transaction():
        assert await batches.make_part(batch) == 500
    with pytest.raises(ZeroDivisionError):
        async with transaction():
            assert await batches.make_part(batch) == 500
            raise ZeroDivisionError
    with use_actor(maker), pytest.raises(CodesGone):
        await batches.fetch_codes(batch)
    for _n in range(2):
        await enqueue(jobs.MAKE_CARDS, {"batch": batch})
        await run_pending()
    rows = await fetch("SELECT position FROM crm_wallet_card WHERE batch_id = $1 ORDER BY position", batch)
    assert [row["position"] for row in rows] == list(range(1, 1_204))
    sheet = await fetch_value("SELECT string_agg(sealed, ' ') FROM crm_wallet_sheet WHERE batch_id = $1", batch)

    with pytest.raises(Forbidden):
        await batches.fetch_codes(batch)
    with use_actor(maker):
        _batch, lines = await batches.fetch_codes(batch)
        with pytest.raises(CodesGone):
            await batches.fetch_codes(batch)
    assert len({code for _number, code, _pin in lines}) == 1_203
    assert lines[0][1] not in sheet
    assert await fetch_value("SELECT count(*) FROM crm_wallet_sheet") == 0
    number, code, pin = lines[700]
    assert (await services.find_card(code, pin)).number == number
