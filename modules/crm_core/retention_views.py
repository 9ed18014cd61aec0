"""Retention rules as the privacy officer meets them: the list of whom a rule is for comes before it is switched on."""

from __future__ import annotations

from typing import Any

from crm_core.permissions import CorePermission
from crm_core.privacy_models import RetentionRule
from crm_core.retention import count_due, due, limit_day
from guanxi import (
    Action,
    Change,
    ExtensionPoint,
    Field,
    Figure,
    FormView,
    InvalidInput,
    Kind,
    ListView,
    Outcome,
    Panel,
    PanelData,
    Resource,
    Section,
    Table,
    _,
    elevated,
    fetch_row,
    show_date,
    show_number,
    today,
    update,
)

RETENTION_PANELS = ExtensionPoint[Panel]("crm_core.retention_panels")
_SHOWN = 100


async def _prepare(change: Change) -> None:
    """Another time is another list: it is to be looked at before the rule works again."""
    if change.before is not None and "months" in change.values and change.values["months"] != change.before.months:
        change.values["active"] = False


async def _turn_on(rule: RetentionRule, values: dict[str, Any]) -> Outcome:
    number = await count_due(rule.stage, rule.months)
    if values["count"] != number:
        raise InvalidInput({"count": _("The preview shows another number. Look at it first.")})
    with elevated():
        await update(RetentionRule, rule.id, {"active": True})
    return Outcome(message=_("The rule works from tonight on."))


async def _turn_off(rule: RetentionRule, values: dict[str, Any]) -> Outcome:
    with elevated():
        await update(RetentionRule, rule.id, {"active": False})
    return Outcome(message=_("The rule is switched off."))


async def _load(rule_id: int) -> PanelData:
    rule = await fetch_row("SELECT stage, months FROM crm_core_retention_rule WHERE id = $1", rule_id)
    if rule is None:
        return PanelData()
    rows = await due(rule["stage"], rule["months"], limit=_SHOWN)
    number = show_number(await count_due(rule["stage"], rule["months"]))
    return PanelData(
        figures=[
            Figure(_("Customers whom it is for"), number),
            Figure(_("No contact since"), show_date(limit_day(rule["months"], today()))),
        ],
        table=Table(
            columns=(_("Customer"), _("Code", "customer"), _("Last contact")),
            rows=[
                (row["name"], row["code"], show_date(row["last_contact_on"]) if row["last_contact_on"] else "")
                for row in rows
            ],
            hrefs=[f"/crm_core/customers/{row['id']}" for row in rows],
        )
        if rows
        else None,
    )


PREVIEW_PANEL = Panel(name="preview", title=_("Preview"), access=CorePermission.PRIVACY, load=_load)

RETENTION_RULES = Resource(
    name="retention_rules",
    model=RetentionRule,
    title=_("Retention rules"),
    singular=_("Retention rule"),
    label_in={"zh_CN": "name_zh"},
    fields=(
        Field("name", _("Name"), readonly=True),
        Field("name_zh", _("Chinese name"), readonly=True),
        Field("stage", _("Stage"), readonly=True),
        Field("months", _("Months without contact"), minimum=1, maximum=600),
        Field("active", _("Active"), readonly=True),
    ),
    list=ListView(columns=("name", "name_zh", "stage", "months", "active"), sort="id"),
    form=FormView(sections=(Section(fields=("stage", "months", "active")),)),
    read=CorePermission.PRIVACY,
    update=CorePermission.PRIVACY,
    panels=RETENTION_PANELS,
    prepare=_prepare,
    actions=(
        Action(
            name="turn_on",
            label=_("Switch on"),
            permission=CorePermission.PRIVACY,
            run=_turn_on,
            when=lambda rule: not rule.active,
            danger=True,
            fields=(
                Field(
                    "count",
                    _("Customers whom it is for"),
                    kind=Kind.INTEGER,
                    required=True,
                    minimum=0,
                    help=_("The number that the preview shows. They are anonymized tonight; it cannot be undone."),
                ),
            ),
        ),
        Action(
            name="turn_off",
            label=_("Switch off"),
            permission=CorePermission.PRIVACY,
            run=_turn_off,
            when=lambda rule: bool(rule.active),
        ),
    ),
)
