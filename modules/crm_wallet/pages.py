"""The report of what is held for customers, and the page where the codes of a batch are fetched once."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crm_wallet.batches import fetch_codes
from crm_wallet.card_models import Batch
from crm_wallet.liability import COLUMNS, Liability, Part, liability
from crm_wallet.permissions import WalletPermission as P
from guanxi import (
    Call,
    Endpoint,
    NotFound,
    Page,
    _,
    attachment,
    current_actor,
    current_company,
    get,
    limit,
    render,
    write_csv,
)

PER_MINUTE = 20
_LARGEST_ID = 2**63 - 1


async def _liability_page(request: Request) -> Response:
    found = {each.currency: each.rows for each in (await liability()).currencies}
    given = request.query_params.get("currency", current_company().currency)
    drawn = given if given in found or not found else next(iter(found))
    return render(
        request,
        "crm_wallet/liability.html",
        rows=found.get(drawn, []),
        codes=list(found),
        drawn=drawn,
        columns=COLUMNS,
        parts={part.value: part.label for part in Part},
    )


async def _endpoint(call: Call[Any]) -> Liability:
    return await liability()


async def _codes_page(request: Request) -> Response:
    """GET asks, POST gives the file, once; only to who had the batch made."""
    id = request.path_params["id"]
    if id > _LARGEST_ID:
        raise NotFound()
    if request.method != "POST":
        batch = await get(Batch, id)
        return render(request, "crm_wallet/codes.html", batch=batch, own=batch.created_by_id == current_actor().id)
    await limit(f"gift_card_codes:{current_actor().id}", PER_MINUTE)
    batch, lines = await fetch_codes(id)
    head = [str(_("Number")), str(_("Code of the gift card")), str(_("PIN"))]
    return Response(
        write_csv([head, *lines]),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": attachment(f"gift-cards-{batch.id}.csv"), "Cache-Control": "no-store"},
    )


PAGES = (
    Page(path="/crm_wallet/liability", handler=_liability_page, access=P.LIABILITY),
    Page(path="/crm_wallet/codes/{id:int}", handler=_codes_page, access=P.CODES, methods=("GET", "POST")),
)
ENDPOINT = Endpoint(
    path="/liability",
    method="GET",
    handler=_endpoint,
    access=P.LIABILITY,
    summary=_("What is held for customers, month by month"),
    output=Liability,
)
