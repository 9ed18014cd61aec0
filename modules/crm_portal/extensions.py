"""Where other add-ons add to what customers see."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from guanxi import ExtensionPoint, PanelData, Text


@dataclass(frozen=True, slots=True)
class PortalBlock:
    """One part of a section's page: figures or a table under a heading."""

    title: Text | None
    data: PanelData


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalSection:
    """A part of the portal. Its functions run elevated, with the customer's id as their only handle on data.

    Each query must start from that id: nothing else stands between one customer and another's records.
    """

    name: str
    """in the address: `/portal/<name>`; lowercase letters, digits and `-`"""
    title: Text
    order: int = 50
    icon: str = "document"
    """of its tab: a symbol of the kernel's icons.svg"""
    summary: Callable[[int], Awaitable[PanelData]]
    """the card on the portal's home; gets the customer's id"""
    blocks: Callable[[int], Awaitable[list[PortalBlock]]]
    """the section's page"""
    document: Callable[[int, int, str], Awaitable[tuple[str, bytes]]] | None = None
    """`GET /portal/<name>/<id>.pdf?language=`: (customer id, record id, language) -> file name, PDF.

    Raises NotFound for another customer's record. `language` is `zh_CN`, `en` or `both`.
    """


PORTAL_SECTIONS = ExtensionPoint[PortalSection]("crm_portal.sections")
