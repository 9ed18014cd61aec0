"""Customers' data that somebody should look through again (CUST-32, CUST-33), and whose birthday it is."""

from __future__ import annotations

from datetime import date
from typing import Any

from crm_core.birthdays import columns_of, days_of, next_birthday
from crm_core.merging import refuse_merged
from crm_core.models import Customer
from crm_core.permissions import CorePermission
from crm_core.queries import scope_arguments, scope_condition
from crm_core.settings import CoreSettings
from guanxi import (
    Action,
    Card,
    Figure,
    Kind,
    Outcome,
    Panel,
    PanelData,
    Table,
    Tone,
    _,
    clock,
    current_company,
    elevated,
    fetch,
    format_money,
    get,
    settings_of,
    show_date,
    show_number,
    update,
)

_AHEAD = 14
"""days of birthdays on the home page"""
_BIRTHDAYS = f"""
SELECT c.id, c.name, c.birth_calendar, c.birth_month, c.birth_day
FROM unnest($1::text[], $2::int[], $3::int[]) AS k (calendar, month, day)
JOIN crm_core_customer c ON c.birth_calendar = k.calendar AND c.birth_month = k.month AND c.birth_day = k.day
WHERE c.birth_month IS NOT NULL AND NOT c.archived AND {scope_condition(4)} LIMIT 200
"""  # noqa: S608


def today() -> date:
    return clock.today(current_company().zone)


def outdated(customer: Customer, on: date) -> bool:
    """Whether nobody has said for the company's number of months that the data is right."""
    months = settings_of(CoreSettings).check_after
    last = customer.verified_on or customer.created_at.astimezone(current_company().zone).date()
    return months > 0 and (on.year - last.year) * 12 + on.month - last.month - (on.day < last.day) >= months


async def _confirm(customer: Customer, values: dict[str, Any]) -> Outcome:
    await refuse_merged(customer.id)
    with elevated():
        await update(Customer, customer.id, {"verified_on": today()})
    return Outcome(_("Noted: all data of {name} is right.", name=customer.name))


CONFIRM_DATA = Action(
    name="confirm_data",
    label=_("Data is up to date"),
    permission=CorePermission.UPDATE,
    run=_confirm,
    when=lambda customer: not customer.archived and customer.verified_on != today(),
    confirm=_("You have looked through the customer's data, and all of it is right."),
)


async def _glance(customer_id: int) -> PanelData:
    customer, on = await get(Customer, customer_id), today()
    figures = []
    if customer.value_currency and (customer.value or customer.last_deal_on):
        amount = format_money(customer.value, customer.value_currency)
        figures.append(Figure(_("Customer value"), amount))
    if customer.last_deal_on:
        figures.append(Figure(_("Last deal"), show_date(customer.last_deal_on)))
    if customer.birth_month and customer.birth_day and not customer.archived:
        coming = next_birthday(customer.birth_calendar, customer.birth_month, customer.birth_day, on)
        if coming is not None:
            soon = Tone.INFO if (coming - on).days <= _AHEAD else Tone.NEUTRAL
            figures.append(Figure(_("Next birthday"), show_date(coming), soon))
    if not customer.archived and outdated(customer, on):
        since = customer.verified_on or customer.created_at.astimezone(current_company().zone).date()
        figures.append(Figure(_("Data not checked since"), show_date(since), Tone.WARN))
    return PanelData(figures=figures)


GLANCE = Panel(name="glance", title=_("At a glance"), access=CorePermission.READ, load=_glance, order=1)


async def _birthdays() -> PanelData:
    days = days_of(today(), _AHEAD)
    rows = await fetch(_BIRTHDAYS, *columns_of(days), *scope_arguments())
    found = sorted(
        (days[(row["birth_calendar"], row["birth_month"], row["birth_day"])], row["id"], row) for row in rows
    )
    if not found:
        return PanelData(empty=_("No birthdays in the next {days} days.", days=_AHEAD))
    return PanelData(
        figures=[Figure(_("Birthdays"), show_number(len(found)))],
        table=Table(
            columns=(_("Customer"), _("Birthday")),
            rows=[(row["name"], show_date(day)) for day, _id, row in found[:8]],
            kinds=(Kind.TEXT, Kind.DATE),
            hrefs=[f"/crm_core/customers/{row['id']}" for _day, _id, row in found[:8]],
        ),
    )


BIRTHDAYS = Card(name="birthdays", title=_("Birthdays soon"), access=CorePermission.READ, load=_birthdays, order=40)
