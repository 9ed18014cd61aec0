"""A row of the tax bureau's export as the values of a tax invoice, or why it is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from crm_core.services import OurCompany
from crm_receivables.tax_invoice_choices import TaxInvoiceState
from crm_receivables.tax_invoice_reading import confirmation_in, kind_of, reversed_in, state_of, words_in
from guanxi import Text, _, current_company, settings_of

_OTHER_SELLER = _("The seller {number} is not this company; what others drew for it does not belong here.")


class Refused(Exception):
    """Why a row is not taken, and which column says so."""

    def __init__(self, column: str, reason: Text) -> None:
        super().__init__(str(reason))
        self.column, self.reason = column, reason


@dataclass(slots=True)
class Drawn:
    row: int
    values: dict[str, Any]
    """for the gateway, without the customer and the parts"""
    state: TaxInvoiceState
    words: list[str] = field(default_factory=list)
    """of the remark and the serial number: our invoices' numbers are among them"""

    @property
    def key(self) -> tuple[str, str]:
        return self.values["code"], self.values["number"]


def read_row(number: int, row: dict[str, Any]) -> Drawn:
    """Raises Refused."""
    _check_seller(row["seller_tax_number"] or "")
    remark = row["remark"] or ""
    net, total = row["net"], row["total"]
    tax = row["tax"] if row["tax"] is not None else total - net
    if net + tax != total:
        raise Refused("total", _("Amount and tax do not come to the total."))
    if row["positive"] is not None and row["positive"] != (total > 0):
        raise Refused("positive", _("The sign of the amounts says otherwise."))
    code, own_number = _number(row)
    kind = kind_of(row["kind"] or "", digital=len(own_number) == 20)
    if kind is None:
        raise Refused("kind", _("This is no kind of tax invoice that is known here."))
    state = state_of(row["state"] or "")
    if state is None:
        raise Refused("state", _("This is none of the choices."))
    values = {
        "kind": kind.value,
        "code": "" if kind.digital else code,
        "number": own_number,
        "issued_on": row["issued_at"].astimezone(current_company().zone).date(),
        "buyer_name": row["buyer_name"] or "",
        "buyer_tax_number": row["buyer_tax_number"] or "",
        **{"net": net, "tax": tax, "total": total},
        "drawer": row["drawer"] or "",
        "remark": remark[:300],
    }
    if total < 0:
        values["reverses_number"] = row["reverses_number"] or reversed_in(remark)
        values["confirmation_number"] = row["confirmation_number"] or confirmation_in(remark)
    return Drawn(number, values, state, words_in(f"{row['serial'] or ''} {remark}"))


def _check_seller(number: str) -> None:
    own = settings_of(OurCompany).tax_number
    if own and number and number.upper() != own.upper():
        raise Refused("seller_tax_number", _OTHER_SELLER.format(number=number))


def _number(row: dict[str, Any]) -> tuple[str, str]:
    """Code and number; the digital number goes before one that was printed on paper."""
    digital, number = ("".join((row[name] or "").split()) for name in ("digital_number", "number"))
    if not digital and not number:
        raise Refused("number", _("This field is required."))
    return ("", digital) if digital else ("".join((row["code"] or "").split()), number)
