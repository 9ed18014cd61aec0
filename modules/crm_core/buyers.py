"""Customers as tax documents name them: by tax number, by name, and whether they are persons."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from guanxi import fetch


class Buyer(NamedTuple):
    id: int
    name: str
    tax_number: str


_BUYERS = """
SELECT id, name, tax_number FROM crm_core_customer WHERE tax_number = ANY($1::text[]) AND NOT archived
UNION SELECT id, name, tax_number FROM crm_core_customer WHERE name = ANY($2::text[]) AND NOT archived
ORDER BY id
"""
_PERSONS = "SELECT id FROM crm_core_customer WHERE id = ANY($1::bigint[]) AND kind = 'person'"


async def buyers_called(tax_numbers: Collection[str], names: Collection[str]) -> list[Buyer]:
    """Customers with one of these tax numbers or names, whatever the current actor may see."""
    rows = await fetch(_BUYERS, [each for each in tax_numbers if each], [each for each in names if each])
    return [Buyer(**row) for row in rows]


async def persons_among(customer_ids: Collection[int]) -> set[int]:
    return {row["id"] for row in await fetch(_PERSONS, list(customer_ids))}
