"""Custom fields as a resource: the lists and forms on which administrators keep them."""

from __future__ import annotations

import re
from typing import Any

from guanxi.auth.permissions import KernelPermission
from guanxi.context import current_company, elevated
from guanxi.custom.catalogs import can_be_extended, parse_choices
from guanxi.custom.choices import CustomKind
from guanxi.custom.columns import add_column, drop_column
from guanxi.custom.models import CustomField
from guanxi.db import fetch_value
from guanxi.declare.fields import CUSTOM_NAME, Field
from guanxi.declare.resources import Action, Change, FormView, ListView, Outcome, Resource, Section
from guanxi.errors import Conflict, InvalidInput
from guanxi.i18n import Text, _
from guanxi.pinyin import readings
from guanxi.records import bump_revision, delete

PREFIX = "x_"
MOST = 50
"""fields of one kind of record"""
_LONGEST_CHOICE = 60
_MANAGE = KernelPermission.FIELDS_MANAGE


def _spelled(label: str) -> str:
    """`x_color` for Color, `x_yanse` for 颜色."""
    plain = "".join(f"{readings(char)[0]}" if readings(char) else char for char in label.lower())
    return PREFIX + re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:30]


async def _prepare(change: Change) -> None:
    values, errors = change.values, dict[str, Text]()
    resource = current_company().catalog.resources.get(change.now("resource") or "")
    if change.before is None:
        if resource is None or not can_be_extended(resource):
            errors["resource"] = _("Records of this kind take no custom fields.")
        values["name"] = await _free_name(change, errors)
    if change.now("kind") == CustomKind.CHOICE:
        values["choices"] = _checked_choices(change.now("choices") or "", errors)
    elif values.get("choices"):
        errors["choices"] = _("Only a choice has these.")
    if errors:
        raise InvalidInput(errors)


async def _free_name(change: Change, errors: dict[str, Text]) -> str:
    given = (change.now("name") or "").strip().lower()
    name = given if given.startswith(PREFIX) or not given else PREFIX + given
    name = name or _spelled(change.now("label") or "")
    if not CUSTOM_NAME.fullmatch(name):
        errors["name"] = _("Enter letters from a to z, digits and underscores.")
        return name
    count = await fetch_value("SELECT count(*) FROM guanxi_custom_field WHERE resource = $1", change.now("resource"))
    if count >= MOST:
        errors["resource"] = _("At most {limit} custom fields.", limit=MOST)
    return name


def _checked_choices(text: str, errors: dict[str, Text]) -> str:
    pairs = parse_choices(text)
    values = [value for value, _chinese in pairs]
    if not values or "" in values:
        errors["choices"] = _("Enter a line for each choice.")
    elif len(set(values)) < len(values):
        errors["choices"] = _("Two of the choices are the same.")
    elif any(len(word) > _LONGEST_CHOICE for pair in pairs for word in pair):
        errors["choices"] = _("At most {limit} characters.", limit=_LONGEST_CHOICE)
    return "\n".join(" | ".join(filter(None, pair)) for pair in pairs)


async def _written(change: Change, field: CustomField) -> None:
    if change.before is None:
        await add_column(current_company().catalog.resources[field.resource], field.name, field.kind)
    await bump_revision()


async def _remove(field: CustomField, values: dict[str, Any]) -> Outcome:
    resource = current_company().catalog.resources.get(field.resource)
    if resource is None:
        raise Conflict(_("Enable the add-on first: its records hold the values."))
    with elevated():
        await delete(CustomField, field.id)
    await drop_column(resource, field.name)
    await bump_revision()
    return Outcome(message=_("The field {name} and its values are gone.", name=field.label), go_to=CUSTOM_FIELDS.path)


CUSTOM_FIELDS = Resource(
    name="custom_fields",
    model=CustomField,
    title=_("Custom fields"),
    singular=_("Custom field"),
    label="label",
    label_in={"zh_CN": "label_zh"},
    fields=(
        Field("resource", _("Kind of record"), fixed=True, filter=True),
        Field("label", _("Name"), search=True, sort=True),
        Field("label_zh", _("Chinese name"), search=True),
        Field("kind", _("Kind"), fixed=True, filter=True),
        Field(
            "choices",
            _("Choices"),
            required=False,
            max_length=5000,
            help=_("A line for each. The Chinese name may follow after a bar."),
        ),
        Field("help", _("Help text")),
        Field("required", _("Required"), help=_("For new records.")),
        Field("position", _("Position"), sort=True),
        Field(
            "name",
            _("Name in the API"),
            required=False,
            fixed=True,
            help=_("Taken from the name where left empty. Cannot be changed later."),
        ),
        Field("active", _("Active"), filter=True),
    ),
    list=ListView(columns=("label", "label_zh", "resource", "kind", "required", "position", "active"), sort="position"),
    form=FormView(
        sections=(
            Section(fields=("resource", "label", "label_zh", "kind", "choices", "required")),
            Section(title=_("More"), fields=("help", "position", "name", "active"), more=True),
        )
    ),
    read=_MANAGE,
    create=_MANAGE,
    update=_MANAGE,
    prepare=_prepare,
    written=_written,
    actions=(
        Action(
            name="remove",
            label=_("Remove with all values"),
            permission=_MANAGE,
            run=_remove,
            danger=True,
            confirm=_("The field and what was ever entered in it are deleted for good, on all records."),
        ),
    ),
)
