"""The pages before and after a session: asking for a link, using it or its code, passwords, leaving."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from crm_portal import codes, doors, links, passwords
from crm_portal.doors import Entrance, Visitor
from crm_portal.errors import CodeGone, WrongCode, WrongPassword
from crm_portal.paths import next_of, own_path
from crm_portal.permissions import PORTAL
from guanxi import (
    NewSession,
    Text,
    TokenInvalid,
    current_actor,
    delete_session_cookie,
    form_of,
    may,
    read_id,
    render,
    set_private_cookie,
    set_session_cookie,
    sign_out,
)

CODE_COOKIE = "guanxi_portal_code"
_COOKIE_PATH = f"{PORTAL.path}/"
_LONGEST_TOKEN = 100


async def sign_in(request: Request) -> Response:
    """The answer is the same whether a customer has the address or not."""
    if request.method != "POST":
        target = request.query_params.get("next", "")
        if may(PORTAL):
            return RedirectResponse(own_path(target), 303)
        return render(request, "crm_portal/sign_in.html", next=next_of(target))
    form = await form_of(request)
    target = next_of(form.get("next", ""))
    cookie = await links.ask_for_link(form.get("email", ""), ip=_visitor(request).ip, next=target)
    response = _code_page(request, target)
    set_private_cookie(request, response, CODE_COOKIE, cookie, path=_COOKIE_PATH, minutes=links.MINUTES)
    return response


def _code_page(request: Request, target: str, status: int = 200, error: Text | None = None, left: int = 0) -> Response:
    return render(
        request,
        "crm_portal/code.html",
        status=status,
        minutes=links.MINUTES,
        next=target,
        error=error,
        left=left,
    )


async def code(request: Request) -> Response:
    """For the browser that asked: six digits instead of the link."""
    if request.method != "POST":
        return _code_page(request, next_of(request.query_params.get("next", "")))
    form = await form_of(request)
    target, cookie = form.get("next", ""), request.cookies.get(CODE_COOKIE, "")[:_LONGEST_TOKEN]
    try:
        entrance = await codes.enter(cookie, form.get("code", ""), _visitor(request))
    except WrongCode as wrong:
        return _code_page(request, next_of(target), wrong.status, wrong.text, wrong.left)
    except (CodeGone, TokenInvalid) as error:
        return _gone(request, error, target)
    response = _entered(request, entrance, target)
    response.delete_cookie(CODE_COOKIE, path=_COOKIE_PATH)
    return response


async def with_password(request: Request) -> Response:
    if request.method != "POST":
        target = request.query_params.get("next", "")
        if may(PORTAL):
            return RedirectResponse(own_path(target), 303)
        return _password_page(request, target)
    form = await form_of(request)
    target, email = form.get("next", ""), form.get("email", "")[: doors.LONGEST_ADDRESS]
    try:
        entrance = await passwords.sign_in(email, form.get("password", ""), _visitor(request))
    except WrongPassword as wrong:
        return _password_page(request, target, email, wrong)
    return _entered(request, entrance, target)


def _password_page(request: Request, target: str, email: str = "", error: WrongPassword | None = None) -> Response:
    status = 200 if error is None else error.status
    data = {"next": next_of(target), "email": email, "error": error}
    return render(request, "crm_portal/with_password.html", status=status, **data)


async def enter(request: Request) -> Response:
    """GET shows a button, since programs that scan mail follow its links; only the POST uses the link up."""
    if request.method != "POST":
        token = request.query_params.get("token", "")[:_LONGEST_TOKEN]
        target = next_of(request.query_params.get("next", ""))
        return render(request, "crm_portal/enter.html", token=token, next=target)
    form = await form_of(request)
    token, customer = form.get("token", "")[:_LONGEST_TOKEN], form.get("customer", "")
    target, visitor = form.get("next", ""), _visitor(request)
    try:
        if customer:
            return _welcome(request, await doors.choose(token, read_id(customer), visitor), target)
        return _entered(request, await links.enter(token, visitor), target)
    except TokenInvalid as error:
        return _gone(request, error, target)


def _visitor(request: Request) -> Visitor:
    ip = request.client.host if request.client else ""
    return Visitor(ip, request.headers.get("user-agent", ""), current_actor().session_id)


def _gone(request: Request, error: CodeGone | TokenInvalid, target: str) -> Response:
    return render(request, "crm_portal/link_used.html", status=error.status, error=error, next=next_of(target))


def _entered(request: Request, entrance: Entrance, target: str) -> Response:
    if entrance.session is None:
        return render(request, "crm_portal/choose.html", entrance=entrance, next=next_of(target))
    return _welcome(request, entrance.session, target)


def _welcome(request: Request, session: NewSession, target: str) -> Response:
    response = RedirectResponse(own_path(target), 303)
    set_session_cookie(request, response, session)
    return response


async def leave(request: Request) -> Response:
    session_id = current_actor().session_id
    if session_id is not None:
        await sign_out(session_id)
    response = RedirectResponse(PORTAL.sign_in_path, 303, headers={"Clear-Site-Data": '"cache"'})
    delete_session_cookie(request, response)
    return response
