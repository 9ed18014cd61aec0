"""What other add-ons may listen to."""

from __future__ import annotations

from datetime import date

import msgspec

from guanxi import Event


class DueInstallment(msgspec.Struct, frozen=True):
    label: str
    due_on: date
    amount: int
    """minor units"""


class ContractActivated(Event, frozen=True):
    """A contract was signed. Published in the transaction of signing.

    `installments` sum exactly to `total`, the price of all that is charged once, tax included; both may be
    nothing where a contract only recurs. What recurs comes from `services.take_due_charges`.
    """

    contract_id: int
    number: str
    customer_id: int
    currency: str
    total: int
    installments: tuple[DueInstallment, ...]
