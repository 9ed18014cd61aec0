"""What the buttons of a customer and of the dictionary do."""

from __future__ import annotations

from typing import Any

from crm_core.choices import ActivityKind, ActivityOutcome, Stage
from crm_core.following_up import logged_meanwhile
from crm_core.merging import refuse_merged
from crm_core.models import Activity, Customer
from crm_core.permissions import CorePermission
from crm_core.plans import propose
from crm_core.privacy import is_anonymized
from crm_core.terms import ValuePreset, add_value_classes
from guanxi import Action, Field, Kind, Outcome, Text, _, clock, create, elevated, update, where


async def _log_contact(customer: Customer, values: dict[str, Any]) -> Outcome:
    await refuse_merged(customer.id)
    given = {name: value for name, value in values.items() if value is not None}
    colleague = given.pop("colleague", None)
    if colleague is not None:
        given["participants"] = [{"user": colleague}]
    activity = await create(Activity, {"customer": customer.id, **given})
    return Outcome(message=await logged_meanwhile(activity) or _("The contact was logged."))


async def _set_stage(customer: Customer, stage: Stage, reason: str) -> None:
    await refuse_merged(customer.id)
    with elevated():
        await update(Customer, customer.id, {"stage": stage.value}, reason=reason)


async def _to_intent(customer: Customer, values: dict[str, Any]) -> Outcome:
    await _set_stage(customer, Stage.INTENT, values["reason"])
    return Outcome(message=_("{name} is an intent customer now.").format(name=customer.name))


async def _lose(customer: Customer, values: dict[str, Any]) -> Outcome:
    await _set_stage(customer, Stage.LOST, values["reason"])
    return Outcome(message=_("{name} is marked as lost.").format(name=customer.name))


async def _win_back(customer: Customer, values: dict[str, Any]) -> Outcome:
    await _set_stage(customer, Stage.POTENTIAL, _("won back", "reason").message)
    return Outcome(message=_("{name} is a potential customer again.").format(name=customer.name))


async def _hand_over(customer: Customer, values: dict[str, Any]) -> Outcome:
    await refuse_merged(customer.id)
    with elevated():
        await update(Customer, customer.id, {"owner": values["owner"]}, reason=values["reason"] or "")
    return Outcome(message=_("{name} was handed over.").format(name=customer.name), go_to="/crm_core/customers")


async def _archive(customer: Customer, values: dict[str, Any]) -> Outcome:
    await update(Customer, customer.id, {"archived": True})
    return Outcome(message=_("{name} was archived.").format(name=customer.name))


async def _restore(customer: Customer, values: dict[str, Any]) -> Outcome:
    await update(Customer, customer.id, {"archived": False})
    return Outcome(message=_("{name} was restored.").format(name=customer.name))


async def _add_preset(record: Any, values: dict[str, Any]) -> Outcome:
    added = await add_value_classes(ValuePreset[values["preset"].upper()])
    return Outcome(message=_("{count} value classes were added.", count=added))


def _reason(required: bool = True) -> Field:
    return Field("reason", _("Reason"), kind=Kind.MULTILINE, required=required, max_length=500)


def _user(name: str, label: Text, help: Text) -> Field:
    return Field(
        name,
        label,
        kind=Kind.RELATION,
        to="guanxi/users",
        required=False,
        among=lambda: where.eq("active", True),
        help=help,
    )


def _is_open(customer: Customer) -> bool:
    return not is_anonymized(customer)


CUSTOMER_ACTIONS = (
    Action(
        name="log_contact",
        label=_("Log contact"),
        permission=CorePermission.UPDATE,
        run=_log_contact,
        start=propose,
        when=_is_open,
        primary=True,
        fields=(
            Field("kind", _("Way"), kind=Kind.CHOICE, choices=ActivityKind, default=lambda: ActivityKind.CALL.value),
            Field("subject", _("Subject"), kind=Kind.TEXT, required=True, max_length=200),
            Field("at", _("Time"), kind=Kind.DATETIME, required=False, default=clock.now),
            Field(
                "outcome",
                _("Result"),
                kind=Kind.CHOICE,
                choices=ActivityOutcome,
                required=False,
                default=lambda: ActivityOutcome.NONE.value,
            ),
            Field("details", _("Details", "follow-up"), kind=Kind.MULTILINE, required=False, max_length=5000),
            Field(
                "next_contact_on",
                _("Next contact"),
                kind=Kind.DATE,
                required=False,
                help=_("Needed after a call or a visit."),
            ),
            _user("next_contact_by", _("Next contact by"), help=_("Who is reminded; the owner where it is empty.")),
            _user("colleague", _("Took part as well"), help=_("More than one can be named on a follow-up's own form.")),
        ),
    ),
    Action(
        name="to_intent",
        label=_("Convert to intent"),
        permission=CorePermission.UPDATE,
        run=_to_intent,
        when=lambda customer: customer.stage == Stage.POTENTIAL and not customer.archived,
        moves_to=Stage.INTENT,
        fields=(_reason(),),
    ),
    Action(
        name="hand_over",
        label=_("Hand over"),
        permission=CorePermission.ASSIGN,
        run=_hand_over,
        when=_is_open,
        fields=(
            Field("owner", _("New owner"), kind=Kind.RELATION, to="guanxi/users", required=True),
            _reason(required=False),
        ),
    ),
    Action(
        name="lose",
        label=_("Mark as lost"),
        permission=CorePermission.UPDATE,
        run=_lose,
        when=lambda customer: customer.stage in (Stage.POTENTIAL, Stage.INTENT) and _is_open(customer),
        moves_to=Stage.LOST,
        danger=True,
        fields=(_reason(),),
    ),
    Action(
        name="win_back",
        label=_("Win back"),
        permission=CorePermission.UPDATE,
        run=_win_back,
        when=lambda customer: customer.stage == Stage.LOST and _is_open(customer),
        moves_to=Stage.POTENTIAL,
    ),
    Action(
        name="archive",
        label=_("Archive"),
        permission=CorePermission.UPDATE,
        run=_archive,
        when=lambda customer: not customer.archived,
        danger=True,
        confirm=_("The customer stays, and is left out of reminders and cards."),
    ),
    Action(
        name="restore",
        label=_("Restore"),
        permission=CorePermission.UPDATE,
        run=_restore,
        when=lambda customer: bool(customer.archived) and _is_open(customer),
    ),
)

TERM_ACTIONS = (
    Action(
        name="add_preset",
        label=_("Add value classes"),
        permission=CorePermission.TERMS,
        run=_add_preset,
        on="list",
        fields=(Field("preset", _("Preset"), kind=Kind.CHOICE, choices=ValuePreset, required=True),),
    ),
)
