"""What users do with stored value. Each leaves an entry in the audit log beside the ledger's."""

from __future__ import annotations

import uuid
from typing import Any

from crm_wallet import adjusting, services
from crm_wallet.cash_back import grant_cash_back
from crm_wallet.choices import AdjustmentState, PaidBy
from crm_wallet.models import Adjustment, Wallet
from crm_wallet.permissions import WalletPermission as P
from guanxi import (
    Action,
    Field,
    InvalidInput,
    Kind,
    Outcome,
    _,
    audit,
    current_company,
    fetch_row,
    fetch_value,
    show_money,
)

WALLETS = "crm_wallet/wallets"
_CUSTOMER = Field("customer", _("Customer"), kind=Kind.RELATION, required=True, to="crm_core/customers")


def once() -> str:
    """The source of a step that a person takes: each click is a step of its own."""
    return f"user:{uuid.uuid4()}"


def money(name: str, label: Any, *, required: bool = True, minimum: int | None = 1, help: Any = None) -> Field:
    return Field(
        name, label, kind=Kind.MONEY, currency="currency", required=required, minimum=minimum,
        maximum=services.MAX_AMOUNT, help=help,
    )  # fmt: skip


def reason(*, required: bool = True) -> Field:
    return Field("reason", _("Reason"), kind=Kind.TEXT, required=required, max_length=300)


def currency() -> Field:
    return Field(
        "currency", _("Currency"), kind=Kind.CURRENCY, required=True, default=lambda: current_company().currency
    )


async def note(action: str, booking: services.Booking, why: str = "") -> Outcome:
    """The audit entry of a step, and what is said of it."""
    number = str(await fetch_value("SELECT number FROM crm_wallet_wallet WHERE id = $1", booking.wallet_id))
    after = {"entry": booking.entry_id, "principal": booking.principal, "bonus": booking.bonus}
    await audit(action, WALLETS, booking.wallet_id, label=number, after=after, reason=why)
    total = booking.principal_after + booking.bonus_after
    return Outcome(
        _("There is {amount} of stored value now.", amount=show_money(total, booking.currency)),
        data={"entry_id": booking.entry_id, "wallet_id": booking.wallet_id, "balance": total},
        go_to=f"/{WALLETS}/{booking.wallet_id}",
    )


async def _pay_in(customer_id: int, code: str, values: dict[str, Any]) -> Outcome:
    amount, offer = values["amount"], values["offer"]
    if offer is not None:
        row = await fetch_row("SELECT pays FROM crm_wallet_offer WHERE id = $1", offer)
        amount = amount if amount is not None or row is None else row["pays"]
    if amount is None:
        raise InvalidInput({"amount": _("This field is required.")})
    booking = await services.top_up(
        customer_id, amount, code, once(), offer_id=offer, paid_by=PaidBy(values["paid_by"]),
        reason=values["reason"] or "",
    )  # fmt: skip
    return await note("top_up", booking, values["reason"] or "")


async def _top_up(wallet: Wallet, values: dict[str, Any]) -> Outcome:
    return await _pay_in(wallet.customer_id, wallet.currency, values)


async def _open(record: None, values: dict[str, Any]) -> Outcome:
    return await _pay_in(values["customer"], values["currency"], values)


async def _spend(wallet: Wallet, values: dict[str, Any]) -> Outcome:
    why = values["reason"] or ""
    booking = await services.spend(wallet.customer_id, values["amount"], wallet.currency, once(), reason=why)
    return await note("spend", booking, why)


async def _give_back(wallet: Wallet, values: dict[str, Any]) -> Outcome:
    own = await fetch_value(
        "SELECT true FROM crm_wallet_entry WHERE id = $1 AND wallet_id = $2", values["entry"], wallet.id
    )
    if not own:
        raise InvalidInput({"entry": _("There is no such record.")})
    booking = await services.give_back(values["entry"], once(), values["amount"], reason=values["reason"])
    return await note("give_back", booking, values["reason"])


async def _cash_refund(wallet: Wallet, values: dict[str, Any]) -> Outcome:
    booking = await services.cash_refund(
        wallet.customer_id, values["amount"], wallet.currency, once(), reason=values["reason"]
    )
    return await note("cash_refund", booking, values["reason"])


async def _adjust(wallet: Wallet, values: dict[str, Any]) -> Outcome:
    id, booked = await adjusting.request_adjustment(
        wallet, values["principal"] or 0, values["bonus"] or 0, values["reason"]
    )
    said = _("The correction is booked.") if booked else _("The correction waits for somebody to approve it.")
    return Outcome(said, data={"adjustment_id": id}, go_to=f"/{adjusting.RESOURCE}/{id}")


