"""Where other add-ons add to what customers see."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from guanxi import ExtensionPoint, Figure, PanelData, Text


@dataclass(frozen=True, slots=True)
class PortalLink:
    """A button below a block: `href` is a document's or an action's address."""

    label: Text
    href: str
    primary: bool = False


@dataclass(frozen=True, slots=True)
class PortalBlock:
    """One part of a section's page: figures or a table under a heading, and buttons."""

    title: Text | None
    data: PanelData
    links: Sequence[PortalLink] = ()
    row_links: Sequence[PortalLink | None] = ()
    """a button at each row of the table, where there is one; as many as rows, or none"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalAction:
    """Something a customer does with a record, at `/portal/<section>/<id>/<name>`: it is asked, then done.

    Both get the customer's id and the record's, and raise NotFound for another customer's. Safe to repeat.
    `run` gets what the customer wrote, too, empty where nothing is asked for; and the `revision` of the record that
    the question was about. What it raises as Conflict is shown above the question, asked anew.
    """

    name: str
    """in the address: lowercase letters, digits and `-`"""
    label: Text
    question: Callable[[int, int], Awaitable[Text]]
    run: Callable[[int, int, str, int], Awaitable[Text]]
    """says what was done"""
    revision: Callable[[int, int], Awaitable[int]] | None = None
    """of the record, where an answer must be about what the customer was asked; else `run` gets 0"""
    asks: Text | None = None
    """the label of a text that the customer has to write"""
    then: Callable[[int, int], Awaitable[str]] | None = None
    """the page that the question was asked on, and where the customer goes on; None: the section's"""


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
    main: bool = False
    """has a tab on a phone before those that are not, which stand behind "More" there; for two or three of a portal"""
    summary: Callable[[int], Awaitable[PanelData]]
    """the card on the portal's home; gets the customer's id"""
    blocks: Callable[[int], Awaitable[list[PortalBlock]]]
    """the section's page"""
    document: Callable[[int, int, str], Awaitable[tuple[str, bytes]]] | None = None
    """`GET /portal/<name>/<id>.pdf?language=`: (customer id, record id, language) -> file name, PDF.

    Raises NotFound for another customer's record. `language` is `zh_CN`, `en` or `both`.
    """
    actions: tuple[PortalAction, ...] = ()
    pages: tuple[str, ...] = ()
    """addresses of further pages of it, and what stands below them: its tab is the current one there"""


PORTAL_SECTIONS = ExtensionPoint[PortalSection]("crm_portal.sections")


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalCard:
    """What a customer shows at the counter: the number is printed, and a QR code holds it."""

    title: Text
    number: str
    """up to 80 characters"""
    lines: Sequence[Figure] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalCards:
    """A kind of card. `load` runs elevated and gets the customer's id; None: this customer has no such card."""

    name: str
    load: Callable[[int], Awaitable[PortalCard | None]]
    order: int = 50


PORTAL_CARDS = ExtensionPoint[PortalCards]("crm_portal.cards")
"""Cards at `/portal/card`, which a phone keeps for when it has no network."""
