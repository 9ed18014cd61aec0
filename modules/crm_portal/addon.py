"""What this add-on offers."""

from __future__ import annotations

from crm_portal.permissions import PORTAL, PortalPermission
from guanxi import Registry, RolePreset, _

_INVITE = (PortalPermission.INVITE,)


def setup(r: Registry) -> None:
    r.realm(PORTAL)
    r.permissions(PortalPermission)
    r.role(
        RolePreset(key="sales", label=_("Sales"), permissions=_INVITE),
        RolePreset(key="manager", label=_("Manager"), permissions=_INVITE),
        RolePreset(key="administration", label=_("Administration"), permissions=_INVITE),
    )
