"""Lists and forms of accounts, online payments, links, and what a person has to look at."""

from __future__ import annotations

from typing import Any

from crm_pay import queries
from crm_pay.accounts import ACCOUNT_ACTIONS, prepare_account
from crm_pay.booking import book
from crm_pay.choices import ProblemKind, ProblemState
from crm_pay.models import Attempt, PayLink, Problem, ProviderAccount, Refund
from crm_pay.permissions import PayPermission as P
from crm_pay.refund_actions import REFUND_ACTIONS
from crm_receivables.services import visible_receivables
from guanxi import (
    Action,
    Conflict,
    Field,
    FormView,
    Kind,
    ListView,
    Outcome,
    RelatedList,
    Resource,
    Section,
    _,
    elevated,
    execute,
    fetch_value,
    update,
    where,
)

_INVOICE = Field("invoice", _("Invoice"), to="crm_receivables/invoices", readonly=True, filter=True, search=True)


def _of_visible_invoices() -> where.Condition:
    condition = visible_receivables()
    return condition if condition is where.ALWAYS else where.related("invoice", condition)


def _of_visible_attempts() -> where.Condition:
    condition = _of_visible_invoices()
    return condition if condition is where.ALWAYS else where.related("attempt", condition)


async def _revoke(link: PayLink, values: dict[str, Any]) -> Outcome:
    with elevated():
        await update(PayLink, link.id, {"revoked": True})
    return Outcome(_("Nobody can pay by this link any more."))


async def _done(problem: Problem, values: dict[str, Any]) -> Outcome:
    with elevated():
        await update(Problem, problem.id, {"state": ProblemState.DONE, "remark": values["remark"]})
    return Outcome(_("Noted."))


async def _again(problem: Problem, values: dict[str, Any]) -> Outcome:
    account = await fetch_value("SELECT account_id FROM crm_pay_attempt WHERE id = $1", problem.attempt_id)
    await execute(queries.LOCK_ACCOUNT, account)
    if not await book(problem.attempt_id):
        raise Conflict(_("It still cannot be booked."))
    return Outcome(_("Booked."))


