"""Pages and API endpoints that do not come from a resource, menu entries, imports and settings forms."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from guanxi.declare.access import Access, Anyone, Permission
from guanxi.declare.fields import Field
from guanxi.declare.import_words import TABLE, ImportWords
from guanxi.declare.labels import Choice
from guanxi.i18n import Text, _

Input = TypeVar("Input")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An HTML page at `path` (Starlette's `{id:int}` syntax); starts with `/<add-on>/`.

    Unless it is the add-on's own realm's, or for those of another add-on's realm: `/portal/<add-on>/…`.
    """

    path: str
    handler: Callable[[Request], Awaitable[Response]]
    access: Access
    methods: tuple[str, ...] = ("GET",)
    signed: bool = False
    """other programs call it and sign what they send, which the handler checks: no session, no check of the origin"""


@dataclass(frozen=True)
class Call(Generic[Input]):
    """One call of an endpoint: `input` decoded and checked, `path` and `query` typed."""

    input: Input
    path: Mapping[str, Any]
    query: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A JSON endpoint at `/api/v1/<add-on>` + `path`. `input`/`output` are msgspec Structs: the OpenAPI schema.

    A POST runs in one transaction and honors `Idempotency-Key`.
    """

    path: str
    method: str
    handler: Callable[[Call[Any]], Awaitable[Any]]
    access: Access
    summary: Text
    input: type[msgspec.Struct] | None = None
    output: Any = None
    query: tuple[Field, ...] = ()
    """the query parameters, for the OpenAPI document and its check"""
    status: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    label: Text
    href: str
    access: Access
    section: Text
    order: int = 50
    icon: str = "list"
    shown: Callable[[], bool] = lambda: True
    """whether there is anything on the page for the current actor"""


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """Why a row was not taken. `row` counts from 1 with the header as row 1, as a spreadsheet shows it."""

    row: int
    column: str
    reason: Text


class Existing(Choice):
    """What an import does with records that are there already."""

    CHANGE = "change", _("Change them as the file says")
    FILL = "fill", _("Fill only their empty fields")
    LEAVE = "leave", _("Leave them as they are")


@dataclass(frozen=True, slots=True)
class ImportRow:
    number: int
    values: dict[str, Any]
    """checked values by field name; relations as ids"""
    existing: Existing = Existing.CHANGE

    def may_change(self, now: Any) -> bool:
        """Whether the row may set a field of a record that is there and holds `now`."""
        return self.existing is Existing.CHANGE or (self.existing is Existing.FILL and now in (None, "", []))


@dataclass(frozen=True, slots=True)
class ImportChange:
    """What a row changes about a record that was there."""

    row: int
    resource: str
    """the key of the record's resource, `crm_core/customers`"""
    id: int
    values: dict[str, tuple[Any, Any]]
    """by field of the resource: what it holds now, and what then; relations as ids"""
    currencies: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """of amounts that are not in the company's, by field"""


@dataclass(slots=True)
class ImportResult:
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    problems: list[ImportProblem] = field(default_factory=list)
    changes: list[ImportChange] = field(default_factory=list)
    """of the records that were updated, for what a dry run shows"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """An import of its own, for rows that are not simply records of a resource, or too many for one by one.

    `write(rows)` gets up to `batch` rows at once, in a transaction that is rolled back after a dry run.
    It must find what an earlier run brought, so that a second run changes nothing.
    """

    name: str
    """in the address: `/<add-on>/import/<name>`"""
    title: Text
    permission: Permission | Anyone
    fields: tuple[Field, ...]
    write: Callable[[list[ImportRow]], Awaitable[ImportResult]]
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """other column headings that mean a field: `{"name": ("公司名称", "客户名称")}`"""
    batch: int = 1000
    changes_existing: bool = False
    """whether it changes records that are there: then it heeds `ImportRow.existing` and tells its `changes`"""
    read: Callable[[bytes], list[list[str]] | None] | None = None
    """a file format of its own: headings (names of fields), then a row for each record; None for another format.

    Raises InvalidInput where the file cannot be read.
    """
    words: ImportWords = TABLE
    help: Text | None = None
    """which files may be chosen, where that is not just CSV and XLSX"""
    shown_on: str = ""
    """the resource whose list has a button for it; empty: the one with the importer's own key, if there is one"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsForm:
    """Settings of an add-on for a company: a msgspec Struct with defaults, and the form for it."""

    type: type[msgspec.Struct]
    title: Text
    permission: Permission
    fields: tuple[Field, ...]
    check: Callable[[Any], None] | None = None
    """gets what is about to be stored, a `type`; raises InvalidInput by field"""
    name: str = ""
    """of a further form of the same add-on: stored, and found at `/settings/`, as `<add-on>.<name>`"""
    summary: Text | None = None
    """None: the add-on's own"""
