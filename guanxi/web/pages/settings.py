"""Settings of the company and of its add-ons."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from guanxi.auth.models import Locale
from guanxi.auth.permissions import KernelPermission
from guanxi.company import DEFAULT_COLOR, save_company, save_logo, save_settings
from guanxi.context import current_company, may, require, settings_of
from guanxi.db import transaction
from guanxi.declare.fields import Field, Kind
from guanxi.declare.routes import SettingsForm
from guanxi.errors import InvalidInput, NotFound, PayloadTooLarge
from guanxi.i18n import Text, _, current_locale
from guanxi.records.input import parse_form_fields
from guanxi.records.shape import input_shape
from guanxi.views.addons import icon_of
from guanxi.views.company import currency_options, zone_options
from guanxi.views.inputs import field_inputs, resolve_texts
from guanxi.views.parts import Input
from guanxi.web.flash import go_to
from guanxi.web.pages.addons import summary_of
from guanxi.web.state import form_of, uploads_of
from guanxi.web.templating import render

COMPANY_FIELDS = (
    Field("title", _("Name of the company"), kind=Kind.TEXT, required=True, max_length=200),
    Field("locale", _("Language"), kind=Kind.CHOICE, choices=Locale, required=True),
    Field("zone", _("Time zone"), kind=Kind.TEXT, required=True, help=_("Type a city, such as Shanghai.")),
    Field(
        "currency",
        _("Currency"),
        kind=Kind.CURRENCY,
        required=True,
        max_length=3,
        help=_("The own currency, in which books are kept."),
    ),
    Field("color", _("Color"), kind=Kind.TEXT, required=False, max_length=7, help=_("For buttons and links.")),
)


@dataclass(slots=True)
class SettingsCard:
    title: Text
    href: str
    icon: str
    summary: str
    changed: int
    """how many values are not as the add-on brings them"""


def _forms() -> dict[str, SettingsForm]:
    """By key, as far as the actor may change them."""
    return {key: form for key, form in current_company().catalog.settings.values() if may(form.permission)}


def _about(request: Request, key: str, form: SettingsForm) -> tuple[str, str]:
    """What it is for, and its icon."""
    addon = key.partition(".")[0]
    summary = summary_of(request, addon) if form.summary is None else str(form.summary)
    return summary, icon_of(current_company().catalog, addon)


def _tabs() -> list[tuple[Text, str]]:
    tabs = [(_("Overview"), "/settings")]
    if may(KernelPermission.SETTINGS_MANAGE):
        tabs.append((_("Company"), "/settings/company"))
    return tabs + [(form.title, f"/settings/{key}") for key, form in _forms().items()]


def changed_values(form: SettingsForm) -> dict[str, Any]:
    """What the company has set otherwise than the add-on brings it: the defaults, by field."""
    now, default = settings_of(form.type), form.type()
    return {field.name: getattr(default, field.name) for field in form.fields if _differs(now, default, field.name)}


def _differs(now: msgspec.Struct, default: msgspec.Struct, name: str) -> bool:
    return bool(getattr(now, name) != getattr(default, name))


async def show(request: Request) -> Response:
    """What may be set, by add-on."""
    cards = []
    if may(KernelPermission.SETTINGS_MANAGE):
        about = str(_("Name, language, time zone, currency, color and logo."))
        cards.append(SettingsCard(_("Company"), "/settings/company", "building", about, 0))
    for key, form in _forms().items():
        about, icon = _about(request, key, form)
        cards.append(SettingsCard(form.title, f"/settings/{key}", icon, about, len(changed_values(form))))
    return render(request, "guanxi/settings.html", tabs=_tabs() if cards else [], cards=cards)


async def company(request: Request) -> Response:
    now = current_company()
    values = {"title": now.title, "zone": str(now.zone), "currency": now.currency, "locale": now.locale}
    values["color"] = now.color or DEFAULT_COLOR
    error, form = None, None
    if request.method == "POST":
        form = await form_of(request)
        try:
            await _store_company(request, form)
        except PayloadTooLarge as large:
            error = InvalidInput({"logo": large.text})
        except InvalidInput as wrong:
            error = wrong
        else:
            return await _saved(request)
    inputs = await field_inputs(COMPANY_FIELDS, values=values, form=form, errors=error.fields if error else None)
    return await _company_page(request, inputs, error)


async def _store_company(request: Request, form: dict[str, str]) -> None:
    given = parse_form_fields(COMPANY_FIELDS, form)
    given["color"] = given["color"] or ""
    uploads = await uploads_of(request, "logo")
    content = await uploads[0].read() if uploads else None
    async with transaction():
        await save_company(**given)
        if content is not None or form.get("no_logo"):
            await save_logo(content)


async def _company_page(request: Request, inputs: list[Input], error: InvalidInput | None) -> Response:
    by_name = {item.name: item for item in inputs}
    by_name["color"].widget = "color"
    zones = await asyncio.to_thread(zone_options, current_locale())
    currencies = currency_options(current_locale(), by_name["currency"].value)
    data = {"inputs": by_name, "zones": zones, "currencies": currencies, "error": error, "tabs": _tabs()}
    return render(request, "guanxi/settings_company.html", status=422 if error else 200, **data)


async def addon(request: Request) -> Response:
    name = request.path_params["addon"]
    declared = next((f for a, f in current_company().catalog.settings.values() if a == name), None)
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
    errors = error.fields if error else None
    inputs = await field_inputs(declared.fields, values=values, form=form, errors=errors)
    changed = changed_values(declared)
    defaults = await field_inputs(declared.fields, values=changed)
    summary, icon_name = _about(request, name, declared)
    return render(
        request,
        "guanxi/settings_addon.html",
        status=422 if error else 200,
        tabs=_tabs(),
        inputs=inputs,
        defaults={item.name: item.text for item in defaults if item.name in changed},
        title=declared.title,
        summary=summary,
        icon_name=icon_name,
        error=error,
    )


async def _store(declared: SettingsForm, form: dict[str, str]) -> None:
    errors = await resolve_texts([input_shape(field) for field in declared.fields], form)
    given = parse_form_fields(declared.fields, form)
    if errors:
        raise InvalidInput(errors)
    await save_settings(declared, {name: value for name, value in given.items() if value is not None})


async def _saved(request: Request) -> Response:
    return go_to(request, request.scope["path"], _("The settings were saved."))
