"""Whose birthday comes soon, on the home page."""

from __future__ import annotations

from crm_core.birthdays import AHEAD, columns_of, days_of
from crm_core.permissions import CorePermission
from crm_core.queries import scope_arguments, scope_condition
from guanxi import Card, Figure, Kind, PanelData, Table, _, fetch, show_date, show_number, today

_SHOWN = 8
_BIRTHDAYS = f"""
SELECT c.id, c.name, k.on_day, count(*) OVER () AS total
FROM unnest($1::text[], $2::int[], $3::int[], $4::date[]) AS k (calendar, month, day, on_day)
JOIN crm_core_customer c ON c.birth_calendar = k.calendar AND c.birth_month = k.month AND c.birth_day = k.day
WHERE c.birth_month IS NOT NULL AND NOT c.archived AND {scope_condition(5)} ORDER BY k.on_day, c.id LIMIT {_SHOWN}
"""  # noqa: S608


async def _birthdays() -> PanelData:
    days = days_of(today(), AHEAD)
    rows = await fetch(_BIRTHDAYS, *columns_of(days), list(days.values()), *scope_arguments())
    if not rows:
        return PanelData(empty=_("No birthdays in the next {days} days.", days=AHEAD))
    return PanelData(
        figures=[Figure(_("Birthdays"), show_number(rows[0]["total"]))],
        table=Table(
            columns=(_("Customer"), _("Birthday")),
            rows=[(row["name"], show_date(row["on_day"])) for row in rows],
            kinds=(Kind.TEXT, Kind.DATE),
            hrefs=[f"/crm_core/customers/{row['id']}" for row in rows],
        ),
    )


BIRTHDAYS = Card(name="birthdays", title=_("Birthdays soon"), access=CorePermission.READ, load=_birthdays, order=40)
