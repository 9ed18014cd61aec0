"""Consent as users meet it: the ledger, the texts, the panel and the buttons on a customer's form."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from crm_core import consent, consent_requests
from crm_core.models import Customer
from crm_core.permissions import CorePermission
from crm_core.privacy_choices import Channel, Decision, Purpose
from crm_core.privacy_models import Consent, ConsentText
from crm_core.queries import of_visible_customers
from guanxi import (
    Action,
    Field,
    Figure,
    FormView,
    Kind,
    ListView,
    Outcome,
    Panel,
    PanelData,
    Resource,
    Section,
    Table,
    Text,
    Tone,
    _,
    fetch,
    show_datetime,
)

_SHOWN = 20
_HISTORY = """
SELECT c.at, c.purpose, c.decision, c.channel, c.version, u.name AS by FROM crm_core_consent c
LEFT JOIN guanxi_user u ON u.id = c.user_id WHERE c.customer_id = $1 ORDER BY c.id DESC LIMIT $2
"""

TEXTS = Resource(
    name="consent_texts",
    model=ConsentText,
    title=_("Consent texts"),
    singular=_("Consent text"),
    label="text",
    label_in={"zh_CN": "text_zh"},
    fields=(
        Field("purpose", _("Purpose"), filter=True),
        Field("version", _("Version"), readonly=True, sort=True),
        Field("text", _("Text")),
        Field("text_zh", _("Chinese text")),
        Field("created_at", _("Since"), readonly=True),
    ),
    list=ListView(columns=("purpose", "version", "text", "text_zh", "created_at"), sort="-version"),
    form=FormView(sections=(Section(fields=("purpose", "version", "text", "text_zh", "created_at")),)),
    read=CorePermission.READ,
    create=CorePermission.PRIVACY,
    prepare=consent.prepare_text,
)

CONSENTS = Resource(
    name="consents",
    model=Consent,
    title=_("Consents"),
    singular=_("Consent"),
    label="id",
    fields=(
        Field("customer", _("Customer"), to="crm_core/customers", filter=True),
        Field("purpose", _("Purpose"), filter=True),
        Field("decision", _("Decision"), filter=True),
        Field("version", _("Version")),
        Field("text", _("Text"), to="crm_core/consent_texts"),
        Field("channel", _("Channel"), filter=True),
        Field("at", _("Time"), sort=True, filter=True),
        Field("user", _("Noted by"), to="guanxi/users"),
    ),
    list=ListView(columns=("at", "customer", "purpose", "decision", "version", "channel", "user"), sort="-at"),
    form=FormView(
        sections=(Section(fields=("customer", "purpose", "decision", "version", "text", "channel", "at", "user")),)
    ),
    read=CorePermission.READ,
    scope=of_visible_customers,
)


async def _record(customer: Customer, values: dict[str, Any]) -> Outcome:
    purpose, channel = Purpose(values["purpose"]), Channel(values["channel"])
    await consent.record(customer.id, purpose, Decision.GIVEN, channel)
    return Outcome(message=_("The consent was recorded."))


async def _withdraw(customer: Customer, values: dict[str, Any]) -> Outcome:
    purpose, channel = Purpose(values["purpose"]), Channel(values["channel"])
    await consent.record(customer.id, purpose, Decision.WITHDRAWN, channel)
    return Outcome(message=_("The consent was withdrawn."))


_FIELDS = (
    Field("purpose", _("Purpose"), kind=Kind.CHOICE, choices=Purpose, required=True),
    Field("channel", _("Channel"), kind=Kind.CHOICE, choices=Channel, required=True),
)
CONSENT_ACTIONS = (
    Action(
        name="record_consent",
        label=_("Record consent"),
        permission=CorePermission.UPDATE,
        run=_record,
        fields=_FIELDS,
        when=lambda customer: not customer.archived,
    ),
    Action(
        name="withdraw_consent",
        label=_("Withdraw consent"),
        permission=CorePermission.UPDATE,
        run=_withdraw,
        fields=_FIELDS,
    ),
)


async def _load(customer_id: int) -> PanelData:
    states, asked = await consent.states(customer_id), await consent_requests.open_requests(customer_id)
    rows = await fetch(_HISTORY, customer_id, _SHOWN)
    by_customer = str(_("The customer", context="consent"))
    return PanelData(
        figures=[
            *(Figure(state.purpose.label, str(state.decision.label), _tone(state.decision)) for state in states),
            *(Figure(purpose.label, str(_asked(until)), Tone.WARN) for purpose, until in asked),
        ],
        table=Table(
            columns=(_("Time"), _("Purpose"), _("Decision"), _("Version"), _("Channel"), _("Noted by")),
            rows=[
                (
                    show_datetime(row["at"]),
                    str(Purpose(row["purpose"]).label),
                    str(Decision(row["decision"]).label),
                    "" if row["version"] is None else str(row["version"]),
                    str(Channel(row["channel"]).label),
                    row["by"] or by_customer,
                )
                for row in rows
            ],
        )
        if rows
        else None,
        empty=_("No consent is recorded."),
    )


def _asked(until: datetime) -> Text:
    return _("Asked by e-mail, until {day}", day=show_datetime(until))


def _tone(decision: Decision) -> Tone:
    return Tone.OK if decision == Decision.GIVEN else Tone.BAD


CONSENT_PANEL = Panel(name="consent", title=_("Consent"), access=CorePermission.READ, load=_load, order=70)
