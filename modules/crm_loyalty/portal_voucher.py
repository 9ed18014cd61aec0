"""A voucher on the customer's phone, with a QR code for the counter. Only imported where crm_portal is there."""

from __future__ import annotations

from io import BytesIO

import segno
from starlette.requests import Request
from starlette.responses import Response

from crm_loyalty import queries
from crm_loyalty.rewards import reward_name
from crm_portal.permissions import PORTAL
from guanxi import NotFound, Page, current_actor, render

PATH = f"{PORTAL.path}/crm_loyalty/vouchers"


def _qr(content: str) -> str:
    """On white in the dark, too: cameras need it."""
    out = BytesIO()
    segno.make(content, error="m", micro=False).save(
        out, kind="svg", scale=6, border=4, light="#fff", xmldecl=False, svgns=True
    )
    return out.getvalue().decode()


async def voucher(request: Request) -> Response:
    """Another customer's is not there."""
    row = await queries.own_voucher(current_actor().id or 0, min(request.path_params["id"], 2**63 - 1))
    if row is None:
        raise NotFound()
    usable = row["used_at"] is None and not row["void"]
    return render(
        request,
        "crm_loyalty/voucher.html",
        name=reward_name(row),
        voucher=row,
        usable=usable,
        code=_qr(row["code"]) if usable else "",
    )


PAGES = (Page(path=f"{PATH}/{{id:int}}", handler=voucher, access=PORTAL),)
