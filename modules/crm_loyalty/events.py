"""What other add-ons may listen to: orders that shops and tills tell through the API."""

from __future__ import annotations

from datetime import date

from guanxi import Event


class OrderTold(Event, frozen=True):
    """Published in the transaction that grants its points, also where it earns none; again where it is repeated."""

    customer_id: int
    amount: int
    """minor units"""
    currency: str
    paid_on: date
    """the company's day"""
    source: str


class OrderReturned(Event, frozen=True):
    """Published in the transaction that takes the points back; again where it is repeated."""

    order_source: str
    source: str
    amount: int
    """minor units, part or all of the order"""
