"""Who asks, in which language and theme, and whether one of our own pages sent the request."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from guanxi.auth.csrf import SAFE_METHODS, check_csrf
from guanxi.auth.sessions import NewSession, load_session
from guanxi.context import ANONYMOUS, current_company, use_actor
from guanxi.declare.access import Realm
from guanxi.i18n import LOCALES, best_locale, use_locale
from guanxi.web.state import KEY, form_of, is_api, state_of

SESSION_COOKIE = "guanxi_session"
LOCALE_COOKIE = "guanxi_locale"
THEME_COOKIE = "guanxi_theme"
_WITHOUT_SESSION = frozenset({"/sign-in", "/forgot-password"})
"""forms that may have been opened before the session began; Origin guards them"""
_MONTH = 31 * 24 * 3600


class Identity:
    """The session's actor, locale and theme. A request with an `Authorization` header has no session."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        state = state_of(request)
        realm = current_company().catalog.realm_at(scope["path"])
        cookie = request.cookies.get(session_cookie(realm), "")
        actor = ANONYMOUS
        if cookie and not _without_session(request):
            session = await load_session(cookie)
            if session is not None and session.actor.realm == (realm.name if realm is not None else None):
                actor, state.csrf, state.session_locale = session.actor, session.csrf, session.locale
                state.unread, state.hotkeys = session.unread, session.hotkeys
        theme = request.cookies.get(THEME_COOKIE, "")
        state.theme = theme if theme in ("light", "dark") else ""
        with use_actor(actor), use_locale(_locale(request)):
            await self.app(scope, receive, send)


def _locale(request: Request) -> str:
    """The user's, else the one chosen in this browser, else what the browser asks for, else the company's."""
    for chosen in (state_of(request).session_locale, request.cookies.get(LOCALE_COOKIE, "")):
        if chosen in LOCALES:
            return chosen
    accepted = request.headers.get("accept-language", "")
    return best_locale(accepted) if accepted else current_company().locale


class SameSite:
    """Refuses writes that another site's page sent with our user's cookie."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            if scope["method"] not in SAFE_METHODS:
                request = Request(scope, receive)
                if not _without_session(request):
                    await _check(request)
            await self.app(scope, receive, send)
        finally:
            form = scope[KEY].form
            if form is not None:
                await form.close()


def _without_session(request: Request) -> bool:
    """Whether the sender proves itself by what it sends, so that no cookie counts."""
    path = request.scope["path"]
    return (is_api(path) and "authorization" in request.headers) or current_company().catalog.is_signed(path)


async def _check(request: Request) -> None:
    state, headers = state_of(request), request.headers
    sent = headers.get("x-csrf-token")
    is_form = headers.get("content-type", "").startswith(("application/x-www-form-urlencoded", "multipart/form-data"))
    if sent is None and is_form and state.csrf:
        sent = (await form_of(request)).get("_csrf")
    own = [f"{request.scope['scheme']}://{headers.get('host', '')}"]
    if state.settings.base_url:
        own.append(state.settings.base_url)
    check_csrf(
        request.method,
        session_token=state.csrf if state.csrf and request.scope["path"] not in _WITHOUT_SESSION else None,
        sent_token=sent,
        origin=headers.get("origin"),
        fetch_site=headers.get("sec-fetch-site"),
        own_origins=own,
    )


def session_cookie(realm: Realm | None) -> str:
    """The cookie's name: one for users, one for each realm."""
    return SESSION_COOKIE if realm is None else f"guanxi_{realm.name}"


def set_session_cookie(request: Request, response: Response, session: NewSession) -> None:
    """For the pages that this one belongs to: users' or a realm's."""
    realm = current_company().catalog.realm_at(request.scope["path"])
    response.set_cookie(
        session_cookie(realm),
        session.cookie,
        max_age=14 * 24 * 3600,
        path="/" if realm is None else realm.path,
        httponly=True,
        samesite="lax",
        secure=state_of(request).settings.secure_cookies,
    )


def delete_session_cookie(request: Request, response: Response) -> None:
    realm = current_company().catalog.realm_at(request.scope["path"])
    response.delete_cookie(session_cookie(realm), path="/" if realm is None else realm.path)


def set_private_cookie(request: Request, response: Response, name: str, value: str, *, path: str, minutes: int) -> None:
    """A secret of this browser that is no session, kept from scripts and from other sites."""
    secure = state_of(request).settings.secure_cookies
    response.set_cookie(name, value, max_age=minutes * 60, path=path, httponly=True, samesite="lax", secure=secure)


def set_locale_cookie(request: Request, response: Response, locale: str) -> None:
    secure = state_of(request).settings.secure_cookies
    response.set_cookie(LOCALE_COOKIE, locale, max_age=12 * _MONTH, samesite="lax", secure=secure)
