"""Gift cards and batches, as people meet them. A code is on no screen."""

from __future__ import annotations

from typing import Any

from crm_wallet import card_actions
from crm_wallet.card_models import Batch, Card, CardEntry
from crm_wallet.permissions import WalletPermission as P
from guanxi import Field, FormView, Kind, ListView, RelatedList, Resource, Section, _

_CARD = "crm_wallet/cards"


def _money(name: str, label: Any, **options: Any) -> Field:
    return Field(name, label, kind=Kind.MONEY, currency="currency", readonly=True, **options)


def _currency() -> Field:
    return Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True, filter=True)


CARDS = Resource(
    name="cards",
    model=Card,
    title=_("Gift cards"),
    singular=_("Gift card"),
    label="number",
    fields=(
        Field("number", _("Number"), readonly=True, search=True),
        Field("last4", _("Last four of the code"), readonly=True, filter=True),
        _currency(),
        _money("value", _("Value", "gift card"), measure=True),
        _money("balance", _("Balance"), measure=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("sold_at", _("Sold on"), readonly=True, filter=True),
        Field("valid_until", _("Valid until"), readonly=True, filter=True),
        Field("batch", _("Batch"), to="crm_wallet/batches", readonly=True, filter=True),
        Field("wallet", _("Redeemed into"), to="crm_wallet/wallets", readonly=True),
    ),
    list=ListView(columns=("number", "last4", "value", "balance", "state", "valid_until", "batch")),
    form=FormView(
        sections=(
            Section(fields=("number", "last4", "currency", "value", "balance")),
            Section(fields=("sold_at", "valid_until", "batch", "wallet")),
        ),
        stage="state",
        related=(
            RelatedList(
                resource="crm_wallet/card_entries",
                field="card",
                title=_("Movements", "stored value"),
                columns=("at", "kind", "amount", "balance_after", "reason"),
            ),
        ),
    ),
    read=P.CARDS,
    actions=card_actions.CARD_ACTIONS,
)
CARD_ENTRIES = Resource(
    name="card_entries",
    model=CardEntry,
    title=_("Movements on gift cards"),
    singular=_("Movement on a gift card"),
    label="source",
    fields=(
        Field("at", _("Time"), readonly=True, sort=True, filter=True),
        Field("card", _("Gift card"), to=_CARD, readonly=True, filter=True),
        Field("kind", _("Kind"), readonly=True, filter=True),
        _currency(),
        _money("amount", _("Amount"), measure=True),
        _money("balance_after", _("Balance after")),
        Field("source", _("Caused by"), readonly=True, filter=True, search=True),
        Field("reverses", _("Belongs to"), to="crm_wallet/card_entries", readonly=True),
        Field("reason", _("Reason"), readonly=True),
        Field("actor", _("Booked by"), readonly=True),
    ),
    list=ListView(columns=("at", "card", "kind", "amount", "balance_after", "reason")),
    form=FormView(
        sections=(
            Section(fields=("at", "card", "kind", "currency", "amount", "balance_after")),
            Section(fields=("source", "reverses", "reason", "actor")),
        )
    ),
    read=P.CARDS,
)
BATCHES = Resource(
    name="batches",
    model=Batch,
    title=_("Batches of gift cards"),
    singular=_("Batch of gift cards"),
    label="name",
    fields=(
        Field("name", _("Name"), readonly=True, search=True),
        _currency(),
        _money("value", _("Value", "gift card")),
        Field("size", _("Number of cards"), readonly=True, measure=True),
        Field("with_pin", _("With a PIN"), readonly=True),
        Field("state", _("State"), readonly=True, filter=True),
    ),
    list=ListView(columns=("name", "value", "size", "with_pin", "state")),
    form=FormView(
        sections=(Section(fields=("name", "currency", "value", "size", "with_pin")),),
        stage="state",
        related=(
            RelatedList(
                resource=_CARD,
                field="batch",
                title=_("Gift cards"),
                columns=("number", "last4", "balance", "state", "valid_until"),
            ),
        ),
    ),
    read=P.CARDS,
    actions=card_actions.BATCH_ACTIONS,
    history={"fetch_codes": _("Codes fetched")},
)
CARD_RESOURCES = (CARDS, CARD_ENTRIES, BATCHES)
