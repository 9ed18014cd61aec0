"""What a version of a campaign said, for people: the fields of the campaign's form, as they were."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crm_loyalty.campaign_choices import Activity, Birthday, Rounding, Trigger
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.texts import name_in, number
from guanxi import (
    ExtensionPoint,
    Panel,
    PanelData,
    Table,
    _,
    current_company,
    fetch_row,
    format_money,
    show_date,
)

VERSION_PANELS = ExtensionPoint[Panel]("crm_loyalty.campaign_version_panels")
"""Panels on a version's form; `load` gets the version's id."""
_CHOICES = {"trigger": Trigger, "activity": Activity, "rounding": Rounding, "birthday": Birthday}
_MONEY = frozenset({"amount", "minimum"})
_DAYS = frozenset({"valid_from", "valid_until"})


async def _terms(version_id: int) -> PanelData:
    row = await fetch_row("SELECT terms FROM crm_loyalty_campaign_version WHERE id = $1", version_id)
    terms: Mapping[str, Any] = row["terms"] if row is not None else {}
    fields = current_company().catalog.resources["crm_loyalty/campaigns"].fields
    shown = [(str(field.label), await _shown(field.name, terms)) for field in fields]
    columns = (_("What"), _("Value"))
    return PanelData(table=Table(columns=columns, rows=[row for row in shown if row[1]]))


async def _shown(name: str, terms: Mapping[str, Any]) -> str:
    """Empty for what was not said."""
    if name == "tier":
        return await _tier(terms.get("tier_id"))
    value = terms.get(name)
    if value is None or value == "":
        return ""
    if name in _CHOICES:
        return str(_CHOICES[name](value).label)
    if name in _MONEY:
        return format_money(value, terms["currency"])
    if name in _DAYS:
        return show_date(date.fromisoformat(value))
    if isinstance(value, bool):
        return str(_("Yes") if value else _("No"))
    if isinstance(value, list):
        return ", ".join(value)
    return number(value) if isinstance(value, int) else str(value)


async def _tier(tier_id: int | None) -> str:
    row = await fetch_row("SELECT name, name_zh FROM crm_loyalty_tier WHERE id = $1", tier_id)
    return "" if row is None else name_in(row["name"], row["name_zh"])


TERMS = Panel(name="terms", title=_("What it said"), access=LoyaltyPermission.READ, load=_terms)
