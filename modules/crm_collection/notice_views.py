"""What was sent or is to be done, as people meet it."""

from __future__ import annotations

from typing import Any

from crm_collection.charging import charge_customer
from crm_collection.choices import NoticeState
from crm_collection.dunning_models import Notice, Step
from crm_collection.jobs import DUN
from crm_collection.letters import LETTER
from crm_collection.permissions import CollectionPermission as P
from crm_receivables.services import visible_receivables
from guanxi import (
    Action,
    Field,
    FormView,
    Kind,
    Lines,
    ListView,
    Outcome,
    Resource,
    Section,
    Text,
    _,
    elevated,
    enqueue,
    today,
    update,
)


def _money(name: str, label: Text) -> Field:
    return Field(name, label, kind=Kind.MONEY, currency="currency", readonly=True)


_STEPS = Lines(
    name="steps",
    label=_("Installments"),
    model=Step,
    parent="notice",
    readonly=True,
    fields=(
        Field("installment", _("Installment"), to="crm_receivables/installments", readonly=True),
        Field("due_on", _("Due"), readonly=True),
        Field("currency", _("Currency"), readonly=True),
        _money("outstanding", _("Outstanding")),
        _money("interest", _("Late interest")),
        _money("fee", _("Dunning fee")),
    ),
)


async def _done(notice: Notice, values: dict[str, Any]) -> Outcome:
    with elevated():
        await update(
            Notice, notice.id, {"state": NoticeState.DONE, "done_on": today(), "result": values["result"] or ""}
        )
    return Outcome(_("Noted."))


async def _run_now(record: None, values: dict[str, Any]) -> Outcome:
    job_id = await enqueue(DUN)
    return Outcome(_("Dunning runs in the background."), data={"job": job_id}, go_to="/crm_collection/notices")


async def _charge(record: None, values: dict[str, Any]) -> Outcome:
    invoices = await charge_customer(values["customer"])
    return Outcome(
        _("{number} invoices were posted.", number=len(invoices)),
        data={"invoices": invoices},
        go_to=f"/crm_receivables/invoices/{invoices[0]}",
    )


NOTICES = Resource(
    name="notices",
    model=Notice,
    title=_("Dunning notices"),
    singular=_("Dunning notice"),
    label="number",
    fields=(
        Field("number", _("Number"), readonly=True, search=True),
        Field("customer", _("Customer"), to="crm_core/customers", readonly=True, filter=True, search=True),
        Field("level", _("Dunning level"), to="crm_collection/levels", readonly=True, filter=True),
        Field("level_number", _("Level"), readonly=True),
        Field("channel", _("Channel"), readonly=True, filter=True),
        Field("run_on", _("Date"), readonly=True, sort=True, filter=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("assignee", _("Up to"), to="guanxi/users", readonly=True, filter=True),
        Field("address", _("Sent to"), readonly=True),
        Field("subject", _("Subject"), readonly=True),
        Field("text", _("Text"), readonly=True),
        Field("done_on", _("Done on"), readonly=True),
        Field("result", _("Result"), readonly=True),
    ),
    list=ListView(
        columns=("number", "customer", "level_number", "channel", "run_on", "state", "assignee", "subject"), sort="-id"
    ),
    form=FormView(
        sections=(
            Section(fields=("customer", "level", "channel", "run_on", "state", "assignee", "address")),
            Section(fields=("subject", "text")),
            Section(fields=("done_on", "result")),
        ),
    ),
    lines=(_STEPS,),
    read=P.READ,
    scope=visible_receivables,
    documents=(LETTER,),
    actions=(
        Action(
            name="done",
            label=_("Done"),
            permission=P.WORK,
            run=_done,
            primary=True,
            when=lambda notice: notice.state == NoticeState.OPEN,
            moves_to=NoticeState.DONE,
            fields=(Field("result", _("Result"), kind=Kind.MULTILINE, required=False, max_length=500),),
        ),
        Action(
            name="run_now",
            label=_("Send now"),
            permission=P.RUN,
            run=_run_now,
            on="list",
            confirm=_("What the preview shows for today is sent at once. Go on?"),
        ),
        Action(
            name="charge",
            label=_("Charge late interest"),
            permission=P.CHARGE,
            run=_charge,
            on="list",
            fields=(Field("customer", _("Customer"), kind=Kind.RELATION, to="crm_core/customers", required=True),),
        ),
    ),
)
