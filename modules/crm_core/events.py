"""What other add-ons may listen to."""

from __future__ import annotations

from guanxi import Event


class CustomerCreated(Event, frozen=True):
    """Published in the transaction that registers or imports a customer."""

    customer_id: int
