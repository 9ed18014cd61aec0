"""Looking up what lines may pay: a constant number of statements for any number of lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from crm_bank import queries
from crm_bank.candidates import SIMILAR, Candidate, Found, Item, candidates_of
from crm_bank.choices import Reason
from crm_bank.tokens import tokens_of
from crm_core.services import ScopeArguments, name_key, name_likeness, trade_name
from guanxi import fetch

EVERYBODY: ScopeArguments = (None, None, None)


async def find_candidates(
    lines: Sequence[Mapping[str, Any]], scope: ScopeArguments = EVERYBODY
) -> dict[int, list[Candidate]]:
    """By line. `lines`: rows of `queries.LINES` with money in; `scope`: whose customers may be proposed."""
    found = {line["id"]: Found(line["amount"]) for line in lines}
    currencies = {line["id"]: line["currency"] for line in lines}
    await _by_reference(lines, found, currencies)
    await _by_counterparty(lines, found)
    await _by_amount(lines, found)
    seen = await _visible(found, scope)
    await _owed(found, currencies, seen)
    return {id: candidates_of(_within(each, seen)) for id, each in found.items()}


async def _by_reference(
    lines: Sequence[Mapping[str, Any]], found: dict[int, Found], currencies: Mapping[int, str]
) -> None:
    ids, tokens = [], []
    for line in lines:
        for token in tokens_of((line["text"], line["reference"], line["end_to_end_id"])):
            ids.append(line["id"])
            tokens.append(token)
    for row in await fetch(queries.NAMED, ids, tokens):
        if row["currency"] == currencies[row["line_id"]]:
            found[row["line_id"]].named.append(_item(row))


async def _by_counterparty(lines: Sequence[Mapping[str, Any]], found: dict[int, Found]) -> None:
    keys = {name: name_key(name) for name in {line["name"] for line in lines} if name}
    trades = {name: trade_name(name) for name in keys}
    rows = await fetch(
        queries.COUNTERPARTIES,
        [line["id"] for line in lines],
        [line["counterparty"] for line in lines],
        [keys.get(line["name"], "") for line in lines],
        [trades.get(line["name"], "") for line in lines],
    )
    names = {line["id"]: line["name"] for line in lines}
    likeness: dict[tuple[str, str], int] = {}
    for row in rows:
        reason = Reason(row["reason"])
        if reason is Reason.SIMILAR:
            two = names[row["line_id"]], row["name"]
            if two not in likeness:
                likeness[two] = name_likeness(*two)
            if likeness[two] < SIMILAR:
                continue
        found[row["line_id"]].customers.setdefault(row["customer_id"], set()).add(reason)


async def _by_amount(lines: Sequence[Mapping[str, Any]], found: dict[int, Found]) -> None:
    rows = await fetch(queries.SAME_AMOUNT, [line["currency"] for line in lines], [line["amount"] for line in lines])
    by_amount: dict[tuple[str, int], list[Item]] = defaultdict(list)
    for row in rows:
        by_amount[row["currency"], row["outstanding"]].append(_item(row))
    for line in lines:
        found[line["id"]].same_amount = by_amount.get((line["currency"], line["amount"]), ())


async def _visible(found: Mapping[int, Found], scope: ScopeArguments) -> set[int] | None:
    """Those of the customers that may be proposed; None: all."""
    if scope[0] is None:
        return None
    customers: set[int] = set()
    for each in found.values():
        customers.update(each.customers)
        customers.update(item.customer_id for item in (*each.named, *each.same_amount))
    return {row["id"] for row in await fetch(queries.VISIBLE, sorted(customers), *scope)}


async def _owed(found: Mapping[int, Found], currencies: Mapping[int, str], seen: set[int] | None) -> None:
    customers = {id for each in found.values() for id in each.customers if seen is None or id in seen}
    owed: dict[str, dict[int, list[Item]]] = defaultdict(lambda: defaultdict(list))
    for row in await fetch(queries.OWED, sorted(customers)):
        owed[row["currency"]][row["customer_id"]].append(_item(row))
    for id, each in found.items():
        each.of_customers = owed[currencies[id]]


def _within(found: Found, seen: set[int] | None) -> Found:
    if seen is not None:
        found.named = [item for item in found.named if item.customer_id in seen]
        found.same_amount = [item for item in found.same_amount if item.customer_id in seen]
        found.customers = {id: reasons for id, reasons in found.customers.items() if id in seen}
    return found


def _item(row: Mapping[str, Any]) -> Item:
    return Item(
        row["installment_id"],
        row["number"],
        row["customer_id"],
        row["currency"],
        row["due_on"],
        row["outstanding"],
    )
