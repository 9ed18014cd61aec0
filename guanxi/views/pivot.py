"""What a pivot shows: fields for rows and columns, a measure and a chart, as the address asks for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.errors import NotFound
from guanxi.i18n import Text, _
from guanxi.records.grouping import Grouping, groupable, measures_of, parse_groups, totals
from guanxi.records.shape import Shape
from guanxi.records.terms import DATES
from guanxi.records.values import Wrong
from guanxi.views.frame import Frame
from guanxi.views.parts import Option, Params, address
from guanxi.views.periods import UNIT_LABELS
from guanxi.views.pivot_table import Layout, PivotTable, tables_of

COUNT = "count"
CHARTS: dict[str, Text] = {
    "bars": _("Bars"),
    "line": _("Line", "chart"),
    "shares": _("Shares"),
    "none": _("None", "chart"),
}
_UNITS = ("month", "quarter", "year", "week", "day")
_CHECKED_FROM = 400
"""groups from which on there may be more than one statement brings"""


@dataclass(slots=True)
class Pivot:
    tables: list[PivotTable]
    rows: list[Option]
    columns: list[Option]
    measures: list[Option]
    charts: list[Option]
    kept: Params
    """hidden inputs of the form: filters and search"""
    swap_href: str
    csv_href: str
    left_out: int = 0
    """records of groups that were too many"""
    ignored: list[Text] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Asked:
    rows: Grouping
    columns: Grouping | None
    measure: Shape | None
    """None: the number of records"""
    chart: str


def asked_of(resource: Resource, params: Params) -> tuple[Asked, list[Text]]:
    """What can be taken, and what cannot with the reasons. Raises NotFound where nothing can be grouped."""
    if not groupable(resource):
        raise NotFound()
    given, ignored = dict(params), list[Text]()
    rows = _grouping(resource, given.get("rows", ""), _("Rows", "pivot"), ignored)
    columns = _grouping(resource, given.get("columns", ""), _("Columns"), ignored)
    if rows is None:
        rows = _first(resource)
        columns = columns or _first_date(resource, rows)
    if columns is not None and columns.name == rows.name:
        columns = None
    measures = measures_of(resource)
    name = given.get("measure", measures[0].name if measures else COUNT)
    measure = next((shape for shape in measures if shape.name == name), None)
    if measure is None and name != COUNT:
        ignored.append(_("{field}: {reason}", field=_("Measure"), reason=_("This is none of the choices.")))
    chart = given.get("chart", "bars")
    return Asked(rows, columns, measure, chart if chart in CHARTS else "bars"), ignored


def _grouping(resource: Resource, text: str, label: Text, ignored: list[Text]) -> Grouping | None:
    try:
        return next(iter(parse_groups(resource, text, limit=1)), None)
    except Wrong as wrong:
        ignored.append(_("{field}: {reason}", field=label, reason=wrong.text))
        return None


def _first(resource: Resource) -> Grouping:
    """The stage, else the first choice, else the first field of all."""
    shapes = groupable(resource)
    stage = next((shape for shape in shapes if shape.name == resource.form.stage), None)
    choice = next((shape for shape in shapes if shape.kind is Kind.CHOICE), None)
    return parse_groups(resource, (stage or choice or shapes[0]).name)[0]


def _first_date(resource: Resource, rows: Grouping) -> Grouping | None:
    shapes = [shape for shape in groupable(resource) if shape.kind in DATES and shape.name != rows.shape.name]
    return Grouping(shapes[0], "month") if shapes else None


async def pivot_of(frame: Frame) -> Pivot:
    """One statement, and a second one to count what was left out of very many groups."""
    resource = frame.resource
    asked, ignored = asked_of(resource, frame.params)
    groups = (asked.rows, *((asked.columns,) if asked.columns is not None else ()))
    measures = (asked.measure.name,) if asked.measure is not None else ()
    found = await totals(resource, frame.where, groups, measures)
    along = frame.without("view", "group", "rows", "columns", "measure", "chart", "sort")
    shown = [("measure", asked.measure.name if asked.measure else COUNT), ("chart", asked.chart)]
    layout = Layout(resource, asked.rows, asked.columns, asked.measure, asked.chart, along)
    made = Pivot(
        tables_of(layout, found),
        _group_options(resource, asked.rows, none=False),
        _group_options(resource, asked.columns, none=True),
        _measure_options(resource, asked.measure),
        [Option(name, str(label), name == asked.chart) for name, label in CHARTS.items()],
        along,
        _swapped(frame, asked, along, shown),
        address(f"{frame.path}.csv", [*along, *_named(asked.rows, asked.columns), *shown]),
        ignored=ignored,
    )
    if len(found) >= _CHECKED_FROM:
        every = await totals(resource, frame.where, (), ())
        made.left_out = sum(row.count for row in every) - sum(row.count for row in found)
    return made


def _named(rows: Grouping, columns: Grouping | None) -> Params:
    return [("rows", rows.name), *([("columns", columns.name)] if columns is not None else [])]


def _swapped(frame: Frame, asked: Asked, along: Params, shown: Params) -> str:
    if asked.columns is None:
        return ""
    return address(frame.path, [*along, *_named(asked.columns, asked.rows), *shown])


def _group_options(resource: Resource, chosen: Grouping | None, *, none: bool) -> list[Option]:
    options = [Option("", str(_("None", "group")), chosen is None)] if none else []
    for shape in groupable(resource):
        if shape.kind not in DATES:
            options.append(Option(shape.name, str(shape.field.label)))
            continue
        for unit in _UNITS:
            options.append(Option(f"{shape.name}:{unit}", _with_unit(shape, unit)))
    if chosen is not None and chosen.name not in {option.value for option in options}:
        options.append(Option(chosen.name, _with_unit(chosen.shape, chosen.period)))
    for option in options:
        option.selected = option.value == (chosen.name if chosen is not None else "")
    return options


def _with_unit(shape: Shape, unit: str) -> str:
    return str(_("{field} by {unit}", field=shape.field.label, unit=str(UNIT_LABELS[unit]).lower()))


def _measure_options(resource: Resource, chosen: Shape | None) -> list[Option]:
    sums = [Option(shape.name, str(shape.field.label), shape is chosen) for shape in measures_of(resource)]
    return [*sums, Option(COUNT, str(_("Number of records")), chosen is None)]
