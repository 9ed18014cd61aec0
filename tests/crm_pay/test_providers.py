"""Stripe and Alipay by messages in their documented shape, signed with keys of our own."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from crm_pay import links, providers, signatures
from crm_pay.alipay import SANDBOX, signed_text
from crm_pay.booking import take
from crm_pay.chasing import ASK_PROVIDERS, ask_now
from crm_pay.choices import ProviderName
from crm_pay.errors import BadMessage, BadSignature, KeysMissing, ProviderUnavailable
from crm_pay.provider import Call, Message, Reply
from crm_pay.refunding import request_refund
from guanxi import clock, enqueue, execute, fetch_value
from guanxi.jobs import run_pending
from tests.crm_pay.support import Answers, new_account, state
from tests.crm_receivables.support import assert_ties, new_customer, post

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
OURS, THEIRS, OTHERS = (rsa.generate_private_key(65537, 2048) for _n in range(3))
PRIVATE = OURS.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
PUBLIC = base64.b64encode(THEIRS.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()
STRIPE = {"api_key": "sk_test_1", "webhook_secret": "whsec_1"}
ALIPAY = {"app_id": "2026000000000001", "private_key": PRIVATE, "alipay_public_key": PUBLIC}


async def begin(provider: ProviderName, keys: dict[str, str]) -> tuple[int, str, str]:
    """The account, our reference, and where the customer goes."""
    account = await new_account(str(provider.value), provider)
    await execute("UPDATE crm_pay_account SET secret = $1", await providers.seal(keys))
    token = (await links.make_link(await post(await new_customer(), 600, 400))).rpartition("/")[2]
    started = await links.start(token, account)
    return account, started.reference, started.offer.address


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Answers:
    answers = Answers(b'{"id":"cs_1","url":"https://checkout.stripe.com/c/pay/cs_1"}')
    monkeypatch.setattr(providers, "transport", answers)
    return answers


def stripe_message(type: str, thing: dict[str, Any], id: str = "evt_1", secret: str = "whsec_1") -> Message:
    now = clock.now()
    said = {"id": id, "object": "event", "created": int(now.timestamp()), "type": type, "data": {"object": thing}}
    body = msgspec.json.encode(said)
    return Message({"stripe-signature": f"{signatures.sign(secret, body, now)},v0=old"}, body, now)


def session(reference: str, amount: int = 1_000) -> dict[str, Any]:
    metadata = {"guanxi_reference": reference}
    more = {"payment_status": "paid", "payment_intent": "pi_1", "metadata": metadata}
    return {"id": "cs_1", "object": "checkout.session", "amount_total": amount, "currency": "cny", **more}


async def test_stripe_from_the_session_to_the_dispute(network: Answers) -> None:
    account, reference, address = await begin(ProviderName.STRIPE, STRIPE)
    assert address == "https://checkout.stripe.com/c/pay/cs_1"
    (call,) = network.calls
    assert call.headers == {"Authorization": "Bearer sk_test_1", "Idempotency-Key": reference}
    assert call.form is not None and call.form["line_items[0][price_data][unit_amount]"] == "1000"
    assert call.form["payment_intent_data[metadata][guanxi_reference]"] == reference
    dispute = {"id": "dp_1", "object": "dispute", "amount": 1_000, "currency": "cny", "payment_intent": "pi_1"}
    await take(account, stripe_message("charge.dispute.funds_withdrawn", dispute, "evt_2"))
    assert (await state(reference))["state"] == "started"
    for _n in range(2):
        await take(account, stripe_message("checkout.session.completed", session(reference)))
    found = await state(reference)
    assert (found["state"], found["gone"], found["outstanding"]) == ("charged_back", 1_000, 1_000)
    assert await fetch_value("SELECT cause FROM crm_receivables_reversal") == "chargeback"
    await assert_ties()


async def test_refunds_of_stripe_are_sums(network: Answers) -> None:
    account, reference, _address = await begin(ProviderName.STRIPE, STRIPE)
    charge = {"id": "ch_1", "object": "charge", "amount": 1_000, "currency": "cny", "payment_intent": "pi_1"}
    charge["metadata"] = {"guanxi_reference": reference}
    for number, amount in enumerate((700, 300)):
        await take(account, stripe_message("charge.refunded", {**charge, "amount_refunded": amount}, f"evt_r{number}"))
    await take(account, stripe_message("checkout.session.completed", session(reference)))
    found = await state(reference)
    assert (found["state"], found["returned"], found["outstanding"]) == ("part_refunded", 700, 700)
    await assert_ties()


async def test_what_stripe_says_of_others_or_wrongly(network: Answers) -> None:
    account, reference, _address = await begin(ProviderName.STRIPE, STRIPE)
    good = stripe_message("checkout.session.completed", session(reference))
    for wrong in (
        replace(good, headers={}),
        replace(good, headers={"stripe-signature": "t=1,v1=2"}),
        replace(good, body=good.body + b" "),
        stripe_message("checkout.session.completed", session(reference), secret="whsec_2"),
    ):
        with pytest.raises(BadSignature):
            await take(account, wrong)
    broken = {**session(reference), "amount_total": "1000"}
    with pytest.raises(BadMessage):
        await take(account, stripe_message("checkout.session.completed", broken))
    for type, thing in (
        ("customer.created", {}),
        ("checkout.session.completed", {**session(reference), "metadata": {}}),
        ("checkout.session.completed", {**session(reference), "payment_status": "unpaid"}),
    ):
        assert await take(account, stripe_message(type, thing)) == b"ok"
    assert await fetch_value("SELECT count(*) FROM crm_pay_event") == 0
    await take(account, stripe_message("checkout.session.expired", session(reference)))
    assert (await state(reference))["state"] == "failed"
    network.body = b'{"error":{}}'
    token = (await links.make_link(await post(await new_customer(), 5))).rpartition("/")[2]
    with pytest.raises(ProviderUnavailable):
        await links.start(token, account)


def alipay_message(reference: str, key: rsa.RSAPrivateKey = THEIRS, **more: str) -> Message:
    values = {
        "notify_id": "n1",
        "notify_time": "2026-01-20 16:00:05",
        "notify_type": "trade_status_sync",
        "app_id": ALIPAY["app_id"],
        "out_trade_no": reference,
        "trade_no": "2026012022001",
        "trade_status": "TRADE_SUCCESS",
        "total_amount": "10.00",
        "subject": "发票 & 订单",
        "charset": "utf-8",
        **more,
    }
    sign = base64.b64encode(key.sign(signed_text(values), PKCS1v15(), SHA256())).decode()
    body = urlencode({**values, "sign": sign, "sign_type": "RSA2"}).encode()
    return Message({"content-type": "application/x-www-form-urlencoded"}, body, clock.now())


async def test_alipay_from_the_signed_address_to_the_refund() -> None:
    account, reference, address = await begin(ProviderName.ALIPAY, ALIPAY)
    assert address.startswith(f"{SANDBOX}?")
    values = dict(parse_qsl(urlsplit(address).query))
    signature = base64.b64decode(values.pop("sign"))
    OURS.public_key().verify(signature, signed_text(values), PKCS1v15(), SHA256())
    content = msgspec.json.decode(values["biz_content"])
    assert (content["total_amount"], content["out_trade_no"]) == ("10.00", reference)
    assert values["notify_url"].endswith(f"/crm_pay/webhook/{account}")
    refund = alipay_message(reference, notify_id="n2", refund_fee="4.00")
    for message in (refund, alipay_message(reference), refund, alipay_message(reference)):
        assert await take(account, message) == b"success"
    found = await state(reference)
    assert (found["state"], found["captured"], found["returned"]) == ("part_refunded", 1_000, 400)
    assert (found["outstanding"], found["payments"], found["problems"]) == (400, 1, [])
    await assert_ties()


async def test_alipay_wrongly_signed_for_another_application_or_of_another_amount() -> None:
    account, reference, _address = await begin(ProviderName.ALIPAY, ALIPAY)
    good = alipay_message(reference)
    for wrong in (
        alipay_message(reference, OTHERS),
        alipay_message(reference, app_id="1"),
        replace(good, body=good.body.replace(b"10.00", b"10.01")),
        replace(good, body=b""),
        replace(good, body=b"sign=%00"),
    ):
        with pytest.raises(BadSignature):
            await take(account, wrong)
    for broken in (alipay_message(reference, total_amount="NaN"), alipay_message(reference, notify_time="now")):
        with pytest.raises(BadMessage):
            await take(account, broken)
    assert await take(account, alipay_message(reference, trade_status="WAIT_BUYER_PAY")) == b"success"
    assert await fetch_value("SELECT count(*) FROM crm_pay_event") == 0
    await take(account, alipay_message(reference, total_amount="9.99"))
    found = await state(reference)
    assert (found["on_account"], found["outstanding"], found["problems"]) == (999, 1_000, ["different"])


async def test_keys_that_are_none_and_currencies_that_it_does_not_take() -> None:
    with pytest.raises(KeysMissing):
        await begin(ProviderName.ALIPAY, {**ALIPAY, "private_key": "x"})
    dollars = await post(await new_customer(), 100, currency="USD")
    _link, invoice = await links.open_link((await links.make_link(dollars)).rpartition("/")[2])
    assert await links.choices(invoice) == []


class AlipayGate:
    """In place of Alipay: refunds by request number, and signs the characters of the part that it answers."""

    def __init__(self, key: rsa.RSAPrivateKey = THEIRS) -> None:
        self.key, self.calls, self.refunds = key, list[str](), dict[str, str]()
        self.works, self.refuses, self.trade = False, "", dict[str, str]()

    async def send(self, call: Call) -> Reply:
        assert call.form is not None and call.url == SANDBOX
        values = dict(call.form)
        OURS.public_key().verify(base64.b64decode(values.pop("sign")), signed_text(values), PKCS1v15(), SHA256())
        self.calls.append(values["method"])
        said = self._answer(values["method"], msgspec.json.decode(values["biz_content"]))
        name = values["method"].replace(".", "_") + "_response"
        text = json.dumps(said, indent=1, ensure_ascii=False)
        sign = base64.b64encode(self.key.sign(text.encode(), PKCS1v15(), SHA256())).decode()
        return Reply(200, f'{{"{name}": {text}, "sign":"{sign}"}}'.encode())

    def _answer(self, method: str, said: dict[str, str]) -> dict[str, str]:
        good = {"code": "10000", "msg": "Success"}
        if method == "alipay.trade.query":
            return {**good, **self.trade} if self.trade else {"code": "40004", "sub_code": "ACQ.TRADE_NOT_EXIST"}
        number = said["out_request_no"]
        if method == "alipay.trade.fastpay.refund.query":
            return good if self.works else {**good, "refund_status": "REFUND_SUCCESS"}
        if self.refuses:
            return {"code": "40004", "sub_code": self.refuses, "sub_msg": "卖家余额不足 {1}"}
        fresh = number not in self.refunds
        self.refunds[number] = said["refund_amount"]
        total = sum(Decimal(each) for each in self.refunds.values())
        return {**good, "fund_change": "Y" if fresh and not self.works else "N", "refund_fee": f"{total}"}


async def _alipay_paid(monkeypatch: pytest.MonkeyPatch) -> tuple[AlipayGate, int, str, int]:
    gate = AlipayGate()
    monkeypatch.setattr(providers, "transport", gate)
    account, reference, _address = await begin(ProviderName.ALIPAY, ALIPAY)
    await take(account, alipay_message(reference))
    return gate, account, reference, int(await fetch_value("SELECT id FROM crm_pay_attempt"))


async def test_alipay_refunds_by_our_number(monkeypatch: pytest.MonkeyPatch) -> None:
    gate, account, reference, id = await _alipay_paid(monkeypatch)
    await request_refund(id, 300, "x")
    await run_pending()
    await request_refund(id, 200, "x")
    gate.works = True
    await run_pending()
    assert ((await state(reference))["gone"], len(gate.refunds)) == (300, 2)
    numbers = list(gate.refunds)
    await take(account, alipay_message(reference, notify_id="n2", refund_fee="5.00", out_biz_no=numbers[1]))
    gate.works = False
    for _n in range(2):
        await execute("UPDATE crm_pay_refund SET created_at = created_at - interval '1 day', asked_at = NULL")
        await enqueue(ASK_PROVIDERS)
        await run_pending()
    found = await state(reference)
    assert (found["returned"], found["gone"], found["problems"]) == (500, 500, [])
    assert await fetch_value("SELECT count(*) FROM crm_pay_refund WHERE state = 'done'") == 2
    await assert_ties()


async def test_alipay_refuses_a_refund_or_is_not_alipay(monkeypatch: pytest.MonkeyPatch) -> None:
    gate, _account, reference, id = await _alipay_paid(monkeypatch)
    gate.refuses = "ACQ.SYSTEM_ERROR"
    await request_refund(id, 300, "x")
    await run_pending()
    gate.refuses, gate.key = "", OTHERS
    await execute("UPDATE guanxi_job SET run_at = now() - interval '1 hour'")
    await run_pending()
    assert await fetch_value("SELECT state FROM crm_pay_refund") == "requested"
    gate.refuses, gate.key = "ACQ.SELLER_BALANCE_NOT_ENOUGH", THEIRS
    await execute("UPDATE guanxi_job SET run_at = now() - interval '1 hour'")
    await run_pending()
    assert await fetch_value("SELECT state || ' ' || detail FROM crm_pay_refund") == (
        "failed ACQ.SELLER_BALANCE_NOT_ENOUGH 卖家余额不足 {1}"
    )
    assert (await state(reference))["gone"] == 0


async def test_alipay_is_asked_where_a_notification_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = AlipayGate()
    monkeypatch.setattr(providers, "transport", gate)
    account, reference, _address = await begin(ProviderName.ALIPAY, ALIPAY)
    id = int(await fetch_value("SELECT id FROM crm_pay_attempt"))
    for trade_status, expected in (("", "started"), ("WAIT_BUYER_PAY", "started"), ("TRADE_SUCCESS", "paid")):
        if trade_status:
            gate.trade = {"trade_status": trade_status, "trade_no": "2026012022001", "total_amount": "10.00"}
        await ask_now(id)
        assert (await state(reference))["state"] == expected
    await take(account, alipay_message(reference))
    assert (await state(reference))["payments"] == 1
    await assert_ties()
