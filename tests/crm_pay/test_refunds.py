"""Refunds asked for here: never more than came, sent once whatever stops, booked once in whatever order it is told."""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import replace
from typing import Any

import asyncpg
import msgspec
import pytest

from crm_pay import chasing, links, providers
from crm_pay.booking import take
from crm_pay.choices import EventKind, ProviderName
from crm_pay.errors import ProviderUnavailable, TooMuchToRefund
from crm_pay.models import Attempt
from crm_pay.permissions import PayPermission
from crm_pay.privacy import PERSONAL
from crm_pay.provider import Call, Reply
from crm_pay.refunding import request_refund
from crm_receivables.errors import NotReversible, RefundTooLarge
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.services import ReversalCause, refund_payment, reverse_payment, unallocate
from guanxi import (
    Forbidden,
    InvalidInput,
    Unconfirmed,
    current_company,
    enqueue,
    execute,
    fetch,
    fetch_value,
    find,
    use_actor,
)
from guanxi.jobs import run_pending
from guanxi.records.actions import find_action, run_action
from tests.crm_pay import wechat
from tests.crm_pay.support import attempt_of, event, new_account, new_attempt, problems, send, state
from tests.crm_pay.wechat import KEYS, Wechat, paid
from tests.crm_receivables.support import assert_ties, new_customer, post, user

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
PAID, FAILED, REFUNDED, CHARGEBACK, REFUND_FAILED = EventKind


async def paid_attempt(*amounts: int) -> tuple[int, str, int]:
    """By the test provider: account, reference and id."""
    account = await new_account()
    reference = await new_attempt(account, *(amounts or (600, 400)))
    await send(account, event(reference, PAID))
    return account, reference, (await attempt_of(reference))["id"]


async def refunds() -> list[tuple[int, str]]:
    return [(row["amount"], row["state"]) for row in await fetch("SELECT * FROM crm_pay_refund ORDER BY id")]


async def number() -> str:
    return str(await fetch_value("SELECT number FROM crm_pay_refund ORDER BY id DESC LIMIT 1"))


async def chase() -> None:
    await execute("UPDATE crm_pay_refund SET created_at = created_at - interval '1 day', asked_at = NULL")
    await enqueue(chasing.ASK_PROVIDERS)
    await run_pending()


async def test_a_part_and_then_the_rest() -> None:
    _account, reference, id = await paid_attempt()
    await request_refund(id, 300, "Two too many")
    held = await attempt_of(reference)
    assert (held["refunding"], held["returned"], held["state"]) == (300, 0, "paid")
    await run_pending()
    found = await state(reference)
    assert (found["state"], found["returned"], found["gone"], found["outstanding"]) == ("part_refunded", 300, 300, 300)
    note = await fetch_value("SELECT note FROM crm_receivables_payment WHERE direction = 'out'")
    assert note == "Two too many" and (await attempt_of(reference))["refunding"] == 0
    with pytest.raises(TooMuchToRefund):
        await request_refund(id, 701, "x")
    await request_refund(id, 700, "Rest")
    await run_pending()
    found = await state(reference)
    assert (found["state"], found["gone"], found["outstanding"]) == ("refunded", 1_000, 1_000)
    with pytest.raises(TooMuchToRefund):
        await request_refund(id, 1, "x")
    assert await refunds() == [(300, "done"), (700, "done")]
    await assert_ties()


async def test_sixteen_at_once_get_no_more_than_came() -> None:
    _account, reference, id = await paid_attempt()
    asked = await asyncio.gather(*(request_refund(id, 300, str(n)) for n in range(16)), return_exceptions=True)
    assert sorted(type(each).__name__ for each in asked) == ["TooMuchToRefund"] * 13 + ["int"] * 3
    assert (await attempt_of(reference))["refunding"] == 900
    await asyncio.gather(*(run_pending() for _n in range(4)))
    found = await state(reference)
    assert (found["returned"], found["gone"], found["problems"]) == (900, 900, [])
    assert await fetch_value("SELECT count(*) FROM crm_receivables_refund") == 3
    await assert_ties()


