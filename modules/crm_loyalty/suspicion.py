"""Members who spent points and had the purchases refunded, or who have many refunds: for somebody to look at."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from crm_core.services import scope_arguments, visible_customers_sql
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.settings import LoyaltySettings
from crm_loyalty.texts import number
from guanxi import (
    Call,
    Card,
    Endpoint,
    Figure,
    Kind,
    Page,
    PanelData,
    Table,
    Text,
    Tone,
    _,
    clock,
    fetch,
    render,
    settings_of,
)

PATH = "/crm_loyalty/suspicious"
_MOST = 1000
_SHOWN = 200
_FOUND = f"""
WITH moved AS (
    SELECT account_id,
        count(DISTINCT regexp_replace(source, '#[0-9]+$', '')) FILTER (WHERE kind = 'take_back') AS refunds,
        -coalesce(sum(points) FILTER (WHERE kind = 'debt' AND reverses_id IS NOT NULL), 0) AS spent
    FROM crm_loyalty_entry WHERE kind IN ('take_back', 'debt') AND created_at > $1 GROUP BY account_id
), of_member AS (
    SELECT a.member_id, sum(m.refunds)::bigint AS refunds, sum(m.spent)::bigint AS spent
    FROM moved m JOIN crm_loyalty_account a ON a.id = m.account_id GROUP BY a.member_id
)
SELECT o.member_id, o.refunds, o.spent, m.customer_id, m.card_number, c.name,
    (SELECT coalesce(sum(a.debt), 0)::bigint FROM crm_loyalty_account a WHERE a.member_id = m.id) AS debt
FROM of_member o JOIN crm_loyalty_member m ON m.id = o.member_id
JOIN {visible_customers_sql(4)} c ON c.id = m.customer_id
WHERE o.spent > 0 OR o.refunds >= $2 ORDER BY o.spent DESC, o.refunds DESC, o.member_id LIMIT $3
"""  # noqa: S608


class Suspect(msgspec.Struct, frozen=True):
    """`spent` points came from purchases that were refunded within the settings' days, and were gone by then."""

    member_id: int
    customer_id: int
    name: str
    card_number: str
    refunds: int
    spent: int
    debt: int


async def suspects() -> list[Suspect]:
    """Those that the actor may see, the most points first."""
    settings = settings_of(LoyaltySettings)
    since = clock.now() - timedelta(days=settings.refund_days)
    rows = await fetch(_FOUND, since, settings.refunds, _MOST, *scope_arguments())
    return [Suspect(**row) for row in rows]


def why(suspect: Suspect) -> list[Text]:
    settings = settings_of(LoyaltySettings)
    found: list[Text] = []
    if suspect.spent:
        found.append(_("{points} points of refunded purchases had been spent.", points=number(suspect.spent)))
    if suspect.refunds >= settings.refunds:
        found.append(_("{count} refunds in {days} days.", count=suspect.refunds, days=settings.refund_days))
    if suspect.debt:
        found.append(_("{points} points are owed.", points=number(suspect.debt)))
    return found


def _table(found: list[Suspect]) -> PanelData:
    rows: list[tuple[str, ...]] = [
        (
            each.name,
            each.card_number,
            " ".join(str(reason) for reason in why(each)),
            number(each.spent),
            str(each.refunds),
        )
        for each in found
    ]
    columns = (_("Customer"), _("Card number"), _("Why"), _("Spent and refunded"), _("Refunds", "points"))
    kinds = (Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.INTEGER, Kind.INTEGER)
    hrefs = [f"/crm_loyalty/members/{each.member_id}" for each in found]
    table = Table(columns=columns, rows=rows, kinds=kinds, hrefs=hrefs) if rows else None
    return PanelData(table=table, empty=_("No member looks suspicious."))


async def _page(request: Request) -> Response:
    settings = settings_of(LoyaltySettings)
    found = _table((await suspects())[:_SHOWN])
    return render(request, "crm_loyalty/suspicious.html", found=found, settings=settings)


async def _card() -> PanelData:
    found = await suspects()
    if not found:
        return PanelData(empty=_("No member looks suspicious."))
    spent = sum(each.spent for each in found)
    return PanelData(
        figures=[
            Figure(_("Suspicious members"), number(len(found)), Tone.WARN, PATH),
            Figure(_("Spent and refunded"), number(spent), Tone.BAD if spent else Tone.NEUTRAL, PATH),
        ]
    )


async def _endpoint(call: Call[Any]) -> list[Suspect]:
    return await suspects()


PAGE = Page(path=PATH, handler=_page, access=LoyaltyPermission.APPROVE)
CARD = Card(
    name="suspicious_members",
    title=_("Suspicious members"),
    access=LoyaltyPermission.APPROVE,
    load=_card,
    href=PATH,
    order=62,
)
ENDPOINT = Endpoint(
    path="/suspicious",
    method="GET",
    handler=_endpoint,
    access=LoyaltyPermission.APPROVE,
    summary=_("Members who spent points of purchases that were refunded, or have many refunds"),
    output=list[Suspect],
)
