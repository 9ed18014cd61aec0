"""What the middleware knows of a request, for handlers and templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from guanxi.errors import InvalidInput
from guanxi.i18n import _
from guanxi.records.values import number_from

if TYPE_CHECKING:
    from guanxi.company import Directory
    from guanxi.settings import Settings
    from guanxi.web.live import Live

KEY = "guanxi"
MAX_FIELDS = 6000
"""300 lines of 20 fields"""
MAX_FILES = 10


@dataclass(slots=True)
class WebState:
    """One for each request, in `scope["guanxi"]`."""

    settings: Settings
    directory: Directory
    live: Live
    csrf: str = ""
    """the session's token for forms; empty without a session"""
    session_locale: str = ""
    theme: str = ""
    unread: int = 0
    """the user's notifications"""
    hotkeys: bool = True
    route: str = "none"
    """what kind of page answered, for the metrics"""
    form: FormData | None = None
    upload: bool = False


def is_api(path: str) -> bool:
    """Whether the JSON API answers there."""
    return path == "/api" or path.startswith("/api/")


def state_of(request: Request) -> WebState:
    state = request.scope[KEY]
    assert isinstance(state, WebState)
    return state


CONFIRMED = "_confirmed"
"""in forms: the token of a question that the user has seen and says yes to by sending it again"""


async def form_of(request: Request) -> dict[str, str]:
    """The posted text fields, the last of each name; files are left out."""
    form = await posted(request)
    return {name: value for name, value in form.multi_items() if isinstance(value, str)}


def revision_of(form: Mapping[str, str]) -> int:
    """The revision of the record that the form was made for. Raises InvalidInput."""
    revision = number_from(form.get("revision", ""))
    if revision is None:
        raise InvalidInput(message=_("The form is not complete. Reload the page and try again."))
    return revision


async def posted(request: Request) -> FormData:
    """The posted form, parsed once with our limits."""
    state = state_of(request)
    if state.form is None:
        state.form = await request.form(max_fields=MAX_FIELDS, max_files=MAX_FILES, max_part_size=1024 * 1024)
    return state.form


async def uploads_of(request: Request, name: str) -> list[UploadFile]:
    form = await posted(request)
    return [value for value in form.getlist(name) if isinstance(value, UploadFile) and value.filename]
