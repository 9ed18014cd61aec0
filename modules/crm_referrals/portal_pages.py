"""A customer's code as a QR code, and the page that its link leads to. Only imported where crm_portal is there."""

from __future__ import annotations

from io import BytesIO

import segno
from starlette.requests import Request
from starlette.responses import Response

from crm_core.services import customer_details
from crm_portal.permissions import PORTAL
from crm_referrals import codes, queries
from crm_referrals.attributing import attribute, is_new
from crm_referrals.choices import Channel
from crm_referrals.settings import ReferralSettings
from guanxi import (
    Conflict,
    GuanxiError,
    NotFound,
    Page,
    _,
    current_actor,
    current_company,
    elevated,
    form_of,
    get,
    go_to,
    limit,
    render,
    settings_of,
)

CARD = "/portal/crm_referrals/code"
TRIES_PER_MINUTE = 10
_LONGEST = 39


async def may_enter(customer_id: int) -> bool:
    """Whether the company lets customers say who recommended them, and this one is new and has not."""
    if not settings_of(ReferralSettings).portal or await queries.is_referred(customer_id):
        return False
    with elevated():
        return is_new(await get(current_company().catalog.resources["crm_core/customers"].model, customer_id))


def _qr(content: str) -> str:
    """On white in the dark, too: cameras need it."""
    out = BytesIO()
    segno.make(content, error="m", micro=False).save(
        out, kind="svg", scale=4, border=4, light="#fff", xmldecl=False, svgns=True
    )
    return out.getvalue().decode()


async def _customer() -> int:
    id = current_actor().id
    if id is None or await customer_details(id) is None:
        raise NotFound()
    return id


async def _card(request: Request) -> Response:
    code = await codes.own_code(await _customer())
    if code is None:
        raise NotFound()
    link = codes.link_of(code) if settings_of(ReferralSettings).portal else ""
    return render(request, "crm_referrals/code.html", code=code, link=link, qr=_qr(link or code))


async def _recommended(request: Request) -> Response:
    """Asks, and on the customer's yes notes it."""
    customer_id = await _customer()
    if not settings_of(ReferralSettings).portal:
        raise NotFound()
    code, error = request.query_params.get("ref", ""), None
    if request.method == "POST":
        await limit(f"referral_code:{customer_id}", TRIES_PER_MINUTE)
        code = (await form_of(request)).get("code", "")
        error = await _enter(customer_id, code)
        if error is None:
            return go_to(request, "/portal/referrals", _("Thank you. Your points come with your first order."))
    return render(
        request,
        "crm_referrals/recommended.html",
        status=200 if error is None else error.status,
        code=codes.spelled(code),
        error=error,
        longest=_LONGEST,
        done=await queries.is_referred(customer_id),
    )


async def _enter(customer_id: int, code: str) -> GuanxiError | None:
    try:
        await attribute(await codes.customer_of(code), customer_id, Channel.PORTAL)
    except (Conflict, NotFound) as refused:
        return refused
    return None


PAGES = (
    Page(path=CARD, handler=_card, access=PORTAL),
    Page(path=codes.LANDING, handler=_recommended, access=PORTAL, methods=("GET", "POST")),
)
