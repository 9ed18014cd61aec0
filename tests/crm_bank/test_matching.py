"""What lines may pay, what confirms by itself, and that taking it back leaves all as it was."""

from __future__ import annotations

import asyncio
import itertools
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_bank import queries
from crm_bank.candidates import Candidate, Found, Item, candidates_of, sure_of
from crm_bank.choices import Category, Reason
from crm_bank.confirming import Match, confirm, confirm_all, match_paid_out, reopen, set_aside
from crm_bank.errors import LineSettled, WrongAmount
from crm_bank.finding import find_candidates
from crm_bank.jobs import MATCH_LINES
from crm_bank.matching import sure_matches
from crm_bank.tokens import tokens_of
from crm_core.services import NewCustomer, ensure_customers
from crm_receivables.closing import close_month
from crm_receivables.services import ReversalCause, refund_payment, reverse_payment
from guanxi import GuanxiError, InvalidInput, NotFound, enqueue, execute, fetch, fetch_row, fetch_value, transaction
from guanxi.jobs.worker import run_pending
from tests.crm_bank.support import DAY, a_line, bring_at_once, new_account, rows
from tests.crm_receivables.support import assert_ties, installments, pay, post

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


async def customer(name: str) -> int:
    return (await ensure_customers([NewCustomer(external_id=f"X-{name}", name=name)]))[f"X-{name}"]


async def lines_of(*lines: Any) -> list[int]:
    await bring_at_once(await new_account(), *lines)
    return [row["id"] for row in await fetch("SELECT id FROM crm_bank_line ORDER BY id DESC LIMIT $1", len(lines))][
        ::-1
    ]


async def found_for(line_id: int) -> list[Candidate]:
    return (await find_candidates(await fetch(queries.LINES_BY_ID, [line_id])))[line_id]


async def number_of(invoice_id: int) -> str:
    return str(await fetch_value("SELECT number FROM crm_receivables_invoice WHERE id = $1", invoice_id))


async def open_of(invoice_id: int) -> int:
    return int(await fetch_value("SELECT outstanding FROM crm_receivables_invoice WHERE id = $1", invoice_id))


@pytest.mark.parametrize(
    "text",
    [
        "INV-2026-000017",
        "Rechnung inv-2026-000017 vom 1.2.",
        "货款INV-2026-000017尾款",
        "INV 2026 000017",
        "INV-2026-00 0017",
        "SVWZ/INV2026000017/x",
        "INV_2026_000017",
    ],
)
async def test_numbers_of_ours_are_found_however_they_are_written(text: str) -> None:
    assert "INV-2026-000017" in tokens_of([text])


async def test_numbers_of_others_are_found_as_they_are() -> None:
    assert {"SO/2026/8", "A-17-B", "PO 4711x"[3:]} <= set(tokens_of(["for SO/2026/8, A-17-B and PO 4711x."]))


async def test_a_named_invoice_comes_first_and_confirms_by_itself() -> None:
    payer, other = await customer("春意空调有限公司"), await customer("绿叶农庄有限公司")
    invoice, _same = await post(payer, 50_000), await post(other, 50_000)
    (id,) = await lines_of(a_line(50_000, text=f"货款 {await number_of(invoice)}"))
    first, second = await found_for(id)
    assert (first.customer_id, first.reasons) == (payer, (Reason.REFERENCE, Reason.AMOUNT))
    assert (second.customer_id, second.reasons) == (other, (Reason.AMOUNT,))
    await run_pending()
    assert await rows("line", "state", "customer_id") == [("matched", payer)]
    assert await open_of(invoice) == 0
    await assert_ties()


async def test_the_amount_alone_confirms_nothing() -> None:
    payer = await customer("春意空调有限公司")
    await post(payer, 50_000)
    (id,) = await lines_of(a_line(50_000, name="春意空调有限公司"))
    (only,) = await found_for(id)
    assert only.exact and not only.strong and only.reasons == (Reason.NAME, Reason.AMOUNT)
    await run_pending()
    assert await rows("line", "state") == [("open",)]


