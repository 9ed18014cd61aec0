"""The kernel's own permissions."""

from __future__ import annotations

from guanxi.declare.access import Permission
from guanxi.i18n import _


class KernelPermission(Permission):
    USERS_MANAGE = "guanxi.users.manage", _("Manage users and departments")
    ROLES_MANAGE = "guanxi.roles.manage", _("Manage roles")
    API_KEYS_MANAGE = "guanxi.api_keys.manage", _("Manage API keys")
    ADDONS_MANAGE = "guanxi.addons.manage", _("Enable and disable add-ons")
    FIELDS_MANAGE = "guanxi.fields.manage", _("Add fields to records")
    SETTINGS_MANAGE = "guanxi.settings.manage", _("Change settings")
    JOBS_MANAGE = "guanxi.jobs.manage", _("Manage jobs")
    AUDIT_READ = "guanxi.audit.read", _("Read the audit log")
    VIEWS_SHARE = "guanxi.views.share", _("Share views of lists, and manage shared ones")
    MAIL_READ = "guanxi.mail.read", _("Read the mailbox")
    MAIL_SECRETS = "guanxi.mail.secrets", _("Read secret links in mails: enter any account that was sent one")
