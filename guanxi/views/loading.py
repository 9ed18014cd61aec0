"""What add-ons contribute to a page is loaded piece by piece: one that fails leaves the page whole."""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from typing import TypeVar

from guanxi.declare.extensions import PanelData

Loaded = TypeVar("Loaded")
logger = logging.getLogger("guanxi.views")


async def load(name: str, loading: Awaitable[Loaded]) -> Loaded | None:
    """None where it failed, which the log tells. Statements outside a transaction fail alone."""
    try:
        return await loading
    except Exception:
        logger.exception("%s could not be loaded", name)
        return None


def says_something(data: PanelData | None) -> bool:
    """Whether there is anything to show; a failure is."""
    return data is None or bool(data.figures or data.chart or data.table or data.empty)
