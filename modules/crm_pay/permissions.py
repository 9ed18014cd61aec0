"""What users may do with payment online."""

from __future__ import annotations

from guanxi import Permission, _


class PayPermission(Permission):
    READ = "crm_pay.read", _("See online payments of one's customers")
    LINK = "crm_pay.link", _("Make pay links for invoices")
    REFUND = "crm_pay.refund", _("Refund online payments through the provider")
    RESOLVE = "crm_pay.resolve", _("Settle what online payments could not book")
    MANAGE = "crm_pay.manage", _("Change accounts of payment providers")
