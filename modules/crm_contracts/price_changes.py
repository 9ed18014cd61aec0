"""Changing all prices of a list by so many percent from a day on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from crm_contracts.amounts import hundredths
from crm_contracts.permissions import ContractPermission
from crm_contracts.price_models import PriceList
from guanxi import (
    Action,
    AuditItem,
    Field,
    InvalidInput,
    Kind,
    Outcome,
    _,
    ask,
    audit_many,
    clock,
    current_actor,
    fetch,
    fetch_value,
    show_date,
    show_number,
    today,
)

_HOLDS = "price_list_id = $1 AND (valid_until IS NULL OR valid_until >= $2)"
_COUNT = f"SELECT count(*) FROM crm_contracts_price WHERE {_HOLDS}"  # noqa: S608
_CHANGE = f"""
WITH due AS MATERIALIZED (
    SELECT *, round(unit_price * $3::numeric / 10000)::bigint AS new_price,
        valid_from IS NULL OR valid_from < $2 AS cut
    FROM crm_contracts_price WHERE {_HOLDS} ORDER BY id FOR UPDATE
), changed AS (
    UPDATE crm_contracts_price p SET revision = p.revision + 1, updated_at = $4,
        valid_until = CASE WHEN due.cut THEN $2::date - 1 ELSE p.valid_until END,
        unit_price = CASE WHEN due.cut THEN p.unit_price ELSE due.new_price END
    FROM due WHERE p.id = due.id RETURNING due.*
), opened AS (
    INSERT INTO crm_contracts_price (price_list_id, product_id, from_quantity, unit_price, currency, valid_from,
        valid_until, revision, created_at, updated_at, created_by_id)
    SELECT price_list_id, product_id, from_quantity, new_price, currency, $2, valid_until, 1, $4, $4, $5
    FROM changed WHERE cut
    RETURNING id, product_id, from_quantity, unit_price
)
SELECT id, product_id, cut, unit_price, new_price, valid_until, NULL AS opened FROM changed
UNION ALL SELECT id, product_id, NULL, NULL, unit_price, NULL, true FROM opened ORDER BY 1
"""  # noqa: S608
"""Prices that begin before the day end the day before it, and new ones go on from them; later ones are changed. A row
of the second kind is only written once the first one has ended: no two of them ever hold at once."""
_PRICES = "crm_contracts/prices"


async def change_prices(price_list: PriceList, values: dict[str, Any]) -> Outcome:
    """Asks first, with how many prices it is; rounded once, halves away from zero."""
    day: date = values["from_on"]
    if day < today():
        raise InvalidInput({"from_on": _("This day has passed.")})
    number = await fetch_value(_COUNT, price_list.id, day)
    if not number:
        raise InvalidInput({"from_on": _("The list has no prices on this day.")})
    percent, count, shown = show_number(values["percent"]), show_number(number), show_date(day)
    ask(_("{count} prices change by {percent} % from {day} on. Go on?", count=count, percent=percent, day=shown))
    factor = 10_000 + hundredths(values["percent"])
    rows = await fetch(_CHANGE, price_list.id, day, factor, clock.now(), current_actor().id)
    await _note(rows, day)
    return Outcome(
        _("{count} prices were changed from {day} on.", count=count, day=shown),
        data={"prices": number},
        go_to=f"/crm_contracts/price-lists/{price_list.id}",
    )


async def _note(rows: list[Any], day: date) -> None:
    opened = [
        AuditItem(row["id"], "", {}, {"product": row["product_id"], "unit_price": row["new_price"], "valid_from": day})
        for row in rows
        if row["opened"]
    ]
    changed = [
        AuditItem(row["id"], "", {"valid_until": row["valid_until"]}, {"valid_until": day - timedelta(days=1)})
        if row["cut"]
        else AuditItem(row["id"], "", {"unit_price": row["unit_price"]}, {"unit_price": row["new_price"]})
        for row in rows
        if not row["opened"]
    ]
    await audit_many("create", _PRICES, opened)
    await audit_many("update", _PRICES, changed)


CHANGE_PRICES = Action(
    name="change_prices",
    label=_("Change prices"),
    permission=ContractPermission.PRICES,
    run=change_prices,
    asks=True,
    fields=(
        Field(
            "percent",
            _("Change of prices (%)"),
            kind=Kind.DECIMAL,
            decimals=2,
            required=True,
            minimum=-100,
            maximum=1000,
            help=_("5 makes every price five percent higher."),
        ),
        Field("from_on", _("From this day on"), kind=Kind.DATE, required=True, default=today),
    ),
)
