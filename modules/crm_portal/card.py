"""The member card: a page that a phone installs and shows without a network, until the session ends.

Its style stands in the page, so that the first look waits for one answer alone.
The worker keeps this page and its pictures, and nothing else. Signing out, signing in and an answer that
says that the session is over make it forget them; by the header UNTIL it knows when that is while there is no network.
"""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec
import segno
from starlette.requests import Request
from starlette.responses import Response

from crm_portal import icons, pages
from crm_portal.extensions import PORTAL_CARDS, PortalCard
from crm_portal.permissions import PORTAL
from guanxi import (
    NotFound,
    clock,
    current_actor,
    current_company,
    current_locale,
    elevated,
    inline_style,
    read_blob,
    render,
    session_end,
)

PATH = f"{PORTAL.path}/card"
WORKER = f"{PORTAL.path}/worker.js"
MANIFEST = f"{PORTAL.path}/card.webmanifest"
UNTIL = "X-Card-Until"
"""milliseconds since 1970: when the session ends unless it is used again"""
SIZES = (192, 512)
_COLOR = "#3152e5"
_KEEP = "public, max-age=86400"


async def cards_of(customer_id: int) -> list[PortalCard]:
    kinds = sorted(current_company().catalog.extensions(PORTAL_CARDS), key=lambda kind: kind.order)
    with elevated():
        found = [await kind.load(customer_id) for kind in kinds]
    return [card for card in found if card is not None]


def qr_of(number: str) -> str:
    """On white, also in the dark: cameras need it."""
    return segno.make(number, error="m", micro=False).svg_inline(
        border=4, light="#fff", svgclass="qr", lineclass=None, omitsize=True
    )


async def show(request: Request) -> Response:
    customer = await pages.signed_in_customer()
    cards = [(card, qr_of(card.number)) for card in await cards_of(customer.id)]
    now, session_id = clock.now(), current_actor().session_id
    end = await session_end(session_id) if session_id is not None else None
    style = inline_style("crm_portal/card.css", *(["brand-plain.css"] if current_company().color else []))
    response = render(request, "crm_portal/card.html", customer=customer, cards=cards, now=now, style=style.html)
    response.headers["Content-Security-Policy"] = style.policy
    response.headers[UNTIL] = str(int((end or now).timestamp() * 1000))
    return response


async def worker(request: Request) -> Response:
    """From here rather than /static: a worker rules over the folder that it comes from, and is looked at anew."""
    return Response(icons.WORKER, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


async def manifest(request: Request) -> Response:
    company = current_company()
    version = icons.version_of(company)
    body: dict[str, Any] = {
        "name": company.title,
        "short_name": company.title[:12],
        "lang": current_locale().replace("_", "-"),
        "id": PATH,
        "start_url": PATH,
        "scope": PORTAL.path,
        "display": "standalone",
        "background_color": "#f4f5f8",
        "theme_color": company.color or _COLOR,
        "icons": [
            {
                "src": f"{PORTAL.path}/icon-{size}.png?v={version}",
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for size in SIZES
            for purpose in ("any", "maskable")
        ],
    }
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language, Cookie"}
    return Response(msgspec.json.encode(body), media_type="application/manifest+json", headers=headers)


async def icon(request: Request) -> Response:
    size = request.path_params["size"]
    if size not in SIZES:
        raise NotFound()
    company = current_company()
    logo = await read_blob(company.logo) if company.logo else b""
    content = await asyncio.to_thread(icons.draw, company.color or _COLOR, logo, size)
    return Response(content, media_type="image/png", headers={"Cache-Control": _KEEP})
