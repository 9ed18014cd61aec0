"""What users may do with invoices and payments."""

from __future__ import annotations

from guanxi import Permission, _


class ReceivablesPermission(Permission):
    READ = "crm_receivables.read", _("See invoices and payments of one's customers")
    SEE_ALL = "crm_receivables.see_all", _("See all invoices and payments")
    ISSUE = "crm_receivables.invoices.issue", _("Draw up and post invoices")
    VOID = "crm_receivables.invoices.void", _("Void invoices")
    RECORD = "crm_receivables.payments.record", _("Record payments")
    ALLOCATE = "crm_receivables.payments.allocate", _("Allocate payments to invoices")
    REFUND = "crm_receivables.payments.refund", _("Refund payments")
    IMPORT = "crm_receivables.import", _("Import paid invoices")
    SETTINGS = "crm_receivables.settings", _("Change the settings of receivables")