ACCOUNTS = Resource(
    name="accounts",
    model=ProviderAccount,
    title=_("Payment providers"),
    singular=_("Account with a payment provider"),
    label="title",
    fields=(
        Field("provider", _("Provider"), filter=True, fixed=True),
        Field("title", _("Name"), search=True),
        Field("active", _("Active"), filter=True),
        Field("test_mode", _("Test mode"), help=_("The test provider answers only in test mode.")),
    ),
    list=ListView(columns=("title", "provider", "active", "test_mode"), sort="title"),
    form=FormView(sections=(Section(fields=("provider", "title", "active", "test_mode")),)),
    read=P.MANAGE,
    create=P.MANAGE,
    update=P.MANAGE,
    prepare=prepare_account,
    actions=ACCOUNT_ACTIONS,
)
LINKS = Resource(
    name="links",
    model=PayLink,
    title=_("Pay links"),
    singular=_("Pay link"),
    fields=(
        _INVOICE,
        Field("expires_at", _("Valid until"), readonly=True, sort=True),
        Field("revoked", _("Revoked"), readonly=True, filter=True),
        Field("created_at", _("Made"), readonly=True, sort=True),
    ),
    label="expires_at",
    list=ListView(columns=("invoice", "created_at", "expires_at", "revoked"), sort="-id"),
    form=FormView(sections=(Section(fields=("invoice", "created_at", "expires_at", "revoked")),)),
    read=P.READ,
    scope=_of_visible_invoices,
    actions=(
        Action(
            name="revoke",
            label=_("Revoke"),
            permission=P.LINK,
            run=_revoke,
            danger=True,
            when=lambda link: not link.revoked,
        ),
    ),
)
ATTEMPTS = Resource(
    name="attempts",
    model=Attempt,
    title=_("Online payments"),
    singular=_("Online payment"),
    label="reference",
    fields=(
        Field("reference", _("Our reference"), readonly=True, search=True),
        _INVOICE,
        Field("account", _("Account", "provider"), to="crm_pay/accounts", readonly=True, filter=True),
        Field("provider", _("Provider"), readonly=True, filter=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True),
        Field("amount", _("Asked for"), kind=Kind.MONEY, currency="currency", readonly=True),
        Field("captured_currency", _("Currency received"), readonly=True),
        Field("captured", _("Received"), kind=Kind.MONEY, currency="captured_currency", readonly=True),
        Field("returned", _("Given back"), kind=Kind.MONEY, currency="captured_currency", readonly=True),
        Field("refunding", _("Refund requested"), kind=Kind.MONEY, currency="captured_currency", readonly=True),
        Field("payment", _("Payment"), to="crm_receivables/payments", readonly=True),
        Field("provider_reference", _("Number at the provider"), readonly=True, search=True),
        Field("created_at", _("Started", "time"), readonly=True, sort=True),
    ),
    list=ListView(columns=("created_at", "invoice", "account", "amount", "captured", "returned", "state"), sort="-id"),
    form=FormView(
        sections=(
            Section(
                fields=("reference", "invoice", "account", "provider", "state", "created_at", "provider_reference")
            ),
            Section(
                title=_("Amounts"),
                fields=("currency", "amount", "captured_currency", "captured", "returned", "refunding", "payment"),
            ),
        ),
        related=(
            RelatedList(
                resource="crm_pay/refunds",
                field="attempt",
                title=_("Refunds"),
                columns=("number", "amount", "reason", "state", "detail", "created_at"),
            ),
            RelatedList(
                resource="crm_pay/problems", field="attempt", title=_("To be looked at"), columns=("kind", "state")
            ),
        ),
    ),
    read=P.READ,
    scope=_of_visible_invoices,
    actions=REFUND_ACTIONS,
)
REFUNDS = Resource(
    name="refunds",
    model=Refund,
    title=_("Refunds"),
    singular=_("Refund"),
    label="number",
    fields=(
        Field("number", _("Number"), readonly=True, search=True),
        Field("attempt", _("Online payment"), to="crm_pay/attempts", readonly=True, filter=True),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True),
        Field("amount", _("Amount"), kind=Kind.MONEY, currency="currency", readonly=True),
        Field("reason", _("Reason"), readonly=True, search=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("detail", _("Detail"), readonly=True),
        Field("created_at", _("Requested", "time"), readonly=True, sort=True),
    ),
    list=ListView(columns=("number", "attempt", "amount", "reason", "state", "created_at"), sort="-id"),
    form=FormView(
        sections=(
            Section(fields=("number", "attempt", "currency", "amount", "reason", "state", "detail", "created_at")),
        )
    ),
    read=P.READ,
    scope=_of_visible_attempts,
)
PROBLEMS = Resource(
    name="problems",
    model=Problem,
    title=_("To be looked at"),
    singular=_("Online payment to be looked at"),
    label="kind",
    fields=(
        Field("attempt", _("Online payment"), to="crm_pay/attempts", readonly=True, filter=True),
        Field("kind", _("Kind"), readonly=True, filter=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("detail", _("Detail"), readonly=True),
        Field("remark", _("Remark"), readonly=True),
        Field("created_at", _("Since"), readonly=True, sort=True),
    ),
    list=ListView(columns=("kind", "attempt", "detail", "state", "created_at"), sort="-id"),
    form=FormView(sections=(Section(fields=("attempt", "kind", "state", "detail", "remark", "created_at")),)),
    read=P.READ,
    scope=_of_visible_attempts,
    actions=(
        Action(
            name="book",
            label=_("Book again"),
            permission=P.RESOLVE,
            run=_again,
            primary=True,
            when=lambda problem: problem.kind == ProblemKind.NOT_BOOKED and problem.state == ProblemState.OPEN,
        ),
        Action(
            name="done",
            label=_("Done"),
            permission=P.RESOLVE,
            run=_done,
            when=lambda problem: problem.state == ProblemState.OPEN,
            moves_to=ProblemState.DONE,
            fields=(Field("remark", _("Remark"), kind=Kind.MULTILINE, required=True, max_length=300),),
        ),
    ),
)
RESOURCES = (ATTEMPTS, REFUNDS, PROBLEMS, LINKS, ACCOUNTS)
