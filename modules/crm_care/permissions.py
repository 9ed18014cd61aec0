"""What users may do with care plans."""

from __future__ import annotations

from guanxi import Permission, _


class CarePermission(Permission):
    READ = "crm_care.plans.read", _("See care plans and what they sent")
    MANAGE = "crm_care.plans.manage", _("Manage care plans")
