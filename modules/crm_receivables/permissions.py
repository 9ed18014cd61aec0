"""What users may do with invoices and payments."""

from __future__ import annotations

from guanxi import Permission, _


class ReceivablesPermission(Permission):
    READ = "crm_receivables.read", _("See invoices and payments of one's customers")
    SEE_ALL = "crm_receivables.see_all", _("See all invoices and payments")
    ISSUE = "crm_receivables.invoices.issue", _("Draw up and post invoices")
    VOID = "crm_receivables.invoices.void", _("Void invoices")
    CREDIT = "crm_receivables.invoices.credit", _("Give credit notes")
    WRITE_OFF = "crm_receivables.invoices.write_off", _("Propose to write off what is owed")
    APPROVE_WRITE_OFF = "crm_receivables.write_offs.approve", _("Approve write-offs")
    RECORD = "crm_receivables.payments.record", _("Record payments")
    ALLOCATE = "crm_receivables.payments.allocate", _("Allocate payments to invoices")
    REFUND = "crm_receivables.payments.refund", _("Refund payments")
    REVERSE = "crm_receivables.payments.reverse", _("Reverse payments, credit notes and write-offs")
    IMPORT = "crm_receivables.import", _("Import paid invoices")
    TAX_INVOICE = "crm_receivables.tax_invoices.record", _("Record and import tax invoices")
    JOURNAL = "crm_receivables.journal", _("See and export the journal")
    RATES = "crm_receivables.rates", _("Enter exchange rates")
    CLOSE = "crm_receivables.close", _("Close and reopen months")
    SETTINGS = "crm_receivables.settings", _("Change the settings of receivables")
