"""Where other add-ons add to this one's screens and prices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from guanxi import ExtensionPoint, Panel

CONTRACT_PANELS = ExtensionPoint[Panel]("crm_contracts.contract_panels")
"""Panels on a contract's form; `load` gets the contract's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceListGivers:
    """Gives price lists to customers. Both say a condition as SQL, from expressions for ids; a customer's may be null.

    What it gives goes after a customer's own list and before that of its value class.
    """

    gives: Callable[[str, str], str]
    """(list, customer): whether this customer buys by it"""
    is_given: Callable[[str], str]
    """(list): whether it is for some customers only"""


PRICE_LIST_GIVERS = ExtensionPoint[PriceListGivers]("crm_contracts.price_list_givers")
