"""Plans of contact as people meet them: a list in the settings, a preview, and what a customer's form says of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crm_core.choices import CadenceUnit, PlanWay
from crm_core.follow_up_models import ContactPlan
from crm_core.permissions import CorePermission
from crm_core.plans import days_since, held_by, plan_of
from crm_core.rules import refuse
from crm_core.terms import wrong_terms
from guanxi import (
    Change,
    ExtensionPoint,
    Field,
    Figure,
    FormView,
    ListView,
    Panel,
    PanelData,
    Resource,
    Section,
    Text,
    Tone,
    _,
    current_locale,
    show_date,
    show_number,
    where,
)

PLAN_PANELS = ExtensionPoint[Panel]("crm_core.plan_panels")
_TERMS = "crm_core/terms"
_EVERY: dict[CadenceUnit, tuple[Text, Text]] = {
    CadenceUnit.DAY: (_("{way} every day"), _("{way} every {count} days")),
    CadenceUnit.WEEK: (_("{way} every week"), _("{way} every {count} weeks")),
    CadenceUnit.MONTH: (_("{way} every month"), _("{way} every {count} months")),
}


def cadence(row: Mapping[str, Any]) -> str:
    """`Visit every 2 weeks`, of a plan's way, number and unit."""
    one, several = _EVERY[CadenceUnit(row["unit"])]
    text = one if row["every"] == 1 else several
    return str(text).format(way=str(PlanWay(row["way"]).label), count=row["every"])


def name_of(row: Mapping[str, Any]) -> str:
    return str((current_locale() == "zh_CN" and row["name_zh"]) or row["name"])


async def _prepare(change: Change) -> None:
    """A level is no value class."""
    refuse(await wrong_terms(change.values, ("value_class", "level")))


async def _preview(plan_id: int) -> PanelData:
    row = await held_by(plan_id)
    base = _("Customers whom it is for")
    return PanelData(
        figures=[
            Figure(base, show_number(row["held"])),
            Figure(_("Silent for longer"), show_number(row["late"]), Tone.WARN if row["late"] else Tone.NEUTRAL),
            Figure(_("Without a next contact"), show_number(row["open"])),
        ]
    )


PREVIEW = Panel(name="plan_preview", title=_("Preview"), access=CorePermission.TERMS, load=_preview)


async def _load(customer_id: int) -> PanelData:
    """The customer's plan, for how long nothing was heard, and what is overdue."""
    row = await plan_of(customer_id)
    if row is None or not row["followed"]:
        return PanelData()
    figures = []
    if row["plan_id"] is not None:
        figures.append(Figure(_("Plan: {name}", name=name_of(row)), cadence(row)))
    if row["last_contact_on"] is not None or row["plan_id"] is not None:
        label = _("Days since the last contact") if row["last_contact_on"] else _("Days without any contact")
        late = row["due"] is not None and days_since(row["due"]) > 0
        silent = show_number(days_since(row["since"]))
        figures.append(Figure(label, silent, Tone.WARN if late else Tone.NEUTRAL))
    if row["next_contact_on"] is not None and (overdue := days_since(row["next_contact_on"])) > 0:
        figures.append(Figure(_("Days overdue"), show_number(overdue), Tone.BAD))
    elif row["next_contact_planned"]:
        figures.append(Figure(_("Next contact by the plan"), show_date(row["next_contact_on"])))
    return PanelData(figures=figures)


CUSTOMER_PLAN = Panel(name="plan", title=_("Follow-up", "state"), access=CorePermission.READ, load=_load, order=2)


def _term(name: str, label: Text) -> Field:
    among = where.all_of(where.eq("kind", name), where.eq("active", True))
    return Field(name, label, to=_TERMS, filter=True, among=lambda: among, help=_("Empty: all."))


PLANS = Resource(
    name="contact_plans",
    model=ContactPlan,
    title=_("Contact plans"),
    singular=_("Contact plan"),
    fields=(
        Field("name", _("Name"), search=True),
        Field("name_zh", _("Chinese name"), search=True),
        _term("value_class", _("Value class")),
        _term("level", _("Level")),
        Field("way", _("Way"), filter=True),
        Field("every", _("Every", "cadence"), minimum=1, maximum=366),
        Field("unit", _("Unit", "cadence")),
        Field("position", _("Position"), sort=True, help=_("Of two plans that say equally much, the first holds.")),
        Field("active", _("Active"), filter=True),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(
        columns=("name", "name_zh", "value_class", "level", "way", "every", "unit", "active"), sort="position"
    ),
    form=FormView(
        sections=(
            Section(fields=("name", "name_zh", "value_class", "level")),
            Section(fields=("way", "every", "unit", "position", "active")),
        )
    ),
    read=CorePermission.TERMS,
    create=CorePermission.TERMS,
    update=CorePermission.TERMS,
    delete=CorePermission.TERMS,
    panels=PLAN_PANELS,
    prepare=_prepare,
)
