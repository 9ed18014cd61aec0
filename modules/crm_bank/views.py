"""Bank accounts, statements and their lines, as people meet them."""

from __future__ import annotations

from typing import Any

from crm_bank.choices import LineState
from crm_bank.columns_form import COLUMN_ACTIONS
from crm_bank.confirming import reopen
from crm_bank.jobs import MATCH_LINES
from crm_bank.models import BankAccount, BankLine, Statement
from crm_bank.permissions import BankPermission
from crm_receivables.services import MoneyMethod
from guanxi import (
    Action,
    Change,
    Field,
    FormView,
    Kind,
    ListView,
    Outcome,
    RelatedList,
    Resource,
    Section,
    _,
    current_company,
    enqueue,
)

_ACCOUNT = "crm_bank/accounts"
_READ = BankPermission.READ


def _money(name: str, label: Any, **options: Any) -> Field:
    return Field(name, label, kind=Kind.MONEY, currency="currency", readonly=True, **options)


async def _prepare_account(change: Change) -> None:
    if not change.now("currency"):
        change.values["currency"] = current_company().currency
    if "number" in change.values:
        change.values["number"] = "".join((change.values["number"] or "").split())


async def _import(account: BankAccount | None, values: dict[str, Any]) -> Outcome:
    return Outcome(go_to=f"/crm_bank/upload?account={account.id}" if account else "/crm_bank/upload")


async def _match(line: BankLine, values: dict[str, Any]) -> Outcome:
    return Outcome(go_to=f"/crm_bank/match?line={line.id}")


async def _reopen(line: BankLine, values: dict[str, Any]) -> Outcome:
    await reopen(line.id, reason=values["reason"] or "")
    return Outcome(_("The line is open again."))


async def _match_now(record: None, values: dict[str, Any]) -> Outcome:
    job_id = await enqueue(MATCH_LINES)
    return Outcome(_("Matching runs in the background."), data={"job": job_id}, go_to="/crm_bank/lines")


ACCOUNTS = Resource(
    name="accounts",
    model=BankAccount,
    title=_("Bank accounts"),
    singular=_("Bank account"),
    fields=(
        Field("name", _("Name"), search=True),
        Field(
            "number",
            _("Account number"),
            search=True,
            help=_("IBAN or number; statements of another account are refused."),
        ),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, fixed=True, default=lambda: current_company().currency),
        Field(
            "method",
            _("Payment method"),
            kind=Kind.CHOICE,
            choices=MoneyMethod,
            default=lambda: MoneyMethod.BANK_TRANSFER.value,
        ),
        Field("columns", _("Columns of CSV files"), kind=Kind.JSON, readonly=True),
        Field("archived", _("Archived"), filter=True),
    ),
    list=ListView(columns=("name", "number", "currency", "method"), sort="name"),
    form=FormView(
        sections=(
            Section(fields=("name", "number", "currency", "method")),
            Section(fields=("columns",), more=True),
        ),
        related=(
            RelatedList(
                resource="crm_bank/statements",
                field="account",
                title=_("Statements"),
                columns=("number", "from_on", "to_on", "opening", "closing", "lines_new", "flaw"),
            ),
        ),
    ),
    read=_READ,
    create=BankPermission.ACCOUNTS,
    update=BankPermission.ACCOUNTS,
    archive="archived",
    prepare=_prepare_account,
    actions=(
        Action(
            name="import",
            label=_("Import a statement"),
            permission=BankPermission.IMPORT,
            run=_import,
            primary=True,
            when=lambda account: not account.archived,
        ),
        *COLUMN_ACTIONS,
    ),
)

