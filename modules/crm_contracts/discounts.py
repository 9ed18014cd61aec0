"""How much less than the list price somebody may confirm (折扣权限)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_UP, Decimal
from typing import Any

from crm_contracts.document_words import show_decimal
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from guanxi import InvalidInput, _, current_actor, fetch_row, fetch_value

_OVER = """
WITH RECURSIVE mine AS MATERIALIZED (
    SELECT line_id, max(percent) AS percent FROM crm_contracts_discount_limit
    WHERE role_id = ANY($2::bigint[]) GROUP BY line_id
), line AS (
    SELECT l.id, l.description, p.line_id, crm_contracts_discount(l.list_price, l.unit_price, l.discount) AS discount
    FROM crm_contracts_line l LEFT JOIN crm_contracts_product p ON p.id = l.product_id WHERE l.contract_id = $1
), above AS (
    SELECT id, line_id, 0 AS steps FROM line WHERE line_id IS NOT NULL
    UNION SELECT above.id, g.parent_id, steps + 1 FROM above JOIN crm_contracts_product_line g ON g.id = above.line_id
    WHERE g.parent_id IS NOT NULL AND steps < 50
)
SELECT * FROM (
    SELECT line.id, description, discount, COALESCE(
        (SELECT mine.percent FROM above JOIN mine USING (line_id) WHERE above.id = line.id ORDER BY steps LIMIT 1),
        (SELECT percent FROM mine WHERE line_id IS NULL), 0) AS most
    FROM line WHERE EXISTS (SELECT FROM mine)
) measured WHERE discount > most ORDER BY discount - most DESC, id LIMIT 1
"""
"""The line that is furthest beyond the limit of the roles $2: the one for its product line, else for the nearest one
above, else the one for all, else none at all. Of several roles the highest counts. Roles without limits have none."""


_ROLES = "SELECT array_agg(role_id) FROM guanxi_user_role WHERE user_id = $1"
_MEASURE = """
SELECT md5(c.customer_id || c.currency || COALESCE(string_agg(format('|%s;%s;%s;%s;%s;%s;%s;%s;%s;%s;%s;%s;%L',
    l.product_id, l.quantity, l.list_price, l.unit_price, l.discount, l.recurrence, l.interval, l.billing,
    l.free_periods, l.cap, l.included, l.period_cap, l.description), '' ORDER BY l.id), ''))
FROM crm_contracts_contract c LEFT JOIN crm_contracts_line l ON l.contract_id = c.id WHERE c.id = $1 GROUP BY c.id
"""
_GRANTED = """
SELECT COALESCE(bool_and(state = 'approved'), false) FROM crm_contracts_approval
WHERE contract_id = $1 AND measured = $2 AND created_at = (
    SELECT max(created_at) FROM crm_contracts_approval WHERE contract_id = $1 AND measured = $2)
"""


async def check_limits(contract: Contract) -> None:
    """Raises InvalidInput that names the line, its discount and the limit, unless it was approved."""
    found = await beyond_limit(contract)
    if found is not None and not await is_granted(contract):
        raise InvalidInput(
            message=_(
                "“{line}” costs {discount} % less than its list price. You may give at most {most} %. Hand in the"
                " discount for approval, or lower it.",
                line=found["description"],
                discount=show_decimal(found["discount"].quantize(Decimal("0.01"), ROUND_UP)),
                most=show_decimal(found["most"]),
            )
        )


async def is_granted(contract: Contract) -> bool:
    """Whether the discount was approved, for this customer and these lines."""
    return bool(await fetch_value(_GRANTED, contract.id, await measure(contract)))


async def beyond_limit(contract: Contract) -> Mapping[str, Any] | None:
    """The line that is furthest beyond the current actor's limits."""
    actor = current_actor()
    if actor.elevated or actor.has(ContractPermission.ANY_DISCOUNT):
        return None
    return await fetch_row(_OVER, contract.id, await fetch_value(_ROLES, actor.id) or [])


async def covers(role_id: int, contract: Contract) -> bool:
    """Whether the limits of a role that has some are enough for all lines."""
    return await fetch_row(_OVER, contract.id, [role_id]) is None


async def measure(contract: Contract) -> str:
    """A hash of what the discounts hang on: an approval is for the same customer and lines alone."""
    return str(await fetch_value(_MEASURE, contract.id))
