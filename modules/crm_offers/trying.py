"""Codes that are tried out: who names wrong ones may not go on for the rest of the minute."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from crm_offers.choices import Reason
from crm_offers.errors import REFUSED
from crm_offers.quoting import Quote
from guanxi import current_actor, give_back, limit

WRONG_PER_MINUTE = 20


@asynccontextmanager
async def tries() -> AsyncIterator[list[Quote]]:
    """Counts one try of the current actor, and takes it back where every code was known: quotes put into the list are
    looked at. Raises TooManyRequests."""
    key = f"offers_codes:{current_actor().id}"
    await limit(key, WRONG_PER_MINUTE)
    quotes: list[Quote] = []
    try:
        yield quotes
    except REFUSED[Reason.UNKNOWN]:
        raise
    except BaseException:
        await give_back(key)
        raise
    if all(line.refused is not Reason.UNKNOWN for quote in quotes for line in quote.lines):
        await give_back(key)
