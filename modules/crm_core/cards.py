"""What this add-on shows on the home page."""

from __future__ import annotations

from crm_core.choices import Stage
from crm_core.permissions import CorePermission
from crm_core.queries import followed_condition, scope_arguments, scope_condition
from guanxi import (
    Card,
    Chart,
    Figure,
    Kind,
    PanelData,
    Series,
    Table,
    Tone,
    _,
    clock,
    current_actor,
    current_company,
    fetch,
    recent_months,
    show_date,
    show_month,
    show_number,
    today,
)

_LIST = "/crm_core/customers?archived=0"


_DUE = f"""
SELECT c.id, c.name, c.next_contact_on, count(*) OVER () AS total,
    count(*) FILTER (WHERE c.next_contact_on < $2) OVER () AS late
FROM crm_core_customer c WHERE c.next_contact_by_id = $1 AND c.next_contact_on <= $2 AND {followed_condition()}
    AND {scope_condition(3)} ORDER BY c.next_contact_on, c.id LIMIT 8
"""  # noqa: S608


async def _due() -> PanelData:
    """The customers whose next contact is up to oneself and due, the longest overdue first (CUST-28)."""
    day = today()
    rows = await fetch(_DUE, current_actor().id, day, *scope_arguments())
    if not rows:
        return PanelData(empty=_("Nobody is waiting for you today."))
    mine = f"{_LIST}&stage.ne=lost&next_contact_by=me&sort=next_contact_on"
    figures = [
        Figure(_("Due", "follow-up"), show_number(rows[0]["total"]), Tone.WARN, f"{mine}&next_contact_on.le={day}")
    ]
    if rows[0]["late"]:
        late = f"{mine}&next_contact_on.lt={day}"
        figures.append(Figure(_("Overdue", "follow-up"), show_number(rows[0]["late"]), Tone.BAD, late))
    return PanelData(
        figures=figures,
        table=Table(
            columns=(_("Customer"), _("Next contact")),
            rows=[(row["name"], show_date(row["next_contact_on"])) for row in rows],
            kinds=(Kind.TEXT, Kind.DATE),
            hrefs=[f"/crm_core/customers/{row['id']}" for row in rows],
        ),
    )


_NUMBERS = f"""
SELECT c.stage, NULL::date AS month, count(*) AS number FROM crm_core_customer c
WHERE NOT c.archived AND {scope_condition(3)} GROUP BY c.stage
UNION ALL
SELECT NULL, date_trunc('month', c.created_at AT TIME ZONE $2::text)::date AS month, count(*) FROM crm_core_customer c
WHERE NOT c.archived AND c.created_at >= $1 AND {scope_condition(3)} GROUP BY 2
"""  # noqa: S608


async def _customers() -> PanelData:
    """How many there are by stage, and how many came in each of the last months."""
    months, zone = recent_months(), current_company().zone
    rows = await fetch(_NUMBERS, clock.day_start(months[0], zone), str(zone), *scope_arguments())
    stages = {row["stage"]: row["number"] for row in rows if row["stage"]}
    new = {row["month"]: row["number"] for row in rows if row["month"]}
    if not stages:
        return PanelData(empty=_("No customers yet."))
    return PanelData(
        figures=[
            Figure(stage.label, show_number(stages.get(stage.value, 0)), stage.tone, f"{_LIST}&stage={stage.value}")
            for stage in Stage
        ],
        chart=Chart(
            _("New customers by month"),
            [show_month(month) for month in months],
            [Series(_("New customers"), [new.get(month, 0) for month in months])],
            hrefs=[f"{_LIST}&created_at={month:%Y-%m}" for month in months],
        ),
    )


CARDS = (
    Card(
        name="follow_ups",
        title=_("My follow-ups due"),
        access=CorePermission.UPDATE,
        load=_due,
        href="/crm_core/customers?next_contact_by=me&sort=next_contact_on",
        order=10,
    ),
    Card(
        name="customers",
        title=_("Customers"),
        access=CorePermission.READ,
        load=_customers,
        href="/crm_core/customers",
        order=20,
    ),
)