async def test_two_that_both_fit_are_left_to_people() -> None:
    payer = await customer("春意空调有限公司")
    one, two = await post(payer, 50_000), await post(payer, 50_000)
    await lines_of(a_line(50_000, text=f"{await number_of(one)} {await number_of(two)}"))
    await run_pending()
    assert await rows("line", "state") == [("open",)]


async def test_two_lines_for_one_invoice_are_left_to_people_in_any_order() -> None:
    payer = await customer("春意空调有限公司")
    number = await number_of(await post(payer, 50_000))
    await lines_of(a_line(50_000, text=number), a_line(50_000, text=f"again {number}"))
    assert await sure_matches() == []


async def test_a_wrong_currency_never_matches() -> None:
    payer = await customer("春意空调有限公司")
    number = await number_of(await post(payer, 50_000, currency="EUR"))
    (id,) = await lines_of(a_line(50_000, text=number))
    assert await found_for(id) == []


async def test_several_installments_make_the_amount() -> None:
    payer = await customer("春意空调有限公司")
    await post(payer, 100, 250, 400)
    (id,) = await lines_of(a_line(650, name="春意空调有限公司"))
    (only,) = await found_for(id)
    assert [amount for _item, amount in only.portions] == [250, 400]
    assert only.reasons == (Reason.NAME, Reason.SUM) and only.exact


async def test_too_little_and_too_much_are_proposed_oldest_first() -> None:
    payer = await customer("春意空调有限公司")
    await post(payer, 100, 250)
    less, more = await lines_of(a_line(120, name="春意空调有限公司"), a_line(900, name="春意空调有限公司"))
    (candidate,) = await found_for(less)
    assert [amount for _item, amount in candidate.portions] == [100, 20] and Reason.LESS in candidate.reasons
    (candidate,) = await found_for(more)
    assert [amount for _item, amount in candidate.portions] == [100, 250] and Reason.MORE in candidate.reasons


async def test_a_similar_name_is_found() -> None:
    payer = await customer("靖江市春意空调有限公司")
    await post(payer, 77)
    (id,) = await lines_of(a_line(77, name="春意空调有限公司"))
    (only,) = await found_for(id)
    assert only.customer_id == payer and Reason.SIMILAR in only.reasons


async def test_an_account_is_learned_and_then_confirms_by_itself() -> None:
    payer = await customer("春意空调有限公司")
    first, second = await post(payer, 100), await post(payer, 230)
    (id,) = await lines_of(a_line(100, account="6222"))
    await confirm(Match(id, payer, {(await installments(first))[0]: 100}))
    assert await rows("learned", "counterparty", "name_key", "customer_id") == [("6222", "", payer)]
    await lines_of(a_line(230, account="6222", text="no number"))
    await run_pending()
    assert await rows("line", "state") == [("matched",), ("matched",)]
    assert await open_of(second) == 0
    await assert_ties()


async def test_taking_back_restores_everything() -> None:
    payer = await customer("春意空调有限公司")
    invoice = await post(payer, 100, 200)
    one, two = await installments(invoice)
    (id,) = await lines_of(a_line(150, account="6222", name="春意"))
    line = tuple((await fetch("SELECT * FROM crm_bank_line WHERE id = $1", id))[0])
    before = await _state_of(invoice)
    payment = await confirm(Match(id, payer, {one: 100, two: 20}))
    assert await open_of(invoice) == 180
    await reopen(id, reason="not theirs")
    assert tuple((await fetch("SELECT * FROM crm_bank_line WHERE id = $1", id))[0]) == line
    assert await _state_of(invoice) == before
    assert await rows("learned", "id") == []
    assert await fetch_value("SELECT reversed FROM crm_receivables_payment WHERE id = $1", payment) == 150
    again = await confirm(Match(id, payer, {two: 150}))
    assert again != payment and await open_of(invoice) == 150
    await assert_ties()


async def test_a_line_whose_payment_was_reversed_in_the_books_is_opened_again() -> None:
    payer, other = await customer("春意空调有限公司"), await customer("上海二厂")
    invoice = await post(other, 150)
    (id,) = await lines_of(a_line(150, name="春意"))
    payment = await confirm(Match(id, payer))
    await reverse_payment(payment, cause=ReversalCause.MISTAKE, reason="the other one's")
    await reopen(id)
    assert await rows("line", "state", "payment_id") == [("open", None)]
    assert await fetch_value("SELECT count(*) FROM crm_receivables_reversal") == 1
    (part,) = await installments(invoice)
    await confirm(Match(id, other, {part: 150}))
    assert await open_of(invoice) == 0
    await assert_ties()


