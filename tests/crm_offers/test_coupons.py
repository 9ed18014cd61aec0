"""The life of coupons: issued, held, redeemed, given back, void, expired."""

from __future__ import annotations

from datetime import date, timedelta

import asyncpg
import pytest

from crm_core.models import Customer
from crm_offers import batches, jobs, ledger, services
from crm_offers.choices import CampaignState
from crm_offers.codes import ALPHABET, hash_of, new_code, plain
from crm_offers.errors import AlreadyReversed, CouponSpent, NoSuchCampaign, NoSuchRedemption, SourceTaken
from crm_offers.models import Campaign
from guanxi import Conflict, GuanxiError, clock, execute, fetch, fetch_value, update
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_offers.support import at, campaign, coupon, events, figures, order, run_job, states

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("program")]


async def refusal(step: object) -> str:
    """The code of what a step raises."""
    with pytest.raises(GuanxiError) as caught:
        await step  # type: ignore[misc]
    return caught.value.code


async def test_codes_have_eighty_bits_and_no_look_alikes() -> None:
    code = new_code()
    assert len(plain(code)) == 16 and set(plain(code)) <= set(ALPHABET) and len(ALPHABET) == 32
    assert not set("01IO") & set(ALPHABET)
    assert hash_of(code) == hash_of(f" {code.lower().replace('-', ' ')} ") != hash_of(new_code())
    assert plain("ａｂ-２") == "AB2"


async def test_issued_redeemed_and_given_back_once() -> None:
    id = await campaign()
    code = await coupon(id)
    done = await services.redeem(order(code, amount=1500))
    assert (done.amount, done.discount, [each.code for each in done.coupons]) == (1500, 500, [code])
    assert await figures(id) == (1, 1, 500, 1500)
    assert await refusal(services.redeem(order(code, source="order:2"))) == "offers_redeemed"
    await services.reverse(done.redemption_id, "back:1")
    await services.reverse(done.redemption_id, "back:1")
    with pytest.raises(AlreadyReversed):
        await services.reverse(done.redemption_id, "back:2")
    with pytest.raises(NoSuchRedemption):
        await services.reverse(2**40, "back:3")
    assert await figures(id) == (1, 0, 0, 0)
    again = await services.redeem(order(code, source="order:2"))
    with pytest.raises(SourceTaken):
        await services.reverse(again.redemption_id, "back:1")
    assert await events(id) == [("issue", 0), ("redeem", 500), ("reverse", -500), ("redeem", 500)]
    assert await services.campaign_differences() == []


async def test_each_source_books_once() -> None:
    id, other = await campaign(), await campaign()
    first = await services.issue(id, None, "a")
    assert await services.issue(id, None, "a") == first
    with pytest.raises(SourceTaken):
        await services.issue(other, None, "a")
    done = await services.redeem(order(first.code))
    assert await services.redeem(order(first.code.lower())) == done
    with pytest.raises(SourceTaken):
        await services.redeem(order(first.code, amount=1))
    with pytest.raises(SourceTaken):
        await services.redeem(order(await coupon(id, "b")))
    assert await figures(id) == (2, 1, 500, 10_000)


async def test_several_coupons_on_an_order_all_or_none() -> None:
    five = await campaign(stacking="one_each")
    tenth = await campaign(worth="percent", percent=1000, stacking="one_each")
    codes = [await coupon(five), await coupon(tenth, "b")]
    assert await refusal(services.redeem(order(*codes, "NOSUCHCODE"))) == "offers_unknown"
    assert await refusal(services.redeem(order(codes[0], codes[0]))) == "offers_twice"
    assert await refusal(services.redeem(order(codes[0], await coupon(five, "c")))) == "offers_stacking"
    assert await states(five) == ["issued", "issued"]
    done = await services.redeem(order(*codes))
    assert (done.discount, len(done.coupons)) == (1500, 2)
    assert await figures(five) == (2, 1, 500, 10_000)
    assert await figures(tenth) == (1, 1, 1000, 10_000)
    await services.reverse(done.redemption_id, "back")
    assert await services.campaign_differences() == []


async def test_stock_and_the_limit_of_a_customer(make_customer: MakeCustomer) -> None:
    one, two = await make_customer(), await make_customer()
    id = await campaign(stock=3, per_customer=1)
    await coupon(id, "a", one)
    assert await refusal(services.issue(id, one, "b")) == "offers_limit"
    await coupon(id, "c", two)
    code = await coupon(id, "d")
    assert await refusal(services.issue(id, None, "e")) == "offers_out_of_stock"
    assert await refusal(services.redeem(order(code, customer=one))) == "offers_limit"
    assert await refusal(services.issue(2**40, None, "f")) == NoSuchCampaign.code
    assert await refusal(services.issue(id, 2**40, "g")) == "offers_out_of_stock"
    assert await figures(id) == (3, 0, 0, 0)
    await ledger.void(await fetch_value("SELECT id FROM crm_offers_coupon WHERE customer_id = $1", one), "user:1")
    assert (await services.redeem(order(code, customer=one))).discount == 500
    assert await fetch_value("SELECT customer_id FROM crm_offers_coupon WHERE code = $1", code) == one


