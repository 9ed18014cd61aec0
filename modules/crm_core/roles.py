"""The roles that a new company finds."""

from __future__ import annotations

from crm_core.permissions import CorePermission
from guanxi import RolePreset, _

_READ = CorePermission.READ
_SALES = (
    *(_READ, CorePermission.SEE_NUMBERS, CorePermission.SEE_VALUE, CorePermission.SEE_PRIVATE),
    *(CorePermission.CREATE, CorePermission.UPDATE),
)
_MANAGER = (
    *(*_SALES, CorePermission.SEE_DEPARTMENT, CorePermission.SEE_ALL, CorePermission.ASSIGN),
    *(CorePermission.FORCE, CorePermission.IMPORT, CorePermission.TERMS, CorePermission.MERGE, CorePermission.FORMS),
)
_FINANCE = (_READ, CorePermission.SEE_ALL, CorePermission.SEE_NUMBERS, CorePermission.SEE_VALUE)

ROLES = (
    RolePreset(key="sales", label=_("Sales"), permissions=_SALES),
    RolePreset(key="manager", label=_("Manager"), permissions=_MANAGER),
    RolePreset(
        key="administration",
        label=_("Administration"),
        permissions=(*_MANAGER, CorePermission.TRADING, CorePermission.COMPANY),
    ),
    RolePreset(
        key="privacy",
        label=_("Privacy officer"),
        permissions=(*_FINANCE, CorePermission.UPDATE, CorePermission.PRIVACY),
    ),
    RolePreset(key="finance", label=_("Finance"), permissions=_FINANCE),
)
