"""What this add-on shows on the home page."""

from __future__ import annotations

from crm_core.choices import Stage
from crm_core.permissions import CorePermission
from crm_core.queries import scope_arguments, scope_condition
from guanxi import (
    Card,
    Figure,
    Kind,
    PanelData,
    Table,
    Tone,
    _,
    clock,
    current_actor,
    current_company,
    fetch,
    show_date,
)


async def _due() -> PanelData:
    """One's own customers whose next contact is due, the longest overdue first (CUST-28)."""
    today = clock.today(current_company().zone)
    rows = await fetch(
        "SELECT id, name, next_contact_on, count(*) OVER () AS total FROM crm_core_customer"
        " WHERE owner_id = $1 AND next_contact_on <= $2 AND NOT archived ORDER BY next_contact_on, id LIMIT 8",
        current_actor().id,
        today,
    )
    if not rows:
        return PanelData(empty=_("Nobody is waiting for you today."))
    return PanelData(
        figures=[Figure(_("Due", "follow-up"), str(rows[0]["total"]), Tone.WARN)],
        table=Table(
            columns=(_("Customer"), _("Next contact")),
            rows=[(row["name"], show_date(row["next_contact_on"])) for row in rows],
            kinds=(Kind.TEXT, Kind.DATE),
            hrefs=[f"/crm_core/customers/{row['id']}" for row in rows],
        ),
    )


async def _stages() -> PanelData:
    rows = await fetch(
        "SELECT c.stage, count(*) AS number FROM crm_core_customer c"  # noqa: S608
        f" WHERE NOT c.archived AND {scope_condition(1)} GROUP BY c.stage",
        *scope_arguments(),
    )
    numbers = {row["stage"]: row["number"] for row in rows}
    if not numbers:
        return PanelData(empty=_("No customers yet."))
    return PanelData(
        figures=[
            Figure(
                stage.label, str(numbers.get(stage.value, 0)), stage.tone, f"/crm_core/customers?stage={stage.value}"
            )
            for stage in Stage
        ]
    )


CARDS = (
    Card(
        name="follow_ups",
        title=_("My follow-ups due"),
        access=CorePermission.UPDATE,
        load=_due,
        href="/crm_core/customers?sort=next_contact_on",
        order=10,
    ),
    Card(
        name="stages",
        title=_("Customers by stage"),
        access=CorePermission.READ,
        load=_stages,
        href="/crm_core/customers",
        order=20,
    ),
)
