"""What customers sign in the portal: who came by a mail to an address signs for the signatory with that address."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request

from crm_contracts.asking import SIGN_PATH
from crm_contracts.sign_pages import document, page, signatory_id, trace
from crm_contracts.signatories import Visitor
from crm_contracts.signature_choices import SignChannel
from crm_portal.extensions import PortalBlock, PortalSection
from crm_portal.permissions import PORTAL
from crm_portal.services import address_of_session
from guanxi import Figure, Kind, Page, PanelData, Table, _, clock, current_actor, fetch, show_datetime

PATH = f"{PORTAL.path}{SIGN_PATH}"
_TO_SIGN = """
SELECT s.id, c.number, c.title, r.expires_at
FROM crm_contracts_signatory s JOIN crm_contracts_signature_request r ON r.id = s.request_id
JOIN crm_contracts_contract c ON c.id = r.contract_id
WHERE c.customer_id = $1 AND lower(s.email) = lower($2) AND $2 <> '' AND s.side = 'theirs'
    AND s.state IN ('asked', 'seen') AND r.state = 'open' AND r.expires_at > $3 AND c.document_version = r.version
    AND c.state IN ('approved', 'sent')
ORDER BY r.expires_at, s.id LIMIT 100
"""
_NONE = PanelData(empty=_("Nothing waits for your signature."))


async def _waiting(customer_id: int) -> list[Any]:
    return await fetch(_TO_SIGN, customer_id, await address_of_session(), clock.now())


async def _summary(customer_id: int) -> PanelData:
    rows = await _waiting(customer_id)
    return PanelData(figures=[Figure(_("To sign"), str(len(rows)))]) if rows else _NONE


async def _blocks(customer_id: int) -> list[PortalBlock]:
    rows = await _waiting(customer_id)
    if not rows:
        return [PortalBlock(None, _NONE)]
    table = Table(
        columns=(_("Number"), _("Title"), _("Open until")),
        rows=[(row["number"], row["title"], show_datetime(row["expires_at"])) for row in rows],
        kinds=(Kind.TEXT, Kind.TEXT, Kind.DATETIME),
        hrefs=[f"{PATH}/{row['id']}" for row in rows],
    )
    return [PortalBlock(None, PanelData(table=table))]


async def _by_session(request: Request, token: str) -> Visitor:
    return Visitor(
        channel=SignChannel.PORTAL,
        signatory_id=signatory_id(request),
        email=await address_of_session(),
        customer_id=current_actor().id,
        **trace(request),
    )


TO_SIGN_SECTION = PortalSection(
    name="to-sign", title=_("To sign"), order=5, icon="pencil", summary=_summary, blocks=_blocks
)
PAGES = (
    Page(path=f"{PATH}/{{id:int}}", handler=page(_by_session), access=PORTAL, methods=("GET", "POST")),
    Page(path=f"{PATH}/{{id:int}}/document", handler=document(_by_session), access=PORTAL),
)
