"""A customer's memberships on its form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crm_membership import queries
from crm_membership.choices import MembershipState
from crm_membership.permissions import MembershipPermission
from crm_membership.selling import RESOURCE, plan_name
from guanxi import Kind, Panel, PanelData, Table, _, current_locale, show_date

_SHOWN = 5
COLUMNS = (_("Membership"), _("State"), _("First day"), _("Last day"))
KINDS = (Kind.TEXT, Kind.TEXT, Kind.DATE, Kind.DATE)


def cells(row: Any) -> tuple[str, ...]:
    """Of `COLUMNS`."""
    state = MembershipState(row["state"])
    days = (show_date(row[name]) if row[name] else "–" for name in ("first_day", "last_day"))
    return plan_name(row, current_locale()), str(state.label), *days


def table(rows: Sequence[Any]) -> Table:
    return Table(columns=COLUMNS, rows=[cells(row) for row in rows], kinds=KINDS)


async def _load(customer_id: int) -> PanelData:
    rows = await queries.of_customer(customer_id, _SHOWN)
    if not rows:
        return PanelData(empty=_("No paid membership yet."))
    found = table(rows)
    found.hrefs.extend(f"/{RESOURCE}/{row['id']}" for row in rows)
    return PanelData(table=found)


CUSTOMER = Panel(
    name="memberships", title=_("Paid memberships"), access=MembershipPermission.READ, load=_load, order=62
)
