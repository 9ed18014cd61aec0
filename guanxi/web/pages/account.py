"""What a user sets for themselves: language, password, keys and mails."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from guanxi.auth.csrf import safe_next
from guanxi.auth.errors import SignInFailed
from guanxi.auth.limits import limit
from guanxi.auth.sessions import set_session_locale
from guanxi.auth.users import change_own_password
from guanxi.context import current_actor
from guanxi.db import transaction
from guanxi.desk.digest import PREFERENCE, Digest
from guanxi.desk.preferences import prefer, preference
from guanxi.errors import Forbidden, InvalidInput
from guanxi.i18n import LOCALES, Text, _
from guanxi.web.flash import go_to
from guanxi.web.identity import set_locale_cookie, set_session_cookie
from guanxi.web.state import form_of
from guanxi.web.templating import render

TRIES_PER_MINUTE = 5


async def choose_language(request: Request) -> Response:
    """Also before signing in: then only this browser remembers it."""
    form = await form_of(request)
    locale = form.get("locale", "")
    if locale not in LOCALES:
        raise InvalidInput({"locale": _("This is none of the choices.")})
    session_id = current_actor().session_id
    if session_id is not None:
        await set_session_locale(session_id, locale)
    response = RedirectResponse(safe_next(form.get("next")), 303)
    set_locale_cookie(request, response, locale)
    return response


async def show(request: Request) -> Response:
    if request.method != "POST":
        return await _page(request)
    actor = current_actor()
    if actor.kind != "user":
        raise Forbidden()
    form = await form_of(request)
    await limit(f"own_password:{actor.id}", TRIES_PER_MINUTE)
    try:
        if form.get("new", "") != form.get("again", ""):
            raise InvalidInput({"again": _("The two passwords differ.")})
        session = await change_own_password(form.get("current", ""), form.get("new", ""))
    except SignInFailed:
        return await _page(request, {"current": _("This is not your present password.")})
    except InvalidInput as error:
        return await _page(request, {_FIELDS.get(name, name): text for name, text in error.fields.items()})
    response = go_to(request, "/account", _("Your password was changed. Other browsers were signed out."))
    if session is not None:
        set_session_cookie(request, response, session)
    return response


_FIELDS = {"password": "new"}


async def _page(request: Request, errors: dict[str, Text] | None = None) -> Response:
    digest = await preference(PREFERENCE, Digest.DAILY.value)
    status = 422 if errors else 200
    return render(
        request, "guanxi/account.html", status=status, errors=errors or {}, digest=digest, digests=list(Digest)
    )


async def set_preferences(request: Request) -> Response:
    form = await form_of(request)
    digest = form.get("digest", "")
    if digest not in set(Digest):
        raise InvalidInput({"digest": _("This is none of the choices.")})
    async with transaction():
        await prefer("hotkeys", None if "hotkeys" in form else False)
        await prefer(PREFERENCE, None if digest == Digest.DAILY else digest)
    return go_to(request, "/account", _("Saved."))
