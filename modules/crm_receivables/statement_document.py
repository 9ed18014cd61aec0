"""The statement of account as a PDF, in Chinese, in English, or in both."""

from __future__ import annotations

from typing import Any

from crm_receivables.account_statement import SUMS, AccountStatement
from crm_receivables.parties import buyer_now, seller_now
from crm_receivables.printing import locale_of, party, pdf_job, where_to_pay
from guanxi import PdfJob, _, format_money, translate

_LABELS = SUMS | {
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
    buyer, locale = await buyer_now(statement.customer_id), locale_of(language)
    data = {
        "seller": party(seller_now(), locale),
        "buyer": party(buyer, locale),
        "days": f"{statement.since} – {statement.until}",
        **_figures(statement, locale),
        "payment_details": where_to_pay(),
    }
    return pdf_job("account_statement", language, _LABELS, data, subject=buyer.name, day=statement.until)


def _figures(statement: AccountStatement, locale: str) -> dict[str, Any]:
    def money(amount: int) -> str:
        return format_money(amount, statement.currency, locale)

    return {
        "currency": statement.currency,
        "opening": money(statement.opening),
        "closing": money(statement.closing),
        "debits": money(sum(row.debit for row in statement.rows)),
        "credits": money(sum(row.credit for row in statement.rows)),
        "sums": [
            {"label": name, "amount": money(amount)} for name in SUMS if (amount := getattr(statement.sums, name))
        ],
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
