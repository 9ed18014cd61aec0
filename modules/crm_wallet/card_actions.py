"""What users do with gift cards and batches of them."""

from __future__ import annotations

from typing import Any

from crm_wallet import gift_cards
from crm_wallet.actions import currency, money, note, once, reason
from crm_wallet.batches import new_batch
from crm_wallet.card_models import Batch, Card
from crm_wallet.choices import BatchState, CardState
from crm_wallet.jobs import MAKE_CARDS
from crm_wallet.permissions import WalletPermission as P
from crm_wallet.services import redeem_card
from guanxi import (
    Action,
    Field,
    Figure,
    InvalidInput,
    Kind,
    Outcome,
    _,
    audit,
    author_id,
    enqueue,
    execute,
    show_money,
    today,
)

CARDS = "crm_wallet/cards"
BIGGEST_BATCH = 100_000


async def _issue(record: None, values: dict[str, Any]) -> Outcome:
    secret = await gift_cards.issue_card(
        values["value"], values["currency"], with_pin=bool(values["with_pin"]), author_id=author_id()
    )
    after = {"value": values["value"], "currency": values["currency"]}
    await audit("issue", CARDS, None, label=secret.number, after=after)
    copied = [Figure(_("Code of the gift card"), secret.code)]
    copied += [Figure(_("PIN"), secret.pin)] if secret.pin else []
    return Outcome(
        _("The gift card {number} is issued. Copy its code now: it is shown only once.", number=secret.number),
        data={"number": secret.number, "code": secret.code, "pin": secret.pin},
        secret=True,
        copied=copied,
    )


async def _new_batch(record: None, values: dict[str, Any]) -> Outcome:
    batch_id = await new_batch(
        values["name"], values["value"], values["currency"], values["size"], with_pin=bool(values["with_pin"])
    )
    job_id = await enqueue(MAKE_CARDS, {"batch": batch_id}, key=f"crm_wallet.batch:{batch_id}")
    return Outcome(
        _("The cards are made in the background."),
        data={"batch_id": batch_id, "job": job_id},
        go_to=f"/crm_wallet/batches/{batch_id}",
    )


async def _codes(batch: Batch, values: dict[str, Any]) -> Outcome:
    return Outcome(go_to=f"/crm_wallet/codes/{batch.id}")


async def _sell(card: Card, values: dict[str, Any]) -> Outcome:
    paid = card.value if values["amount"] is None else values["amount"]
    if paid > card.value:
        raise InvalidInput({"amount": _("The card is worth less than this.")})
    booked = await gift_cards.sell_card(card.id, paid, once())
    await audit("sell", CARDS, card.id, label=card.number, after={"balance": booked.balance})
    return Outcome(_("There is {amount} on the card.", amount=show_money(booked.balance, card.currency)))


async def _redeem(record: None, values: dict[str, Any]) -> Outcome:
    found = await gift_cards.find_card(values["code"], values["pin"] or "")
    booking = await redeem_card(found.card_id, values["customer"], once(), reason=found.number)
    await audit("redeem", CARDS, found.card_id, label=found.number, after={"wallet": booking.wallet_id})
    return await note("redeem_card", booking, found.number)


async def _check(record: None, values: dict[str, Any]) -> Outcome:
    found = await gift_cards.find_card(values["code"], values["pin"] or "")
    amount = show_money(found.balance, found.currency)
    message = _("{number}: {amount}, {state}", number=found.number, amount=amount, state=found.state.label)
    return Outcome(message, go_to=f"/{CARDS}/{found.card_id}")


async def _block(card: Card, values: dict[str, Any]) -> Outcome:
    await gift_cards.change_state(card.id, block=True)
    await audit("block", CARDS, card.id, label=card.number, reason=values["reason"])
    return Outcome(_("The card is blocked."))


async def _unblock(card: Card, values: dict[str, Any]) -> Outcome:
    await gift_cards.change_state(card.id, block=False)
    await audit("unblock", CARDS, card.id, label=card.number, reason=values["reason"])
    return Outcome(_("The card can be used again."))


async def _prolong(card: Card, values: dict[str, Any]) -> Outcome:
    day = values["valid_until"]
    if day < max(today(), card.valid_until or today()):
        raise InvalidInput({"valid_until": _("A card is prolonged, never cut short.")})
    await execute("UPDATE crm_wallet_card SET valid_until = $2, revision = revision + 1 WHERE id = $1", card.id, day)
    await audit("prolong", CARDS, card.id, label=card.number, after={"valid_until": str(day)}, reason=values["reason"])
    return Outcome(_("The card can be used again."))


_CODE = Field("code", _("Code of the gift card"), kind=Kind.TEXT, required=True, max_length=60)
_PIN = Field("pin", _("PIN"), kind=Kind.TEXT, required=False, max_length=20)
_WITH_PIN = Field("with_pin", _("With a PIN"), kind=Kind.BOOLEAN, required=False)

CARD_ACTIONS = (
    Action(
        name="sell",
        label=_("Sell", "gift card"),
        permission=P.SELL,
        run=_sell,
        primary=True,
        when=lambda card: card.state == CardState.INACTIVE,
        fields=(money("amount", _("Paid"), required=False, help=_("Empty: all that the card is worth.")),),
        start=lambda card: {"amount": card.value},
    ),
    Action(
        name="block",
        label=_("Block"),
        permission=P.BLOCK,
        run=_block,
        danger=True,
        when=lambda card: card.state != CardState.BLOCKED,
        moves_to=CardState.BLOCKED,
        fields=(reason(),),
    ),
    Action(
        name="unblock",
        label=_("Unblock"),
        permission=P.BLOCK,
        run=_unblock,
        when=lambda card: card.state == CardState.BLOCKED,
        fields=(reason(),),
    ),
    Action(
        name="prolong",
        label=_("Prolong"),
        permission=P.BLOCK,
        run=_prolong,
        when=lambda card: card.valid_until is not None,
        fields=(Field("valid_until", _("Valid until"), kind=Kind.DATE, required=True), reason()),
    ),
    Action(
        name="redeem",
        label=_("Redeem into stored value"),
        permission=P.SELL,
        run=_redeem,
        on="list",
        primary=True,
        fields=(
            _CODE,
            _PIN,
            Field("customer", _("Customer"), kind=Kind.RELATION, required=True, to="crm_core/customers"),
        ),
    ),
    Action(name="check", label=_("Check a code"), permission=P.SELL, run=_check, on="list", fields=(_CODE, _PIN)),
    Action(
        name="issue",
        label=_("Issue a gift card"),
        permission=P.ISSUE,
        run=_issue,
        on="list",
        fields=(currency(), money("value", _("Value", "gift card")), _WITH_PIN),
    ),
)
BATCH_ACTIONS = (
    Action(
        name="codes",
        label=_("Fetch the codes"),
        permission=P.CODES,
        run=_codes,
        primary=True,
        when=lambda batch: batch.state == BatchState.READY,
    ),
    Action(
        name="new_batch",
        label=_("New batch"),
        permission=P.ISSUE,
        run=_new_batch,
        on="list",
        primary=True,
        fields=(
            Field("name", _("Name"), kind=Kind.TEXT, required=True, max_length=80),
            currency(),
            money("value", _("Value", "gift card")),
            Field("size", _("Number of cards"), kind=Kind.INTEGER, required=True, minimum=1, maximum=BIGGEST_BATCH),
            _WITH_PIN,
        ),
    ),
)
