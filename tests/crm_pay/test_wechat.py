"""WeChat Pay by messages in their documented shape, signed and hidden with keys of our own."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from crm_pay import chasing, links, providers
from crm_pay.booking import take
from crm_pay.choices import ProviderName
from crm_pay.errors import BadMessage, BadSignature, KeysMissing, ProviderUnavailable
from guanxi import clock, enqueue, execute, fetch_value
from guanxi.jobs import run_pending
from tests.crm_pay import wechat
from tests.crm_pay.support import new_account, problems, state
from tests.crm_pay.wechat import KEY_ID, KEYS, OTHERS, OURS, Wechat, certificate, hidden, notification, paid, trade
from tests.crm_receivables.support import assert_ties, new_customer, post

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
PHONE = links.Payer(ip="14.23.150.211", phone=True)


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Wechat:
    stand_in = Wechat()
    monkeypatch.setattr(providers, "transport", stand_in)
    return stand_in


async def begin(payer: links.Payer | None = None, keys: dict[str, str] = KEYS) -> tuple[int, links.Started]:
    account = await new_account("微信", ProviderName.WECHAT)
    await execute("UPDATE crm_pay_account SET secret = $1", await providers.seal(keys))
    token = (await links.make_link(await post(await new_customer(), 600, 400))).rpartition("/")[2]
    return account, await links.start(token, account, payer)


async def events() -> int:
    return int(await fetch_value("SELECT count(*) FROM crm_pay_event"))


async def test_an_order_is_signed_as_documented_and_gives_a_code(network: Wechat) -> None:
    account, started = await begin()
    assert started.offer.code == "weixin://wxpay/bizpayurl?pr=p4lpSuKzz" and not started.offer.address
    (call,) = network.calls
    assert call.url == "https://api.mch.weixin.qq.com/v3/pay/transactions/native"
    assert call.headers["Wechatpay-Serial"] == KEY_ID and call.content is not None
    scheme, _space, values = call.headers["Authorization"].partition(" ")
    given = dict(re.findall(r'(\w+)="([^"]+)"', values))
    assert (scheme, given["mchid"], given["serial_no"]) == (
        "WECHATPAY2-SHA256-RSA2048",
        KEYS["mchid"],
        KEYS["serial_no"],
    )
    content = f"POST\n/v3/pay/transactions/native\n{given['timestamp']}\n{given['nonce_str']}\n".encode()
    signature = msgspec.json.decode(f'"{given["signature"]}"', type=bytes)
    OURS.public_key().verify(signature, content + call.content + b"\n", PKCS1v15(), SHA256())
    said = msgspec.json.decode(call.content)
    assert said["amount"] == {"total": 1_000, "currency": "CNY"} and said["out_trade_no"] == started.reference
    assert (said["mchid"], said["appid"]) == (KEYS["mchid"], KEYS["appid"])
    assert said["notify_url"].endswith(f"/crm_pay/webhook/{account}")


async def test_a_phone_gets_the_address_of_the_app_and_a_code_where_that_is_not_allowed(network: Wechat) -> None:
    _account, started = await begin(PHONE)
    back = parse_qs(urlsplit(started.offer.address).query)["redirect_url"][0]
    assert started.offer.address.startswith("https://wx.tenpay.com/") and f"attempt={started.reference}" in back
    said = msgspec.json.decode(network.calls[0].content or b"")
    assert said["scene_info"] == {"payer_client_ip": "14.23.150.211", "h5_info": {"type": "Wap"}}
    network.h5 = False
    token = (await links.make_link(await post(await new_customer(), 500))).rpartition("/")[2]
    again = await links.start(token, _account, PHONE)
    assert again.offer.code.startswith("weixin://") and not again.offer.address


async def test_answers_that_are_not_signed_by_wechat_pay_are_none(network: Wechat) -> None:
    network.signer = OTHERS
    with pytest.raises(ProviderUnavailable):
        await begin()


async def test_paid_settles_the_invoice_once(network: Wechat) -> None:
    account, started = await begin()
    for _n in range(3):
        assert await take(account, paid(started.reference)) == b""
    found = await state(started.reference)
    assert (found["state"], found["outstanding"], found["payments"], found["problems"]) == ("paid", 0, 1, [])
    assert await fetch_value("SELECT method FROM crm_receivables_payment") == "wechat"
    assert await events() == 1
    await assert_ties()


async def test_signed_with_a_platform_certificate(network: Wechat) -> None:
    old, new = certificate(0x0BCD, ends=timedelta(days=-1)), certificate(0x7A1D)
    keys = {**KEYS, "wechatpay_keys": old + new + KEYS["wechatpay_keys"]}
    account, started = await begin(keys=keys)
    thing = hidden(trade(started.reference))
    for serial in ("0BCD", "bcd", "7A1E", "7a1d00", "", "PUB_KEY_ID_1"):
        with pytest.raises(BadSignature):
            await take(account, notification("TRANSACTION.SUCCESS", thing, serial=serial))
    assert await events() == 0
    for serial in ("7A1D", "0007a1d", KEY_ID):
        await take(account, notification("TRANSACTION.SUCCESS", thing, serial=serial))
    assert (await state(started.reference))["payments"] == 1


@pytest.mark.parametrize(
    "wrong", ["signature", "none", "body", "serial", "stale", "ahead", "key", "cipher", "mchid", "appid", "signtest"]
)
async def test_forged_stale_or_foreign_messages_store_nothing(network: Wechat, wrong: str) -> None:
    account, started = await begin()
    now, thing = clock.now(), trade(started.reference)
    if wrong in ("mchid", "appid"):
        thing[wrong] = "1"
    resource = hidden(thing, "f" * 32 if wrong == "key" else KEYS["apiv3_key"])
    if wrong == "cipher":
        first = resource["ciphertext"][0]
        resource["ciphertext"] = ("B" if first == "A" else "A") + resource["ciphertext"][1:]
    at = now + timedelta(seconds={"stale": -302, "ahead": 302}.get(wrong, 0))
    signer = OTHERS if wrong == "signature" else wechat.THEIRS
    serial = "PUB_KEY_ID_2" if wrong == "serial" else KEY_ID
    message = notification("TRANSACTION.SUCCESS", resource, key=signer, serial=serial, at=at)
    if wrong == "body":
        message = replace(message, body=message.body.replace(b"SUCCESS", b"CLOSED"))
    if wrong == "none":
        message = replace(message, headers={})
    if wrong == "signtest":
        probe = {**message.headers, "wechatpay-signature": "WECHATPAY/SIGNTEST/" + message.headers["wechatpay-nonce"]}
        message = replace(message, headers=probe)
    with pytest.raises(BadSignature):
        await take(account, message)
    assert await events() == 0 and (await state(started.reference))["state"] == "started"


@pytest.mark.parametrize(
    "broken", ["algorithm", "base64", "nonce", "json", "amount", "time", "year", "number", "reference"]
)
async def test_messages_that_cannot_be_read_store_nothing(network: Wechat, broken: str) -> None:
    account, started = await begin()
    thing = trade(started.reference)
    changes: dict[str, tuple[str, Any]] = {
        "amount": ("amount", {"total": "1000", "currency": "CNY"}),
        "time": ("success_time", "now"),
        "year": ("success_time", "0001-01-01T00:00:00+08:00"),
        "number": ("transaction_id", ""),
        "reference": ("out_trade_no", ""),
    }
    outside = {"algorithm": ("algorithm", "AES"), "base64": ("ciphertext", "ä"), "nonce": ("nonce", "1")}
    resource = hidden({**thing, **dict([changes[broken]])} if broken in changes else thing)
    resource |= dict([outside[broken]]) if broken in outside else {}
    message = notification("TRANSACTION.SUCCESS", resource)
    if broken == "json":
        message = replace(message, body=b"[]", headers=wechat.headers(b"[]"))
    with pytest.raises(BadMessage):
        await take(account, message)
    assert await events() == 0


async def test_another_amount_or_currency_is_kept_on_account(network: Wechat) -> None:
    account, started = await begin()
    await take(account, paid(started.reference, 999))
    found = await state(started.reference)
    assert (found["on_account"], found["outstanding"], found["problems"]) == (999, 1_000, ["different"])
    token = (await links.make_link(await post(await new_customer(), 1_000))).rpartition("/")[2]
    second = await links.start(token, account)
    said = {**trade(second.reference), "transaction_id": "2", "amount": {"total": 1_000, "currency": "USD"}}
    await take(account, notification("TRANSACTION.SUCCESS", hidden(said)))
    found = await state(second.reference)
    assert (found["on_account"], found["outstanding"], found["problems"]) == (1_000, 1_000, ["different"])
    await assert_ties()


async def test_messages_of_other_things_are_taken_and_change_nothing(network: Wechat) -> None:
    account, started = await begin()
    other = {"algorithm": "x"}
    for kind in ("COUPON.USE", "PROFITSHARING.SUCCESS", ""):
        assert await take(account, notification(kind, other)) == b""
    await take(account, paid(started.reference, trade_state="NOTPAY"))
    assert await events() == 0


async def test_refunds_at_wechats_own_pages_before_the_payment_and_repeated(network: Wechat) -> None:
    account, started = await begin()
    said = [
        wechat.refunded(started.reference, "console1", 300),
        wechat.refunded(started.reference, "console2", 200, "ABNORMAL"),
        paid(started.reference),
        wechat.refunded(started.reference, "console2", 200),
    ]
    for message in (*said, *reversed(said)):
        await take(account, message)
    found = await state(started.reference)
    assert (found["state"], found["returned"], found["gone"]) == ("part_refunded", 500, 500)
    assert (found["outstanding"], found["problems"]) == (500, [])
    await assert_ties()


async def test_a_lost_notification_is_made_up_for_by_asking(network: Wechat) -> None:
    account, started = await begin()
    network.orders[started.reference] = trade(started.reference, trade_state="USERPAYING", transaction_id="")
    await execute("UPDATE crm_pay_attempt SET created_at = created_at - interval '10 minutes'")
    await enqueue(chasing.ASK_PROVIDERS)
    await run_pending()
    assert (await state(started.reference))["state"] == "started"
    asked = len(network.calls)
    assert asked == 2 and "/out-trade-no/" in network.calls[1].url
    await enqueue(chasing.ASK_PROVIDERS)
    await run_pending()
    assert len(network.calls) == asked  # not so soon again
    network.orders[started.reference] = trade(started.reference)
    await chasing.ask_now(int(await fetch_value("SELECT id FROM crm_pay_attempt")))
    await take(account, paid(started.reference))
    found = await state(started.reference)
    assert (found["state"], found["outstanding"], found["payments"]) == ("paid", 0, 1)
    assert await problems() == []
    await assert_ties()


async def test_an_order_that_was_closed_has_failed(network: Wechat) -> None:
    _account, started = await begin()
    closed = trade(started.reference, trade_state="CLOSED")
    network.orders[started.reference] = {name: closed[name] for name in closed if "success" not in name}
    await chasing.ask_now(int(await fetch_value("SELECT id FROM crm_pay_attempt")))
    assert (await state(started.reference))["state"] == "failed"


async def test_a_private_key_that_was_pasted_into_one_line(network: Wechat) -> None:
    _account, started = await begin(keys={**KEYS, "private_key": KEYS["private_key"].replace("\n", "")})
    assert started.offer.code


async def test_keys_that_are_none() -> None:
    with pytest.raises(KeysMissing):
        await begin(keys={**KEYS, "private_key": "x"})
