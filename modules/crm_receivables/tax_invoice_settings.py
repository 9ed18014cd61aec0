"""How Chinese tax invoices are prepared for the tax bureau's system."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from crm_receivables.permissions import ReceivablesPermission
from guanxi import Field, InvalidInput, Kind, SettingsForm, _, settings_of


class TaxInvoiceSettings(msgspec.Struct):
    shown: bool = True
    """in the menu"""
    tax_code: str = ""
    """税收分类编码 of what is sold, 19 digits"""
    special: bool = False
    """special ones (专票) for customers with a tax number"""


def check_settings(settings: Any) -> None:
    """Raises InvalidInput."""
    if settings.tax_code and not re.fullmatch(r"[0-9]{19}", settings.tax_code):
        raise InvalidInput({"tax_code": _("The tax classification code has 19 digits.")})


def are_shown() -> bool:
    return bool(settings_of(TaxInvoiceSettings).shown)


SETTINGS = SettingsForm(
    type=TaxInvoiceSettings,
    name="tax_invoices",
    title=_("Tax invoices (fapiao)"),
    summary=_("What stands in the file for the tax bureau's batch drawing."),
    permission=ReceivablesPermission.SETTINGS,
    fields=(
        Field("shown", _("Show tax invoices in the menu"), kind=Kind.BOOLEAN),
        Field(
            "tax_code",
            _("Tax classification code"),
            kind=Kind.TEXT,
            required=False,
            max_length=19,
            help=_("19 digits, for all lines of the file; change single ones there."),
        ),
        Field("special", _("Special tax invoices for customers with a tax number"), kind=Kind.BOOLEAN),
    ),
    check=check_settings,
)
