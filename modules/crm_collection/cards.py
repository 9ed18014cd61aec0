"""What this add-on shows on customers and on the home page."""

from __future__ import annotations

from typing import Any

from crm_collection.charging import LATE, owed
from crm_collection.interest import accrued
from crm_collection.permissions import CollectionPermission as P
from crm_collection.scope import scope_of_sql
from crm_collection.texts import sums
from crm_collection.work_sql import HOME as HOME_SQL
from crm_receivables.services import outstanding
from guanxi import (
    Card,
    Figure,
    Panel,
    PanelData,
    Tone,
    _,
    current_locale,
    fetch,
    fetch_row,
    show_date,
    show_money,
    show_number,
    today,
)

_LAST = """
SELECT (SELECT count(*) FROM crm_collection_promise WHERE customer_id = $1 AND state = 'broken') AS broken,
    (SELECT count(*) FROM crm_collection_dispute WHERE customer_id = $1 AND state = 'open') AS disputes,
    EXISTS (SELECT FROM crm_collection_block WHERE customer_id = $1 AND lifted_on IS NULL
        AND (until_on IS NULL OR until_on >= $2)) AS blocked,
    n.id, n.level_number, n.run_on
FROM (SELECT 1) AS one LEFT JOIN LATERAL (SELECT id, level_number, run_on FROM crm_collection_notice
    WHERE customer_id = $1 ORDER BY id DESC LIMIT 1) n ON true
"""
_LIMITS = "SELECT currency, amount, hold FROM crm_collection_credit_limit WHERE customer_id = $1 ORDER BY currency"
_PROMISE = """
SELECT id, amount, currency, due_on FROM crm_collection_promise WHERE customer_id = $1 AND state = 'open'
ORDER BY due_on, id LIMIT 1
"""


async def _of_customer(customer_id: int) -> PanelData:
    row = await fetch_row(_LAST, customer_id, today())
    assert row is not None
    figures = [*await _credit(customer_id), *await _interest(customer_id)]
    if row["id"] is not None:
        text = _("Level {number} on {day}", number=row["level_number"], day=show_date(row["run_on"]))
        figures.append(Figure(_("Last notice"), str(text), href=f"/crm_collection/notices/{row['id']}"))
    promise = await fetch_row(_PROMISE, customer_id)
    if promise is not None:
        text = _("{amount} by {day}").format(
            amount=show_money(promise["amount"], promise["currency"]), day=show_date(promise["due_on"])
        )
        figures.append(
            Figure(_("Promise"), str(text), Tone.INFO, href=f"/crm_collection/promises/{promise['id']}"),
        )
    figures += _counted(customer_id, row)
    return PanelData(figures=figures, empty=None if figures else _("Nothing had to be collected."))


def _counted(customer_id: int, row: Any) -> list[Figure]:
    made = []
    if row["broken"]:
        href = f"/crm_collection/promises?customer={customer_id}&state=broken"
        made.append(Figure(_("Broken promises"), show_number(row["broken"]), Tone.BAD, href))
    if row["disputes"]:
        href = f"/crm_collection/disputes?customer={customer_id}&state=open"
        made.append(Figure(_("Open disputes"), show_number(row["disputes"]), Tone.WARN, href))
    if row["blocked"]:
        href = f"/crm_collection/blocks?customer={customer_id}"
        made.append(Figure(_("Dunning"), str(_("blocked")), Tone.WARN, href))
    return made


async def _credit(customer_id: int) -> list[Figure]:
    rows = await fetch(_LIMITS, customer_id)
    if not rows:
        return []
    used = await outstanding(customer_id)
    href = f"/crm_collection/credit_limits?customer={customer_id}"
    made = []
    for row in rows:
        taken = used.get(row["currency"], 0)
        text = _("{used} of {limit}").format(
            used=show_money(taken, row["currency"]), limit=show_money(row["amount"], row["currency"])
        )
        made.append(Figure(_("Credit used"), str(text), Tone.BAD if taken > row["amount"] else Tone.OK, href))
    if any(row["hold"] for row in rows):
        made.append(Figure(_("Sales"), str(_("on hold")), Tone.BAD, href))
    return made


async def _interest(customer_id: int) -> list[Figure]:
    rows = await fetch(LATE, [customer_id], today())
    found = await accrued(owed(rows), today()) if rows else {}
    amounts = [(row["currency"], found[row["installment_id"]].amount) for row in rows]
    if not any(amount for _code, amount in amounts):
        return []
    return [Figure(_("Late interest so far"), sums(amounts, current_locale()), Tone.WARN)]


async def _home() -> PanelData:
    rows = await fetch(HOME_SQL, today(), *scope_of_sql(), None)
    counted, totals = rows[0], [(row["currency"], row["expected"]) for row in rows if row["currency"]]
    if not totals and not counted["notices"] and not counted["disputes"]:
        return PanelData(empty=_("Nothing is overdue."))
    expected = sums(totals, current_locale())
    figures = [
        Figure(_("Expected"), expected or "—", href="/crm_collection/work"),
        Figure(
            _("Calls, letters and tasks"),
            show_number(counted["notices"]),
            Tone.WARN if counted["notices"] else Tone.OK,
            "/crm_collection/notices?state=open",
        ),
        Figure(
            _("Open disputes"),
            show_number(counted["disputes"]),
            Tone.WARN if counted["disputes"] else Tone.OK,
            "/crm_collection/disputes?state=open",
        ),
    ]
    return PanelData(figures=figures)


CUSTOMER_PANEL = Panel(name="collection", title=_("Collection"), access=P.READ, load=_of_customer, order=35)
HOME = Card(name="collection", title=_("Collection"), access=P.READ, load=_home, href="/crm_collection/work", order=7)
