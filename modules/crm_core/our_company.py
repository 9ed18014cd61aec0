"""What the company says of itself on contracts and invoices, in one place for all add-ons."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from crm_core.permissions import CorePermission
from crm_core.rules import country_code
from guanxi import Field, InvalidInput, Kind, SettingsForm, Text, _


class OurCompany(msgspec.Struct, frozen=True, kw_only=True):
    """Its name is the company's title."""

    name_en: str = ""
    address: str = ""
    """in one line, as contracts have it; where it is empty, `one_line` makes it of the parts"""
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    """ISO 3166-1 alpha-2"""
    phone: str = ""
    tax_number: str = ""
    """a VAT number with its country's code, or a number of a register at home"""
    bank: str = ""
    bank_account: str = ""
    iban: str = ""
    bic: str = ""

    @property
    def one_line(self) -> str:
        return self.address or ", ".join(filter(None, (self.street, f"{self.postcode} {self.city}".strip())))


def check_company(company: Any) -> None:
    """Raises InvalidInput by field."""
    wrong: dict[str, Text] = {}
    if company.country and country_code(company.country) != company.country:
        wrong["country"] = _("Two letters, such as CN.")
    if company.iban and not is_iban(company.iban):
        wrong["iban"] = _("This is no IBAN.")
    if company.bic and not re.fullmatch(r"[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?", company.bic, re.ASCII):
        wrong["bic"] = _("This is no BIC.")
    if not re.fullmatch(r"[A-Z0-9 ./-]*", company.tax_number, re.ASCII | re.IGNORECASE):
        wrong["tax_number"] = _("Letters and digits only.")
    if wrong:
        raise InvalidInput(wrong)


def is_iban(text: str) -> bool:
    """Whether the check digits are right (ISO 13616), capital letters and digits without spaces."""
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", text, re.ASCII):
        return False
    return int("".join(str(int(char, 36)) for char in text[4:] + text[:4])) % 97 == 1


def _text(name: str, label: Text, longest: int, help: Text | None = None) -> Field:
    return Field(name, label, kind=Kind.TEXT, required=False, max_length=longest, help=help)


COMPANY = SettingsForm(
    name="company",
    type=OurCompany,
    title=_("Our company", "settings"),
    summary=_("Names, address, tax number and accounts, on contracts and invoices alike."),
    permission=CorePermission.COMPANY,
    fields=(
        _text("name_en", _("English name of the company"), 200),
        _text("address", _("Address in one line"), 300, _("As contracts print it. Left empty: from the parts below.")),
        _text("street", _("Street and number"), 200),
        _text("postcode", _("Postcode"), 12),
        _text("city", _("City"), 60),
        _text("country", _("Country"), 2, _("Two letters, such as CN.")),
        _text("phone", _("Phone"), 40),
        _text("tax_number", _("Tax number"), 30),
        _text("bank", _("Bank"), 200),
        _text("bank_account", _("Bank account"), 60),
        _text("iban", _("IBAN"), 34),
        _text("bic", _("BIC"), 11),
    ),
    check=check_company,
)
