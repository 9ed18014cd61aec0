"""A resource: one kind of record declared once. Pages, JSON API, import and export all come from it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from guanxi.declare.access import Anyone, Permission
from guanxi.declare.extensions import ExtensionPoint, Figure, Panel
from guanxi.declare.fields import Field
from guanxi.declare.full_text import FullText
from guanxi.declare.labels import Choice, Tone
from guanxi.declare.timeline import TimelineSource
from guanxi.declare.where import ALWAYS, Condition
from guanxi.i18n import Text

if TYPE_CHECKING:
    from guanxi.documents import PdfJob


def everything() -> Condition:
    """The scope of resources whose read permission is enough."""
    return ALWAYS


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an action answers: a message to show, a page to go to, data for the API."""

    message: Text | None = None
    go_to: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    secret: bool = False
    """holds what is shown once, such as a key: not kept as the answer to a call that is repeated"""
    copied: Sequence[Figure] = ()
    """what people copy, such as a code: below the message, on a page of its own that stays until they go on"""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Action:
    """Something a user does with a record besides saving it: a button, and `POST …/{id}/actions/{name}`.

    `run(record, values)` is called in a transaction with the record, read in the user's scope, and the checked input.
    An action on the list (`on="list"`) gets None as the record.
    """

    name: str
    label: Text
    permission: Permission | Anyone
    run: Callable[[Any, dict[str, Any]], Awaitable[Outcome | None]]
    fields: tuple[Field, ...] = ()
    when: Callable[[Any], bool] = lambda record: True
    """whether the record is in a state for it; checked again before `run` (else Conflict)"""
    on: Literal["record", "list"] = "record"
    moves_to: Choice | None = None
    """the value that it gives the board's field: dropping a card on that column runs it"""
    start: Callable[[Any], Mapping[str, Any] | Awaitable[Mapping[str, Any]]] | None = None
    """what its inputs hold at first, by field, for a record; may be a coroutine function that looks it up"""
    primary: bool = False
    danger: bool = False
    confirm: Text | None = None
    asks: bool = False
    """`run` may ask (see `ask`): the API takes `confirmed`"""
    as_seen: bool = False
    """on pages, refused once where the record was changed since it was shown: who decides on it looks again"""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """A PDF of a record: a button with the languages, and `GET …/{id}/documents/{name}?language=zh_CN|en|both`."""

    name: str
    label: Text
    build: Callable[[Any, str], Awaitable[PdfJob]]
    kept: Callable[[Any, str], Awaitable[bytes | None]] | None = None
    """the bytes that were given out before, in place of a new print; None where there are none"""
    when: Callable[[Any], bool] = lambda record: True


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FileFormat:
    """A file of records beside CSV and XLSX, offered where a list is exported."""

    name: str
    """the ending of the file's name"""
    label: Text
    media_type: str
    write: Callable[[list[int]], Awaitable[bytes]]
    """gets the ids of records that the current actor may see, in the list's order"""
    warn: Callable[[list[int]], Awaitable[Text | None]] | None = None
    """what the file would lack, said before it is taken; gets ids like `write`"""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fill:
    """Choosing a record in a row proposes what else the row holds, before anything is saved.

    `load(of, row)` gets the checked values of `given`, fields of the parent, and of `by` and `row`, fields of the row;
    None for what is not typed or makes no sense. It answers values of `fields`; saving takes them for what is empty.
    """

    by: str
    """the relation in a row that is chosen"""
    fields: tuple[str, ...]
    load: Callable[[Mapping[str, Any], Mapping[str, Any]], Awaitable[Mapping[str, Any]]]
    given: tuple[str, ...] = ()
    row: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lines:
    """Child records edited with their parent: the lines of a contract. `parent` is the child's foreign key."""

    name: str
    label: Text
    model: type[Any]
    parent: str
    fields: tuple[Field, ...]
    row: tuple[str, ...] = ()
    """the fields that stand in the row, in this order; the others fold away below it. Empty: all in the row"""
    order: str = "id"
    minimum: int = 0
    maximum: int = 300
    readonly: bool = False
    fill: Fill | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    title: Text | None = None
    fields: tuple[str, ...] = ()
    more: bool = False
    """folded away until asked for"""
    note: Text | None = None
    """said below the title"""
    lines: tuple[str, ...] = ()
    """names of child records that stand below the fields; for the steps of a `Guide`"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """How a new record is asked for step by step, at `…/new?guide=1`; without JavaScript all steps are one page."""

    steps: tuple[Section, ...]
    then: str = ""
    """the action that follows: its page is where saving leads, if the user may run it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    columns: tuple[str, ...]
    sort: str = "-id"
    """the order where the URL asks for none: a field's name, `-` before it for descending"""
    secondary: str | None = None
    """a field shown small below the first column"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """How records look as cards. Every filterable choice field makes a board; this says what is not by itself."""

    by: str
    """the choice field whose values are the columns where the address names no other"""
    card: tuple[str, ...] = ()
    """fields below the record's name; empty: the first columns of the list"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedList:
    """On a record's form, the records of another resource that point to it by `field`."""

    resource: str
    field: str
    title: Text
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    sections: tuple[Section, ...]
    stage: str | None = None
    """a choice field shown as the stage bar; changed by actions only"""
    related: tuple[RelatedList, ...] = ()
    guide: Guide | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """Said beside a form while it is filled in, such as that the record is there already. `href`: where to look."""

    text: Text
    tone: Tone = Tone.INFO
    href: str | None = None