async def _state_of(invoice_id: int) -> list[tuple[Any, ...]]:
    found = await fetch(
        "SELECT v.outstanding, v.status, i.id, i.outstanding AS open FROM crm_receivables_invoice v"
        " JOIN crm_receivables_installment i ON i.invoice_id = v.id WHERE v.id = $1 ORDER BY i.id",
        invoice_id,
    )
    return [tuple(row) for row in found]


async def test_a_payment_names_its_line_and_cannot_be_recorded_twice() -> None:
    payer = await customer("春意空调有限公司")
    (id,) = await lines_of(a_line(100, bank_reference="B7", text="货款"))
    payment = await confirm(Match(id, payer))
    row = await fetch_row(
        "SELECT reference, method, on_account, note FROM crm_receivables_payment WHERE id = $1", payment
    )
    assert row is not None and tuple(row) == (f"B7 BL-{id:08}", "bank_transfer", 100, "货款")
    with pytest.raises(LineSettled):
        await confirm(Match(id, payer))
    assert await fetch_value("SELECT count(*) FROM crm_receivables_payment") == 1


async def test_sixteen_at_once_confirm_it_once() -> None:
    payer = await customer("春意空调有限公司")
    invoice = await post(payer, 100)
    (part,) = await installments(invoice)
    (id,) = await lines_of(a_line(100))
    done = await asyncio.gather(
        *(confirm(Match(id, payer, {part: 100})) for _each in range(16)), return_exceptions=True
    )
    assert sum(isinstance(each, int) for each in done) == 1
    assert all(isinstance(each, int | LineSettled) for each in done)
    await assert_ties()


@pytest.mark.parametrize(
    ("amounts", "error"),
    [({"one": 101}, GuanxiError), ({"one": 60, "two": 60}, WrongAmount), ({"one": 0}, InvalidInput)],
)
async def test_amounts_that_cannot_be(amounts: dict[str, int], error: type[Exception]) -> None:
    payer = await customer("春意空调有限公司")
    parts = dict(zip(("one", "two"), await installments(await post(payer, 100, 100)), strict=True))
    (id,) = await lines_of(a_line(110))
    with pytest.raises(error):
        await confirm(Match(id, payer, {parts[name]: amount for name, amount in amounts.items()}))
    assert await rows("line", "state") == [("open",)]
    assert await fetch_value("SELECT count(*) FROM crm_receivables_payment") == 0


async def test_anothers_installment_is_refused() -> None:
    payer, other = await customer("春意空调有限公司"), await customer("绿叶农庄有限公司")
    (part,) = await installments(await post(other, 100))
    (id,) = await lines_of(a_line(100))
    with pytest.raises(GuanxiError):
        await confirm(Match(id, payer, {part: 100}))
    with pytest.raises(NotFound):
        await confirm(Match(id + 1000, payer))
    assert await rows("line", "state") == [("open",)]


async def test_setting_aside_and_back() -> None:
    (id,) = await lines_of(a_line(-20, text="手续费"))
    with pytest.raises(InvalidInput):
        await set_aside(id, Category.NONE)
    await set_aside(id, Category.FEES)
    assert await rows("line", "state", "category") == [("set_aside", "fees")]
    with pytest.raises(LineSettled):
        await set_aside(id, Category.TAXES)
    with pytest.raises(InvalidInput):
        await confirm_all([Match((await lines_of(a_line(-7)))[0], await customer("春意空调有限公司"))])
    await reopen(id)
    assert (await rows("line", "state", "category"))[0] == ("open", "none")
    with pytest.raises(LineSettled):
        await reopen(id)


