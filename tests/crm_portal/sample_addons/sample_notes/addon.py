"""A section of the portal: each customer has the note whose id is their own."""

from __future__ import annotations

from crm_core.services import customer_names
from crm_portal.extensions import (
    PORTAL_CARDS,
    PORTAL_SECTIONS,
    PortalBlock,
    PortalCard,
    PortalCards,
    PortalSection,
)
from guanxi import Figure, Kind, NotFound, PanelData, Registry, Table, Tone, _, current_actor


async def summary(customer_id: int) -> PanelData:
    assert current_actor().elevated
    return PanelData(figures=[Figure(_("Open"), f"open of {customer_id}", Tone.WARN), Figure(_("Notes"), "12")])


async def blocks(customer_id: int) -> list[PortalBlock]:
    table = Table(
        columns=(_("Note"), _("Date"), _("Amount")),
        rows=[(f"Note <{customer_id}>", "2026-11-22", "¥12,345.00"), ("Another note", "", "¥5.00")],
        kinds=(Kind.TEXT, Kind.DATE, Kind.MONEY),
        hrefs=[f"/portal/notes/{customer_id}.pdf", ""],
    )
    return [
        PortalBlock(None, await summary(customer_id)),
        PortalBlock(_("All notes"), PanelData(table=table)),
        PortalBlock(_("Old notes"), PanelData(empty=_("No old notes."))),
    ]


async def document(customer_id: int, id: int, language: str) -> tuple[str, bytes]:
    if id != customer_id:
        raise NotFound()
    return f"便笺 {id}.pdf", f"%PDF-1.7 {language} {customer_id}".encode()


async def nothing(customer_id: int) -> PanelData:
    return PanelData(empty=_("No letters yet."))


async def no_blocks(customer_id: int) -> list[PortalBlock]:
    return []


async def card(customer_id: int) -> PortalCard | None:
    assert current_actor().elevated
    if (await customer_names([customer_id]))[customer_id].startswith("No Card"):
        return None
    return PortalCard(title=_("Card"), number=f"CARD-{customer_id}", lines=[Figure(_("Points"), "12")])


def setup(r: Registry) -> None:
    r.extend(PORTAL_CARDS, PortalCards(name="card", load=card))
    r.extend(
        PORTAL_SECTIONS,
        PortalSection(name="letters", title=_("Letters"), order=60, icon="mail", summary=nothing, blocks=no_blocks),
        PortalSection(name="notes", title=_("Notes"), order=10, summary=summary, blocks=blocks, document=document),
    )
