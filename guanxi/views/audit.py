"""The audit log as people read it: kinds, actions and fields by their names in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from guanxi import records
from guanxi.context import current_company, may
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Lines, Resource
from guanxi.i18n import Text, _
from guanxi.records.models import AuditEntry
from guanxi.records.shape import Shape, input_shape, shapes_of
from guanxi.views.amounts import logged_currencies
from guanxi.views.formats import NO, YES, show_datetime
from guanxi.views.history import ACTIONS, show_logged, show_reason, titles_of

_KERNEL_KINDS: dict[str, Text] = {
    "guanxi/company": _("Company settings"),
    "guanxi/addons": _("Add-ons"),
    "guanxi/password_link": _("Link to choose a password"),
}
_KERNEL_ACTIONS: dict[str, Text] = {
    "settings": _("Settings changed"),
    "enable": _("Enabled"),
    "disable": _("Disabled"),
    "remove": _("Removed with its data"),
    "retry": _("Run again"),
    "discard": _("Discarded"),
    "resend": _("Sent again"),
    "invite": _("Invited"),
    "reset_password": _("Link for a new password made"),
    "set_permissions": _("Permissions changed"),
    "deactivate": _("Deactivated"),
    "activate": _("Activated"),
    "revoke": _("Revoked"),
    "bulk_update": _("Many changed at once"),
    "bulk_delete": _("Many deleted at once"),
    "bulk_undo": _("Undone"),
    "greeted": _("First steps put away"),
}
_FIELDS: dict[str, Text] = {
    "title": _("Name of the company"),
    "zone": _("Time zone"),
    "currency": _("Currency"),
    "locale": _("Language"),
    "color": _("Color"),
    "logo": _("Logo"),
    "state": _("State"),
    "tries": _("Tries"),
    "permissions": _("Permissions"),
    "roles": _("Roles"),
    "rows": _("Rows"),
    "file": _("File"),
    "sha256": _("Fingerprint of the contents"),
    "count": _("Number", context="how many"),
    "reason": _("Reason"),
    "active": _("Active"),
}
"""what entries hold that no resource declares"""


@dataclass(slots=True)
class AuditLine:
    id: int
    action: str
    kind: str
    label: str
    record_href: str | None
    who: str
    when: str
    reason: str


@dataclass(slots=True)
class Difference:
    label: str
    before: list[str]
    after: list[str]


@dataclass(slots=True)
class AuditView:
    line: AuditLine
    request_id: str
    differences: list[Difference] = field(default_factory=list)


def kinds() -> dict[str, str]:
    """What entries may be about, by key, in the order of its names."""
    catalog = current_company().catalog
    found = {key: str(resource.title) for key, resource in catalog.resources.items()}
    found |= {key: str(text) for key, text in _KERNEL_KINDS.items()}
    for addon, form in catalog.settings.values():
        found[f"guanxi/settings/{addon}"] = str(_("Settings: {name}", name=str(form.title)))
    return dict(sorted(found.items(), key=lambda item: item[1]))


def actions(kind: str = "") -> dict[str, str]:
    """By name: those that every kind has, and the ones of this kind."""
    resource = current_company().catalog.resources.get(kind)
    own = {name: str(text) for name, text in titles_of(resource).items()} if resource is not None else {}
    common = {name: str(text) for name, (text, _icon) in ACTIONS.items()}
    return common | {name: str(text) for name, text in _KERNEL_ACTIONS.items()} | own


def line(row: Mapping[str, Any], names: Mapping[str, str] | None = None) -> AuditLine:
    """`row` as the gateway reads it; `names`: what `kinds()` found, where many lines are made."""
    kind, action = str(row["resource"]), str(row["action"])
    resource = current_company().catalog.resources.get(kind)
    linked = resource is not None and row["record_id"] and may(resource.read)
    href = f"{resource.path}/{row['record_id']}" if resource is not None and linked else None
    shown = str(row["label"] or "") or (f"#{row['record_id']}" if row["record_id"] else "")
    if kind == "guanxi/addons":
        shown = next((str(o.title) for o in current_company().catalog.offers if o.addon == shown), shown)
    who = str(_("The system")) if row["actor_kind"] == "system" else str(row["actor_name"])
    title = actions(kind).get(action) or str(Text(action))
    kind_shown = (kinds() if names is None else names).get(kind, kind)
    return AuditLine(
        row["id"], title, kind_shown, shown, href, who, show_datetime(row["at"]), show_reason(row["reason"])
    )


async def view(entry: AuditEntry) -> AuditView:
    """An entry that the caller may read, with what it changed."""
    names = ("id", "resource", "action", "record_id", "label", "actor_kind", "actor_name", "at", "reason")
    made = AuditView(line({name: getattr(entry, name) for name in names}), entry.request_id)
    before, after = entry.before or {}, entry.after or {}
    resource = current_company().catalog.resources.get(entry.resource)
    shapes = _shapes(entry.resource, resource)
    related = await records.labels_of(_relations(shapes, resource, before, after))
    lines = {lines.name: lines for lines in resource.lines} if resource is not None else {}
    row = {"record_id": entry.record_id, "before": before, "after": after}
    codes = (await logged_currencies(resource, [row])).get(entry.record_id or 0, {}) if resource is not None else {}
    for name in dict.fromkeys((*before, *after)):
        shape = shapes.get(name) or shapes.get(name.removesuffix("_id"))
        if shape is not None:
            label = str(shape.field.label)
            old = _shown(shape, before, name, {**codes, **after, **before}, related)
            new = _shown(shape, after, name, {**codes, **before, **after}, related)
        elif name in lines:
            label = str(lines[name].label)
            old = _rows(lines[name], before.get(name), {**codes, **after, **before}, related)
            new = _rows(lines[name], after.get(name), {**codes, **before, **after}, related)
        else:
            label = str(_FIELDS.get(name, name))
            old, new = (_plain(values.get(name)) for values in (before, after))
        if old != new:
            if len(old) > 1 or len(new) > 1:  # of a list only what came and went
                old, new = [text for text in old if text not in new], [text for text in new if text not in old]
            made.differences.append(Difference(label, old, new))
    return made


def _shapes(kind: str, resource: Resource | None) -> dict[str, Shape]:
    if resource is not None:
        return dict(shapes_of(resource))
    addon = kind.removeprefix("guanxi/settings/")
    forms = [form for owner, form in current_company().catalog.settings.values() if owner == addon]
    return {declared.name: input_shape(declared) for form in forms for declared in form.fields}


def _shown(
    shape: Shape, values: Mapping[str, Any], name: str, every: Mapping[str, Any], related: Mapping[tuple[str, int], str]
) -> list[str]:
    value = values.get(name)
    if isinstance(value, list | dict):
        return _plain(value)
    text = show_logged(shape, value, every, related)
    return [text] if text else []


def _rows(lines: Lines, rows: Any, parent: Mapping[str, Any], related: Mapping[tuple[str, int], str]) -> list[str]:
    """One text for each row: its fields, one after another. `parent`: what the record holds, such as the currency."""
    shapes = shapes_of(lines)
    above = {**parent, **{f"{lines.parent}.{name}": value for name, value in parent.items()}}
    made = []
    for row in rows if isinstance(rows, list) else []:
        parts = []
        for name, value in row.items() if isinstance(row, dict) else ():
            shape = shapes.get(name) or shapes.get(name.removesuffix("_id"))
            if shape is not None and (text := show_logged(shape, value, {**above, **row}, related)):
                parts.append(text)
        made.append(" · ".join(parts))
    return made


def _plain(value: Any) -> list[str]:
    known = current_company().catalog.permissions
    match value:
        case None | "":
            return []
        case bool():
            return [str(YES if value else NO)]
        case list():
            return [str(known[item].label) if isinstance(item, str) and item in known else str(item) for item in value]
        case dict():
            return [f"{key}: {item}" for key, item in value.items()]
    return [str(value)]


def _relations(
    shapes: Mapping[str, Shape], resource: Resource | None, *versions: Mapping[str, Any]
) -> Iterable[tuple[str, int]]:
    """The resource and id of everything that the values point to, lines included."""
    for values in versions:
        yield from _pointed(shapes, values)
        for lines in resource.lines if resource is not None else ():
            for row in values.get(lines.name) or ():
                if isinstance(row, dict):
                    yield from _pointed(shapes_of(lines), row)


def _pointed(shapes: Mapping[str, Shape], values: Mapping[str, Any]) -> Iterable[tuple[str, int]]:
    for name, value in values.items():
        shape = shapes.get(name) or shapes.get(name.removesuffix("_id"))
        if shape is not None and shape.kind is Kind.RELATION and isinstance(value, int) and shape.field.to:
            yield shape.field.to, value
