"""What users may do with points."""

from __future__ import annotations

from guanxi import Permission, _


class LoyaltyPermission(Permission):
    READ = "crm_loyalty.points.read", _("See the points of one's customers")
    EARN = "crm_loyalty.points.earn", _("Grant points for purchases")
    REDEEM = "crm_loyalty.points.redeem", _("Redeem, hold and return points")
    ADJUST = "crm_loyalty.points.adjust", _("Adjust points by hand")
    APPROVE = "crm_loyalty.points.approve", _("Approve large adjustments and transfers of points")
    OVERVIEW = "crm_loyalty.points.overview", _("See the total of all points")
    MANAGE = "crm_loyalty.program.manage", _("Manage rules, tiers, rewards and settings of points")
