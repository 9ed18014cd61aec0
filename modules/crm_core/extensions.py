"""Where other add-ons add to this one's screens."""

from __future__ import annotations

from guanxi import ExtensionPoint, Panel

CUSTOMER_PANELS = ExtensionPoint[Panel]("crm_core.customer_panels")
"""Panels on a customer's form; `load` gets the customer's id."""
