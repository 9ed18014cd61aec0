"""What managers are told of follow-ups: what is overdue with whom, and how far a plan is kept."""

from __future__ import annotations

from crm_core import overdue
from crm_core.permissions import CorePermission
from crm_core.plans import RULED, due_sql, rules_sql
from crm_core.queries import followed_condition, scope_arguments, scope_condition
from guanxi import (
    Card,
    Figure,
    Kind,
    Panel,
    PanelData,
    Table,
    Tone,
    _,
    clock,
    current_company,
    fetch,
    show_number,
)

_SHOWN = 8
_KEPT = f"""
WITH {rules_sql()}
SELECT c.owner_id, u.name, count(*) AS held, count(*) FILTER (WHERE {due_sql("$2")} >= $1) AS kept,
    sum(count(*)) OVER () AS all_held, sum(count(*) FILTER (WHERE {due_sql("$2")} >= $1)) OVER () AS all_kept
FROM crm_core_customer c JOIN rule ON {RULED} LEFT JOIN guanxi_user u ON u.id = c.owner_id
WHERE rule.plan_id = $6 AND {followed_condition()} AND {scope_condition(3)} GROUP BY 1, 2
ORDER BY held DESC, u.name LIMIT {_SHOWN}
"""  # noqa: S608


async def _team() -> PanelData:
    """Overdue follow-ups of those in scope, by whom they are up to."""
    people, total = await overdue.people(_SHOWN)
    if not people:
        return PanelData(empty=_("Nothing is overdue."))
    return PanelData(
        figures=[Figure(_("Overdue", "follow-up"), show_number(total), Tone.BAD, overdue.PATH)],
        table=Table(
            columns=(_("Next contact by"), _("Overdue", "follow-up")),
            rows=[(str(person.name), show_number(person.number)) for person in people],
            kinds=(Kind.TEXT, Kind.INTEGER),
            hrefs=["" if person.id is None else f"{overdue.PATH}?by={person.id}" for person in people],
        ),
    )


async def _kept(plan_id: int) -> PanelData:
    """Of the customers under an active plan, the share that was contacted within its cadence, by owner (SVC-13)."""
    zone = current_company().zone
    rows = await fetch(_KEPT, clock.today(zone), str(zone), *scope_arguments(), plan_id)
    if not rows:
        return PanelData(empty=_("No customer is under this plan."))
    held, kept = int(rows[0]["all_held"]), int(rows[0]["all_kept"])
    return PanelData(
        figures=[
            Figure(_("Contacted in time"), _share(kept, held), Tone.OK if kept == held else Tone.NEUTRAL),
            Figure(_("Customers under a plan"), show_number(held)),
        ],
        table=Table(
            columns=(_("Owner", "customer"), _("Customers"), _("Contacted in time")),
            rows=[
                (row["name"] or str(_("Nobody")), show_number(row["held"]), _share(row["kept"], row["held"]))
                for row in rows
            ],
            kinds=(Kind.TEXT, Kind.INTEGER, Kind.INTEGER),
            hrefs=[
                f"/crm_core/customers?archived=0&owner={row['owner_id']}" if row["owner_id"] else "" for row in rows
            ],
        ),
    )


def _share(part: int, whole: int) -> str:
    """Whole percents, rounded down: 100 % is said of all alone."""
    return f"{part * 100 // whole} %"


CARDS = (
    Card(
        name="team_overdue",
        title=_("The team's overdue follow-ups"),
        access=CorePermission.SEE_DEPARTMENT,
        load=_team,
        href=overdue.PATH,
        order=11,
    ),
)
KEPT = Panel(name="kept", title=_("How far it is kept"), access=CorePermission.SEE_DEPARTMENT, load=_kept, order=20)
