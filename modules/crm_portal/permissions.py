"""Who may do what: users by a permission, customers by the portal's realm."""

from __future__ import annotations

from guanxi import Permission, Realm, _

PORTAL = Realm("portal", "/portal/sign-in", error_template="crm_portal/error.html")
"""Customers, signed in by a link. The subject of such a session is the customer's id."""


class PortalPermission(Permission):
    INVITE = "crm_portal.invite", _("Send customers a link to the portal")
