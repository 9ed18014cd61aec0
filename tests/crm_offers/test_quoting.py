"""What coupons take off an order: a pure function."""

from __future__ import annotations

from hypothesis import given, strategies as st

from crm_offers.choices import Reason, Stacking, Worth
from crm_offers.quoting import Offered, Quote, Terms, quote, take_off


def terms(campaign: int = 1, worth: Worth = Worth.AMOUNT, stacking: Stacking = Stacking.ANY, **more: object) -> Terms:
    values = {"amount": 500, "percent": 1000, "gift": "Cup", **more}
    return Terms(campaign, f"Campaign {campaign}", worth, "CNY", stacking=stacking, **values)  # type: ignore[arg-type]


def coupons(*given: Terms) -> list[Offered]:
    return [Offered(f"C{n}", each, coupon_id=n) for n, each in enumerate(given)]


def told(found: Quote) -> list[tuple[str, int, str]]:
    return [(line.offered.code, line.discount, (line.refused or "") and str(line.refused)) for line in found.lines]


def test_percents_come_before_amounts_and_the_cap_cuts() -> None:
    offered = coupons(terms(1), terms(2, Worth.PERCENT), terms(3, Worth.PERCENT, percent=2000, cap=1500))
    assert told(quote(10_000, "CNY", offered)) == [("C2", 1500, ""), ("C1", 850, ""), ("C0", 500, "")]


def test_of_percents_alike_the_higher_cap_counts_whichever_is_named_first() -> None:
    capped, free = (terms(1, Worth.PERCENT, Stacking.ONE_EACH, cap=cap) for cap in (1, None))
    for order in ((capped, free), (free, capped)):
        assert quote(1500, "CNY", coupons(*order)).discount == 150


def test_a_percent_is_rounded_half_up() -> None:
    assert [take_off(terms(worth=Worth.PERCENT), left) for left in (4, 5, 14, 15, 25)] == [0, 1, 1, 2, 3]
    assert take_off(terms(worth=Worth.PERCENT, percent=10_000), 7) == 7


def test_no_more_than_the_order_and_no_coupon_for_nothing() -> None:
    offered = coupons(terms(1, amount=900), terms(2, amount=200), terms(3, amount=100), terms(4, Worth.GIFT))
    found = quote(1000, "CNY", offered)
    assert told(found) == [("C0", 900, ""), ("C1", 100, ""), ("C3", 0, ""), ("C2", 0, "nothing_left")]
    assert found.discount == 1000


def test_minimum_spend_and_currency() -> None:
    offered = coupons(terms(1, minimum_spend=1001), terms(2, minimum_spend=1000))
    assert told(quote(1000, "CNY", offered)) == [("C1", 500, ""), ("C0", 0, "minimum")]
    assert {reason for _code, _off, reason in told(quote(1000, "JPY", offered))} == {"currency"}


def test_an_exclusive_coupon_wins_only_where_it_takes_off_more() -> None:
    alone = terms(1, stacking=Stacking.EXCLUSIVE, amount=999)
    two = (terms(2, amount=500), terms(3, amount=500))
    assert told(quote(9000, "CNY", coupons(alone, *two))) == [("C1", 500, ""), ("C2", 500, ""), ("C0", 0, "stacking")]
    assert told(quote(9000, "CNY", coupons(alone, two[0]))) == [("C0", 999, ""), ("C1", 0, "stacking")]
    assert told(quote(9000, "CNY", coupons(alone, alone))) == [("C0", 999, ""), ("C1", 0, "stacking")]


def test_one_coupon_of_a_campaign_or_several() -> None:
    one, many = terms(1, stacking=Stacking.ONE_EACH), terms(2, stacking=Stacking.ANY, amount=100)
    found = quote(9000, "CNY", coupons(one, one, many, many))
    assert told(found) == [("C0", 500, ""), ("C2", 100, ""), ("C3", 100, ""), ("C1", 0, "stacking")]


def test_what_was_refused_before_stays_refused() -> None:
    offered = [Offered("X", None), Offered("Y", terms(), Reason.EXPIRED), Offered("Z", terms())]
    assert told(quote(9000, "CNY", offered)) == [("Z", 500, ""), ("X", 0, "unknown"), ("Y", 0, "expired")]


_TERMS = st.builds(
    Terms,
    campaign_id=st.integers(1, 3),
    name=st.just("Campaign"),
    worth=st.sampled_from(Worth),
    currency=st.just("CNY"),
    amount=st.integers(1, 10**6),
    percent=st.integers(1, 10_000),
    cap=st.none() | st.integers(1, 10**5),
    gift=st.just("Cup"),
    minimum_spend=st.integers(0, 10**6),
    stacking=st.sampled_from(Stacking),
)


@given(st.integers(0, 10**7), st.lists(_TERMS, max_size=8))
def test_a_quote_is_never_more_than_the_order_and_answers_for_every_code(amount: int, given_terms: list[Terms]) -> None:
    offered = coupons(*given_terms)
    found = quote(amount, "CNY", offered)
    assert 0 <= found.discount <= amount
    assert found.discount == sum(line.discount for line in found.lines)
    assert sorted(line.offered.code for line in found.lines) == sorted(each.code for each in offered)
    assert all(line.discount == 0 for line in found.lines if line.refused is not None)
    used = [line.offered.terms for line in found.lines if line.refused is None and line.offered.terms]
    if any(each.stacking is Stacking.EXCLUSIVE for each in used):
        assert len(used) == 1
    once = [each.campaign_id for each in used if each.stacking is Stacking.ONE_EACH]
    assert all(
        campaign not in once or sum(e.campaign_id == campaign for e in used if e.stacking is not Stacking.ANY) == 1
        for campaign in once
    )
    assert all(each.minimum_spend <= amount for each in used)


@given(st.integers(0, 10**7), st.lists(_TERMS, max_size=6), st.randoms(use_true_random=False))
def test_the_order_in_which_codes_are_named_changes_no_discount(
    amount: int, given_terms: list[Terms], chance: object
) -> None:
    once = coupons(*given_terms)
    again = list(once)
    chance.shuffle(again)  # type: ignore[attr-defined]
    assert quote(amount, "CNY", once).discount == quote(amount, "CNY", again).discount


@given(st.integers(0, 10**9), _TERMS)
def test_a_percent_is_within_half_a_unit_of_its_exact_share(left: int, each: Terms) -> None:
    off = take_off(each, left)
    assert 0 <= off <= left
    if each.worth is Worth.PERCENT and each.cap is None:
        assert (
            -10_000 < 2 * (left * each.percent - off * 10_000) < 10_000
            or 2 * (off * 10_000 - left * each.percent) == 10_000
        )
