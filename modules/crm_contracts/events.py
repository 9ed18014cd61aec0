"""What other add-ons may listen to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from guanxi import Event


class DueInstallment(msgspec.Struct, frozen=True):
    label: str
    due_on: date
    amount: int
    """minor units"""


class RateAmount(msgspec.Struct, frozen=True):
    """What a contract charges once at one rate of tax."""

    tax_rate: Decimal
    """percent"""
    amount: int
    """minor units, tax included"""
    tax: int


class ContractSigned(Event, frozen=True):
    """A contract was signed. Published in the transaction of signing.

    `by_rate` and `installments` each sum exactly to `total`, the price of all that is charged once, tax included;
    all are nothing where a contract only recurs. What recurs comes from `services.take_due_charges`.
    """

    contract_id: int
    number: str
    title: str
    locale: str
    """of the contract's document, the first of its two where it has both"""
    customer_id: int
    currency: str
    total: int
    by_rate: tuple[RateAmount, ...]
    installments: tuple[DueInstallment, ...]
