"""A coupon on the customer's phone, with a QR code for the counter. Only imported where crm_portal is there."""

from __future__ import annotations

from io import BytesIO

import segno
from starlette.requests import Request
from starlette.responses import Response

from crm_offers import queries
from crm_offers.choices import CouponState
from crm_offers.offering import name_of
from crm_offers.texts import last_day, worth
from crm_portal.permissions import PORTAL
from guanxi import NotFound, Page, current_actor, render

PATH = f"{PORTAL.path}/crm_offers/coupons"


def _qr(content: str) -> str:
    """On white in the dark, too: cameras need it."""
    out = BytesIO()
    segno.make(content, error="m", micro=False).save(
        out, kind="svg", scale=6, border=4, light="#fff", xmldecl=False, svgns=True
    )
    return out.getvalue().decode()


async def coupon(request: Request) -> Response:
    """Another customer's is not there."""
    row = await queries.own_coupon(current_actor().id or 0, min(request.path_params["id"], 2**63 - 1))
    if row is None:
        raise NotFound()
    return render(
        request,
        "crm_offers/coupon.html",
        name=name_of(row),
        worth=worth(row),
        coupon=row,
        state=CouponState(row["state"]),
        last_day=last_day(row["valid_until"]),
        code=_qr(row["code"]) if row["state"] in (CouponState.ISSUED, CouponState.HELD) else "",
    )


PAGES = (Page(path=f"{PATH}/{{id:int}}", handler=coupon, access=PORTAL),)
