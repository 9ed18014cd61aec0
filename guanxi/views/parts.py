"""The pieces that templates draw: cells, inputs, buttons. Texts are ready to show."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from guanxi.i18n import Text

Params = list[tuple[str, str]]


def address(path: str, params: Params) -> str:
    return f"{path}?{urlencode(params)}" if params else path


@dataclass(slots=True)
class Cell:
    text: str
    kind: str = "text"
    href: str | None = None
    tone: str | None = None
    """of a badge"""
    second: str = ""
    filter_href: str | None = None
    """the list filtered by this value"""
    tags: list[tuple[str, str | None]] = field(default_factory=list)
    """with the list filtered by each"""


@dataclass(slots=True)
class Column:
    name: str
    label: Text
    number: bool = False
    sort_href: str | None = None
    editable: bool = False
    """whether cells of it may be edited in the list"""
    direction: str = ""
    """ascending or descending, where the list is sorted by it"""


@dataclass(slots=True)
class Row:
    id: int
    href: str
    cells: list[Cell]
    revision: int = 1
    editable: bool = False


@dataclass(slots=True)
class Option:
    value: str
    label: str
    selected: bool = False


@dataclass(slots=True)
class Input:
    """One field of a form. `widget` names the macro; `value` is what an input holds, `text` what people read."""

    name: str
    label: Text
    widget: str
    value: str = ""
    text: str = ""
    options: list[Option] = field(default_factory=list)
    error: Text | None = None
    help: Text | None = None
    required: bool = False
    readonly: bool = False
    number: bool = False
    wide: bool = False
    suffix: str = ""
    source: str = ""
    """where a type-ahead asks for records"""
    offers: list[str] = field(default_factory=list)
    """what is proposed while one types; any other text may be given"""
    offers_id: str = ""
    """of the list of proposals, which inputs of a column share"""
    href: str | None = None
    """the record that a relation points to"""
    new_href: str | None = None
    """the form for a record that a relation can point to"""
    tone: str | None = None
    maxlength: int | None = None
    in_line: bool = False
    """one of many of its kind: what is proposed for them stands once"""
    scope: str = "f"
    """another for a form that a page shows beside its own"""

    @property
    def id(self) -> str:
        return f"{self.scope}-{self.name}"


@dataclass(slots=True)
class Problem:
    """An error in the summary above a form. `href`: the input that it is about."""

    label: Text | None
    text: Text
    href: str | None = None


@dataclass(slots=True)
class Button:
    label: Text
    href: str
    primary: bool = False
    danger: bool = False
    confirm: Text | None = None
    opens: bool = False
    """a page with its own form, not an action at once"""


@dataclass(slots=True)
class Chip:
    text: str
    href: str
    """the same list without it"""


@dataclass(slots=True)
class Tab:
    text: str
    href: str
    current: bool


@dataclass(slots=True)
class Switch:
    """Another way to look at the same records."""

    label: Text
    href: str
    icon: str
    current: bool
