"""Points for payments, through the events of crm_receivables."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from crm_loyalty import services
from crm_receivables.events import PaymentsReceived, PaymentsRefunded, ReceivedPayment, RefundedPayment
from guanxi import clock, publish, transaction
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import at, kinds

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def tell(event: PaymentsReceived | PaymentsRefunded) -> None:
    async with transaction():
        await publish(event)


async def test_payments_earn_and_refunds_take_back(make_customer: MakeCustomer) -> None:
    one, two = await make_customer(), await make_customer()
    today = date(2026, 5, 5)
    received = PaymentsReceived(
        (
            ReceivedPayment(1, one, 12_399, "CNY", today),
            ReceivedPayment(2, two, 50, "CNY", today),
            ReceivedPayment(3, two, 9_900, "USD", today),
        )
    )
    with clock.travel(at(2026, 5, 6, 9)):
        for _again in range(2):
            await tell(received)
        assert (await services.balance(one)).balance == 123
        assert (await services.balance(two)).account_id is None
        refunded = PaymentsRefunded((RefundedPayment(7, 1, one, 12_399, "CNY"), RefundedPayment(8, 2, two, 50, "CNY")))
        for _again in range(2):
            await tell(refunded)
    assert await kinds(one) == [("earn", 123), ("take_back", -123)]
    assert await services.ledger_differences() == []


async def test_points_count_from_the_day_of_payment(customer: int) -> None:
    with clock.travel(at(2026, 8, 1, 9)):
        await tell(PaymentsReceived((ReceivedPayment(1, customer, 10_000, "CNY", date(2026, 1, 31)),)))
        movement = (await services.statement(customer)).movements[0]
        assert (movement.at, movement.source) == (at(2026, 1, 31), "payment:1")
    with clock.travel(at(2027, 2, 1) - timedelta(seconds=2)):
        assert (await services.balance(customer)).available == 100
    with clock.travel(at(2027, 2, 1)):
        assert (await services.balance(customer)).available == 0


async def test_nothing_is_earned_where_the_payment_is_rolled_back(customer: int) -> None:
    with pytest.raises(ZeroDivisionError):
        async with transaction():
            await publish(PaymentsReceived((ReceivedPayment(1, customer, 10_000, "CNY", date(2026, 1, 31)),)))
            raise ZeroDivisionError
    assert (await services.balance(customer)).account_id is None
