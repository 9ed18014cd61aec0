"""Demo data: some customers have visited the portal."""

from __future__ import annotations

from crm_core.services import customers_with_address
from crm_portal.queries import note_visit

_VISITORS = 6


async def make_demo() -> None:
    for position, customer in enumerate(await customers_with_address(_VISITORS)):
        for _visit in range(1 + position % 3):
            await note_visit(customer.id)
