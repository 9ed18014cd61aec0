"""The company's revision: it rises with whatever changes what processes keep in memory."""

from __future__ import annotations

from guanxi.db import execute


async def bump_revision() -> None:
    """Every process drops what it derived from roles, settings and add-ons soon after the caller's commit."""
    await execute("UPDATE guanxi_company SET revision = revision + 1")
