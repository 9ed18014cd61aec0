"""What users see of the portal: a panel on the customer's form, and the page that sends a link."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crm_core.permissions import CorePermission
from crm_core.services import customer_addresses, customers_with_address, visible_customer
from crm_portal import links, queries
from crm_portal.extensions import PORTAL_SECTIONS
from crm_portal.permissions import PortalPermission
from guanxi import (
    Figure,
    InvalidInput,
    Panel,
    PanelData,
    _,
    current_company,
    form_of,
    go_to,
    may,
    render,
    require,
    show_datetime,
    show_number,
)

_LARGEST_ID = 2**63 - 1
_DEMO_CUSTOMERS = 20
_DEMO_MINUTES = 24 * 60


async def _load(customer_id: int) -> PanelData:
    seen = await queries.visit(customer_id)
    figures = [Figure(_("Last visit"), show_datetime(seen[0]) if seen else str(_("No visit yet")))]
    if seen:
        figures.append(Figure(_("Visits"), show_number(seen[1])))
    if may(PortalPermission.INVITE) and may(CorePermission.SEE_NUMBERS):
        figures.append(Figure(_("Portal link"), str(_("Send portal link")), href=f"/crm_portal/invite/{customer_id}"))
    return PanelData(figures=figures)


PORTAL_PANEL = Panel(name="portal", title=_("Customer portal"), access=CorePermission.READ, load=_load, order=80)


async def invite(request: Request) -> Response:
    """Chooses one of the customer's stored addresses and sends a link there."""
    id = min(request.path_params["id"], _LARGEST_ID)
    require(CorePermission.SEE_NUMBERS)  # the page shows addresses in full
    customer = await visible_customer(id)
    addresses = await customer_addresses(id)
    back = f"/crm_core/customers/{id}"
    data: dict[str, Any] = {"customer": customer, "addresses": addresses, "days": links.INVITATION_DAYS, "back": back}
    if request.method != "POST":
        return render(request, "crm_portal/invite.html", error=None, **data)
    email = (await form_of(request)).get("email", "")
    try:
        await links.invite(id, email)
    except InvalidInput as error:
        return render(request, "crm_portal/invite.html", status=error.status, error=error, **data)
    return go_to(request, back, _("A portal link was sent to {email}.", email=email))


async def banner(address: str) -> list[Figure]:
    """A fresh link into the portal, as the demo customer that has most to see there."""
    best, most = None, -1
    for customer in await customers_with_address(_DEMO_CUSTOMERS):
        content = await _content(customer.id)
        if content > most:
            best, most = customer, content
    if best is None:
        return []
    token = await links.hand_over(best.id, minutes=_DEMO_MINUTES)
    return [Figure(_("Customer portal"), links.address_of(token, address))]


async def _content(customer_id: int) -> int:
    """How much a customer sees: sections that hold something count most, then rows and figures."""
    found = 0
    for section in current_company().catalog.extensions(PORTAL_SECTIONS):
        for block in await section.blocks(customer_id):
            rows = len(block.data.table.rows) if block.data.table is not None else 0
            found += (100 if rows else 0) + rows + len(block.data.figures)
    return found
