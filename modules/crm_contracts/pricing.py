"""What a product costs whom, on which day: by the price lists, else by the product itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from crm_contracts.extensions import PRICE_LIST_GIVERS, PriceListGivers
from crm_core.services import value_class_sql
from guanxi import current_company, fetch, fetch_value, today

_VALID = "l.active AND l.currency = {currency} AND daterange(l.valid_from, l.valid_until, '[]') @> {day}::date"


def _of_customer(customer: str) -> str:
    """Joins who buys by list `l`: the customer, and its value class; and tells whether an add-on gives it."""
    given = " OR ".join(giver.gives("l.id", customer) for giver in _givers())
    return f"""LEFT JOIN crm_contracts_price_assignment a ON a.price_list_id = l.id
        AND (a.customer_id = {customer} OR a.value_class_id = {value_class_sql(customer)})
    CROSS JOIN LATERAL (SELECT {given or "false"} AS here) given"""


def _givers() -> tuple[PriceListGivers, ...]:
    return tuple(current_company().catalog.extensions(PRICE_LIST_GIVERS))


_RANK = """CASE WHEN a.customer_id IS NOT NULL THEN 1 WHEN given.here THEN 2 WHEN a.value_class_id IS NOT NULL THEN 3
    ELSE 4 END"""


def _prices() -> str:
    return f"""
WITH lists AS MATERIALIZED (
    SELECT l.id, CASE WHEN l.id = $7 THEN 0 ELSE {_RANK} END AS rank
    FROM crm_contracts_price_list l {_of_customer("$4")}
    WHERE {_VALID.format(currency="$5", day="$6")} AND (l.id = $7 OR a.id IS NOT NULL OR given.here OR l.standard)
)
SELECT w.line, w.product_id, p.price_list_id,
    COALESCE(p.unit_price, CASE WHEN own.currency = $5 THEN own.unit_price END) AS unit_price
FROM unnest($1::int[], $2::bigint[], $3::numeric[]) w (line, product_id, quantity)
JOIN crm_contracts_product own ON own.id = w.product_id
LEFT JOIN LATERAL (
    SELECT p.price_list_id, p.unit_price FROM lists JOIN crm_contracts_price p ON p.price_list_id = lists.id
    WHERE p.product_id = w.product_id AND p.from_quantity <= w.quantity
        AND daterange(p.valid_from, p.valid_until, '[]') @> $6::date
    ORDER BY lists.rank, p.from_quantity DESC LIMIT 1
) p ON true
"""  # noqa: S608


def _find() -> str:
    return f"""
SELECT l.id FROM crm_contracts_price_list l {_of_customer("$1")}
WHERE {_VALID.format(currency="$2", day="$3")} AND (a.id IS NOT NULL OR given.here OR l.standard)
ORDER BY {_RANK}, l.id LIMIT 1
"""  # noqa: S608


def _usable() -> str:
    given = "".join(f" OR {giver.is_given('l.id')}" for giver in _givers())
    return f"""
SELECT EXISTS (
    SELECT FROM crm_contracts_price_list l {_of_customer("$2")}
    WHERE l.id = $1 AND {_VALID.format(currency="$3", day="$4")} AND (a.id IS NOT NULL OR given.here OR l.standard
        OR NOT (EXISTS (SELECT FROM crm_contracts_price_assignment o WHERE o.price_list_id = l.id){given})))
"""  # noqa: S608


class Wanted(NamedTuple):
    line: int
    """any number that tells the line in the answer"""
    product_id: int
    quantity: Decimal


class Price(NamedTuple):
    unit_price: int | None
    """minor units; none: there is none in this currency"""
    price_list_id: int | None
    """none: the product's own"""


async def prices_of(
    wanted: Iterable[Wanted],
    customer_id: int | None,
    currency: str,
    day: date | None = None,
    price_list_id: int | None = None,
) -> dict[int, Price]:
    """By line, in one statement: the price of a day (today) for the highest quantity that the line reaches.

    The list that is asked for goes before the customer's, that before one that an add-on gives, that before its value
    class's, that before the currency's standard list; where none has the product, its own price counts if it is in the
    currency. There is nothing for a product that does not exist.
    """
    rows = list(wanted)
    lines, products, quantities = ([row[place] for row in rows] for place in range(3))
    found = (
        await fetch(_prices(), lines, products, quantities, customer_id, currency, day or today(), price_list_id)
        if rows
        else []
    )
    return {row["line"]: Price(row["unit_price"], row["price_list_id"]) for row in found}


async def find_price_list(customer_id: int | None, currency: str) -> int | None:
    """The list by which a customer buys today; None where there is none in the currency."""
    id: int | None = await fetch_value(_find(), customer_id, currency, today())
    return id


async def is_usable(price_list_id: int, customer_id: int | None, currency: str) -> bool:
    """Whether a customer may buy by a list today: one that is given to others is not for everybody."""
    return bool(await fetch_value(_usable(), price_list_id, customer_id, currency, today()))


_PRODUCTS = "SELECT * FROM crm_contracts_product WHERE id = ANY($1)"


async def offers(
    rows: Iterable[Mapping[str, Any]], customer_id: int | None, currency: str, price_list_id: int | None
) -> dict[int, dict[str, Any]]:
    """What each of `rows` (`product_id`, `quantity`) takes from its product, by the row's place.

    `description`, `unit`, `unit_price` (None where there is no price in the currency), `tax_rate` and `list_price`.
    """
    wanted = [
        Wanted(place, row["product_id"], row["quantity"])
        for place, row in enumerate(rows)
        if row.get("product_id") is not None
    ]
    products = (
        {row["id"]: row for row in await fetch(_PRODUCTS, [each.product_id for each in wanted])} if wanted else {}
    )
    prices = await prices_of(wanted, customer_id, currency, price_list_id=price_list_id)
    return {
        each.line: {
            "description": products[each.product_id]["name"],
            "unit": products[each.product_id]["unit"],
            "unit_price": prices[each.line].unit_price,
            "list_price": prices[each.line].unit_price,
            "tax_rate": products[each.product_id]["tax_rate"],
        }
        for each in wanted
        if each.product_id in products and each.line in prices
    }
