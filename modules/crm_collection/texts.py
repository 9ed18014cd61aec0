"""The words of notices: what the texts of a level may say, and the table of installments below them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from guanxi import InvalidInput, Text, _, format_money, translate

VARIABLES: Mapping[str, Text] = {
    "customer": _("the customer's name"),
    "company": _("our name"),
    "total": _("what is outstanding, by currency"),
    "count": _("the number of installments"),
    "oldest": _("the earliest due date"),
    "days": _("days since then"),
    "interest": _("late interest so far"),
    "fee": _("the fee of this notice"),
    "day": _("the day of the notice"),
    "pay_links": _("where each invoice is paid on line, on lines of their own; empty without online payment"),
}
_NAME = re.compile(r"\{([^{}\n]*)\}")


def check_text(name: str, text: str) -> None:
    """Raises InvalidInput for a variable that nothing fills in, naming the field."""
    unknown = [found for found in _NAME.findall(text) if found not in VARIABLES]
    if unknown:
        known = ", ".join(f"{{{each}}}" for each in VARIABLES)
        raise InvalidInput({name: _("{{{found}}} is none of {known}.", found=unknown[0], known=known)})


def fill(text: str, values: Mapping[str, str]) -> str:
    return _NAME.sub(lambda found: values.get(found.group(1), found.group(0)), text)


def sums(amounts: Sequence[tuple[str, int]], locale: str) -> str:
    """`¥1,234.50 + $20.00`: by currency, in the order in which they come; zeros are left out where others are not."""
    by_currency: dict[str, int] = {}
    for currency, amount in amounts:
        by_currency[currency] = by_currency.get(currency, 0) + amount
    shown = {code: amount for code, amount in by_currency.items() if amount} or by_currency
    return " + ".join(format_money(amount, code, locale) for code, amount in shown.items())


def late_text(due_on: date, day: date, locale: str) -> str:
    """How far from its due date something is."""
    days = (day - due_on).days
    if days <= 0:
        return translate(_("due on {day}", day=due_on), locale)
    return translate(_("due since {day}, {days} days", day=due_on, days=days), locale)
