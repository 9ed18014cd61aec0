"""How a company bills."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from crm_core.services import country_code
from crm_receivables.permissions import ReceivablesPermission
from guanxi import Field, InvalidInput, Kind, SettingsForm, Text, _


class ReceivablesSettings(msgspec.Struct):
    term_days: int = 30
    """days to pay an invoice that no payment plan was agreed for"""
    payment_details: str = ""
    """where to pay to, printed on invoices"""
    e_invoices: bool = False
    """Factur-X data in the PDF of invoices; what follows is for it"""
    tax_number: str = ""
    """a VAT number with its country's code, or a number of a register at home"""
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    """ISO 3166-1 alpha-2"""
    iban: str = ""
    bic: str = ""


def check_settings(settings: Any) -> None:
    """What e-invoices need is all there, and right. Raises InvalidInput."""
    wrong: dict[str, Text] = {}
    if settings.country and country_code(settings.country) != settings.country:
        wrong["country"] = _("Two letters, such as CN.")
    if settings.iban and not is_iban(settings.iban):
        wrong["iban"] = _("This is no IBAN.")
    if settings.bic and not re.fullmatch(r"[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?", settings.bic, re.ASCII):
        wrong["bic"] = _("This is no BIC.")
    if not re.fullmatch(r"[A-Z0-9 ./-]*", settings.tax_number, re.ASCII | re.IGNORECASE):
        wrong["tax_number"] = _("Letters and digits only.")
    if settings.e_invoices:
        wrong |= {name: _("E-invoices need this.") for name in ("tax_number", "country") if not getattr(settings, name)}
    if wrong:
        raise InvalidInput(wrong)


def is_iban(text: str) -> bool:
    """Whether the check digits are right (ISO 13616), capital letters and digits without spaces."""
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", text, re.ASCII):
        return False
    return int("".join(str(int(char, 36)) for char in text[4:] + text[:4])) % 97 == 1


SETTINGS = SettingsForm(
    type=ReceivablesSettings,
    title=_("Receivables"),
    permission=ReceivablesPermission.SETTINGS,
    fields=(
        Field("term_days", _("Days to pay"), kind=Kind.INTEGER, minimum=0, maximum=365),
        Field("payment_details", _("Where to pay to"), kind=Kind.MULTILINE, required=False, max_length=1000),
        Field(
            "e_invoices",
            _("E-invoices"),
            kind=Kind.BOOLEAN,
            help=_("Puts the data of an invoice into its PDF, as Factur-X (ZUGFeRD), profile EN 16931."),
        ),
        Field("tax_number", _("Tax number"), kind=Kind.TEXT, required=False, max_length=30),
        Field("street", _("Street and number"), kind=Kind.TEXT, required=False, max_length=200),
        Field("postcode", _("Postcode"), kind=Kind.TEXT, required=False, max_length=12),
        Field("city", _("City"), kind=Kind.TEXT, required=False, max_length=60),
        Field(
            "country", _("Country"), kind=Kind.TEXT, required=False, max_length=2, help=_("Two letters, such as CN.")
        ),
        Field("iban", _("IBAN"), kind=Kind.TEXT, required=False, max_length=34),
        Field("bic", _("BIC"), kind=Kind.TEXT, required=False, max_length=11),
    ),
    check=check_settings,
)
