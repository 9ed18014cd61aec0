"""What users may do with referrals."""

from __future__ import annotations

from guanxi import Permission, _


class ReferralPermission(Permission):
    READ = "crm_referrals.referrals.read", _("See referrals")
    WRITE = "crm_referrals.referrals.write", _("Note who recommended whom")
    ORDERS = "crm_referrals.orders.report", _("Report paid and refunded orders of new customers")
    MANAGE = "crm_referrals.manage", _("Refuse referrals, take rewards back, and set what they give")