Check = Callable[[Mapping[str, str], int | None], Awaitable[list[Hint]]]
"""Gets the texts of a form's inputs by field, and the id of the record that it changes; None for a new one."""


@dataclass(slots=True)
class Change:
    """A write about to happen. A `prepare` hook checks it (InvalidInput) and sets values in place.

    `before` is None for a new record; `values` holds what changes, by field (`owner_id` for relations);
    `lines` the children by name, each as its full new set, or absent where untouched.
    """

    before: Any | None
    values: dict[str, Any]
    lines: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def now(self, name: str) -> Any:
        """The value that `name` will have."""
        if name in self.values:
            return self.values[name]
        return getattr(self.before, name) if self.before is not None else None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Resource:
    name: str
    """plural, in addresses: `/crm_core/customers`, `/api/v1/crm_core/customers`"""
    model: type[Any]
    title: Text
    singular: Text
    fields: tuple[Field, ...]
    list: ListView
    form: FormView
    read: Permission | Anyone
    create: Permission | Anyone | None = None
    """None: nobody creates these by hand"""
    update: Permission | Anyone | None = None
    delete: Permission | Anyone | None = None
    label: str = "name"
    """the field that names a record elsewhere"""
    label_in: Mapping[str, str] = field(default_factory=dict)
    """by locale, the field that names it to readers of that language where it is filled: `{"zh_CN": "name_zh"}`"""
    scope: Callable[[], Condition] = everything
    """which rows the current actor may see"""
    search: Callable[[str], Condition] | None = None
    """what the search box finds, where "some searched field contains the text" cannot use an index"""
    full_text: FullText | None = None
    """None: only the search box finds its records"""
    lines: tuple[Lines, ...] = ()
    actions: tuple[Action, ...] = ()
    documents: tuple[Document, ...] = ()
    formats: tuple[FileFormat, ...] = ()
    board: BoardView | None = None
    """None: a board by the form's stage field, else by the first filterable choice field, if there is one"""
    calendar: str | None = None
    """the date field that the calendar opens with; None: the first filterable one, if there is one"""
    archive: str | None = None
    """the boolean field that puts a record away: lists offer to archive instead of to delete"""
    templates: Mapping[str, str] = field(default_factory=dict)
    """templates of its own by view, `{"form": "crm_x/ticket.html"}`; they may extend the kernel's"""
    panels: ExtensionPoint[Panel] | None = None
    timeline: ExtensionPoint[TimelineSource] | None = None
    """what other add-ons tell in its timeline; also makes `GET …/{id}/timeline` of the API"""
    past: Callable[[int], Awaitable[Sequence[int]]] | None = None
    """ids of records that a record has taken in: its history shows theirs, too"""
    history: Mapping[str, Text] = field(default_factory=dict)
    """what entries of its audit log are called, by their action; else they are called as their buttons"""
    lock_first: Callable[[int], Awaitable[None]] | None = None
    """locks what is always locked before a record of it, such as its parent; gets the record's id"""
    prepare: Callable[[Change], Awaitable[None]] | None = None
    """in the transaction, before the write"""
    asks: bool = False
    """`prepare` may ask (see `ask`): the API takes `confirmed`"""
    written: Callable[[Change, Any], Awaitable[None]] | None = None
    """in the transaction, after the write, with the record as it is now"""
    check: Check | None = None
    """hints on a form while one types"""
    import_key: tuple[str, ...] = ()
    """fields that find the existing record for a row of an import; empty: whoever imports chooses what does"""
    editable: Callable[[Any], bool] = lambda record: True
    """whether a record's state still allows saving it (else Conflict)"""
    locked: Text | None = None
    """what a form says of a record that is not `editable`, and the Conflict"""

    @property
    def addon(self) -> str:
        return str(self.model.__module__).partition(".")[0]

    @property
    def key(self) -> str:
        """`crm_core/customers`: the name by which others refer to it."""
        return f"{self.addon}/{self.name}"

    @property
    def path(self) -> str:
        return f"/{self.key}"

    def field(self, name: str) -> Field | None:
        return next((f for f in self.fields if f.name == name), None)
