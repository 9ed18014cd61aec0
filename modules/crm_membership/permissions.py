"""What users may do with paid memberships."""

from __future__ import annotations

from guanxi import Permission, _


class MembershipPermission(Permission):
    READ = "crm_membership.memberships.read", _("See paid memberships and their plans")
    SELL = "crm_membership.memberships.sell", _("Sell memberships and cancel orders that are not paid")
    MANAGE = "crm_membership.manage", _("Manage membership plans and the price lists of tiers")
