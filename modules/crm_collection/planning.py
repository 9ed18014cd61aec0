"""What is to be sent on a day: one function for the run and for the preview of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from crm_collection.choices import Channel
from crm_collection.due_sql import CANDIDATES
from crm_collection.interest import Owed, accrued
from crm_collection.texts import fill, sums
from crm_core.services import ScopeArguments, reach_sql, visible_customers_sql
from crm_receivables.services import open_items_sql, pay_addresses
from guanxi import Text, _, current_company, fetch

NO_ADDRESS = _("There is no e-mail address.")
_CUSTOMERS = f"""
SELECT DISTINCT o.customer_id AS id FROM {open_items_sql()} o JOIN {visible_customers_sql(3)} c ON c.id = o.customer_id
WHERE o.customer_id > $1 ORDER BY 1 LIMIT $2
"""  # noqa: S608
_REACH = f"SELECT * FROM {reach_sql()} r WHERE id = ANY($1::bigint[])"  # noqa: S608
_LEVELS = "SELECT * FROM crm_collection_level WHERE id = ANY($1::bigint[])"
_FEES = "SELECT level_id, currency, amount FROM crm_collection_level_fee WHERE level_id = ANY($1::bigint[])"


@dataclass(frozen=True, slots=True)
class Item:
    installment_id: int
    number: str
    due_on: date
    currency: str
    outstanding: int
    interest: int
    fee: int
    """of the notice, at the first item of its currency"""
    invoice_id: int
    invoice_number: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A notice that is to be sent. `problem`: why it cannot be."""

    customer_id: int
    customer: str
    owner_id: int | None
    locale: str
    level_id: int
    level_number: int
    channel: Channel
    address: str
    subject: str
    text: str
    items: tuple[Item, ...]
    problem: Text | None = None

    def sum_of(self, name: str, locale: str | None = None) -> str:
        return sums([(item.currency, getattr(item, name)) for item in self.items], locale or self.locale)


async def next_customers(after: int, limit: int, scope: ScopeArguments) -> list[int]:
    """Customers with something open, in order of their ids."""
    return [row["id"] for row in await fetch(_CUSTOMERS, after, limit, *scope)]


async def plan(day: date, customer_ids: Sequence[int]) -> list[Planned]:
    """The notices of a day to these customers, one for each customer and level; in a handful of statements."""
    rows = await fetch(CANDIDATES, day, list(customer_ids))
    if not rows:
        return []
    level_ids = sorted({row["level_id"] for row in rows})
    reach = {row["id"]: row for row in await fetch(_REACH, sorted({row["customer_id"] for row in rows}))}
    levels = {row["id"]: row for row in await fetch(_LEVELS, level_ids)}
    fees = {(row["level_id"], row["currency"]): row["amount"] for row in await fetch(_FEES, level_ids)}
    owed = [
        Owed(row["installment_id"], row["amount"], row["due_on"], row["daily_rate"]) for row in rows if row["interest"]
    ]
    late = {id: each.amount for id, each in (await accrued(owed, day)).items()} if owed else {}
    addresses = await pay_addresses({row["invoice_id"]: row["currency"] for row in rows})
    grouped = groupby(rows, key=lambda row: (row["customer_id"], row["level_id"]))
    return [
        _planned(reach[customer_id], levels[level_id], _items(list(found), late, fees), day, addresses)
        for (customer_id, level_id), found in grouped
    ]


def _items(rows: list[Any], late: dict[int, int], fees: dict[tuple[int, str], int]) -> tuple[Item, ...]:
    seen: set[str] = set()
    items = []
    for row in rows:
        code = row["currency"]
        fee = 0 if code in seen else fees.get((row["level_id"], code), 0)
        seen.add(code)
        id = row["installment_id"]
        owed = (row["number"], row["due_on"], code, row["outstanding"], late.get(id, 0), fee)
        items.append(Item(id, *owed, row["invoice_id"], row["invoice_number"]))
    return tuple(items)


def _planned(customer: Any, level: Any, items: tuple[Item, ...], day: date, addresses: Mapping[int, str]) -> Planned:
    channel, locale = Channel(level["channel"]), "en" if customer["locale"] == "en" else "zh_CN"
    suffix = "_zh" if locale == "zh_CN" else ""
    made = Planned(
        customer_id=customer["id"],
        customer=customer["name"],
        owner_id=customer["owner_id"],
        locale=locale,
        level_id=level["id"],
        level_number=level["number"],
        channel=channel,
        address=customer["email"] if channel is Channel.MAIL else "",
        subject="",
        text="",
        items=items,
        problem=NO_ADDRESS if channel is Channel.MAIL and not customer["email"] else None,
    )
    values = _values(made, day, addresses)
    return replace(
        made,
        subject=" ".join(fill(level[f"subject{suffix}"], values).split())[:300],
        text=fill(level[f"text{suffix}"], values),
    )


def _values(made: Planned, day: date, addresses: Mapping[int, str]) -> dict[str, str]:
    invoices = {item.invoice_id: item.invoice_number for item in made.items if item.invoice_id in addresses}
    oldest = min(item.due_on for item in made.items)
    return {
        "customer": made.customer,
        "company": current_company().title,
        "total": made.sum_of("outstanding"),
        "count": str(len(made.items)),
        "oldest": str(oldest),
        "days": str(max(0, (day - oldest).days)),
        "interest": made.sum_of("interest"),
        "fee": made.sum_of("fee"),
        "day": str(day),
        "pay_links": "\n".join(f"{number}: {addresses[id]}" for id, number in invoices.items()),
    }
