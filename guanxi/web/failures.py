"""Errors become answers: problem details for the API, pages that say what to do for people."""

from __future__ import annotations

import re
from html import escape
from typing import Any
from urllib.parse import quote, urlsplit

import asyncpg
import structlog
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from guanxi.auth.csrf import safe_next
from guanxi.context import current_actor, current_company, current_request_id
from guanxi.errors import (
    Busy,
    Conflict,
    GuanxiError,
    InvalidInput,
    MalformedRequest,
    MethodNotAllowed,
    NotFound,
    PayloadTooLarge,
    Stale,
    TooManyRequests,
    Unauthenticated,
    Unconfirmed,
)
from guanxi.i18n import Text, _, best_locale, language_tag, translate
from guanxi.records.json_out import dumps
from guanxi.web.state import is_api, state_of
from guanxi.web.templating import html_response, render

logger = structlog.stdlib.get_logger("guanxi.web")
_HTTP: dict[int, type[GuanxiError]] = {404: NotFound, 405: MethodNotAllowed, 413: PayloadTooLarge}

_CUSTOM_COLUMN = re.compile(r"\bx_")
_ADVICE: dict[int, Text] = {
    400: _("Go back and try again."),
    403: _("Ask an administrator for the right to do this, or go back."),
    404: _("It may have been deleted, or you may not see it. Check the address, or start from the home page."),
    409: _("Go back, reload the page and look at the present state."),
    413: _("Send less at once, or a smaller file."),
    421: _("Check the address, or ask whoever runs this server."),
    422: _("Go back and correct what you entered."),
    429: _("Wait a minute, then try again."),
    500: _("We have noted it. Try again later; if it stays, tell an administrator the number below."),
    503: _("Try again in a moment."),
}


class Failures:
    """Catches what the layers below raise. An answer that has begun can only be cut off."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def noticing(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, noticing)
        except ClientDisconnect:
            return
        except Exception as error:
            if begun:
                raise
            response = answer(Request(scope, receive), as_known(error))
            await response(scope, receive, send)


def as_known(error: Exception) -> GuanxiError:
    """The error for people; one that we did not foresee is logged and stays secret."""
    found = error if isinstance(error, GuanxiError) else _translated(error)
    if found is None:
        logger.exception("unexpected error", exc_info=error)
        return GuanxiError()
    if found.status >= 500 and not isinstance(found, Busy):
        logger.error("error", exc_info=error)
    return found


def _translated(error: Exception) -> GuanxiError | None:
    match error:
        case HTTPException():
            return _HTTP.get(error.status_code, MalformedRequest)() if error.status_code < 500 else None
        case MultiPartException() | RecursionError() | UnicodeDecodeError():
            return MalformedRequest()
        case asyncpg.UniqueViolationError() | asyncpg.ExclusionViolationError():
            return Conflict(_("This exists already."))
        case asyncpg.ForeignKeyViolationError():
            return Conflict(_("Other records still refer to it."))
        case asyncpg.LockNotAvailableError() | asyncpg.DeadlockDetectedError() | asyncpg.SerializationError():
            return Conflict(_("Someone else is changing this right now. Please try again."))
        case asyncpg.DataError() | asyncpg.CheckViolationError() | asyncpg.NotNullViolationError():
            return InvalidInput(message=_("A value cannot be stored."))
        case asyncpg.OperatorInterventionError() | asyncpg.TooManyConnectionsError() | asyncpg.InterfaceError():
            return Busy()
        case asyncpg.PostgresConnectionError() | ConnectionError() | TimeoutError() | EOFError():
            return Busy()
        case asyncpg.InvalidCachedStatementError():
            return Busy()
        case asyncpg.UndefinedColumnError() if _CUSTOM_COLUMN.search(str(error)):
            return Busy()  # a field of the company went, and this process has not heard of it yet
    return None


def answer(request: Request, error: GuanxiError) -> Response:
    if is_api(request.scope["path"]):
        response: Response = _problem(error)
    elif isinstance(error, Unauthenticated) and error.code == "unauthenticated":
        response = _to_sign_in(request)
    else:
        response = _page(request, error)
    seconds = _retry_after(error)
    if seconds is not None:
        response.headers["Retry-After"] = str(seconds)
    return response


def _retry_after(error: GuanxiError) -> int | None:
    if isinstance(error, TooManyRequests):
        return error.retry_after
    return 2 if isinstance(error, Busy) else None


def _advice(error: GuanxiError) -> Text:
    """What to do now; a wait in words."""
    seconds = _retry_after(error)
    if seconds is None or error.status != 429:
        return _ADVICE.get(error.status, _ADVICE[400 if error.status < 500 else 500])
    if seconds <= 90:
        return _("Wait {count} seconds, then try again.", count=seconds)
    return _("Wait {count} minutes, then try again.", count=-(-seconds // 60))


def _problem(error: GuanxiError) -> Response:
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": str(error),
        "status": error.status,
        "code": error.code,
        "request_id": current_request_id(),
    }
    if isinstance(error, InvalidInput) and error.fields:
        body["errors"] = {path: str(text) for path, text in error.fields.items()}
    if isinstance(error, Stale):
        body["current"] = error.current
    if isinstance(error, Unconfirmed):
        body["details"] = [{"label": str(label), "count": count} for label, count in error.details]
    return Response(dumps(body), error.status, media_type="application/problem+json")


def _to_sign_in(request: Request) -> Response:
    """The door that fits: a realm's own for its pages."""
    path = request.scope["path"]
    realm = current_company().catalog.realm_at(path)
    target = realm.sign_in_path if realm is not None else "/sign-in"
    query = request.scope["query_string"].decode("latin-1")
    here = f"{path}?{query}" if query else path
    suffix = f"?next={quote(here, safe='/')}" if request.method in ("GET", "HEAD") and path != "/" else ""
    return RedirectResponse(f"{target}{suffix}", status_code=303, headers={"Cache-Control": "no-store"})


