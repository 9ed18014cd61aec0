"""What a customer's values must be, the same for forms, the API and imports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from babel import Locale

from crm_core import numbers
from crm_core.choices import CustomerKind
from crm_core.company_names import NameParts, name_key, normalize, parse_company_name
from crm_core.settings import CoreSettings, Strictness
from guanxi import InvalidInput, Text, _, nfkc, settings_of

_NUMBERS: dict[str, Callable[[str, str], str]] = {
    "phone": numbers.landline,
    "mobile": numbers.mobile,
    "fax": numbers.landline,
    "postcode": numbers.postcode,
    "tax_number": numbers.tax_number,
}
_PLAIN = (
    *("name", "trade_name", "name_region", "name_business", "legal_form", "website"),
    *("province", "city", "district", "address"),
)
PARTS = ("name_region", "trade_name", "name_business", "legal_form")
NO_NUMBER = _("Enter a mobile number or a landline number.")


_NO_COUNTRY = frozenset(("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"))
_NEEDED = {"address": _("Address"), "industry": _("Industry"), "introduction": _("Introduction")}
_NEEDED_OF_PEOPLE = {"gender": _("Gender"), "province": _("Province"), "city": _("City")}


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Codes by themselves and by the names in the languages of the product."""
    found: dict[str, str] = {}
    for language in ("en", "zh"):
        for code, name in Locale(language).territories.items():
            if isinstance(code, str) and len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY:
                found |= {str(name).casefold(): code, code.casefold(): code}
    return found


def country_code(text: str) -> str | None:
    """DE for de, Germany and 德国; None for what is no country. ISO 3166-1 alpha-2."""
    return _countries().get(normalize(text).casefold())


def strict() -> bool:
    """Whether numbers that break the rules are refused."""
    return settings_of(CoreSettings).wrong_numbers == Strictness.REFUSE


def refuse(errors: dict[str, Text]) -> None:
    """Raises InvalidInput where there are any."""
    if errors:
        raise InvalidInput(errors)


def clean(values: dict[str, Any], country: str) -> dict[str, Text]:
    """Brings the values that are there into their one spelling; returns what is wrong with them, by field.

    Numbers that break the rules stay as they are typed where the company's settings say so.
    """
    errors: dict[str, Text] = {}
    refused = strict()
    if values.get("country"):
        country = values["country"] = country_code(values["country"]) or values["country"]
        if country_code(country) is None:
            errors["country"] = _("Two letters of ISO 3166, such as CN or DE.")
    for name in _PLAIN:
        if values.get(name):
            values[name] = normalize(values[name])
    if values.get("email"):
        values["email"] = nfkc(values["email"]).strip().lower()
    _move_mobile(values, country)
    for name, check in _NUMBERS.items():
        if values.get(name):
            try:
                values[name] = check(values[name], country)
            except numbers.WrongNumber as wrong:
                if refused:
                    errors[name] = wrong.text
    if "name" in values and not name_key(values["name"] or ""):
        errors["name"] = _("Enter the full name.")
    return errors


def warnings(values: Mapping[str, str], country: str) -> dict[str, Text]:
    """What is wrong with numbers that are saved all the same, by field."""
    found: dict[str, Text] = {}
    if strict():
        return found
    for name, check in _NUMBERS.items():
        try:
            check(values.get(name) or "", country)
        except numbers.WrongNumber as wrong:
            found[name] = wrong.text
    return found


def _move_mobile(values: dict[str, Any], country: str) -> None:
    """A mobile number typed as the phone is the mobile number, where there is none yet."""
    if country == "CN" and values.get("phone") and not values.get("mobile"):
        try:
            values["mobile"] = numbers.mobile(values["phone"], country)
        except numbers.WrongNumber:
            return
        values["phone"] = ""


def missing(values: Mapping[str, Any], *, person: bool) -> dict[str, Text]:
    """What a first entry should hold and does not, by field: CUST-04 of organizations, CUST-14 of people.

    `values` by field, relations too.
    """
    needed = _NEEDED_OF_PEOPLE if person else _NEEDED
    return {name: label for name, label in needed.items() if not values.get(name)}


def name_parts(name: str, kind: str) -> dict[str, str]:
    """The four columns of a name; a person's trade name is the name itself, so that it is found like one."""
    parts = NameParts(trade_name=name[:120]) if kind == CustomerKind.PERSON else parse_company_name(name)
    return dict(zip(PARTS, (parts.region, parts.trade_name, parts.business, parts.legal_form), strict=True))
