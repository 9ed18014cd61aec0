"""Late deliveries on the home page."""

from __future__ import annotations

from crm_contracts.permissions import ContractPermission
from crm_contracts.queries import SEEN, scope_of_sql
from guanxi import Card, Figure, Kind, PanelData, Table, Tone, _, fetch, show_date, show_number, today

_SHOWN = 6
_LATE_CONTRACTS = "/crm_contracts/contracts?delivery=late"
_LATE = f"""
WITH late AS (SELECT k.id, k.title FROM crm_contracts_contract k WHERE k.delivery = 'late' AND {SEEN})
SELECT d.id, d.what, d.due_on, late.title, (SELECT count(*) FROM late) AS contracts
FROM late JOIN crm_contracts_delivery d ON d.contract_id = late.id
WHERE d.due_on < $5 AND d.state IN ('planned', 'partly') ORDER BY d.due_on, d.id LIMIT {_SHOWN}
"""  # noqa: S608


async def _late() -> PanelData:
    rows = await fetch(_LATE, *scope_of_sql(), today())
    if not rows:
        return PanelData(empty=_("No delivery is late."))
    return PanelData(
        figures=[Figure(_("Contracts that are late"), show_number(rows[0]["contracts"]), Tone.BAD, _LATE_CONTRACTS)],
        table=Table(
            columns=(_("What is delivered"), _("Contract"), _("Due on", "delivery")),
            rows=[(row["what"], row["title"], show_date(row["due_on"])) for row in rows],
            kinds=(Kind.TEXT, Kind.TEXT, Kind.DATE),
            hrefs=[f"/crm_contracts/deliveries/{row['id']}" for row in rows],
        ),
    )


LATE_CARD = Card(name="deliveries", title=_("Deliveries"), access=ContractPermission.READ, load=_late, order=32)
