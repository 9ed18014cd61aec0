"""Numbers of a customer in their one spelling, or what is wrong with them (CUST-16 to CUST-20)."""

from __future__ import annotations

import re

from guanxi import Text, _, nfkc

_MOBILE = re.compile(r"1\d{10}", re.ASCII)
_LANDLINE = re.compile(r"(0(?:10|2\d|[3-9]\d\d))(\d{7,8})(?:[-转](\d{1,6}))?", re.ASCII)
_SERVICE = re.compile(r"([48]00)(\d{3})(\d{4})", re.ASCII)
_LONGEST = 30
"""characters of a stored number"""
_ABROAD = re.compile(r"(?:\+|00)\s*(?!86)[1-9]", re.ASCII)
"""a number of another country, wherever the customer is"""
_POSTCODE = re.compile(r"\d{6}", re.ASCII)
_TAX_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_TAX_VALUES = {char: value for value, char in enumerate(_TAX_CHARACTERS)}
_TAX_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)

MOBILE_LENGTH = _("A mobile number has exactly 11 digits.")
LANDLINE = _("Enter the area code and 7 or 8 digits, without a plus sign, such as 0512-62881234.")
PHONE = _("This is no phone number of the country. Begin with + and the country code for another one.")
POSTCODE = _("A postcode has exactly 6 digits.")
TAX_LENGTH = _("A unified social credit code has 18 digits and letters, without I, O, S, V and Z.")
TAX_CHECK = _("The last character of the unified social credit code does not fit the others.")


class WrongNumber(Exception):
    """Holds the text that says what is wrong."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.message)


def _nfkc(text: str) -> str:
    """Full-width digits, brackets and dashes as plain ones."""
    return nfkc(text).strip()


def mobile(text: str, country: str = "CN") -> str:
    """Raises WrongNumber."""
    text = _nfkc(text)
    if not text:
        return ""
    if country != "CN" or _ABROAD.match(text):
        return _foreign(text, country)
    digits = re.sub(r"[\s\-]", "", text)
    digits = re.sub(r"^(\+86|0086)", "", digits)
    if not _MOBILE.fullmatch(digits):
        raise WrongNumber(MOBILE_LENGTH)
    return digits


def landline(text: str, country: str = "CN") -> str:
    """`0512-62881234`, with an extension `0512-62881234-801`. Raises WrongNumber."""
    text = _nfkc(text)
    if not text:
        return ""
    if country != "CN" or _ABROAD.match(text):
        return _foreign(text, country)
    compact = re.sub(r"[\s()]", "", text)
    head, dash, extension = compact, "", ""
    if (parts := re.fullmatch(r"([\d\-]+)(?:转|-(?=\d{1,6}$))(\d{1,6})", compact, re.ASCII)) and len(
        parts.group(1).replace("-", "")
    ) >= 10:
        head, dash, extension = parts.group(1), "-", parts.group(2)
    digits = head.replace("-", "")
    if service := _SERVICE.fullmatch(digits):
        return "-".join(service.groups()) + dash + extension
    found = _LANDLINE.fullmatch(digits)
    if found is None:
        raise WrongNumber(LANDLINE)
    return f"{found.group(1)}-{found.group(2)}{dash}{extension}"


def international(text: str) -> str:
    """`0049 30 1234` as `+49 30 1234`; any other text as it is."""
    text = _nfkc(text)
    return f"+{text[2:]}" if text.startswith("00") else text


def country_of(text: str, default: str) -> str:
    """Of a number that begins with + and the code of a country; the default for any other."""
    text = international(text)
    if not text.startswith("+"):
        return default
    if text.startswith("+86"):
        return "CN"
    import phonenumbers  # as below

    try:
        number = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException:
        return default
    code = phonenumbers.region_code_for_number(number)
    code = code or phonenumbers.region_code_for_country_code(number.country_code or 0)
    return code if is_country(code) else default


def is_country(code: str) -> bool:
    """Whether telephones have a numbering plan there; ISO 3166-1 alpha-2 in capitals."""
    if code == "CN":
        return True
    import phonenumbers  # as below

    return code in phonenumbers.SUPPORTED_REGIONS


def _foreign(text: str, country: str) -> str:
    """`+1 415-555-0101`: by the numbering plan of the country, or of the code that the number begins with.

    A Chinese mobile number stays one: a foreign company's people in China have them.
    """
    import phonenumbers  # takes memory that companies with Chinese customers alone can do without

    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException as error:
        raise WrongNumber(PHONE) from error
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    if phonenumbers.is_possible_number(number) and len(shown) <= _LONGEST:
        return shown
    digits = re.sub(r"[\s\-]", "", text)
    if _MOBILE.fullmatch(digits):
        return digits
    raise WrongNumber(PHONE)


def postcode(text: str, country: str = "CN") -> str:
    """Raises WrongNumber."""
    text = _nfkc(text)
    if text and country == "CN" and not _POSTCODE.fullmatch(text):
        raise WrongNumber(POSTCODE)
    return text


def tax_check_character(first: str) -> str:
    """The 18th character for the first 17 of a unified social credit code (GB 32100-2015)."""
    total = sum(_TAX_VALUES[char] * weight for char, weight in zip(first, _TAX_WEIGHTS, strict=True))
    return _TAX_CHARACTERS[(31 - total % 31) % 31]


def tax_number(text: str, country: str = "CN") -> str:
    """In capitals and without spaces; checked where the customer is Chinese. Raises WrongNumber."""
    text = re.sub(r"[\s\-]", "", _nfkc(text)).upper()
    if not text or country != "CN":
        return text
    if len(text) != 18 or any(char not in _TAX_VALUES for char in text):
        raise WrongNumber(TAX_LENGTH)
    if tax_check_character(text[:17]) != text[17]:
        raise WrongNumber(TAX_CHECK)
    return text