async def test_only_open_campaigns_issue_and_what_is_out_stays_good() -> None:
    id = await campaign(opened=False)
    assert await refusal(services.issue(id, None, "a")) == "offers_not_open"
    await update(Campaign, id, {"state": CampaignState.OPEN})
    code = await coupon(id)
    await update(Campaign, id, {"state": CampaignState.CLOSED})
    assert await refusal(services.issue(id, None, "b")) == "offers_not_open"
    assert (await services.redeem(order(code))).discount == 500


async def test_valid_to_the_end_of_the_day_in_the_companys_time_zone() -> None:
    with clock.travel(at(2027, 3, 10, 15)):
        days = await campaign(valid_days=2)
        season = await campaign(valid_from=date(2027, 3, 12), valid_until=date(2027, 3, 31), valid_days=60)
        short, long = await services.issue(days, None, "a"), await services.issue(season, None, "b")
    assert (short.valid_until, long.valid_until) == (at(2027, 3, 13), at(2027, 4, 1))
    moment = timedelta(milliseconds=500)
    with clock.travel(at(2027, 3, 12) - timedelta(seconds=30)):
        assert await refusal(services.redeem(order(long.code))) == "offers_not_yet"
    with clock.travel(at(2027, 3, 13) - timedelta(seconds=30)):
        assert (await services.redeem(order(short.code, source="order:9"))).discount == 500
        row = await fetch_value("SELECT id FROM crm_offers_redemption WHERE source = 'order:9'")
        await services.reverse(row, "back")
    with clock.travel(at(2027, 3, 13) + moment):
        assert await refusal(services.redeem(order(short.code))) == "offers_expired"
        assert await states(days) == ["issued"]
        assert await run_job(jobs.TIDY) == {"coupons": 1}
        assert await states(days) == ["expired"]
        assert await run_job(jobs.TIDY) == {"coupons": 0}
        assert (await services.redeem(order(long.code))).discount == 500
    with clock.travel(at(2027, 4, 1) + moment):
        assert await refusal(services.issue(season, None, "c")) == "offers_expired"
    assert await services.campaign_differences() == []


async def test_an_order_holds_coupons_for_some_minutes() -> None:
    id = await campaign()
    code = await coupon(id)
    until = await services.hold(order(code, source="cart:1"), 15)
    assert abs(until - clock.now() - timedelta(minutes=15)) < timedelta(seconds=5)
    assert await refusal(services.redeem(order(code))) == "offers_held"
    assert await refusal(services.hold(order(code), 15)) == "offers_held"
    with pytest.raises(CouponSpent):
        await ledger.void(await fetch_value("SELECT id FROM crm_offers_coupon"), "user:1")
    assert await services.release("cart:1") == 1
    assert await services.release("cart:1") == 0
    await services.hold(order(code, source="cart:2"), 15)
    await services.hold(order(code, source="cart:2"), 15)
    assert (await services.redeem(order(code, source="cart:2"))).discount == 500
    assert [kind for kind, _off in await events(id)] == ["issue", "hold", "release", "hold", "redeem"]
    with pytest.raises(SourceTaken):
        await services.hold(order(await coupon(id, "b"), source="cart:2"), 15)


async def test_a_hold_that_is_over_holds_no_more() -> None:
    id = await campaign()
    one, two = await coupon(id), await coupon(id, "b")
    await services.hold(order(one, source="cart:1"), 15)
    await services.hold(order(two, source="cart:2"), 15)
    with clock.travel(clock.now() + timedelta(minutes=16)):
        assert (await services.redeem(order(one))).discount == 500
        await run_job(jobs.TIDY)
    assert await states(id) == ["redeemed", "issued"]