async def _approve(adjustment: Adjustment, values: dict[str, Any]) -> Outcome:
    await adjusting.approve(adjustment, values["remark"] or "")
    return Outcome(_("The correction is booked."))


async def _reject(adjustment: Adjustment, values: dict[str, Any]) -> Outcome:
    await adjusting.reject(adjustment, values["remark"])
    return Outcome(_("The correction was rejected."))


async def _grant(record: None, values: dict[str, Any]) -> Outcome:
    granted = await grant_cash_back(values["customer"], values["amount"], values["currency"], once(), values["reason"])
    after = {"amount": values["amount"], "currency": values["currency"]}
    await audit("create", "crm_wallet/cash_backs", granted.cash_back_id, after=after, reason=values["reason"])
    return Outcome(
        _("It settles the customer's next invoice."),
        data={"cash_back_id": granted.cash_back_id},
        go_to=f"/crm_wallet/cash_backs/{granted.cash_back_id}",
    )


_TOP_UP_FIELDS = (
    Field("offer", _("Top-up offer"), kind=Kind.RELATION, required=False, to="crm_wallet/offers"),
    money("amount", _("Amount"), required=False, help=_("Empty: what the offer asks for.")),
    Field("paid_by", _("Paid by"), kind=Kind.CHOICE, choices=PaidBy, default=lambda: PaidBy.CASH.value),
    reason(required=False),
)


def _filled(wallet: Any) -> bool:
    return bool(wallet.principal + wallet.bonus > 0)


WALLET_ACTIONS = (
    Action(name="top_up", label=_("Top up"), permission=P.TOP_UP, run=_top_up, primary=True, fields=_TOP_UP_FIELDS),
    Action(
        name="spend",
        label=_("Spend", "action"),
        permission=P.SPEND,
        run=_spend,
        when=_filled,
        fields=(money("amount", _("Amount")), reason(required=False)),
    ),
    Action(
        name="give_back",
        label=_("Give a purchase back"),
        permission=P.SPEND,
        run=_give_back,
        fields=(
            Field("entry", _("Purchase"), kind=Kind.RELATION, required=True, to="crm_wallet/entries"),
            money("amount", _("Amount"), required=False, help=_("Empty: all that is left of it.")),
            reason(),
        ),
    ),
    Action(
        name="cash_refund",
        label=_("Refund in money"),
        permission=P.REFUND,
        run=_cash_refund,
        danger=True,
        when=lambda wallet: wallet.principal > 0 and wallet.paid > 0,
        fields=(money("amount", _("Amount"), help=_("Principal only, and no more than was paid in.")), reason()),
        start=lambda wallet: {"amount": min(wallet.principal - wallet.held_principal, wallet.paid)},
    ),
    Action(
        name="adjust",
        label=_("Correct", "action"),
        permission=P.ADJUST,
        run=_adjust,
        fields=(
            money("principal", _("Principal (+/−)"), required=False, minimum=-services.MAX_AMOUNT),
            money("bonus", _("Bonus (+/−)"), required=False, minimum=-services.MAX_AMOUNT),
            reason(),
        ),
    ),
    Action(
        name="open",
        label=_("Top up"),
        permission=P.TOP_UP,
        run=_open,
        on="list",
        primary=True,
        fields=(_CUSTOMER, currency(), *_TOP_UP_FIELDS),
    ),
)


def _waits(adjustment: Any) -> bool:
    return bool(adjustment.state == AdjustmentState.REQUESTED)


ADJUSTMENT_ACTIONS = (
    Action(
        name="approve",
        label=_("Approve"),
        permission=P.APPROVE,
        run=_approve,
        primary=True,
        when=_waits,
        moves_to=AdjustmentState.APPROVED,
        fields=(Field("remark", _("Remark"), kind=Kind.MULTILINE, required=False, max_length=300),),
    ),
    Action(
        name="reject",
        label=_("Reject"),
        permission=P.APPROVE,
        run=_reject,
        when=_waits,
        moves_to=AdjustmentState.REJECTED,
        fields=(Field("remark", _("Remark"), kind=Kind.MULTILINE, required=True, max_length=300),),
    ),
)
CASH_BACK_ACTIONS = (
    Action(
        name="grant",
        label=_("Grant cash-back"),
        permission=P.CASH_BACK,
        run=_grant,
        on="list",
        primary=True,
        fields=(_CUSTOMER, currency(), money("amount", _("Amount")), reason()),
    ),
)