async def test_what_was_given_back_by_hand_or_by_the_bank_is_not_given_again() -> None:
    account, reference, id = await paid_attempt()
    payment = (await attempt_of(reference))["payment_id"]
    await unallocate(payment)
    await refund_payment(payment, 800)
    with pytest.raises(TooMuchToRefund):
        await request_refund(id, 201, "x")
    await request_refund(id, 200, "x")
    await run_pending()
    assert (await state(reference))["gone"] == 1_000
    account, reference, id = account, await new_attempt(account, 1_000), 0
    await send(account, event(reference, PAID))
    await send(account, event(reference, CHARGEBACK))
    with pytest.raises(TooMuchToRefund):
        await request_refund((await attempt_of(reference))["id"], 1, "x")
    await execute("UPDATE crm_pay_account SET active = false")
    with pytest.raises(TooMuchToRefund):
        await request_refund(id, 1, "x")
    with pytest.raises(InvalidInput):
        await request_refund(id, 0, "x")
    await assert_ties()


async def test_answer_and_messages_in_any_order_and_number() -> None:
    ends = []
    account = await new_account()
    for order in itertools.permutations(range(3)):
        reference = await new_attempt(account, 600, 400)
        await send(account, event(reference, PAID))
        id = (await attempt_of(reference))["id"]
        await request_refund(id, 300, "x")
        mine = await number()
        said = event(reference, REFUNDED, 300, id=f"refund:{mine}", refund=mine)
        failed = event(reference, REFUND_FAILED, 300, id=f"refund:{mine}:failed", refund=mine, detail="NOT_ENOUGH")
        steps = [lambda each=each: send(account, each) for each in (said, failed)]
        for step in (*order, *order):
            await [*steps, run_pending][step]()
        found = await state(reference)
        assert (await attempt_of(reference))["refunding"] == 0
        ends.append((found["state"], found["returned"], found["gone"], found["outstanding"], found["problems"]))
    assert set(map(str, ends)) == {str(("part_refunded", 300, 300, 300, []))}
    assert set(await refunds()) == {(300, "done")}
    await assert_ties()


async def test_a_refund_that_failed_frees_its_amount_and_one_that_failed_later_is_looked_at() -> None:
    account, reference, id = await paid_attempt()
    await request_refund(id, 1_000, "x")
    mine = await number()
    await send(account, event(reference, REFUND_FAILED, 1_000, id="f", refund=mine, detail="CARD CLOSED"))
    assert await refunds() == [(1_000, "failed")] and (await attempt_of(reference))["refunding"] == 0
    assert await fetch_value("SELECT detail FROM crm_pay_refund") == "CARD CLOSED"
    await run_pending()  # the job of it has nothing to do any more
    assert (await state(reference))["gone"] == 0
    await request_refund(id, 400, "x")
    await run_pending()
    later = event(reference, REFUND_FAILED, 400, id="later", refund=await number())
    late = replace(later, at=(await fetch_value("SELECT max(happened_at) FROM crm_pay_event")) + (later.at - later.at))
    await send(account, replace(late, at=late.at.replace(year=late.at.year + 1)))
    found = await state(reference)
    assert (found["gone"], found["problems"]) == (400, ["taken_back"])
    assert await refunds() == [(1_000, "failed"), (400, "done")]


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Wechat:
    stand_in = Wechat()
    monkeypatch.setattr(providers, "transport", stand_in)
    return stand_in


async def paid_by_wechat(network: Wechat) -> tuple[int, str, int]:
    account = await new_account("微信", ProviderName.WECHAT)
    await execute("UPDATE crm_pay_account SET secret = $1", await providers.seal(KEYS))
    token = (await links.make_link(await post(await new_customer(), 600, 400))).rpartition("/")[2]
    reference = (await links.start(token, account)).reference
    await take(account, paid(reference))
    network.of(reference).calls.clear()
    return account, reference, (await attempt_of(reference))["id"]


async def test_wechat_pay_refunds_by_our_number(network: Wechat) -> None:
    account, reference, id = await paid_by_wechat(network)
    await request_refund(id, 250, "质量问题")
    await run_pending()
    asked, sent = network.calls
    mine = await number()
    assert asked.content is None and asked.url.endswith(f"/v3/refund/domestic/refunds/{mine}")
    said = msgspec.json.decode(sent.content or b"")
    assert said["amount"] == {"refund": 250, "total": 1_000, "currency": "CNY"}
    assert (said["out_refund_no"], said["reason"]) == (mine, "质量问题")
    for _n in range(2):
        await take(account, wechat.refunded(reference, mine, 250))
    found = await state(reference)
    assert (found["returned"], found["gone"], found["outstanding"]) == (250, 250, 250)
    assert await refunds() == [(250, "done")]
    await assert_ties()


