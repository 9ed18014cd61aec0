"""What this add-on itself shows on a customer's form."""

from __future__ import annotations

from typing import Any

from crm_core.duplicates import Reason, find_duplicates
from crm_core.merging import survivor_of
from crm_core.models import Customer
from crm_core.permissions import CorePermission
from crm_core.queries import scope_arguments, scope_condition
from guanxi import Figure, Panel, PanelData, Table, Text, Tone, _, fetch, get, may, show_datetime


async def _doubles(customer_id: int) -> PanelData:
    customer = await get(Customer, customer_id)
    if await survivor_of(customer_id) != customer_id:
        return PanelData()
    found = await find_duplicates(
        name=customer.name,
        phones=(customer.phone, customer.mobile),
        email=customer.email,
        tax_number=customer.tax_number,
        kind=customer.kind,
        country=customer.country,
        besides=customer.id,
    )
    if not found:
        return PanelData()
    return PanelData(
        table=Table(
            columns=(_("Customer"), _("Owner", "customer"), _("Why"), _("Confidence")),
            rows=[
                (
                    each.name or str(_("Not one of yours")),
                    each.holder or str(_("Nobody")),
                    ", ".join(str(Reason[reason.upper()].label) for reason in each.reasons),
                    f"{each.confidence} %",
                )
                for each in found
            ],
            hrefs=[f"/crm_core/customers/{each.id}" if each.id is not None else "" for each in found],
        )
    )


DOUBLES = Panel(name="doubles", title=_("Possible doubles"), access=CorePermission.CREATE, load=_doubles, order=90)

_MERGES = f"""
SELECT m.id, m.created_at, m.until, m.kept, m.survivor_id, m.loser_id, s.name AS survivor, l.name AS loser,
    l.code AS loser_code, s.code AS survivor_code, {scope_condition(2, "s")} IS TRUE AS survivor_seen,
    {scope_condition(2, "l")} IS TRUE AS loser_seen
FROM crm_core_merge m JOIN crm_core_customer s ON s.id = m.survivor_id JOIN crm_core_customer l ON l.id = m.loser_id
WHERE (m.survivor_id = $1 OR m.loser_id = $1) AND m.undone_at IS NULL ORDER BY m.id DESC LIMIT 50
"""  # noqa: S608


async def _merged(customer_id: int) -> PanelData:
    """Where a merged customer went, and which customers are a part of this one."""
    rows = await fetch(_MERGES, customer_id, *scope_arguments())
    figures = []
    for row in rows:
        figures.append(_merge_figure(row, gone=row["loser_id"] == customer_id))
        if row["kept"] and row["survivor_seen"] and row["loser_seen"] and may(CorePermission.MERGE):
            figures.append(
                Figure(_("Can be undone until"), show_datetime(row["until"]), href=f"/crm_core/merges/{row['id']}")
            )
    return PanelData(figures=figures)


def _merge_figure(row: Any, *, gone: bool) -> Figure:
    side = "survivor" if gone else "loser"
    label: Text = _("Merged into") if gone else _("Merged with it on {day}", day=show_datetime(row["created_at"]))
    if not row[f"{side}_seen"]:
        return Figure(label, str(_("Not one of yours")))
    href = f"/crm_core/customers/{row[f'{side}_id']}"
    name = f"{row[side]} ({row[f'{side}_code']})"
    return Figure(label, name, Tone.WARN if gone else Tone.NEUTRAL, href)


MERGED = Panel(name="merged", title=_("Merged customers"), access=CorePermission.READ, load=_merged, order=5)
