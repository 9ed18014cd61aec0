"""What this add-on shows on customers' forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crm_referrals import codes, queries
from crm_referrals.choices import ReferralState
from crm_referrals.permissions import ReferralPermission
from guanxi import Figure, Kind, Panel, PanelData, Table, _, current_company, show_date, show_number

_SHOWN = 8


async def _load(customer_id: int) -> PanelData:
    code = await codes.own_code(customer_id)
    rows = await queries.of_customer(customer_id, _SHOWN)
    if code is None and not rows:
        return PanelData(empty=_("No referrals yet."))
    sums = await queries.sums(customer_id)
    figures = [
        Figure(
            _("Recommended"), show_number(sums["referrals"]), href=f"/crm_referrals/referrals?referrer={customer_id}"
        ),
        Figure(_("Points for it"), show_number(sums["points"])),
    ]
    if code is not None:
        figures.append(Figure(_("Referral code"), code))
    table = Table(
        columns=(_("Date"), _("Customer"), _("What", "referral"), _("State")),
        rows=[_row(row) for row in rows],
        kinds=(Kind.DATE, Kind.TEXT, Kind.TEXT, Kind.TEXT),
        hrefs=[f"/crm_referrals/referrals/{row['id']}" if row["name"] else "" for row in rows],
    )
    return PanelData(figures=figures, table=table if rows else None)


def _row(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (
        show_date(row["created_at"].astimezone(current_company().zone).date()),
        row["name"] or str(_("Not one of yours")),
        str(_("Was recommended") if row["given"] else _("Referrer")),
        str(ReferralState(row["state"]).label),
    )


CUSTOMER = Panel(name="referrals", title=_("Referrals"), access=ReferralPermission.READ, load=_load, order=64)
