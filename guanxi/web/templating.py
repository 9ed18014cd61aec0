"""Templates: one Jinja2 environment for the process, and `render` for kernel and add-ons alike."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from guanxi.context import current_actor, current_company, may
from guanxi.i18n import Text, current_locale, language_tag
from guanxi.views.charts import draw
from guanxi.views.formats import show_date, show_datetime, show_money, show_number, show_size
from guanxi.web.brand import logo_href
from guanxi.web.flash import take_flash
from guanxi.web.navigation import navigation
from guanxi.web.once import new_token
from guanxi.web.state import state_of
from guanxi.web.static_files import own_file, static_href

FOLDER = Path(__file__).resolve().parent / "templates"
_PACK_FROM = 1400


class _Loader(BaseLoader):
    """`guanxi/list.html` from the kernel, `crm_loyalty/counter.html` from that add-on's folder `templates`."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        addon, _slash, rest = template.partition("/")
        if ".." in rest.split("/") or "\\" in template:
            raise TemplateNotFound(template)
        path = self._folder(addon) / addon / rest
        try:
            source = path.read_text("utf-8")
            changed = path.stat().st_mtime_ns
        except OSError as error:
            raise TemplateNotFound(template) from error
        return source, str(path), lambda: path.exists() and path.stat().st_mtime_ns == changed

    def _folder(self, addon: str) -> Path:
        if addon == "guanxi":
            return FOLDER
        for offer in current_company().catalog.offers:
            if offer.addon == addon:
                return offer.folder / "templates"
        raise TemplateNotFound(addon)


def _translated(message: str, context: str | None = None, **params: Any) -> str:
    return str(Text(message, params, context))


def _icon(name: str) -> Markup:
    file = own_file("icons.svg")
    assert file is not None
    return Markup('<svg class="icon" aria-hidden="true"><use href="/static/icons.svg?v={}#{}"/></svg>').format(
        file.hash, name
    )


def _static(path: str) -> str:
    return static_href(current_company(), path)


def _logo() -> str:
    return logo_href(current_company())


def _tone(choice: Any) -> str:
    return str(getattr(choice, "tone", "neutral"))


def _environment() -> Environment:
    environment = Environment(
        loader=_Loader(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=1000,
    )
    environment.filters.update(money=show_money, date=show_date, datetime=show_datetime, number=show_number)
    environment.filters.update(size=show_size, tone=_tone)
    environment.globals.update(
        _=_translated, icon=_icon, static=_static, may=may, once=new_token, logo=_logo, draw=draw
    )
    return environment


environment = _environment()


def _here(request: Request) -> str:
    """Where the reader is, with the filters of a list; an answer to a form has no address of its own."""
    path, query = str(request.scope["path"]), request.scope["query_string"].decode("latin-1")
    return f"{path}?{query}" if query and request.method == "GET" else path


def render(request: Request, template: str, *, status: int = 200, **data: Any) -> Response:
    """An HTML page. Templates know `company actor lang theme csrf path nav` beside what is passed in `data`."""
    state = state_of(request)
    company, actor = current_company(), current_actor()
    flash, clear = take_flash(request)
    html = environment.get_template(template).render(
        company=company,
        actor=actor,
        locale=current_locale(),
        lang=language_tag(current_locale()),
        theme=state.theme,
        csrf=state.csrf,
        path=request.scope["path"],
        here=_here(request),
        unread=state.unread,
        hotkeys=state.hotkeys,
        flash=flash,
        nav=navigation(company, request.scope["path"]) if actor.signed_in else [],
        **data,
    )
    response = html_response(request, html, status)
    if clear:
        response.delete_cookie("guanxi_flash", path="/")
    return response


def fragment(request: Request, template: str, **data: Any) -> str:
    """A piece of a page, for a script to put in its place. It knows `csrf lang` beside `data`."""
    data = {"csrf": state_of(request).csrf, "lang": language_tag(current_locale()), **data}
    return environment.get_template(template).render(**data)


def html_response(request: Request, html: str, status: int = 200) -> Response:
    body = html.encode("utf-8", "replace")
    headers = {"Cache-Control": "no-store", "Vary": "Accept-Encoding, Cookie"}
    if len(body) > _PACK_FROM and "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        body = gzip.compress(body, 4, mtime=0)
    return Response(body, status, headers, "text/html; charset=utf-8")
