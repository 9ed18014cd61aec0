"""What an account of the journal is made of: its postings over some days, each with the document that it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from crm_core.services import customer_names
from crm_receivables.choices import Account, EntryKind
from crm_receivables.journal import TrialBalance
from crm_receivables.permissions import ReceivablesPermission
from guanxi import InvalidInput, MarkId, Text, _, fetch, may, read_mark, show_date, write_mark

AT_ONCE = 100
"""rows of a page"""
_OF_ACCOUNT = """
SELECT p.id, e.posted_on, e.kind, p.customer_id, p.amount, v.id AS invoice_id, m.id AS payment_id, n.id AS note_id,
    w.id AS write_off_id, x.close_id, c.until, coalesce(v.number, n.number, w.number, m.number) AS number
FROM crm_receivables_posting p JOIN crm_receivables_entry e ON e.id = p.entry_id
LEFT JOIN crm_receivables_invoice v ON v.id = e.invoice_id LEFT JOIN crm_receivables_payment m ON m.id = e.payment_id
LEFT JOIN crm_receivables_credit_note n ON n.payment_id = e.payment_id
LEFT JOIN crm_receivables_write_off w ON w.payment_id = e.payment_id
LEFT JOIN crm_receivables_exchange x ON x.entry_id = e.id LEFT JOIN crm_receivables_close c ON c.id = x.close_id
WHERE p.account = $1 AND p.currency = $2 AND e.posted_on BETWEEN $3 AND $4 AND (e.posted_on, p.id) > ($5, $6)
ORDER BY e.posted_on, p.id LIMIT $7
"""
_DOCUMENTS = (
    ("invoice_id", "invoices"),
    ("note_id", "credit_notes"),
    ("write_off_id", "write_offs"),
    ("payment_id", "payments"),
    ("close_id", "month_closes"),
)


@dataclass(frozen=True, slots=True)
class Posting:
    day: date
    kind: Text
    document: str
    href: str | None
    """where the document is, for those who may see it"""
    customer: str
    debit: int
    credit: int


@dataclass(frozen=True, slots=True)
class AccountPostings:
    account: Account
    currency: str
    rows: list[Posting]
    more: str | None
    """the query of the next page"""


async def account_postings(balance: TrialBalance, params: Mapping[str, str]) -> AccountPostings | None:
    """Of the account and currency that the address names; None where it names none. Raises InvalidInput."""
    if not params.get("account"):
        return None
    account, currency = _account(params["account"]), params.get("currency", "")
    if not re.fullmatch(r"[A-Z]{3}", currency):
        raise InvalidInput({"currency": _("Choose one of the values.")})
    mark = read_mark(params["after"], tuple[date, MarkId]) if params.get("after") else (balance.since, 0)
    given = (account.value, currency, balance.since, balance.until, *mark, AT_ONCE + 1)
    found = await fetch(_OF_ACCOUNT, *given)
    rows, more = found[:AT_ONCE], None
    names = await customer_names({row["customer_id"] for row in rows} - {None})
    if len(found) > AT_ONCE:
        asked = {"since": balance.since, "until": balance.until, "account": account.value, "currency": currency}
        more = urlencode({**asked, "after": write_mark(rows[-1]["posted_on"], rows[-1]["id"])})
    return AccountPostings(account, currency, [_posting(row, names) for row in rows], more)


def _account(text: str) -> Account:
    try:
        return Account(text)
    except ValueError:
        raise InvalidInput({"account": _("Choose one of the values.")}) from None


def _posting(row: Any, names: Mapping[int, str]) -> Posting:
    where = next(((column, name) for column, name in _DOCUMENTS if row[column] is not None), None)
    seen = where is not None and (where[0] == "close_id" or may(ReceivablesPermission.READ))
    return Posting(
        day=row["posted_on"],
        kind=EntryKind(row["kind"]).label,
        document=row["number"] or (show_date(row["until"]) if row["until"] else ""),
        href=f"/crm_receivables/{where[1]}/{row[where[0]]}" if where is not None and seen else None,
        customer=names.get(row["customer_id"], ""),
        debit=max(row["amount"], 0),
        credit=max(-row["amount"], 0),
    )
