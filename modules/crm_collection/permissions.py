"""What users may do about what is overdue."""

from __future__ import annotations

from guanxi import Permission, _


class CollectionPermission(Permission):
    READ = "crm_collection.read", _("See what is done about overdue amounts of one's customers")
    WORK = "crm_collection.work", _("Note promises and disputes, and block dunning")
    RESOLVE = "crm_collection.disputes.resolve", _("Decide disputes")
    RUN = "crm_collection.run", _("Send what is to be dunned now")
    CHARGE = "crm_collection.charge", _("Charge late interest and dunning fees")
    POLICIES = "crm_collection.policies", _("Change dunning policies and customers' terms")
    LIMITS = "crm_collection.limits", _("Set credit limits and holds")
    OVERRIDE = "crm_collection.override", _("Let a contract pass a credit limit")
