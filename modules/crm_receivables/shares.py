"""How much goes to each installment: the longest due first as far as the money goes, or as somebody typed it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guanxi import InvalidInput, Text, _, parse_amount, read_id

INPUT = "amount."
"""inputs are called `amount.<installment id>`"""


def oldest_first(outstanding: Sequence[int], money: int) -> list[int]:
    """What each of these gets of the money, in their order; minor units."""
    shares = []
    for each in outstanding:
        shares.append(min(each, money))
        money -= shares[-1]
    return shares


def typed_amounts(form: Mapping[str, str], currency: str) -> dict[int, int]:
    """Minor units by installment, where something above zero was typed. Raises InvalidInput by input."""
    amounts: dict[int, int] = {}
    wrong: dict[str, Text] = {}
    for name, text in form.items():
        id = read_id(name.removeprefix(INPUT)) if name.startswith(INPUT) else 0
        if not id or not text.strip():
            continue
        try:
            amounts[id] = parse_amount(text, currency)
        except InvalidInput as error:
            wrong[name] = error.text
            continue
        if amounts[id] < 0:
            wrong[name] = _("Enter an amount above zero.")
    if wrong:
        raise InvalidInput(wrong)
    return {id: amount for id, amount in amounts.items() if amount}