async def test_a_public_code_is_one_word_for_many(make_customer: MakeCustomer) -> None:
    one, two, three = [await make_customer() for _n in range(3)]
    id = await campaign(public_code="spring-10", per_customer=1, stock=2)
    assert await fetch_value("SELECT public_code FROM crm_offers_campaign") == "SPRING10"
    assert await refusal(services.redeem(order("Spring10"))) == "offers_name_customer"
    done = await services.redeem(order("spring 10", customer=one))
    assert await services.redeem(order("SPRING10", customer=one)) == done
    assert await refusal(services.redeem(order("SPRING10", source="order:2", customer=one))) == "offers_limit"
    quoted = await services.quote(order("SPRING10", customer=two))
    assert (quoted.discount, await figures(id)) == (500, (1, 1, 500, 10_000))
    await services.hold(order("SPRING10", source="cart:2", customer=two), 5)
    await services.release("cart:2")
    assert (await services.redeem(order("SPRING10", source="cart:3", customer=two))).discount == 500
    quoted = await services.quote(order("SPRING10", customer=three))
    assert quoted.lines[0].refused == "out_of_stock"
    assert await refusal(services.redeem(order("SPRING10", source="cart:4", customer=three))) == "offers_out_of_stock"
    await services.reverse(done.redemption_id, "back")
    assert (await services.redeem(order("SPRING10", source="cart:5", customer=one))).discount == 500
    assert await services.campaign_differences() == []


async def test_a_refused_order_leaves_no_coupon_of_a_public_code(make_customer: MakeCustomer) -> None:
    id = await campaign(public_code="SPRING", minimum_spend=10_001)
    assert await refusal(services.redeem(order("SPRING", customer=await make_customer()))) == "offers_minimum"
    assert await figures(id) == (0, 0, 0, 0)
    assert await states(id) == []


async def test_for_customers_of_a_kind(make_customer: MakeCustomer) -> None:
    one, two = await make_customer(), await make_customer()
    await update(Customer, one, {"tags": ["vip"]})
    id = await campaign(tag="vip", public_code="VIPS")
    assert await refusal(services.issue(id, two, "a")) == "offers_not_for"
    code, open_code = await coupon(id, "b", one), await coupon(id, "c")
    assert await refusal(services.redeem(order(open_code, customer=two))) == "offers_not_for"
    assert await refusal(services.redeem(order(open_code))) == "offers_name_customer"
    assert await refusal(services.redeem(order("VIPS", customer=two))) == "offers_not_for"
    assert await refusal(services.redeem(order(code, customer=two))) == "offers_customer"
    assert (await services.redeem(order(code))).discount == 500


async def test_a_batch_makes_exactly_as_many_codes_as_wanted() -> None:
    id = await campaign(stock=2500)
    batch = await batches.start(id, 2400)
    assert (await figures(id))[0] == 2400
    assert await refusal(batches.start(id, 101)) == "offers_out_of_stock"
    await run_job(batches.ISSUE_BATCH, {"batch": batch})
    await run_job(batches.ISSUE_BATCH, {"batch": batch})  # begun again
    assert (
        len(await states(id)) == 2400 == len({row["code"] for row in await fetch("SELECT code FROM crm_offers_coupon")})
    )
    row = (await fetch("SELECT issued, state FROM crm_offers_batch"))[0]
    assert (row["issued"], row["state"]) == (2400, "done")
    assert await services.campaign_differences() == []


async def test_a_batch_for_customers_stops_with_the_stock(make_customer: MakeCustomer) -> None:
    customers = [await make_customer() for _n in range(5)]
    await update(Customer, customers[4], {"archived": True})
    id = await campaign(stock=3, per_customer=1)
    await coupon(id, "a", customers[0])
    batch = await batches.start(id, None)
    assert await run_job(batches.ISSUE_BATCH, {"batch": batch}) == {"issued": 2}
    assert await fetch_value("SELECT state FROM crm_offers_batch") == "short"
    rows = await fetch("SELECT customer_id FROM crm_offers_coupon ORDER BY id")
    assert [row["customer_id"] for row in rows] == customers[:3]
    assert (await figures(id))[0] == 3


async def test_the_database_keeps_what_happened_and_the_stock() -> None:
    id = await campaign(stock=1)
    done = await services.redeem(order(await coupon(id)))
    for sql in (
        "UPDATE crm_offers_event SET discount = 1",
        "DELETE FROM crm_offers_event",
        "DELETE FROM crm_offers_redemption",
        "UPDATE crm_offers_redemption SET discount = 1",
        "UPDATE crm_offers_campaign SET issued = 2",
        "UPDATE crm_offers_coupon SET state = 'redeemed', redemption_id = NULL",
    ):
        with pytest.raises(asyncpg.PostgresError):
            await execute(sql)
    assert done.discount == 500


async def test_the_terms_of_an_open_campaign_do_not_change() -> None:
    id = await campaign()
    with pytest.raises(Conflict):
        await update(Campaign, id, {"amount": 900})
    await update(Campaign, id, {"stock": 2})
    await coupon(id)
    await coupon(id, "b")
    with pytest.raises(GuanxiError):
        await update(Campaign, id, {"stock": 1})
    empty = await campaign(opened=False, amount=0)
    with pytest.raises(GuanxiError):
        await update(Campaign, empty, {"state": CampaignState.OPEN})
