"""Wallets, their movements and offers, as people meet them."""

from __future__ import annotations

from typing import Any

from crm_core.services import of_visible_customers
from crm_wallet import actions, queries
from crm_wallet.billing_models import CashBack
from crm_wallet.card_views import CARD_RESOURCES
from crm_wallet.models import Adjustment, Entry, Hold, Lot, Offer, Wallet
from crm_wallet.permissions import WalletPermission as P
from guanxi import Change, Field, FormView, InvalidInput, Kind, ListView, RelatedList, Resource, Section, _

_WALLET, _ENTRY = "crm_wallet/wallets", "crm_wallet/entries"


def _money(name: str, label: Any, **options: Any) -> Field:
    options.setdefault("readonly", True)
    return Field(name, label, kind=Kind.MONEY, currency="currency", **options)


def _currency() -> Field:
    return Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True, filter=True)


def _wallet() -> Field:
    return Field("wallet", _("Wallet"), to=_WALLET, readonly=True, filter=True)


WALLETS = Resource(
    name="wallets",
    model=Wallet,
    title=_("Stored value"),
    singular=_("Wallet"),
    label="number",
    fields=(
        Field("customer", _("Customer"), to="crm_core/customers", readonly=True, filter=True, search=True),
        Field("number", _("Number"), readonly=True, search=True),
        _currency(),
        _money("principal", _("Principal"), measure=True),
        _money("bonus", _("Bonus"), measure=True),
        _money("held_principal", _("Held principal"), measure=True),
        _money("held_bonus", _("Held bonus"), measure=True),
        _money("paid", _("Paid in and not refunded"), measure=True, help=_("No refund in money exceeds it.")),
    ),
    list=ListView(columns=("customer", "principal", "bonus", "held_principal", "held_bonus"), secondary="number"),
    form=FormView(
        sections=(
            Section(fields=("customer", "number", "currency", "principal", "bonus")),
            Section(fields=("held_principal", "held_bonus", "paid")),
        ),
        related=(
            RelatedList(
                resource=_ENTRY,
                field="wallet",
                title=_("Movements", "stored value"),
                columns=("at", "kind", "principal", "bonus", "principal_after", "bonus_after", "reason"),
            ),
            RelatedList(
                resource="crm_wallet/lots",
                field="wallet",
                title=_("Bonus by expiry"),
                columns=("granted_at", "expires_at", "bonus", "remaining"),
            ),
            RelatedList(
                resource="crm_wallet/holds",
                field="wallet",
                title=_("Holds"),
                columns=("source", "principal", "bonus", "state", "expires_at"),
            ),
        ),
    ),
    read=P.READ,
    scope=queries.visible_wallets,
    search=queries.search_wallets,
    actions=actions.WALLET_ACTIONS,
    history={"pay_invoice": _("Invoice paid with stored value"), "redeem_card": _("Gift card redeemed")},
)
ENTRIES = Resource(
    name="entries",
    model=Entry,
    title=_("Movements", "stored value"),
    singular=_("Movement", "stored value"),
    label="source",
    fields=(
        Field("at", _("Time"), readonly=True, sort=True, filter=True),
        _wallet(),
        Field("kind", _("Kind"), readonly=True, filter=True),
        _currency(),
        _money("principal", _("Principal"), measure=True),
        _money("bonus", _("Bonus"), measure=True),
        _money("principal_after", _("Principal after")),
        _money("bonus_after", _("Bonus after")),
        _money("paid", _("Paid in"), measure=True),
        Field("paid_by", _("Paid by"), readonly=True, filter=True),
        Field("offer", _("Top-up offer"), to="crm_wallet/offers", readonly=True),
        Field("source", _("Caused by"), readonly=True, filter=True, search=True),
        Field("reverses", _("Belongs to"), to=_ENTRY, readonly=True),
        Field("reason", _("Reason"), readonly=True),
        Field("actor", _("Booked by"), readonly=True),
    ),
    list=ListView(columns=("at", "wallet", "kind", "principal", "bonus", "principal_after", "bonus_after", "reason")),
    form=FormView(
        sections=(
            Section(
                fields=("at", "wallet", "kind", "currency", "principal", "bonus", "principal_after", "bonus_after")
            ),
            Section(fields=("paid", "paid_by", "offer", "source", "reverses", "reason", "actor")),
        )
    ),
    read=P.READ,
    scope=queries.of_visible_wallets,
)
LOTS = Resource(
    name="lots",
    model=Lot,
    title=_("Bonus by expiry"),
    singular=_("Lot"),
    label="granted_at",
    fields=(
        _wallet(),
        Field("entry", _("Movement", "stored value"), to=_ENTRY, readonly=True),
        _currency(),
        Field("granted_at", _("Granted on"), readonly=True),
        Field("expires_at", _("Over from"), readonly=True, filter=True),
        _money("bonus", _("Bonus"), measure=True),
        _money("remaining", _("Remaining"), filter=True, measure=True),
    ),
    list=ListView(columns=("wallet", "granted_at", "expires_at", "bonus", "remaining")),
    form=FormView(
        sections=(Section(fields=("wallet", "entry", "currency", "granted_at", "expires_at", "bonus", "remaining")),)
    ),
    read=P.READ,
    scope=queries.of_visible_wallets,
)
HOLDS = Resource(
    name="holds",
    model=Hold,
    title=_("Holds"),
    singular=_("Hold"),
    label="source",
    fields=(
        _wallet(),
        _currency(),
        _money("principal", _("Principal"), measure=True),
        _money("bonus", _("Bonus"), measure=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("expires_at", _("Until"), readonly=True),
        Field("source", _("Caused by"), readonly=True, filter=True, search=True),
        Field("entry", _("Purchase"), to=_ENTRY, readonly=True),
    ),
    list=ListView(columns=("source", "wallet", "principal", "bonus", "state", "expires_at")),
    form=FormView(
        sections=(
            Section(fields=("wallet", "currency", "principal", "bonus", "state", "expires_at", "source", "entry")),
        )
    ),
    read=P.READ,
    scope=queries.of_visible_wallets,
)
ADJUSTMENTS = Resource(
    name="adjustments",
    model=Adjustment,
    title=_("Corrections of stored value"),
    singular=_("Correction of stored value"),
    label="reason",
    fields=(
        _wallet(),
        _currency(),
        _money("principal", _("Principal")),
        _money("bonus", _("Bonus")),
        Field("reason", _("Reason"), readonly=True, search=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("remark", _("Remark"), readonly=True),
        Field("entry", _("Movement", "stored value"), to=_ENTRY, readonly=True),
    ),
    list=ListView(columns=("reason", "wallet", "principal", "bonus", "state")),
    form=FormView(
        sections=(Section(fields=("wallet", "currency", "principal", "bonus", "reason", "remark", "entry")),),
        stage="state",
    ),
    read=P.READ,
    scope=queries.of_visible_wallets,
    actions=actions.ADJUSTMENT_ACTIONS,
)


async def _check_offer(change: Change) -> None:
    since, until = change.now("valid_from"), change.now("valid_until")
    if until is not None and until < since:
        raise InvalidInput({"valid_until": _("This is before the first day.")})


OFFERS = Resource(
    name="offers",
    model=Offer,
    title=_("Top-up offers"),
    singular=_("Top-up offer"),
    label="name",
    label_in={"zh_CN": "name_zh"},
    fields=(
        Field("name", _("Name"), search=True),
        Field("name_zh", _("Chinese name")),
        Field("currency", _("Currency"), kind=Kind.CURRENCY),
        _money("pays", _("Customer pays"), readonly=False, minimum=1, maximum=10**12),
        _money("bonus", _("Bonus"), readonly=False, minimum=0, maximum=10**12),
        Field("bonus_days", _("Days that the bonus lasts"), minimum=1, maximum=36_500, help=_("Empty: for ever.")),
        Field("valid_from", _("Valid from"), filter=True),
        Field("valid_until", _("Valid until"), filter=True),
        Field("active", _("Active"), filter=True),
    ),
    list=ListView(columns=("name", "pays", "bonus", "bonus_days", "valid_from", "valid_until", "active"), sort="-id"),
    form=FormView(
        sections=(
            Section(fields=("name", "name_zh", "currency", "pays", "bonus", "bonus_days")),
            Section(fields=("valid_from", "valid_until", "active")),
        )
    ),
    read=P.READ,
    create=P.MANAGE,
    update=P.MANAGE,
    prepare=_check_offer,
)
CASH_BACKS = Resource(
    name="cash_backs",
    model=CashBack,
    title=_("Cash-back"),
    singular=_("Cash-back"),
    label="reason",
    fields=(
        Field("customer", _("Customer"), to="crm_core/customers", readonly=True, filter=True),
        _currency(),
        _money("amount", _("Amount"), measure=True),
        _money("remaining", _("Remaining"), measure=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("granted_on", _("Granted on"), readonly=True, filter=True),
        Field("source", _("Caused by"), readonly=True, filter=True),
        Field("reason", _("Reason"), readonly=True),
    ),
    list=ListView(columns=("reason", "customer", "amount", "remaining", "state", "granted_on")),
    form=FormView(
        sections=(Section(fields=("customer", "currency", "amount", "remaining", "granted_on", "source", "reason")),),
        stage="state",
    ),
    read=P.READ,
    scope=of_visible_customers,
    actions=actions.CASH_BACK_ACTIONS,
)
RESOURCES = (WALLETS, ENTRIES, LOTS, HOLDS, ADJUSTMENTS, OFFERS, CASH_BACKS, *CARD_RESOURCES)
