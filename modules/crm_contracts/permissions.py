"""What users may do with products and contracts."""

from __future__ import annotations

from guanxi import Permission, _


class ContractPermission(Permission):
    READ = "crm_contracts.contracts.read", _("See contracts of one's own and of one's customers")
    SEE_ALL = "crm_contracts.contracts.see_all", _("See all contracts")
    CREATE = "crm_contracts.contracts.create", _("Draw up contracts")
    UPDATE = "crm_contracts.contracts.update", _("Change drafts of contracts")
    CONFIRM = "crm_contracts.contracts.confirm", _("Confirm and send contracts")
    APPROVE = "crm_contracts.contracts.approve", _("Approve contracts where asked to")
    APPROVE_ALL = "crm_contracts.contracts.approve_all", _("Approve contracts in place of anybody")
    SIGN = "crm_contracts.contracts.sign", _("Record the signing of contracts")
    CANCEL = "crm_contracts.contracts.cancel", _("Declare contracts void")
    END = "crm_contracts.contracts.end", _("End contracts")
    DELIVER = "crm_contracts.deliveries.record", _("Plan and record deliveries")
    INDEXES = "crm_contracts.indexes.manage", _("Manage price indexes")
    PRODUCTS = "crm_contracts.products.manage", _("Manage products")
    PRICES = "crm_contracts.prices.manage", _("Manage price lists")
    ANY_DISCOUNT = "crm_contracts.discounts.any", _("Confirm contracts with any discount")
    NUMBERS = "crm_contracts.numbers.draw", _("Draw contract numbers beforehand")
    RULES = "crm_contracts.rules.manage", _("Manage contract types and approval rules")
    PROBLEMS = "crm_contracts.problems.resolve", _("Resolve billing problems")
    TEMPLATES = "crm_contracts.templates.write", _("Write templates and clauses of contracts")
    PUBLISH = "crm_contracts.templates.publish", _("Publish templates and clauses of contracts")
    SEAL = "crm_contracts.seal", _("Change the company's seal")
    CERTIFICATE = "crm_contracts.certificate", _("Change the company's certificate for signatures")
    USAGE = "crm_contracts.usage.record", _("Record usage")
    SETTINGS = "crm_contracts.settings", _("Change the settings of contracts")
