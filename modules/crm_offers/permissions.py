"""What users may do with coupons and lotteries."""

from __future__ import annotations

from guanxi import Permission, _


class OfferPermission(Permission):
    READ = "crm_offers.offers.read", _("See coupons and lotteries")
    ISSUE = "crm_offers.coupons.issue", _("Give coupons to customers")
    REDEEM = "crm_offers.coupons.redeem", _("Redeem coupons and take redemptions back")
    DRAW = "crm_offers.lotteries.draw", _("Draw lots for customers")
    MANAGE = "crm_offers.campaigns.manage", _("Manage coupon campaigns and lotteries")