@pytest.mark.parametrize("later", ["message", "asked"])
async def test_a_refund_that_wechat_pay_works_at(network: Wechat, later: str) -> None:
    account, reference, id = await paid_by_wechat(network)
    network.state = "PROCESSING"
    await request_refund(id, 250, "x")
    await run_pending()
    mine = await number()
    assert await refunds() == [(250, "requested")] and (await attempt_of(reference))["refunding"] == 250
    await chase()
    assert await refunds() == [(250, "requested")] and (await state(reference))["gone"] == 0
    network.refunds[mine] = wechat.refund(reference, mine, 250, status="SUCCESS")
    if later == "message":
        await take(account, wechat.refunded(reference, mine, 250))
    await chase()
    assert await refunds() == [(250, "done")]
    assert ((await state(reference))["gone"], (await attempt_of(reference))["refunding"]) == (250, 0)
    assert sum(call.content is not None for call in network.calls) == 1
    await assert_ties()


@pytest.mark.parametrize("lost", [1, 2])
async def test_a_crash_between_request_and_answer_is_repaired_by_asking(network: Wechat, lost: int) -> None:
    _account, reference, id = await paid_by_wechat(network)
    network.lost = lost
    await request_refund(id, 250, "x")
    await run_pending()
    assert await refunds() == [(250, "requested")]
    await execute("DELETE FROM guanxi_job WHERE name = 'crm_pay.send_refund'")
    network.lost = 0
    for _n in range(3):
        await chase()
    assert await refunds() == [(250, "done")] and len(network.refunds) == 1
    assert (await state(reference))["gone"] == 250
    await assert_ties()


async def test_a_refund_that_wechat_pay_refuses(network: Wechat) -> None:
    _account, reference, id = await paid_by_wechat(network)
    network.refuses = "NOT_ENOUGH"
    await request_refund(id, 250, "x")
    await run_pending()
    assert await refunds() == [(250, "failed")]
    assert await fetch_value("SELECT detail FROM crm_pay_refund") == "NOT_ENOUGH 基本账户余额不足"
    assert ((await attempt_of(reference))["refunding"], (await state(reference))["gone"]) == (0, 0)
    assert await problems() == []


