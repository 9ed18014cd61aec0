"""Settings of the company and of its add-ons."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from guanxi.auth.models import Locale
from guanxi.auth.permissions import KernelPermission
from guanxi.company import save_company, save_settings
from guanxi.context import current_company, may, require, settings_of
from guanxi.declare.fields import Field, Kind
from guanxi.declare.routes import SettingsForm
from guanxi.errors import InvalidInput, NotFound
from guanxi.i18n import Text, _
from guanxi.records.input import parse_form_fields
from guanxi.records.shape import input_shape
from guanxi.views.inputs import field_inputs, resolve_texts
from guanxi.web.flash import go_to
from guanxi.web.state import form_of, state_of
from guanxi.web.templating import render

COMPANY_FIELDS = (
    Field("title", _("Name of the company"), kind=Kind.TEXT, required=True, max_length=200),
    Field("zone", _("Time zone"), kind=Kind.TEXT, required=True, help=_("Such as Asia/Shanghai.")),
    Field("currency", _("Currency"), kind=Kind.CURRENCY, required=True, max_length=3, help=_("Such as CNY.")),
    Field("locale", _("Language"), kind=Kind.CHOICE, choices=Locale, required=True),
)


def _forms() -> dict[str, SettingsForm]:
    """By add-on, as far as the actor may change them."""
    return {addon: form for addon, form in current_company().catalog.settings.values() if may(form.permission)}


def _tabs() -> list[tuple[Text, str]]:
    tabs = [(_("Company"), "/settings/company")] if may(KernelPermission.SETTINGS_MANAGE) else []
    return tabs + [(form.title, f"/settings/{addon}") for addon, form in _forms().items()]


async def show(request: Request) -> Response:
    """The first form that the actor may change."""
    tabs = _tabs()
    if tabs:
        return RedirectResponse(tabs[0][1], 303)
    return render(request, "guanxi/settings.html", tabs=tabs, inputs=None, title=_("Settings"), error=None)


async def company(request: Request) -> Response:
    now = current_company()
    values = {"title": now.title, "zone": str(now.zone), "currency": now.currency, "locale": now.locale}
    error, form = None, None
    if request.method == "POST":
        form = await form_of(request)
        try:
            await save_company(**parse_form_fields(COMPANY_FIELDS, form))
        except InvalidInput as wrong:
            error = wrong
        else:
            return await _saved(request)
    return await _form_page(request, COMPANY_FIELDS, values, _("Company"), form, error)


async def addon(request: Request) -> Response:
    declared = next(
        (f for a, f in current_company().catalog.settings.values() if a == request.path_params["addon"]), None
    )
    if declared is None:
        raise NotFound()
    require(declared.permission)
    values = msgspec.structs.asdict(settings_of(declared.type))
    error, form = None, None
    if request.method == "POST":
        form = await form_of(request)
        try:
            await _store(declared, form)
        except InvalidInput as wrong:
            error = wrong
        else:
            return await _saved(request)
    return await _form_page(request, declared.fields, values, declared.title, form, error)


async def _store(declared: SettingsForm, form: dict[str, str]) -> None:
    errors = await resolve_texts([input_shape(field) for field in declared.fields], form)
    given = parse_form_fields(declared.fields, form)
    if errors:
        raise InvalidInput(errors)
    await save_settings(declared, {name: value for name, value in given.items() if value is not None})


async def _saved(request: Request) -> Response:
    await state_of(request).directory.refresh(current_company().name)
    return go_to(request, request.scope["path"], _("The settings were saved."))


async def _form_page(
    request: Request,
    fields: tuple[Field, ...],
    values: dict[str, Any],
    title: Text,
    form: dict[str, str] | None,
    error: InvalidInput | None,
) -> Response:
    inputs = await field_inputs(fields, values=values, form=form, errors=error.fields if error else None)
    return render(
        request,
        "guanxi/settings.html",
        status=422 if error else 200,
        tabs=_tabs(),
        inputs=inputs,
        title=title,
        error=error,
    )