async def test_a_refund_is_found_again_and_only_once() -> None:
    payer = await customer("春意空调有限公司")
    payment = await pay(payer, 500)
    await refund_payment(payment, 200, reference="R1")
    one, two = await lines_of(a_line(-200, text="退款"), a_line(-200, text="退款 2"))
    found = await fetch(queries.PAID_OUT, [one])
    assert [(row["customer_id"], row["amount"]) for row in found] == [(payer, 200)]
    await match_paid_out(one, found[0]["payment_id"])
    assert (await rows("line", "state", "customer_id"))[0] == ("matched", payer)
    assert await fetch(queries.PAID_OUT, [two]) == []
    with pytest.raises(LineSettled):
        await match_paid_out(two, found[0]["payment_id"])
    await reopen(one)
    assert await fetch_value("SELECT reversed FROM crm_receivables_payment WHERE id = $1", found[0]["payment_id"]) == 0
    assert len(await fetch(queries.PAID_OUT, [two])) == 1


async def test_the_job_is_safe_to_run_twice() -> None:
    payer = await customer("春意空调有限公司")
    invoices = [await post(payer, 100 + index) for index in range(5)]
    await lines_of(*[a_line(100 + index, text=await number_of(id)) for index, id in enumerate(invoices)])
    for _run in range(2):
        async with transaction():
            await enqueue(MATCH_LINES)
        await run_pending()
    assert await fetch_value("SELECT count(*) FROM crm_receivables_payment") == 5
    assert [await open_of(id) for id in invoices] == [0] * 5


AMOUNTS = st.lists(st.integers(1, 4), min_size=1, max_size=5)
PUT_AWAY = "UPDATE crm_bank_line SET state = 'set_aside', category = 'other', settled_at = now() WHERE state = 'open'"


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(AMOUNTS, AMOUNTS, st.data())
async def test_matching_does_not_depend_on_order(owed: list[int], paid: list[int], data: st.DataObject) -> None:
    """The same lines in another order end in the same matches, by what the lines say."""
    await execute(PUT_AWAY)
    payers = [await customer(f"{name}有限公司") for name in ("春意空调", "绿叶农庄")]
    numbers = [await number_of(await post(data.draw(st.sampled_from(payers)), amount)) for amount in owed]
    texts = [data.draw(st.sampled_from(["x", *numbers])) for _amount in paid]
    lines = [a_line(amount, text=f"{text} #{at}") for at, (amount, text) in enumerate(zip(paid, texts, strict=True))]
    results = []
    for order in (lines, data.draw(st.permutations(lines))):
        rows = await fetch(queries.LINES_BY_ID, await lines_of(*order))
        said = {row["id"]: row["text"] for row in rows}
        found = await sure_matches()
        results.append(sorted((said[each.line_id], each.customer_id, sorted(each.amounts.items())) for each in found))
        await execute(PUT_AWAY)
    assert results[0] == results[1]


def _item(id: int, amount: int, customer_id: int = 1) -> Item:
    return Item(id, f"I{id}", customer_id, "CNY", DAY + timedelta(days=id), amount)


@given(st.lists(st.integers(1, 30), max_size=8), st.integers(1, 100))
async def test_every_exact_candidate_sums_to_the_amount_and_none_is_missed(owed: list[int], amount: int) -> None:
    items = [_item(id, value) for id, value in enumerate(owed)]
    found = candidates_of(Found(amount, customers={1: {Reason.ACCOUNT}}, of_customers={1: items}))
    for candidate in found:
        assert candidate.allocated <= amount
        assert all(0 < part <= item.outstanding for item, part in candidate.portions)
        assert candidate.exact == (candidate.allocated == amount and Reason.LESS not in candidate.reasons)
    ways = [
        chosen
        for size in range(1, len(items) + 1)
        for chosen in itertools.combinations(items, size)
        if sum(item.outstanding for item in chosen) == amount
    ]
    assert (sure_of(found) is not None) == (len(ways) == 1)


async def test_a_line_of_a_closed_month_is_booked_on_the_first_open_day() -> None:
    payer = await customer("春意空调有限公司")
    invoice = await post(payer, 50_000)
    (id,) = await lines_of(a_line(50_000, text=await number_of(invoice)))
    await close_month(date(2026, 3, 31))
    await run_pending()
    paid = await fetch_row("SELECT received_on, note FROM crm_receivables_payment")
    assert paid is not None and (paid["received_on"], str(DAY) in paid["note"]) == (date(2026, 4, 1), True)
    assert await open_of(invoice) == 0
    await reopen(id, reason="x")
    await assert_ties()
