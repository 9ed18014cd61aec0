"""Where other add-ons add to this one's screens."""

from __future__ import annotations

from guanxi import ExtensionPoint, Panel

PAYMENT_PANELS = ExtensionPoint[Panel]("crm_receivables.payment_panels")
"""Panels on a payment's form; `load` gets the payment's id."""
INVOICE_PANELS = ExtensionPoint[Panel]("crm_receivables.invoice_panels")
"""Panels on an invoice's form; `load` gets the invoice's id."""

CREDIT_NOTE_PANELS = ExtensionPoint[Panel]("crm_receivables.credit_note_panels")
"""Panels on a credit note's form; `load` gets the note's id."""