class Stripe:
    """Keeps refunds by idempotency key for as long as `remembers`, and lists them for ever."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.made: list[dict[str, Any]] = []
        self.status, self.lost, self.error = "succeeded", False, b""

    async def send(self, call: Call) -> Reply:
        self.calls.append(call)
        if call.form is None:
            return Reply(200, msgspec.json.encode({"object": "list", "data": self.made}))
        if self.error:
            return Reply(400, self.error)
        metadata = {name: call.form[f"metadata[{name}]"] for name in ("guanxi_reference", "guanxi_refund")}
        found = {
            "id": f"re_{len(self.made)}",
            "object": "refund",
            "amount": int(call.form["amount"]),
            "currency": "cny",
            "payment_intent": call.form["payment_intent"],
            "metadata": metadata,
            "status": self.status,
        }
        self.made.append(found)
        if self.lost:
            raise ProviderUnavailable()
        return Reply(200, msgspec.json.encode(found))


async def paid_by_stripe() -> tuple[int, str, int]:
    account, reference, id = await paid_attempt()
    keys = {"api_key": "sk_1", "webhook_secret": "whsec_1"}
    await execute("UPDATE crm_pay_account SET provider = 'stripe', secret = $1", await providers.seal(keys))
    await execute("UPDATE crm_pay_attempt SET provider = 'stripe'")
    return account, reference, id


async def test_stripe_is_looked_through_before_it_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    network = Stripe()
    monkeypatch.setattr(providers, "transport", network)
    _account, reference, id = await paid_by_stripe()
    network.lost = True
    await request_refund(id, 250, "x")
    await run_pending()
    assert network.calls[1].headers == {"Authorization": "Bearer sk_1", "Idempotency-Key": await number()}
    assert network.calls[1].form is not None and network.calls[1].form["amount"] == "250"
    network.lost = False
    await chase()
    await chase()
    assert len(network.made) == 1 and await refunds() == [(250, "done")]
    assert (await state(reference))["gone"] == 250
    network.error = b'{"error":{"code":"charge_disputed","message":"It was disputed."}}'
    await request_refund(id, 250, "x")
    await run_pending()
    assert (await refunds())[1] == (250, "failed")
    assert await fetch_value("SELECT detail FROM crm_pay_refund WHERE state = 'failed'") == (
        "charge_disputed It was disputed."
    )
    await assert_ties()


async def test_who_may_ask_and_that_it_is_asked_first() -> None:
    _account, reference, id = await paid_attempt()
    resource = current_company().catalog.resource_of[Attempt]
    action = find_action(resource, "refund_test", "record")
    values = {"amount": 300, "reason": "x"}
    rights = (PayPermission.READ, ReceivablesPermission.READ, ReceivablesPermission.SEE_ALL)
    with use_actor(await user("clerk", *rights)), pytest.raises(Forbidden):
        await run_action(resource, action, id, values)
    boss = await user("boss", *rights, PayPermission.REFUND)
    with use_actor(boss):
        assert len(await find(Attempt)) == 1
        with pytest.raises(InvalidInput):
            await run_action(resource, action, id, {"amount": 1_001, "reason": "x"})
        with pytest.raises(Unconfirmed):
            await run_action(resource, action, id, values)
    assert await refunds() == [] and (await attempt_of(reference))["refunding"] == 0


async def test_what_is_on_its_way_back_is_not_given_back_by_hand_too() -> None:
    account, reference, attempt = await paid_attempt()
    payment = (await attempt_of(reference))["payment_id"]
    await request_refund(attempt, 700, "broken")
    await unallocate(payment)
    with pytest.raises(RefundTooLarge):
        await refund_payment(payment, 301)
    with pytest.raises(NotReversible):
        await reverse_payment(payment, cause=ReversalCause.MISTAKE)
    await refund_payment(payment, 300)
    with pytest.raises(TooMuchToRefund):
        await request_refund(attempt, 1, "more")
    await run_pending(10)
    assert await refunds() == [(700, "done")]
    held = "SELECT held, refunded FROM crm_receivables_payment WHERE id = $1"
    assert tuple((await fetch(held, payment))[0]) == (0, 1000)
    assert await problems() == [] and account
    await assert_ties()


async def test_by_hand_and_through_the_provider_at_once_never_more_than_came() -> None:
    _account, reference, attempt = await paid_attempt()
    payment = (await attempt_of(reference))["payment_id"]
    await unallocate(payment)
    asked = [request_refund(attempt, 150, "x") for _n in range(16)]
    by_hand = [refund_payment(payment, 90) for _n in range(6)]
    await asyncio.gather(*asked, *by_hand, return_exceptions=True)
    await run_pending(40)
    given = await fetch_value("SELECT refunded FROM crm_receivables_payment WHERE id = $1", payment)
    through = sum(amount for amount, state in await refunds() if state == "done")
    hand = await fetch_value("SELECT coalesce(sum(amount), 0) FROM crm_receivables_refund") - through
    assert through + hand == given <= 1000 and given > 1000 - 90
    assert await problems() == []
    await assert_ties()


async def test_the_reason_is_in_a_persons_file_and_goes_with_an_erasure() -> None:
    _account, reference, attempt = await paid_attempt()
    await request_refund(attempt, 700, "Wang was ill")
    customer = await fetch_value(
        "SELECT v.customer_id FROM crm_pay_attempt t JOIN crm_receivables_invoice v ON v.id = t.invoice_id"
        " WHERE t.reference = $1",
        reference,
    )
    [row] = await PERSONAL.load(customer)
    assert (row["kind"], row["amount"], row["note"]) == ("refund", 700, "Wang was ill")
    assert await PERSONAL.load(await new_customer()) == []
    await PERSONAL.erase(customer)
    [row] = await PERSONAL.load(customer)
    assert (row["amount"], row["note"]) == (700, "")
    with pytest.raises(asyncpg.RestrictViolationError):
        await execute("UPDATE crm_pay_refund SET reason = 'other'")
