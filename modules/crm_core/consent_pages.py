"""Where the links in a mail about consent lead. Programs that scan mail follow links: only the button does anything."""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from crm_core import consent_requests
from crm_core.consent import AskedText
from guanxi import PUBLIC, Page, TokenInvalid, _, current_actor, form_of, limit, network_of, render, use_actor

PER_ADDRESS = 20
"""opened links in a minute"""
_LONGEST_TOKEN = 64
_TEMPLATE = "crm_core/consent_link.html"


async def confirm(request: Request) -> Response:
    return await _answer(request, "confirm")


async def withdraw(request: Request) -> Response:
    return await _answer(request, "withdraw")


async def _answer(request: Request, action: str) -> Response:
    if request.method != "POST":
        token = request.query_params.get("token", "")[:_LONGEST_TOKEN]
        return render(request, _TEMPLATE, action=action, token=token, step="ask")
    network = network_of(request.client.host if request.client else "")
    await limit(f"consent_link_ip:{network}", PER_ADDRESS)
    token = (await form_of(request)).get("token", "")[:_LONGEST_TOKEN]
    visitor = replace(current_actor(), kind="anonymous", id=None, name=str(_("Link by e-mail")), elevated=True)
    texts: list[AskedText] = []
    try:
        with use_actor(visitor):
            if action == "withdraw":
                await consent_requests.withdraw(token)
            else:
                texts = await consent_requests.confirm(token, network)
    except TokenInvalid as error:
        return render(request, _TEMPLATE, status=error.status, action=action, step="gone")
    return render(request, _TEMPLATE, action=action, step="done", texts=texts)


PAGES = tuple(
    Page(path=f"{consent_requests.PATH}/{name}", handler=handler, access=PUBLIC, methods=("GET", "POST"))
    for name, handler in (("confirm", confirm), ("withdraw", withdraw))
)
