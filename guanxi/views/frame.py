"""What list, board, pivot and calendar have in common: the query in the address, and the tools above the records."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from guanxi.auth.permissions import KernelPermission
from guanxi.context import current_company, may
from guanxi.declare.resources import Resource
from guanxi.declare.where import Condition, all_of
from guanxi.desk.saved_views import Desk, View, desk_of
from guanxi.i18n import Text, _
from guanxi.imports.target import offers_import
from guanxi.records import ListQuery
from guanxi.records.grouping import Grouping, groupable, parse_groups
from guanxi.records.query import PAGE_OPTIONS, read_list_query, search_condition
from guanxi.records.values import Wrong
from guanxi.views.board import board_fields
from guanxi.views.calendar import calendar_fields
from guanxi.views.filters import NOT_FILTERS, chips, filter_inputs, filter_names
from guanxi.views.parts import Button, Chip, Input, Params, Switch, Tab, address

_PAGING = frozenset({"after", "limit"})
PAGES = {"list": "", "board": "/board", "pivot": "/pivot", "calendar": "/calendar"}


@dataclass(slots=True)
class Frame:
    resource: Resource
    view: str
    """list, board, pivot or calendar"""
    path: str
    params: Params
    """the address without what was ignored and without paging"""
    query: ListQuery
    ignored: list[Text]
    desk: Desk
    groups: tuple[Grouping, ...] = ()
    chips: list[Chip] = field(default_factory=list)
    filters: list[Input] = field(default_factory=list)
    tabs: list[Tab] = field(default_factory=list)
    current: View | None = None
    """the saved view that the address names"""
    changed: bool = False
    """whether the address differs from it"""
    switches: list[Switch] = field(default_factory=list)
    actions: list[Button] = field(default_factory=list)
    imports: list[Button] = field(default_factory=list)
    new_href: str | None = None
    export_href: str = ""
    bulk_href: str = ""
    """what is to be done with the records that are chosen"""

    @property
    def where(self) -> Condition:
        """Filters and search together."""
        return all_of(self.query.where, search_condition(self.resource, self.query.search))

    @property
    def search(self) -> str:
        return self.query.search

    @property
    def searchable(self) -> bool:
        return any(f.search for f in self.resource.fields)

    @property
    def filtered(self) -> bool:
        return bool(self.chips or self.search)

    @property
    def kept(self) -> Params:
        """Hidden inputs of the search box: all but the search."""
        return [(name, value) for name, value in self.params if name != "q"]

    @property
    def unfiltered(self) -> Params:
        """Hidden inputs of the filter form: how the records are shown, and the or-groups that there are."""
        return [(n, v) for n, v in self.params if n in NOT_FILTERS or n.startswith("any")]

    @property
    def saved_query(self) -> str:
        """What a saved view keeps."""
        return urlencode([(n, v) for n, v in self.params if n != "view"])

    @property
    def may_share(self) -> bool:
        return may(KernelPermission.VIEWS_SHARE)

    def without(self, *names: str) -> Params:
        return [(n, v) for n, v in self.params if n not in names]

    def href(self, params: Params) -> str:
        return address(self.path, params)


async def frame_of(resource: Resource, params: Params, view: str = "list") -> Frame:
    """Takes of the address what can be taken; the user's or the shared default view where it asks for nothing."""
    desk = await desk_of(resource.key)
    if not params:
        params = _default(desk, view)
    current = _named(desk, params)
    filters = [(n, v) for n, v in params if n not in PAGE_OPTIONS and (view == "list" or n != "columns")]
    found = read_list_query(resource, filters)
    ignored = list(found.ignored)
    groups = _groups(resource, params, ignored)
    kept = [(n, v) for n, v in params if n not in found.bad and n not in _PAGING and (n != "group" or groups)]
    kept = [(n, v) for n, v in kept if n != "view" or current is not None or v == "0"]
    path = f"{resource.path}{PAGES[view]}"
    frame = Frame(resource, view, path, kept, found.query, ignored, desk, groups, current=current)
    names = await filter_names(resource, kept)
    frame.chips = chips(resource, path, kept, names)
    frame.filters = filter_inputs(resource, kept, names)
    if current is not None:
        frame.changed = sorted(current.params) != sorted((n, v) for n, v in kept if n != "view")
    frame.tabs = _tabs(resource, desk, current)
    frame.switches = _switches(frame)
    _offer(frame)
    return frame


def _default(desk: Desk, view: str) -> Params:
    found = [v for v in desk.views if v.is_default and v.view == view]
    chosen = next((v for v in found if v.mine), None) or next(iter(found), None)
    return [*chosen.params, ("view", str(chosen.id))] if chosen is not None else []


def _named(desk: Desk, params: Params) -> View | None:
    wanted = next((value for name, value in params if name == "view"), "")
    return next((view for view in desk.views if str(view.id) == wanted), None)


def _groups(resource: Resource, params: Params, ignored: list[Text]) -> tuple[Grouping, ...]:
    text = next((value for name, value in params if name == "group"), "")
    try:
        return parse_groups(resource, text)
    except Wrong as wrong:
        ignored.append(_("{field}: {reason}", field=_("Groups"), reason=wrong.text))
        return ()


def view_href(resource: Resource, view: View) -> str:
    return address(f"{resource.path}{PAGES.get(view.view, '')}", [*view.params, ("view", str(view.id))])


def _tabs(resource: Resource, desk: Desk, current: View | None) -> list[Tab]:
    """All records, the pinned views, and the open one."""
    shown = [view for view in desk.views if view.pinned or view is current]
    if not shown:
        return []
    everything = address(resource.path, [("view", "0")] if any(v.is_default for v in desk.views) else [])
    return [
        Tab(str(_("All")), everything, current is None),
        *(Tab(view.name, view_href(resource, view), view is current) for view in shown),
    ]


def _switches(frame: Frame) -> list[Switch]:
    """The other ways to look at the same records; filters and search come along."""
    resource = frame.resource
    along = [(n, v) for n, v in frame.params if n not in PAGE_OPTIONS and n not in ("sort", "columns")]
    offered = [("list", _("List"), "list", True)]
    offered.append(("board", _("Board"), "board", bool(board_fields(resource))))
    offered.append(("calendar", _("Calendar"), "calendar", bool(calendar_fields(resource))))
    offered.append(("pivot", _("Pivot"), "chart", bool(groupable(resource))))
    made = [
        Switch(label, address(f"{resource.path}{PAGES[view]}", along), icon, view == frame.view)
        for view, label, icon, there in offered
        if there
    ]
    return made if len(made) > 1 else []


def _offer(frame: Frame) -> None:
    resource = frame.resource
    if resource.create is not None and may(resource.create):
        frame.new_href = f"{resource.path}/new"
    frame.imports = _imports(resource)
    frame.export_href = address(f"{resource.path}/export", frame.without("view", "group"))
    frame.bulk_href = address(f"{resource.path}/bulk", frame.without("view", "group"))
    frame.actions = [
        Button(a.label, f"{resource.path}/actions/{a.name}", a.primary, a.danger, a.confirm, bool(a.fields))
        for a in resource.actions
        if a.on == "list" and may(a.permission)
    ]


def _imports(resource: Resource) -> list[Button]:
    """The add-ons' own imports into this list, or the general one."""
    importers = current_company().catalog.importers
    own = [
        Button(importer.title, f"/{key.replace('/', '/import/')}")
        for key, importer in importers.items()
        if (importer.shown_on or key) == resource.key and may(importer.permission)
    ]
    if offers_import(resource):
        own.append(Button(_("Import"), f"{resource.path}/import"))
    return own
