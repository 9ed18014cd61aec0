"""Where other add-ons add to this one's screens."""

from __future__ import annotations

from guanxi import ExtensionPoint, Panel

CONTRACT_PANELS = ExtensionPoint[Panel]("crm_contracts.contract_panels")
"""Panels on a contract's form; `load` gets the contract's id."""
