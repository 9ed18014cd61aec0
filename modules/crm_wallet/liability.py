"""What is held for customers, month by month: opening + what came − what went = closing, of each part apart.

Summed from the ledgers alone; the last closing is what the balances say.
"""

from __future__ import annotations

from datetime import date

import msgspec

from crm_wallet.choices import CardEntryKind, EntryKind
from guanxi import Choice, Text, _, current_company, fetch


class Part(Choice):
    PRINCIPAL = "principal", _("Principal")
    BONUS = "bonus", _("Bonus")
    CARDS = "cards", _("Gift cards")
    CASH_BACK = "cash_back", _("Cash-back")


COLUMNS: dict[str, Text] = {
    "topped_up": _("Topped up or sold"),
    "redeemed": _("From gift cards"),
    "spent": _("Spent", "stored value"),
    "refunded": _("Refunded in money"),
    "expired": _("Expired or forfeited"),
    "adjusted": _("Adjusted"),
}
_COLUMN = {
    EntryKind.TOP_UP: "topped_up",
    EntryKind.GIFT_CARD: "redeemed",
    EntryKind.SPEND: "spent",
    EntryKind.GIVE_BACK: "spent",
    EntryKind.CASH_REFUND: "refunded",
    EntryKind.FORFEIT: "expired",
    EntryKind.EXPIRE: "expired",
    EntryKind.GRACE: "expired",
    EntryKind.ADJUST: "adjusted",
    EntryKind.MERGE: "adjusted",
}
_CARD_COLUMN = {
    CardEntryKind.ACTIVATE: "topped_up",
    CardEntryKind.REDEEM: "redeemed",
    CardEntryKind.SPEND: "spent",
    CardEntryKind.GIVE_BACK: "spent",
}
_MOVED = """
SELECT currency, part, kind, month, sum(amount)::bigint AS amount FROM (
    SELECT currency, 'principal' AS part, kind, principal AS amount, at FROM crm_wallet_entry
    UNION ALL SELECT currency, 'bonus', kind, bonus, at FROM crm_wallet_entry
    UNION ALL SELECT currency, 'cards', kind, amount, at FROM crm_wallet_card_entry
    UNION ALL SELECT currency, 'cash_back', 'grant', amount, created_at FROM crm_wallet_cash_back
    UNION ALL SELECT c.currency, 'cash_back', 'use', -u.amount, u.at
        FROM crm_wallet_cash_back_use u JOIN crm_wallet_cash_back c ON c.id = u.cash_back_id
) moved CROSS JOIN LATERAL (SELECT date_trunc('month', at AT TIME ZONE $1::text)::date AS month) m
WHERE amount <> 0 GROUP BY currency, part, kind, month ORDER BY currency, month, part, kind
"""
_HELD = """
SELECT currency, part, sum(amount)::bigint AS amount FROM (
    SELECT currency, 'principal' AS part, principal AS amount FROM crm_wallet_wallet
    UNION ALL SELECT currency, 'bonus', bonus FROM crm_wallet_wallet
    UNION ALL SELECT currency, 'cards', balance FROM crm_wallet_card
    UNION ALL SELECT currency, 'cash_back', remaining FROM crm_wallet_cash_back
) held GROUP BY currency, part HAVING sum(amount) <> 0
"""


class LiabilityRow(msgspec.Struct, frozen=True):
    """Amounts in minor units; what goes is negative."""

    month: date
    part: str
    opening: int
    topped_up: int
    redeemed: int
    spent: int
    refunded: int
    expired: int
    adjusted: int
    closing: int


class CurrencyLiability(msgspec.Struct, frozen=True):
    currency: str
    rows: list[LiabilityRow]
    """by month, the latest first; in each the parts that ever moved"""


class Liability(msgspec.Struct, frozen=True):
    currencies: list[CurrencyLiability]


async def liability() -> Liability:
    """Of all customers, from the first movement on. Months without a movement are left out."""
    moved: dict[str, dict[date, dict[tuple[str, str], int]]] = {}
    for row in await fetch(_MOVED, str(current_company().zone)):
        months = moved.setdefault(row["currency"], {})
        sums = months.setdefault(row["month"], {})
        key = (row["part"], _column(row["part"], row["kind"]))
        sums[key] = sums.get(key, 0) + row["amount"]
    return Liability([CurrencyLiability(code, _rows(months)) for code, months in sorted(moved.items())])


def _column(part: str, kind: str) -> str:
    if part == Part.CASH_BACK:
        return "topped_up" if kind == "grant" else "spent"
    return _CARD_COLUMN[CardEntryKind(kind)] if part == Part.CARDS else _COLUMN[EntryKind(kind)]


def _rows(months: dict[date, dict[tuple[str, str], int]]) -> list[LiabilityRow]:
    parts = [part.value for part in Part if any(key[0] == part.value for sums in months.values() for key in sums)]
    held = dict.fromkeys(parts, 0)
    found: list[LiabilityRow] = []
    for month, sums in sorted(months.items()):
        block = []
        for part in parts:
            amounts = {column: sums.get((part, column), 0) for column in COLUMNS}
            opening, held[part] = held[part], held[part] + sum(amounts.values())
            block.append(LiabilityRow(month=month, part=part, opening=opening, **amounts, closing=held[part]))
        found = block + found
    return found


async def held_now() -> dict[tuple[str, str], int]:
    """By currency and part, from the balances; the report's last closing is the same."""
    return {(row["currency"], row["part"]): row["amount"] for row in await fetch(_HELD)}
