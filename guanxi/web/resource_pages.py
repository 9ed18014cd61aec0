"""The pages that every resource has, by the address below it: `/crm_core/customers/…`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from guanxi.context import Company, require
from guanxi.declare.resources import Resource
from guanxi.errors import MethodNotAllowed, NotFound
from guanxi.records.values import number_from
from guanxi.web import desk_pages, list_pages, record_pages
from guanxi.web.action_pages import action_page, document
from guanxi.web.board_pages import move_card, show_board
from guanxi.web.bulk_pages import bulk_page
from guanxi.web.calendar_pages import show_calendar
from guanxi.web.cell_pages import cell_page
from guanxi.web.export_pages import export_page
from guanxi.web.file_pages import attach
from guanxi.web.import_pages import import_page
from guanxi.web.pivot_pages import download_pivot, show_pivot
from guanxi.web.state import state_of

_GET, _POST, _BOTH = ("GET",), ("POST",), ("GET", "POST")
OfMany = Callable[[Request, Resource], Awaitable[Response]]
OfOne = Callable[[Request, Resource, int], Awaitable[Response]]
OfNamed = Callable[[Request, Resource, str, int], Awaitable[Response]]

COLLECTION: dict[str, tuple[OfMany, tuple[str, ...]]] = {
    "": (list_pages.show_list, _GET),
    "new": (record_pages.new_record, _BOTH),
    "check": (record_pages.check, _POST),
    "fill": (record_pages.fill, _GET),
    "options": (list_pages.show_options, _GET),
    "facets": (list_pages.show_facets, _GET),
    "columns": (list_pages.set_columns, _POST),
    "views": (list_pages.change_views, _POST),
    "board": (show_board, _GET),
    "calendar": (show_calendar, _GET),
    "pivot": (show_pivot, _GET),
    "pivot.csv": (download_pivot, _GET),
    "export": (export_page, _BOTH),
    "bulk": (bulk_page, _BOTH),
    "import": (import_page, _BOTH),
}
"""`/crm_core/customers/<name>`"""

RECORD: dict[str, tuple[OfOne, tuple[str, ...]]] = {
    "": (record_pages.record, _BOTH),
    "delete": (record_pages.deletion, _BOTH),
    "files": (attach, _POST),
    "cell": (cell_page, _BOTH),
    "move": (move_card, _POST),
    "notes": (desk_pages.write_note, _POST),
    "todos": (desk_pages.new_todo, _POST),
}
"""`/crm_core/customers/7/<name>`"""

NAMED: dict[str, tuple[OfNamed, tuple[str, ...]]] = {
    "actions": (action_page, _BOTH),
    "documents": (document, _GET),
}
"""`/crm_core/customers/7/<kind>/<name>`"""


async def answer_resource(request: Request, company: Company, path: str) -> Response:
    """Raises NotFound where no resource of an enabled add-on answers to `path`."""
    parts = path.strip("/").split("/")
    resource = company.catalog.resources.get("/".join(parts[:2]))
    if resource is None:
        raise NotFound()
    require(resource.read)
    match parts[2:]:
        case []:
            handler, methods = COLLECTION[""]
            _note(request, "list", methods)
            return await handler(request, resource)
        case [name] if name in COLLECTION:
            handler, methods = COLLECTION[name]
            _note(request, name, methods)
            return await handler(request, resource)
        case ["actions", name]:
            _note(request, "actions", _BOTH)
            return await action_page(request, resource, name, None)
        case [id]:
            of_one, methods = RECORD[""]
            _note(request, "form", methods)
            return await of_one(request, resource, _id(id))
        case [id, name] if name in RECORD:
            of_one, methods = RECORD[name]
            _note(request, name, methods)
            return await of_one(request, resource, _id(id))
        case [id, kind, name] if kind in NAMED:
            named, methods = NAMED[kind]
            _note(request, kind, methods)
            return await named(request, resource, name, _id(id))
    raise NotFound()


def _note(request: Request, route: str, methods: tuple[str, ...]) -> None:
    """Names the page for the metrics; raises MethodNotAllowed."""
    state_of(request).route = route
    if ("GET" if request.method == "HEAD" else request.method) not in methods:
        raise MethodNotAllowed()


def _id(text: str) -> int:
    id = number_from(text)
    if id is None:
        raise NotFound()
    return id
