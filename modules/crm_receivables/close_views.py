"""The list of closed months, and closing the next one."""

from __future__ import annotations

from typing import Any

from crm_receivables.close_models import CloseBalance, MonthClose
from crm_receivables.closing import can_reopen, check_month, close_month, last_month_end, reopen_month
from crm_receivables.exchange_views import DIFFERENCES, ask_for_differences
from crm_receivables.permissions import ReceivablesPermission as P
from guanxi import Action, Field, FormView, Kind, Lines, ListView, Outcome, Resource, Section, _


async def _close(record: None, values: dict[str, Any]) -> Outcome:
    check_month(values["until"])
    await ask_for_differences(values["until"])
    id = await close_month(values["until"])
    return Outcome(_("The month is closed."), go_to=f"/crm_receivables/month_closes/{id}")


async def _reopen(close: MonthClose, values: dict[str, Any]) -> Outcome:
    await reopen_month(close, values["reason"])
    return Outcome(_("The month is open again."))


MONTH_CLOSES = Resource(
    name="month_closes",
    model=MonthClose,
    title=_("Month close"),
    singular=_("Closed month"),
    label="until",
    fields=(
        Field("until", _("Closed until"), readonly=True, sort=True, filter=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("closed_by", _("Closed by"), to="guanxi/users", readonly=True, filter=True),
        Field("updated_at", _("Changed"), readonly=True),
    ),
    list=ListView(columns=("until", "state", "closed_by", "updated_at"), sort="-until"),
    form=FormView(sections=(Section(fields=("until", "state", "closed_by", "updated_at")),)),
    lines=(
        Lines(
            name="balances",
            label=_("Balances of that day"),
            model=CloseBalance,
            parent="close",
            readonly=True,
            fields=(
                Field("account", _("Account"), readonly=True),
                Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True),
                Field("amount", _("Amount"), kind=Kind.MONEY, currency="currency", readonly=True),
            ),
        ),
        DIFFERENCES,
    ),
    read=P.JOURNAL,
    actions=(
        Action(
            name="close",
            label=_("Close a month"),
            permission=P.CLOSE,
            run=_close,
            on="list",
            primary=True,
            asks=True,
            fields=(
                Field(
                    "until",
                    _("Closed until"),
                    kind=Kind.DATE,
                    default=last_month_end,
                    required=True,
                    help=_("The last day of a month. Nothing is booked until then any more."),
                ),
            ),
        ),
        Action(
            name="reopen",
            label=_("Reopen", "month"),
            permission=P.CLOSE,
            run=_reopen,
            danger=True,
            when=can_reopen,
            fields=(Field("reason", _("Reason"), kind=Kind.MULTILINE, required=True, max_length=300),),
        ),
    ),
)
