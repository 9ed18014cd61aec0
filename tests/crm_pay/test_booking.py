"""What providers report is booked once, whatever the order; what does not fit is kept for a person."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_pay import testing
from crm_pay.booking import take
from crm_pay.choices import EventKind
from crm_pay.errors import BadMessage, BadSignature
from crm_pay.facts import conclude
from crm_pay.provider import Message, ProviderEvent
from crm_receivables.services import (
    ReversalCause,
    allocate_payment,
    refund_payment,
    reverse_payment,
    unallocate,
    void_invoice,
)
from guanxi import Conflict, NotFound, clock, execute, fetch_value, transaction
from tests.crm_pay.support import attempt_of, event, new_account, new_attempt, problems, send, state
from tests.crm_receivables.support import assert_ties, figures, installments, new_customer, post

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
PAID, FAILED, REFUNDED, CHARGEBACK, REFUND_FAILED = EventKind


async def test_paid_is_booked_once_and_settles_the_invoice() -> None:
    account = await new_account()
    reference = await new_attempt(account, 600, 400)
    for _n in range(3):
        assert await send(account, event(reference, PAID)) == b"ok"
    assert await state(reference) == {
        **{"state": "paid", "captured": 1_000, "returned": 0, "outstanding": 0, "allocated": 1_000, "used": 1_000},
        **{"on_account": 0, "gone": 0, "problems": [], "payments": 1},
    }
    row = await attempt_of(reference)
    found = await fetch_value("SELECT method || reference || account FROM crm_receivables_payment")
    assert found == f"cardT-{reference}Test" and row["provider_reference"] == f"T-{reference}"
    await assert_ties()


@pytest.mark.parametrize("wrong", ["signature", "secret", "none", "old", "ahead", "body"])
async def test_a_bad_signature_stores_nothing(wrong: str) -> None:
    account = await new_account()
    reference = await new_attempt(account)
    said = event(reference, PAID)
    now = clock.now()
    at = now + timedelta(seconds={"old": -301, "ahead": 301}.get(wrong, 0))
    from crm_pay.providers import unseal

    keys = await unseal(await fetch_value("SELECT secret FROM crm_pay_account"))
    message = replace(testing.signed("x" if wrong == "secret" else keys["secret"], said, at), at=now)
    if wrong in ("signature", "none"):
        message = replace(message, headers={testing.SIGNATURE: "t=1,v1=é"} if wrong == "signature" else {})
    if wrong == "body":
        message = replace(message, body=message.body.replace(b"1000", b"9000"))
    with pytest.raises(BadSignature):
        await take(account, message)
    assert await fetch_value("SELECT count(*) FROM crm_pay_event") == 0
    assert (await state(reference))["state"] == "started"


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"id":"1","kind":"paid"}', b'{"id":1}', b"[" * 100_000, b"\xff"])
async def test_messages_that_say_nothing_are_refused(body: bytes) -> None:
    from crm_pay import signatures
    from crm_pay.providers import unseal

    account = await new_account()
    keys = await unseal(await fetch_value("SELECT secret FROM crm_pay_account"))
    signature = signatures.sign(keys["secret"], body, clock.now())
    with pytest.raises(BadMessage):
        await take(account, Message({testing.SIGNATURE: signature}, body, clock.now()))
    assert await fetch_value("SELECT count(*) FROM crm_pay_event") == 0


async def test_an_account_that_is_off_takes_nothing() -> None:
    account = await new_account()
    reference = await new_attempt(account)
    for column in ("active", "test_mode"):
        await execute(f"UPDATE crm_pay_account SET {column} = false")
        with pytest.raises(NotFound):
            await send(account, event(reference, PAID))
        await execute(f"UPDATE crm_pay_account SET {column} = true")
    with pytest.raises(NotFound):
        await send_to_nobody(account, reference)


async def send_to_nobody(account: int, reference: str) -> None:
    from crm_pay.providers import unseal

    keys = await unseal(await fetch_value("SELECT secret FROM crm_pay_account"))
    await take(account + 99, testing.signed(keys["secret"], event(reference, PAID), clock.now()))


async def test_another_amount_or_currency_is_kept_on_account() -> None:
    account = await new_account()
    for said in ({"amount": 900}, {"amount": 1_100}, {"currency": "USD"}):
        reference = await new_attempt(account)
        await send(account, event(reference, PAID, **said))
        found = await state(reference)
        assert (found["outstanding"], found["used"], found["problems"]) == (1_000, 0, ["different"])
        assert found["on_account"] == said.get("amount", 1_000)
    await assert_ties()


async def test_the_second_payer_of_an_invoice_has_money_on_account() -> None:
    account = await new_account()
    invoice = await post(await new_customer(), 1_000)
    references = [await new_attempt(account, invoice=invoice) for _n in range(2)]
    for reference in references:
        await send(account, event(reference, PAID))
    assert [(await state(each))["problems"] for each in references] == [[], ["overpaid"]]
    assert [(await state(each))["on_account"] for each in references] == [0, 1_000]
    await assert_ties()


async def test_an_attempt_that_is_paid_twice() -> None:
    account = await new_account()
    reference = await new_attempt(account)
    await send(account, event(reference, PAID))
    await send(account, event(reference, PAID, id="again", provider_reference="other"))
    found = await state(reference)
    assert (found["problems"], found["payments"], found["captured"]) == (["paid_twice"], 2, 1_000)
    await assert_ties()


async def test_money_of_the_second_payment_that_is_given_back_is_looked_at() -> None:
    account = await new_account()
    reference = await new_attempt(account, 1_000)
    await send(account, event(reference, PAID))
    await send(account, event(reference, PAID, id="again", provider_reference="T-2"))
    for _time in range(2):
        await send(account, event(reference, REFUNDED, id="back", provider_reference="T-2", total=True))
    found = await state(reference)
    assert sorted(found["problems"]) == ["other_back", "paid_twice"]
    assert found["payments"] == 2
    await assert_ties()


async def test_a_second_payment_that_was_reversed_does_not_come_back() -> None:
    account = await new_account()
    reference = await new_attempt(account, 1_000)
    await send(account, event(reference, PAID))
    again = event(reference, PAID, id="2", provider_reference="T-2")
    await send(account, again)
    second = await fetch_value("SELECT id FROM crm_receivables_payment WHERE reference = 'T-2'")
    await reverse_payment(second, cause=ReversalCause.CHARGEBACK)
    for said in (again, event(reference, REFUNDED, 400, id="3")):
        await send(account, said)
    assert await fetch_value("SELECT count(*) FROM crm_receivables_payment WHERE direction = 'in'") == 2
    assert (await state(reference))["returned"] == 400
    await assert_ties()


async def test_a_voided_invoice_gets_nothing_and_the_money_is_kept() -> None:
    account = await new_account()
    reference = await new_attempt(account)
    await void_invoice((await attempt_of(reference))["invoice_id"])
    await send(account, event(reference, PAID))
    found = await state(reference)
    assert (found["on_account"], found["problems"]) == (1_000, ["overpaid"])
    await assert_ties()


async def test_what_cannot_be_booked_waits_for_a_person_and_the_money_is_recorded() -> None:
    account = await new_account()
    reference = await new_attempt(account)
    await send(account, event(reference, PAID))
    payment = (await attempt_of(reference))["payment_id"]
    await unallocate(payment)
    await refund_payment(payment, 900)  # by hand, before the provider says so
    await send(account, event(reference, REFUNDED, 300))
    assert await problems() == ["not_booked"]
    found = await state(reference)
    assert (found["state"], found["returned"], found["gone"]) == ("part_refunded", 0, 900)
    await assert_ties()


async def test_what_cannot_be_booked_again_after_it_was_is_looked_at_again() -> None:
    account = await new_account()
    reference = await new_attempt(account, 1_000)
    await send(account, event(reference, PAID))
    payment = (await attempt_of(reference))["payment_id"]
    await unallocate(payment)
    await refund_payment(payment, 900)
    await send(account, event(reference, REFUNDED, 100, id="1"))
    assert await problems() == []
    await send(account, event(reference, REFUNDED, 200, id="2"))
    assert await problems() == ["not_booked"]
    await execute("UPDATE crm_pay_problem SET state = 'done'")
    await send(account, event(reference, REFUNDED, 300, id="3"))
    assert await fetch_value("SELECT state FROM crm_pay_problem") == "open"
    await execute("UPDATE crm_pay_problem SET state = 'done', remark = 'seen to'")
    await send(account, event(reference, REFUNDED, 300, id="3"))
    assert await fetch_value("SELECT state FROM crm_pay_problem") == "done"


async def test_a_refund_leaves_other_invoices_that_the_money_was_given_to() -> None:
    account = await new_account()
    reference = await new_attempt(account, 1_000)
    await send(account, event(reference, PAID))
    attempt = await attempt_of(reference)
    payment, own = attempt["payment_id"], attempt["invoice_id"]
    owner = await fetch_value("SELECT customer_id FROM crm_receivables_invoice WHERE id = $1", own)
    other = await post(owner, 600)
    await unallocate(payment)
    (mine,), (theirs,) = await installments(own), await installments(other)
    await allocate_payment(payment, {mine: 400, theirs: 600})
    await send(account, event(reference, REFUNDED, 100, id="1"))
    assert (await figures("invoice", own, "outstanding"), await figures("invoice", other, "outstanding")) == (
        (700,),
        (0,),
    )
    await send(account, event(reference, REFUNDED, 500, id="2"))
    assert await figures("payment", payment, "refunded", "on_account") == (600, 0)
    await assert_ties()


async def test_unknown_attempts_are_noted_and_change_nothing() -> None:
    account = await new_account()
    assert await send(account, event("GX-nobody", PAID)) == b"ok"
    assert await fetch_value("SELECT count(*) FROM crm_receivables_payment") == 0
    for statement in ("UPDATE crm_pay_event SET amount = 1", "DELETE FROM crm_pay_event"):
        with pytest.raises((asyncpg.PostgresError, Conflict)):
            async with transaction():
                await execute(statement)


async def test_messages_at_once_on_many_connections() -> None:
    account = await new_account()
    reference = await new_attempt(account)
    said = [
        event(reference, PAID),
        event(reference, REFUNDED, 300),
        event("", CHARGEBACK, 200, id="cb", provider_reference=f"T-{reference}"),
        event(reference, FAILED),
    ]
    await asyncio.gather(*(send(account, each) for each in said * 4))
    found = await state(reference)
    assert (found["state"], found["returned"], found["gone"], found["outstanding"]) == ("charged_back", 500, 500, 500)
    assert (found["payments"], found["problems"]) == (1, [])
    await assert_ties()


async def test_accounts_that_report_one_invoice_at_once() -> None:
    accounts = [await new_account(f"Test {n}") for n in range(6)]
    invoice = await post(await new_customer(), 600, 400)
    references = [await new_attempt(account, invoice=invoice) for account in accounts]
    pairs = zip(accounts, references, strict=True)
    await asyncio.gather(*(send(account, event(reference, PAID)) for account, reference in pairs))
    found = [await state(reference) for reference in references]
    assert sorted(each["used"] for each in found) == [0] * 5 + [1_000]
    assert await problems() == ["overpaid"] * 5
    await assert_ties()


async def test_a_message_that_is_cut_off_is_booked_when_it_comes_again() -> None:
    account = await new_account()
    reference = await new_attempt(account, 600, 400)
    for step in range(12):
        task = asyncio.create_task(send(account, event(reference, PAID)))
        await asyncio.sleep(step * 0.004)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        stored = await fetch_value("SELECT count(*) FROM crm_pay_event")
        assert stored == await fetch_value("SELECT count(*) FROM crm_receivables_payment")
        await assert_ties()
    await send(account, event(reference, PAID))
    found = await state(reference)
    assert (found["state"], found["outstanding"], found["payments"]) == ("paid", 0, 1)


_STORY = st.tuples(
    st.lists(st.tuples(st.integers(1, 700), st.booleans()), max_size=3),
    st.sampled_from([0, 0, 250, 1_000]),
    st.booleans(),
    st.sampled_from([1_000, 1_000, 800]),
    st.randoms(use_true_random=False),
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(_STORY)
async def test_any_order_and_repetition_ends_in_the_same_state(story: tuple[Any, ...]) -> None:
    refunds, chargeback, failed, amount, shuffle = story
    ends = []
    account = await new_account(f"T{clock.now().timestamp()}{id(story)}")
    for turn in range(2):
        before = int(await fetch_value("SELECT count(*) FROM crm_receivables_payment WHERE direction = 'in'"))
        reference = await new_attempt(account, 600, 400)
        said = [event(reference, PAID, amount)]
        said += [
            event(reference, REFUNDED, each, id=f"{reference}-r{n}", total=total)
            for n, (each, total) in enumerate(refunds)
        ]
        if chargeback:
            said.append(_chargeback(reference, chargeback))
        if failed:
            said.append(event(reference, FAILED))
        if turn:
            said += shuffle.choices(said, k=3)
            shuffle.shuffle(said)
        for each in said:
            await send(account, each)
        found = await state(reference)
        found["payments"] -= before
        assert found["returned"] == found["gone"] <= found["captured"] and "not_booked" not in found["problems"]
        ends.append(found)
    assert ends[0] == ends[1]
    await assert_ties()


def _chargeback(reference: str, amount: int) -> ProviderEvent:
    """Says only the provider's own number."""
    return event("", CHARGEBACK, amount, id=f"{reference}-cb", provider_reference=f"T-{reference}")


async def test_nothing_is_concluded_from_nothing() -> None:
    facts = conclude([], None)
    assert (facts.state.value, facts.captured, facts.returned) == ("started", 0, 0)
