"""How a company bills."""

from __future__ import annotations

import msgspec

from crm_receivables.permissions import ReceivablesPermission
from guanxi import Field, Kind, SettingsForm, _


class ReceivablesSettings(msgspec.Struct):
    term_days: int = 30
    """days to pay an invoice that no payment plan was agreed for"""
    payment_details: str = ""
    """where to pay to, printed on invoices"""


SETTINGS = SettingsForm(
    type=ReceivablesSettings,
    title=_("Receivables"),
    permission=ReceivablesPermission.SETTINGS,
    fields=(
        Field("term_days", _("Days to pay"), kind=Kind.INTEGER, minimum=0, maximum=365),
        Field("payment_details", _("Where to pay to"), kind=Kind.MULTILINE, required=False, max_length=1000),
    ),
)
