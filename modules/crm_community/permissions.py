"""What users may do in the community."""

from __future__ import annotations

from guanxi import Permission, _


class CommunityPermission(Permission):
    READ = "crm_community.read", _("See clubs and what is written there")
    WRITE = "crm_community.write", _("Write for the company, and take customers into clubs")
    MODERATE = "crm_community.moderate", _("Show, hide and close what customers write, and mute them")
    MANAGE = "crm_community.manage", _("Make and change clubs")
