"""What other add-ons may call. The callers check who may do it."""

from __future__ import annotations

from crm_referrals.attributing import Attribution, attribute
from crm_referrals.choices import Channel
from crm_referrals.codes import customer_of, ensure_code, link_of, own_code
from crm_referrals.orders import Order, OrderRefund, report_order, report_refund

__all__ = [
    "Attribution",
    "Channel",
    "Order",
    "OrderRefund",
    "attribute",
    "customer_of",
    "ensure_code",
    "link_of",
    "own_code",
    "report_order",
    "report_refund",
]
