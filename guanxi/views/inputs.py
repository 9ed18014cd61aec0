"""Inputs of forms, from declared fields: with what was typed, else with what the record holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from guanxi.context import current_company, may
from guanxi.declare.fields import Field, Kind
from guanxi.declare.resources import Resource
from guanxi.declare.where import ALWAYS, AllOf, Compare
from guanxi.i18n import Text, _, listed
from guanxi.records import labels, options
from guanxi.records.rules import readable, writable
from guanxi.records.shape import Shape, input_shape
from guanxi.views.amounts import currency_of
from guanxi.views.cells import record_href
from guanxi.views.formats import NUMERIC, show, typed
from guanxi.views.parts import Input, Option, address

SMALL_TARGET = 30
"""a relation to at most so many records is a select, else a type-ahead"""

_WIDGETS = {
    Kind.MULTILINE: "textarea",
    Kind.EMAIL: "email",
    Kind.PHONE: "tel",
    Kind.URL: "url",
    Kind.INTEGER: "number",
    Kind.DECIMAL: "number",
    Kind.MONEY: "number",
    Kind.BOOLEAN: "check",
    Kind.DATE: "date",
    Kind.DATETIME: "datetime-local",
    Kind.CHOICE: "select",
    Kind.RELATION: "combo",
    Kind.JSON: "json",
}

Form = Mapping[str, Any]
Targets = Mapping[str, list[dict[str, Any]]]
"""The records of small targets, by resource, or by field where it offers some of them only; what else fields offer."""


async def small_targets(shapes: Iterable[Shape]) -> Targets:
    """What the relations among `shapes` may choose from, where that is little; one statement for each resource.

    And what fields with `offers` propose.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    offered: dict[str, list[dict[str, Any]]] = {}
    for shape in shapes:
        if shape.field.offers is not None:
            offered[_offers_key(shape)] = [{"label": text} for text in await shape.field.offers()]
        target = current_company().catalog.resources.get(shape.field.to or "")
        key = _target_key(shape)
        if shape.kind is Kind.RELATION and target is not None and key not in found and may(target.read):
            among = shape.field.among() if shape.field.among else ALWAYS
            found[key] = await options(target, "", limit=SMALL_TARGET + 1, where=among)
    return {key: records for key, records in found.items() if len(records) <= SMALL_TARGET} | offered


def _offers_key(shape: Shape) -> str:
    return f"offers {id(shape.field)}"


def _target_key(shape: Shape) -> str:
    return f"{shape.field.to} {shape.name}" if shape.field.among else shape.field.to or ""


def make_input(
    shape: Shape,
    value: Any,
    *,
    prefix: str = "",
    currency: str | None = None,
    form: Form | None = None,
    errors: Mapping[str, Text] | None = None,
    targets: Targets | None = None,
    new: bool = False,
    locked: bool = False,
) -> Input:
    """`value` as the gateway reads it; `form`: what was typed, when the form is shown again. `locked`: show only."""
    name = f"{prefix}{shape.name}"
    made = Input(name, shape.field.label, _WIDGETS.get(shape.kind, "text"))
    made.text = show(shape, value, currency)
    made.readonly = locked or not writable(shape.field) or (shape.field.fixed and not new) or shape.kind is Kind.JSON
    made.in_line = bool(prefix)
    made.required = shape.required and not made.in_line  # a row may be left empty
    made.help, made.maxlength = shape.field.help, shape.max_length
    made.number, made.wide = shape.kind in NUMERIC, shape.kind in (Kind.MULTILINE, Kind.JSON)
    made.error = (errors or {}).get(name.replace("-", "."))
    if shape.field.secret:
        made.widget, made.text = "password", ""
    else:
        made.value = typed(shape, value, currency)
    if form is not None and not made.readonly:
        _retype(made, shape, form)
    if shape.kind is Kind.MONEY:
        made.suffix = currency or current_company().currency
    elif shape.kind is Kind.CHOICE:
        _choices(made, shape, value)
    elif shape.kind is Kind.RELATION:
        _relation(made, shape, value, targets or {})
    if shape.field.offers is not None and not made.readonly:
        made.offers = [record["label"] for record in (targets or {}).get(_offers_key(shape), ())]
        made.offers_id = f"offers-{prefix.partition('-')[0]}-{shape.name}"
    return made


