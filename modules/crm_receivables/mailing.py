"""Sending a document to its customer: a job prints it and writes a mail with the PDF attached."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from typing import Any

from crm_contracts.services import DocumentLanguage
from crm_core.permissions import CorePermission
from crm_core.services import customer_addresses, customer_summary
from crm_receivables.account_statement import account_statement
from crm_receivables.credit_document import build_credit_note
from crm_receivables.credit_models import CreditNote
from crm_receivables.documents import build_invoice
from crm_receivables.models import Invoice, Payment
from crm_receivables.receipt import build_receipt
from crm_receivables.statement_document import build_statement
from guanxi import (
    Action,
    Field,
    InvalidInput,
    Job,
    Kind,
    Outcome,
    PdfJob,
    Permission,
    Run,
    _,
    audit,
    check_address,
    current_company,
    enqueue,
    get,
    may,
    render_pdf,
    send_mail,
    transaction,
)

CUSTOMERS = "crm_core/customers"
_SAID = _("The mail is being written. It will be in the customer's timeline.")
_Builder = Callable[[Any, str], Awaitable[PdfJob]]
_RECORDS: dict[str, tuple[type[Any], _Builder]] = {
    "crm_receivables/invoices": (Invoice, build_invoice),
    "crm_receivables/credit_notes": (CreditNote, build_credit_note),
    "crm_receivables/payments": (Payment, build_receipt),
}


def mail_fields() -> tuple[Field, ...]:
    help = _("Empty: the customer's own address.")
    copy = _("A second mail of the same content.")
    return (
        Field("to", _("Recipient"), kind=Kind.EMAIL, required=False, max_length=254, help=help),
        Field("copy_to", _("Copy to"), kind=Kind.EMAIL, required=False, max_length=254, help=copy),
        Field("language", _("Language"), kind=Kind.CHOICE, choices=DocumentLanguage, required=True),
        Field("message", _("Message", "mail"), kind=Kind.MULTILINE, required=False, max_length=2000),
    )


def send_action(resource: str, permission: Permission, when: Callable[[Any], bool]) -> Action:
    """Sends the document of a record that has a customer."""

    async def run(record: Any, values: dict[str, Any]) -> Outcome:
        await _send(resource, record.id, record.customer_id, values, {"id": record.id})
        return Outcome(_SAID)

    return Action(
        name="send",
        label=_("Send by mail"),
        permission=permission,
        run=run,
        when=when,
        fields=mail_fields(),
        start=lambda record: first_values(record.customer_id),
    )


async def first_values(customer_id: int) -> dict[str, Any]:
    """The customer's address only for those who may see it in full; the mail goes there all the same."""
    customer = await customer_summary(customer_id)
    chinese = customer is None or customer.locale == "zh_CN"
    addresses = await customer_addresses(customer_id) if may(CorePermission.SEE_NUMBERS) else []
    return {
        "to": next(iter(addresses), ""),
        "language": DocumentLanguage.ZH_CN if chinese else DocumentLanguage.EN,
    }


async def send_statement(
    customer_id: int, currency: str, since: date, until: date, values: Mapping[str, Any]
) -> Outcome:
    """Raises InvalidInput for no address, or none that mail goes to."""
    days = {"currency": currency, "since": since.isoformat(), "until": until.isoformat()}
    await _send(CUSTOMERS, customer_id, customer_id, values, days)
    return Outcome(_SAID)


async def _send(
    resource: str, record_id: int, customer_id: int, values: Mapping[str, Any], what: dict[str, Any]
) -> None:
    to = values["to"] or next(iter(await customer_addresses(customer_id)), "")
    if not to:
        raise InvalidInput({"to": _("The customer has no e-mail address.")})
    to, copy = check_address(to), _copy_to(values)
    language = DocumentLanguage(values["language"]).value
    message = values["message"] or ""
    payload = {"resource": resource, "customer": customer_id, "to": to, "copy_to": copy}
    payload |= {"language": language, "message": message}
    async with transaction():
        await enqueue(SEND_DOCUMENT, payload | what)
        await audit("mail", resource, record_id, after={"language": language})


def _copy_to(values: Mapping[str, Any]) -> str:
    """Raises InvalidInput for what is no address, by its field."""
    given = values.get("copy_to")
    if not given:
        return ""
    try:
        return check_address(given)
    except InvalidInput as error:
        raise InvalidInput({"copy_to": error.fields["to"]}) from error


async def _mail(run: Run) -> None:
    """At most one mail to each address for each job, however often it is tried."""
    asked = run.payload
    locale = "en" if asked["language"] == DocumentLanguage.EN else "zh_CN"
    job, name = await _document(asked)
    content = await render_pdf(job)
    customer = await customer_summary(asked["customer"])
    data = {
        "company": current_company().title,
        "document": job.title,
        "name": "" if customer is None else customer.name,
        "message": asked["message"],
    }
    key = f"crm_receivables.document:{run.id}"
    letters = {key: (asked["to"], data["name"])}
    if (copy := asked.get("copy_to")) and copy != asked["to"]:
        letters[f"{key}:copy"] = (copy, "")
    async with run.step():
        for each, (to, to_name) in letters.items():
            await send_mail(
                to,
                "crm_receivables/document",
                data,
                locale=locale,
                to_name=to_name,
                key=each,
                files={f"{name}.pdf": content},
            )


async def _document(asked: Mapping[str, Any]) -> tuple[PdfJob, str]:
    """What to print, and the name of its file."""
    if asked["resource"] == CUSTOMERS:
        since, until = date.fromisoformat(asked["since"]), date.fromisoformat(asked["until"])
        statement = await account_statement(asked["customer"], asked["currency"], since, until)
        return await build_statement(statement, asked["language"]), f"statement-{since}-{until}"
    model, build = _RECORDS[asked["resource"]]
    record = await get(model, asked["id"])
    return await build(record, asked["language"]), str(record.number)


SEND_DOCUMENT = Job(
    name="crm_receivables.send_document", title=_("Send a document"), run=_mail, steps=True, timeout=120
)
