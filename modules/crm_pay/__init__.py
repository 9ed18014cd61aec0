"""Payment online: pay links for invoices, providers, and what these report."""
