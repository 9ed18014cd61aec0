"""What other add-ons may call."""

from __future__ import annotations

from crm_membership.selling import Order, order

__all__ = ["Order", "order"]
