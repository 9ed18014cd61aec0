"""How much less than the list price somebody may confirm (折扣权限)."""

from __future__ import annotations

from decimal import ROUND_UP, Decimal

from crm_contracts.document_words import show_decimal
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from guanxi import InvalidInput, _, current_actor, fetch_row

_OVER = """
WITH RECURSIVE mine AS MATERIALIZED (
    SELECT d.line_id, max(d.percent) AS percent FROM crm_contracts_discount_limit d
    JOIN guanxi_user_role r ON r.role_id = d.role_id WHERE r.user_id = $2 GROUP BY d.line_id
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
"""The line that is furthest beyond the limit of user $2: the one for its product line, else for the nearest one above,
else the one for all, else none at all. Of several roles the highest counts. Whose roles have no limits has none."""


async def check_limits(contract: Contract) -> None:
    """Raises InvalidInput that names the line, its discount and the limit."""
    actor = current_actor()
    if actor.elevated or actor.has(ContractPermission.ANY_DISCOUNT):
        return
    found = await fetch_row(_OVER, contract.id, actor.id)
    if found is not None:
        raise InvalidInput(
            message=_(
                "“{line}” costs {discount} % less than its list price. You may give at most {most} %.",
                line=found["description"],
                discount=show_decimal(found["discount"].quantize(Decimal("0.01"), ROUND_UP)),
                most=show_decimal(found["most"]),
            )
        )
