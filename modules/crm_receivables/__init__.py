"""Receivables: invoices, payments, what is owed and since when."""