STATEMENTS = Resource(
    name="statements",
    model=Statement,
    title=_("Bank statements"),
    singular=_("Bank statement"),
    label="file_name",
    fields=(
        Field("account", _("Bank account"), to=_ACCOUNT, readonly=True, filter=True),
        Field("number", _("Number"), readonly=True),
        Field("from_on", _("From", "date"), readonly=True),
        Field("to_on", _("To", "date"), readonly=True, sort=True, filter=True),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True),
        _money("opening", _("Opening balance")),
        _money("closing", _("Closing balance")),
        _money("difference", _("Difference")),
        Field("flaw", _("Check", "statement"), readonly=True, filter=True),
        Field("lines_read", _("Lines in the file"), readonly=True),
        Field("lines_new", _("New lines"), readonly=True),
        Field("file_name", _("File"), readonly=True),
        Field("created_at", _("Imported on"), kind=Kind.DATETIME, readonly=True),
    ),
    list=ListView(columns=("file_name", "account", "to_on", "opening", "closing", "lines_new", "flaw"), sort="-id"),
    form=FormView(
        sections=(
            Section(fields=("account", "number", "from_on", "to_on", "currency", "flaw")),
            Section(fields=("opening", "closing", "difference", "lines_read", "lines_new", "file_name", "created_at")),
        ),
        related=(
            RelatedList(
                resource="crm_bank/lines",
                field="statement",
                title=_("Bank lines"),
                columns=("booked_on", "amount", "name", "text", "state"),
            ),
        ),
    ),
    read=_READ,
    templates={"form": "crm_bank/statement.html"},
    actions=(
        Action(
            name="import",
            label=_("Import a statement"),
            permission=BankPermission.IMPORT,
            run=_import,
            on="list",
            primary=True,
        ),
    ),
)

LINES = Resource(
    name="lines",
    model=BankLine,
    title=_("Bank lines"),
    singular=_("Bank line"),
    label="text",
    fields=(
        Field("account", _("Bank account"), to=_ACCOUNT, readonly=True, filter=True),
        Field("statement", _("Bank statement"), to="crm_bank/statements", readonly=True, filter=True),
        Field("booked_on", _("Booked on"), readonly=True, sort=True, filter=True),
        Field("value_on", _("Value date"), readonly=True),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True, filter=True),
        _money("amount", _("Amount"), filter=True, measure=True),
        Field("name", _("Counterparty"), readonly=True, search=True),
        Field("counterparty", _("Its account"), readonly=True),
        Field("text", _("Text"), readonly=True, search=True),
        Field("reference", _("Reference"), readonly=True),
        Field("end_to_end_id", _("End-to-end number"), readonly=True),
        Field("bank_reference", _("The bank's number"), readonly=True),
        _money("charges", _("Charges of the bank")),
        Field("kind", _("Kind"), readonly=True, filter=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("category", _("Category"), readonly=True, filter=True),
        Field("customer", _("Customer"), to="crm_core/customers", readonly=True, filter=True),
        Field("payment_id", _("Payment no."), kind=Kind.INTEGER, readonly=True),
        Field("settled_at", _("Settled on"), readonly=True),
    ),
    list=ListView(columns=("booked_on", "amount", "name", "text", "state", "customer"), sort="-booked_on"),
    form=FormView(
        sections=(
            Section(fields=("account", "statement", "booked_on", "value_on", "amount", "currency", "kind", "charges")),
            Section(fields=("name", "counterparty", "text", "reference", "end_to_end_id", "bank_reference")),
            Section(fields=("state", "category", "customer", "payment_id", "settled_at")),
        )
    ),
    read=_READ,
    actions=(
        Action(
            name="match",
            label=_("Match", "action"),
            permission=BankPermission.MATCH,
            run=_match,
            primary=True,
            when=lambda line: line.state == LineState.OPEN,
        ),
        Action(
            name="reopen",
            label=_("Open again"),
            permission=BankPermission.MATCH,
            run=_reopen,
            danger=True,
            when=lambda line: line.state != LineState.OPEN,
            confirm=_("Its payment is reversed, and what it settled is owed again."),
            fields=(Field("reason", _("Reason"), kind=Kind.MULTILINE, required=False, max_length=300),),
        ),
        Action(
            name="match_now", label=_("Match what is sure"), permission=BankPermission.MATCH, run=_match_now, on="list"
        ),
    ),
    history={"set_aside": _("Set aside")},
)

RESOURCES = (ACCOUNTS, STATEMENTS, LINES)
