"""The pages before and after a session: asking for a link, using it, leaving."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from crm_portal import links
from crm_portal.permissions import PORTAL
from guanxi import (
    NewSession,
    TokenInvalid,
    current_actor,
    delete_session_cookie,
    form_of,
    may,
    read_id,
    render,
    set_session_cookie,
    sign_out,
)

_LONGEST_TOKEN = 100


async def sign_in(request: Request) -> Response:
    """The answer is the same whether a customer has the address or not."""
    if request.method != "POST":
        if may(PORTAL):
            return RedirectResponse(PORTAL.path, 303)
        return render(request, "crm_portal/sign_in.html", sent=False, minutes=links.MINUTES)
    form = await form_of(request)
    await links.ask_for_link(form.get("email", ""), ip=request.client.host if request.client else "")
    return render(request, "crm_portal/sign_in.html", sent=True, minutes=links.MINUTES)


async def enter(request: Request) -> Response:
    """GET shows a button, since programs that scan mail follow its links; only the POST uses the link up."""
    if request.method != "POST":
        token = request.query_params.get("token", "")[:_LONGEST_TOKEN]
        return render(request, "crm_portal/enter.html", token=token)
    form = await form_of(request)
    token, customer = form.get("token", "")[:_LONGEST_TOKEN], form.get("customer", "")
    agent, replaces = request.headers.get("user-agent", ""), current_actor().session_id
    try:
        if customer:
            session = await links.choose(token, read_id(customer), user_agent=agent, replaces=replaces)
            return _welcome(request, session)
        entrance = await links.enter(token, user_agent=agent, replaces=replaces)
    except TokenInvalid as error:
        return render(request, "crm_portal/link_used.html", status=error.status, error=error)
    if entrance.session is None:
        return render(request, "crm_portal/choose.html", entrance=entrance)
    return _welcome(request, entrance.session)


def _welcome(request: Request, session: NewSession) -> Response:
    response = RedirectResponse(PORTAL.path, 303)
    set_session_cookie(request, response, session)
    return response


async def leave(request: Request) -> Response:
    session_id = current_actor().session_id
    if session_id is not None:
        await sign_out(session_id)
    response = RedirectResponse(PORTAL.sign_in_path, 303, headers={"Clear-Site-Data": '"cache"'})
    delete_session_cookie(request, response)
    return response
