"""How a company bills."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec

from crm_core.services import OurCompany
from crm_receivables.permissions import ReceivablesPermission
from guanxi import Field, InvalidInput, Kind, SettingsForm, _, settings_of


class ReceivablesSettings(msgspec.Struct):
    term_days: int = 30
    """days to pay an invoice that no payment plan was agreed for"""
    write_off_limit: int = 0
    """whole units of an invoice's currency that one who may approve writes off of it alone"""
    tax_rate: Decimal | None = None
    """percent, of invoice lines that are entered without one; None: no tax"""
    payment_details: str = ""
    """where to pay to, printed on invoices"""
    e_invoices: bool = False
    """Factur-X data in the PDF of invoices"""

    @property
    def iban(self) -> str:
        return settings_of(OurCompany).iban

    @property
    def bic(self) -> str:
        return settings_of(OurCompany).bic


def check_settings(settings: Any) -> None:
    """E-invoices need to know who bills. Raises InvalidInput."""
    own = settings_of(OurCompany)
    if settings.e_invoices and not (own.tax_number and own.country):
        raise InvalidInput({"e_invoices": _("Enter tax number and country first: Settings, Our company.")})


def usual_rate() -> Decimal:
    """Of a line that nothing else is said of, in percent."""
    return settings_of(ReceivablesSettings).tax_rate or Decimal(0)


SETTINGS = SettingsForm(
    type=ReceivablesSettings,
    title=_("Receivables"),
    permission=ReceivablesPermission.SETTINGS,
    fields=(
        Field("term_days", _("Days to pay"), kind=Kind.INTEGER, minimum=0, maximum=365),
        Field(
            "write_off_limit",
            _("Write-offs that need no second person, up to"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=1_000_000,
            help=_("All of an invoice together, in whole units of its currency. 0: each needs one."),
        ),
        Field(
            "tax_rate",
            _("Tax rate of invoice lines, %"),
            kind=Kind.DECIMAL,
            decimals=2,
            minimum=0,
            maximum=100,
            required=False,
            help=_("Of lines that are entered by hand without one. Empty: 0 %."),
        ),
        Field("payment_details", _("Where to pay to"), kind=Kind.MULTILINE, required=False, max_length=1000),
        Field(
            "e_invoices",
            _("E-invoices"),
            kind=Kind.BOOLEAN,
            help=_("Puts the data of an invoice into its PDF, as Factur-X (ZUGFeRD), profile EN 16931."),
        ),
    ),
    check=check_settings,
)
