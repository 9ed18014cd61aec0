"""The statement of account as a PDF, in Chinese, in English, or in both."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Literal

from crm_receivables.account_statement import AccountStatement
from crm_receivables.documents import party, word
from crm_receivables.parties import buyer_now, seller_now
from crm_receivables.settings import ReceivablesSettings
from guanxi import PdfJob, _, format_money, settings_of, translate

_TEMPLATE = Path(__file__).parent / "templates" / "crm_receivables" / "account_statement.html"
_LABELS = {
    "title": _("Statement of account"),
    "bill_to": _("Customer"),
    "issued_by": _("Issued by"),
    "tax_number": _("Tax number"),
    "days": _("Period", "statement"),
    "currency": _("Currency"),
    "day": _("Date"),
    "kind": _("Kind"),
    "document": _("Document", "journal"),
    "debit": _("Debit"),
    "credit": _("Credit"),
    "balance": _("Balance"),
    "opening": _("Opening balance"),
    "closing": _("Closing balance"),
    "owed": _("A balance above zero is owed to us; one below zero is on the customer's account."),
    "payment_details": _("Where to pay to"),
}


async def build_statement(statement: AccountStatement, language: str) -> PdfJob:
    """`language` is zh_CN, en or both."""
    locale = "en" if language == "en" else "zh_CN"
    tag: Literal["zh-CN", "en"] = "en" if language == "en" else "zh-CN"
    labels = {name: word(label, language) for name, label in _LABELS.items()}
    buyer = await buyer_now(statement.customer_id)
    return PdfJob(
        template=_TEMPLATE.read_text("utf-8"),
        data={
            "t": labels,
            "seller": party(seller_now()),
            "buyer": party(buyer),
            "days": f"{statement.since} – {statement.until}",
            **_figures(statement, locale),
            "payment_details": settings_of(ReceivablesSettings).payment_details.splitlines(),
        },
        title=f"{labels['title']['main']} {buyer.name}",
        language=tag,
        created=datetime.combine(statement.until, time(), UTC),
        pdf_variant="pdf/a-3u",
    )


def _figures(statement: AccountStatement, locale: str) -> dict[str, Any]:
    def money(amount: int) -> str:
        return format_money(amount, statement.currency, locale)

    return {
        "currency": statement.currency,
        "opening": money(statement.opening),
        "closing": money(statement.closing),
        "debits": money(sum(row.debit for row in statement.rows)),
        "credits": money(sum(row.credit for row in statement.rows)),
        "rows": [
            {
                "day": str(row.day),
                "kind": translate(row.kind.label, locale),
                "document": row.document,
                "debit": money(row.debit) if row.debit else "",
                "credit": money(row.credit) if row.credit else "",
                "balance": money(row.balance),
            }
            for row in statement.rows
        ],
    }
