"""What the pages of an import show: its steps, the columns of the file and where they go, problems of rows."""

from __future__ import annotations

from dataclasses import dataclass

from guanxi.declare.fields import Kind
from guanxi.declare.import_words import TABLE
from guanxi.i18n import Text, _, listed
from guanxi.imports import Plan, Target
from guanxi.imports.dates import Order, order_of
from guanxi.imports.keys import key_label
from guanxi.imports.plan import choices_for, existing_choices
from guanxi.imports.relations import CREATE, EMPTY, REJECT
from guanxi.views.parts import Option

_STEPS = {
    "upload": _("File"),
    "columns": TABLE.columns,
    "check": _("Check", "import"),
    "import": _("Import"),
    "done": _("Done"),
}
_UNMATCHED = {REJECT: _("Do not take the row"), EMPTY: _("Leave it empty"), CREATE: _("Make a new record")}
_ORDERS = {
    Order.DAY_FIRST: _("Dates such as 01/02/2026 are read as day/month/year."),
    Order.MONTH_FIRST: _("Dates such as 01/02/2026 are read as month/day/year."),
    Order.UNCLEAR: _("Some dates have the day first, some the month: those that are not clear are not taken."),
}


@dataclass(frozen=True, slots=True)
class Step:
    label: Text
    past: bool
    current: bool


@dataclass(frozen=True, slots=True)
class ImportColumn:
    """A column of the file."""

    index: int
    heading: str
    samples: list[str]
    field: str
    """the field that it goes to; empty: not imported"""
    goes_to: str
    note: Text | None


@dataclass(frozen=True, slots=True)
class ImportChoice:
    """Something that the user chooses beside the columns."""

    name: str
    label: Text | str
    options: list[Option]


@dataclass(frozen=True, slots=True)
class ImportForm:
    columns: list[ImportColumn]
    rows: int
    key: ImportChoice | None
    """by what records are found; None where that is the importer's own rule"""
    only_new: bool
    unmatched: list[ImportChoice]
    """for each relation, what to do where no record is called so"""
    existing: ImportChoice | None
    """what to do with records that are there; None where that is the importer's own rule"""

    @property
    def choices(self) -> list[ImportChoice]:
        return [choice for choice in (self.key, self.existing, *self.unmatched) if choice is not None]


@dataclass(frozen=True, slots=True)
class ShownProblem:
    row: int
    column: str
    value: str
    reason: str


def import_steps(current: str, target: Target) -> list[Step]:
    steps = {**_STEPS, "columns": target.importer.words.columns}
    place = list(steps).index(current)
    return [Step(label, index < place, index == place) for index, label in enumerate(steps.values())]


def import_form(plan: Plan) -> ImportForm:
    target = plan.target
    columns = [
        ImportColumn(
            index,
            target.heading(heading),
            samples,
            name,
            str(target.label(name)) if name else "",
            _note(plan, index, name),
        )
        for index, (heading, samples) in enumerate(zip(plan.table.headings, plan.samples, strict=True))
        for name in (plan.columns.get(index, ""),)
    ]
    key = None
    if target.keys:
        options = [Option(k.name, key_label(k, target.shapes), k == plan.key) for k in target.keys]
        key = ImportChoice("key", _("Find existing records by"), options)
    only_new = bool(target.keys) and not plan.key.fields
    return ImportForm(columns, len(plan.table.rows), key, only_new, _unmatched(plan), _existing(plan))


def _note(plan: Plan, index: int, name: str) -> Text | None:
    if not name or plan.target.shapes[name].kind not in (Kind.DATE, Kind.DATETIME):
        return None
    order = order_of(cells[index] for _number, cells in plan.table.rows if index < len(cells))
    return _ORDERS[order] if order is not None else None


def _unmatched(plan: Plan) -> list[ImportChoice]:
    """Only what leaves a choice."""
    found = []
    for name, shape in plan.target.shapes.items():
        choices = choices_for(plan.target, name)
        if len(choices) > 1:
            now = plan.unmatched.get(name, REJECT)
            options = [Option(choice, str(_UNMATCHED[choice]), choice == now) for choice in choices]
            found.append(ImportChoice(f"unmatched-{name}", shape.field.label, options))
    return found


def _existing(plan: Plan) -> ImportChoice | None:
    options = [Option(way, str(way.label), way == plan.existing) for way in existing_choices(plan.target)]
    return ImportChoice("existing", _("For records that are there already"), options) if options else None


def key_names(target: Target) -> str:
    """`Code, External key`: by what the records of rows can be found; empty for an importer with rules of its own."""
    return listed(key_label(key, target.shapes) for key in target.keys if key.fields)
