"""Writing what an administrator sets for a company."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import msgspec

from guanxi import records
from guanxi.auth.permissions import KernelPermission
from guanxi.company.brand import check_color
from guanxi.context import current_company, require
from guanxi.db import execute, fetch_row, fetch_value, transaction
from guanxi.declare.extensions import CURRENCY_CHECKS
from guanxi.declare.routes import SettingsForm
from guanxi.errors import InvalidInput
from guanxi.i18n import LOCALES, Text, _
from guanxi.money import is_currency


async def save_settings(form: SettingsForm, values: Mapping[str, Any]) -> None:
    """Store an add-on's settings. `values` are checked by the form's fields; raises InvalidInput."""
    require(form.permission)
    addon, _form = current_company().catalog.settings[form.type]
    try:
        converted = msgspec.convert(dict(values), form.type, strict=False)
    except msgspec.ValidationError as error:
        raise InvalidInput(message=_("These values do not fit together.")) from error
    if form.check is not None:
        form.check(converted)
    stored = msgspec.to_builtins(converted)
    async with transaction():
        before = await fetch_row("SELECT values FROM guanxi_settings WHERE addon = $1 FOR UPDATE", addon)
        await execute(
            "INSERT INTO guanxi_settings (addon, values) VALUES ($1, $2) ON CONFLICT (addon) DO UPDATE SET values = $2",
            addon,
            stored,
        )
        await records.audit(
            "settings",
            f"guanxi/settings/{addon}",
            None,
            before=before["values"] if before else None,
            after=stored,
        )
        await records.bump_revision()


async def save_company(*, title: str, zone: str, currency: str, locale: str, color: str | None = None) -> None:
    """Raises InvalidInput by field. A color of None stays as it is; an empty one is Guanxi's own."""
    require(KernelPermission.SETTINGS_MANAGE)
    errors: dict[str, Text] = {}
    try:
        color = current_company().color if color is None else check_color(color)
    except InvalidInput as error:
        errors |= error.fields
    if not title.strip() or len(title) > 200:
        errors["title"] = _("From 1 to 200 characters.")
    if zone not in available_timezones():
        errors["zone"] = _("Enter a time zone such as Asia/Shanghai.")
    if not is_currency(currency):
        errors["currency"] = _("Enter a currency code such as CNY.")
    if locale not in LOCALES:
        errors["locale"] = _("This is none of the choices.")
    if errors:
        raise InvalidInput(errors)
    company = current_company()
    after = {
        "title": title.strip(),
        "zone": str(ZoneInfo(zone)),
        "currency": currency,
        "locale": locale,
        "color": color,
    }
    before = {
        "title": company.title,
        "zone": str(company.zone),
        "currency": company.currency,
        "locale": company.locale,
        "color": company.color,
    }
    async with transaction():
        await _check_currency(currency)
        await execute(
            "UPDATE guanxi_company SET title = $1, zone = $2, currency = $3, locale = $4, color = $5", *after.values()
        )
        await records.audit("settings", "guanxi/company", 1, before=before, after=after)
        await records.bump_revision()


async def _check_currency(currency: str) -> None:
    before = await fetch_value("SELECT currency FROM guanxi_company FOR UPDATE")
    if currency != before:
        for check in current_company().catalog.extensions(CURRENCY_CHECKS):
            await check(currency)


async def held_currency() -> str:
    """The company's currency, which stays what it is until the transaction ends."""
    return str(await fetch_value("SELECT currency FROM guanxi_company FOR SHARE"))
