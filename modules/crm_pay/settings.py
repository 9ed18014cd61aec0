"""Where pay links stand by themselves."""

from __future__ import annotations

import msgspec

from crm_pay.permissions import PayPermission
from guanxi import Field, Kind, SettingsForm, _


class PaySettings(msgspec.Struct):
    print_links: bool = False
    """on open invoices, with a QR code"""


SETTINGS = SettingsForm(
    type=PaySettings,
    title=_("Online payment"),
    permission=PayPermission.MANAGE,
    fields=(
        Field(
            "print_links",
            _("Print pay links on invoices"),
            kind=Kind.BOOLEAN,
            help=_("Address and QR code, on invoices that are open. Whoever has the paper can pay."),
        ),
    ),
)