def _retype(made: Input, shape: Shape, form: Form) -> None:
    if shape.kind is Kind.BOOLEAN:
        made.value = "1" if form.get(made.name) else ""
    elif isinstance(form.get(made.name), str):
        made.value = form[made.name]
        if shape.kind is Kind.RELATION:
            made.text = str(
                form.get(f"{made.name}.text") or made.text if made.value else form.get(f"{made.name}.text") or ""
            )


def _choices(made: Input, shape: Shape, value: Any) -> None:
    if made.readonly and value:
        made.tone = next((str(choice.tone) for choice in shape.choices or () if choice == value), "neutral")
    empty = [] if shape.required and made.value else [Option("", "")]
    made.options = empty + [Option(str(c), str(c.label), str(c) == made.value) for c in shape.choices or ()]


def _relation(made: Input, shape: Shape, value: Any, targets: Targets) -> None:
    target = current_company().catalog.resources.get(shape.field.to or "")
    if value:
        made.href = record_href(shape.field.to, value["id"])
    if made.readonly:
        return
    if target is None or not may(target.read):
        made.readonly = True
        return
    made.new_href = _new_href(target, shape)
    if _target_key(shape) in targets:
        made.widget = "select"
        found = [Option(str(r["id"]), r["label"], str(r["id"]) == made.value) for r in targets[_target_key(shape)]]
        if made.value and not any(option.selected for option in found):
            found.append(Option(made.value, made.text or f"#{made.value}", True))
        made.options = [Option("", ""), *found]
    else:
        made.source = f"{target.path}/options"


def _new_href(target: Resource, shape: Shape) -> str | None:
    """The form for a record that the relation takes; what it must hold to be offered is filled in."""
    if target.create is None or not may(target.create) or any(lines.minimum for lines in target.lines):
        return None
    among = shape.field.among() if shape.field.among else ALWAYS
    parts = among.parts if isinstance(among, AllOf) else (among,)
    wanted = [(part.field, part.value) for part in parts if isinstance(part, Compare) and part.operator == "eq"]
    return address(f"{target.path}/new", [(name, str(value)) for name, value in wanted if value is not True])


async def field_inputs(
    fields: Iterable[Field],
    *,
    values: Mapping[str, Any] | None = None,
    form: Form | None = None,
    errors: Mapping[str, Text] | None = None,
    record: Mapping[str, Any] | None = None,
) -> list[Input]:
    """Inputs of fields that belong to no record: of actions, with the record that they are for, and of settings."""
    shapes = [input_shape(field) for field in fields if readable(field) or field.secret]
    targets = await small_targets(shapes)
    made = []
    for shape in shapes:
        value = (values or {}).get(shape.name)
        if value is None and shape.field.default is not None:
            value = shape.field.default()
        if shape.kind is Kind.RELATION and isinstance(value, int):
            value = await _labeled(shape, value)
        code = currency_of(shape, record or {}, {})
        made.append(make_input(shape, value, currency=code, form=form, errors=errors, targets=targets, new=True))
    return made


async def _labeled(shape: Shape, id: int) -> dict[str, Any] | None:
    """A record that settings name by its id, as relations of records have it; None where the actor does not see it."""
    target = current_company().catalog.resources.get(shape.field.to or "")
    names = await labels(target, [id]) if target is not None and may(target.read) else {}
    return {"id": id, "label": names[id]} if id in names else None


async def resolve_texts(shapes: Iterable[Shape], form: dict[str, str], prefix: str = "") -> dict[str, Text]:
    """Relations that were typed as text, because no script ran, become ids in `form`. Returns errors by path.

    A type-ahead posts `owner` (an id), `owner.text` (what is typed) and `owner.was` (the text that goes with the id).
    """
    errors: dict[str, Text] = {}
    for shape in shapes:
        key = f"{prefix}{shape.name}"
        text = form.get(f"{key}.text", "").strip()
        if shape.kind is not Kind.RELATION or f"{key}.text" not in form or text == form.get(f"{key}.was", ""):
            continue
        form[key] = ""
        target = current_company().catalog.resources.get(shape.field.to or "")
        if not text or target is None:
            continue
        found = await options(target, text, limit=6)
        exact = [record for record in found if record["label"].casefold() == text.casefold()]
        if len(exact) == 1 or len(found) == 1:
            form[key] = str((exact or found)[0]["id"])
        elif found:
            names = listed(record["label"] for record in found[:5])
            errors[key.replace("-", ".")] = _("Several records match: {names}", names=names)
        else:
            errors[key.replace("-", ".")] = _("There is no such record.")
    return errors
