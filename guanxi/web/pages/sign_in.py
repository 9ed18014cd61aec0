"""Signing in and out."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from guanxi.auth.csrf import safe_next
from guanxi.auth.errors import SignInFailed
from guanxi.auth.sessions import sign_out
from guanxi.auth.signin import sign_in
from guanxi.context import current_actor
from guanxi.web.identity import delete_session_cookie, set_session_cookie
from guanxi.web.state import form_of
from guanxi.web.templating import render


async def show(request: Request) -> Response:
    if request.method == "POST":
        return await _enter(request)
    target = safe_next(request.query_params.get("next"))
    if current_actor().signed_in:
        return RedirectResponse(target, 303)
    return render(request, "guanxi/sign_in.html", next=target, login="", error=None)


async def _enter(request: Request) -> Response:
    form = await form_of(request)
    target, login = safe_next(form.get("next")), form.get("login", "")[:200]
    try:
        session = await sign_in(
            login,
            form.get("password", ""),
            ip=request.client.host if request.client else "",
            user_agent=request.headers.get("user-agent", ""),
            replaces=current_actor().session_id,
        )
    except SignInFailed as error:
        return render(request, "guanxi/sign_in.html", status=401, next=target, login=login, error=error)
    response = RedirectResponse(target, 303)
    set_session_cookie(request, response, session)
    return response


async def leave(request: Request) -> Response:
    session_id = current_actor().session_id
    if session_id is not None:
        await sign_out(session_id)
    response = RedirectResponse("/sign-in", 303, headers={"Clear-Site-Data": '"cache"'})
    delete_session_cookie(request, response)
    return response
