"""A customer at a glance, and data that somebody should look through again (CUST-32, CUST-33)."""

from __future__ import annotations

from datetime import date
from typing import Any

from crm_core.birthdays import AHEAD, next_birthday
from crm_core.merging import refuse_merged
from crm_core.models import Customer
from crm_core.permissions import CorePermission
from crm_core.settings import CoreSettings
from guanxi import (
    Action,
    Figure,
    Outcome,
    Panel,
    PanelData,
    Tone,
    _,
    current_company,
    elevated,
    format_money,
    get,
    may,
    settings_of,
    show_date,
    today,
    update,
)


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
    if customer.last_deal_on and may(CorePermission.SEE_VALUE):
        figures.append(Figure(_("Customer value"), format_money(customer.value, customer.value_currency)))
        figures.append(Figure(_("Last deal"), show_date(customer.last_deal_on)))
    if customer.birth_month and customer.birth_day and not customer.archived:
        coming = next_birthday(customer.birth_calendar, customer.birth_month, customer.birth_day, on)
        if coming is not None:
            soon = Tone.INFO if (coming - on).days <= AHEAD else Tone.NEUTRAL
            figures.append(Figure(_("Next birthday"), show_date(coming), soon))
    if not customer.archived and outdated(customer, on):
        since = customer.verified_on or customer.created_at.astimezone(current_company().zone).date()
        figures.append(Figure(_("Data not checked since"), show_date(since), Tone.WARN))
    return PanelData(figures=figures)


GLANCE = Panel(name="glance", title=_("At a glance"), access=CorePermission.READ, load=_glance, order=1)
