"""What users may do with customers."""

from __future__ import annotations

from guanxi import Permission, _


class CorePermission(Permission):
    READ = "crm_core.customers.read", _("See one's own customers")
    SEE_DEPARTMENT = "crm_core.customers.see_department", _("See the customers of one's department")
    SEE_ALL = "crm_core.customers.see_all", _("See all customers")
    SEE_NUMBERS = "crm_core.customers.see_numbers", _("See phone numbers and e-mail addresses in full")
    SEE_VALUE = "crm_core.customers.see_value", _("See what was sold to customers, and when last")
    SEE_PRIVATE = "crm_core.customers.see_private", _("Read and write notes on customers' private lives")
    CREATE = "crm_core.customers.create", _("Register customers")
    UPDATE = "crm_core.customers.update", _("Change customers, contacts and follow-ups")
    ASSIGN = "crm_core.customers.assign", _("Hand customers over to another owner")
    FORCE = "crm_core.customers.force", _("Save a customer that is there already")
    MERGE = "crm_core.customers.merge", _("Merge customers that are the same, and undo it")
    TRADING = "crm_core.customers.trading", _("Set the trading customer flag")
    IMPORT = "crm_core.customers.import", _("Import customers")
    FORMS = "crm_core.forms.manage", _("Manage web forms")
    PRIVACY = "crm_core.privacy.manage", _("Answer for personal data: consent texts, files, anonymization, retention")
    COMPANY = "crm_core.company.manage", _("Change what the company says of itself on contracts and invoices")
    TERMS = "crm_core.terms.manage", _("Manage levels, industries, regions and sources")
