"""What users may do with bank accounts and statements."""

from __future__ import annotations

from guanxi import Permission, _


class BankPermission(Permission):
    READ = "crm_bank.read", _("See bank accounts and statements")
    ACCOUNTS = "crm_bank.accounts", _("Change bank accounts")
    IMPORT = "crm_bank.import", _("Import bank statements")
    MATCH = "crm_bank.match", _("Match bank lines with invoices")
