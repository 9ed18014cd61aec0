"""The audit log: who did what to which record, to be filtered, and each entry as a table of what changed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from guanxi.context import current_company
from guanxi.declare.fields import Field, Kind
from guanxi.declare.where import Condition, all_of, eq, ge, in_, lt
from guanxi.errors import InvalidInput
from guanxi.i18n import _
from guanxi.records import ListQuery, get, page
from guanxi.records.input import parse_form_fields
from guanxi.records.models import AuditEntry
from guanxi.records.shape import input_shape
from guanxi.views.audit import actions, kinds, line, view
from guanxi.views.inputs import field_inputs, resolve_texts
from guanxi.views.kernel import AUDIT
from guanxi.views.parts import Input, Option
from guanxi.web.templating import render

PATH = "/guanxi/audit"
LIMIT = 50
_COLUMNS = ("at", "actor_name", "actor_kind", "action", "resource", "record_id", "label", "reason")
FILTERS = (
    Field("resource", _("Kind of record"), kind=Kind.TEXT, required=False, max_length=120),
    Field("action", _("Action"), kind=Kind.TEXT, required=False, max_length=80),
    Field("user", _("User"), kind=Kind.RELATION, required=False, to="guanxi/users"),
    Field("since", _("From day"), kind=Kind.DATE, required=False),
    Field("until", _("To day"), kind=Kind.DATE, required=False),
    Field("record_id", _("Record number"), kind=Kind.INTEGER, required=False, minimum=1, maximum=2**62),
)


async def show(request: Request) -> Response:
    form = {name: text[:200].replace("\x00", "") for name, text in request.query_params.items() if text}
    errors = await resolve_texts([input_shape(field) for field in FILTERS], form)
    error, rows, cursor = None, [], None
    try:
        values = parse_form_fields(FILTERS, form)
        if errors:
            raise InvalidInput(errors)
        query = ListQuery(where=_where(values), limit=LIMIT, after=form.get("after", ""), columns=_COLUMNS)
        found = await page(AUDIT, query)
    except InvalidInput as wrong:
        error = wrong
    else:
        rows, cursor = found.rows, found.next_cursor
    names = kinds()
    lines = [line(row, names) for row in rows]
    kept = [(name, text) for name, text in form.items() if "." not in name and name != "after"]
    return render(
        request,
        "guanxi/audit.html",
        status=422 if error else 200,
        resource=AUDIT,
        inputs=await _inputs(form, names, error),
        error=error,
        lines=lines,
        filtered=bool(kept),
        next_href=f"{PATH}?{urlencode([*kept, ('after', cursor)])}" if cursor else "",
    )


def _where(values: dict[str, Any]) -> Condition:
    parts = [eq(name, values[name]) for name in ("resource", "action", "record_id") if values.get(name)]
    if values.get("user"):
        parts += [eq("actor_id", values["user"]), in_("actor_kind", ["user", "api_key"])]
    if values.get("since"):
        parts.append(ge("at", _midnight(values["since"])))
    if values.get("until"):
        parts.append(lt("at", _midnight(values["until"] + timedelta(days=1))))
    return all_of(*parts)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), current_company().zone)


async def _inputs(form: dict[str, str], names: dict[str, str], error: InvalidInput | None) -> list[Input]:
    inputs = await field_inputs(FILTERS, form=form, errors=error.fields if error else None)
    by_name = {item.name: item for item in inputs}
    by_name["user"].new_href = None
    for name, choices in (("resource", names), ("action", actions(form.get("resource", "")))):
        item = by_name[name]
        item.widget = "select"
        options = [Option(value, label, value == item.value) for value, label in choices.items()]
        item.options = [Option("", str(_("All"))), *options]
    if not form.get("record_id"):
        inputs.remove(by_name["record_id"])
    return inputs


async def one(request: Request) -> Response:
    entry = await get(AuditEntry, request.path_params["id"])
    return render(request, "guanxi/audit_entry.html", resource=AUDIT, entry=await view(entry))