def _page(request: Request, error: GuanxiError) -> Response:
    advice = _advice(error)
    try:
        realm = current_company().catalog.realm_at(request.scope["path"])
    except LookupError:
        return _bare(request, error, advice)
    signed_in = current_actor().signed_in
    plain = realm.error_template if realm is not None else "guanxi/error_plain.html"
    return render(
        request,
        "guanxi/error.html" if signed_in else plain,
        status=error.status,
        error=error,
        advice=advice,
        request_id=current_request_id(),
        back=_way_back(request),
        disabled=_disabled_addon(request) if signed_in and isinstance(error, NotFound) else None,
    )


def _way_back(request: Request) -> str:
    """The page of ours that led here; empty where there is none, or where it is this very page."""
    sent = urlsplit(request.headers.get("referer", "")[:2000])
    if sent.netloc != request.headers.get("host", "") or not sent.path.startswith("/"):
        return ""
    back = safe_next(f"{sent.path}?{sent.query}" if sent.query else sent.path, "")
    return "" if request.method in ("GET", "HEAD") and sent.path == request.scope["path"] else back


def _disabled_addon(request: Request) -> str | None:
    """The title of the add-on whose page this is, where the company has it not enabled."""
    path, catalog = request.scope["path"], current_company().catalog
    available = state_of(request).directory.available
    for name, manifest in available.manifests.items():
        offer = available.offers[name]
        own = path.startswith(f"/{name}/") or any(realm.owns(path) for realm in offer.realms)
        if own and not catalog.has(name):
            return manifest.shown_title()
    return None


def _bare(request: Request, error: GuanxiError, advice: Text) -> Response:
    """Without a company there is nothing to dress the page in; the language is the browser's."""
    locale = best_locale(request.headers.get("accept-language", ""))
    title, told, number = (
        escape(translate(text, locale)) for text in (error.text, advice, _("Request {id}", id=current_request_id()))
    )
    page = (
        f'<!doctype html><html lang="{language_tag(locale)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title></head>'
        f"<body><main><h1>{title}</h1><p>{told}</p><p><small>{number}</small></p></main></body></html>"
    )
    return html_response(request, page, error.status)
