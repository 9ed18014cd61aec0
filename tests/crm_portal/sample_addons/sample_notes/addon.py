"""A section of the portal: each customer has the note whose id is their own."""

from __future__ import annotations

from crm_portal.extensions import PORTAL_SECTIONS, PortalBlock, PortalSection
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


def setup(r: Registry) -> None:
    r.extend(
        PORTAL_SECTIONS,
        PortalSection(name="letters", title=_("Letters"), order=60, icon="mail", summary=nothing, blocks=no_blocks),
        PortalSection(name="notes", title=_("Notes"), order=10, summary=summary, blocks=blocks, document=document),
    )
