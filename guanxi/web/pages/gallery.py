"""`/ui`: every widget in every state, to look at."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guanxi.declare.extensions import Figure, PanelData, Table
from guanxi.declare.fields import Kind
from guanxi.declare.labels import Tone
from guanxi.i18n import Text, _
from guanxi.views.history import Entry, FieldChange
from guanxi.views.line_tables import LineRow, LinesTable
from guanxi.views.parts import Button, Cell, Chip, Column, Input, Option, Row
from guanxi.views.stages import Stage
from guanxi.web.pages import samples
from guanxi.web.templating import render

_WIDGETS = ("text", "textarea", "email", "number", "date", "datetime-local", "select", "combo", "check", "password")
_SAMPLE = {
    "text": "春意暖通",
    "textarea": "第一行\nSecond line",
    "email": "a@example.com",
    "number": "1280.50",
    "date": "2026-11-22",
    "datetime-local": "2026-11-22T09:30",
    "check": "1",
}


def _input(widget: str, state: str) -> Input:
    made = Input(f"{state}-{widget}", Text(widget), widget, value=_SAMPLE.get(widget, ""))
    made.text = _SAMPLE.get(widget, widget)
    made.options = [Option("", ""), Option("a", "A", True), Option("b", "B")]
    made.source = "/guanxi/users/options"
    made.required = state == "wrong"
    made.readonly = state == "readonly"
    made.suffix = "CNY" if widget == "number" else ""
    made.error = _("This field is required.") if state == "wrong" else None
    made.help = _("Such as CNY.") if widget == "number" else None
    return made


async def show(request: Request) -> Response:
    tones = list(Tone)
    columns = [
        Column("name", _("Name"), sort_href="#", direction="ascending"),
        Column("state", _("State"), sort_href="#"),
        Column("amount", _("Amount"), number=True),
    ]
    rows = [
        Row(
            i,
            "#",
            [
                Cell(f"上海云帆信息 {i}", href="#", second="Chen · 采购总监"),
                Cell(tone, "choice", tone=tone),
                Cell("¥128,000.00", "number"),
            ],
        )
        for i, tone in enumerate(tones)
    ]
    panel = PanelData(
        figures=[Figure(Text(tone), "1,280", tone) for tone in tones],
        table=Table((_("Name"), _("Amount")), [("A", "1"), ("B", "22")], (Kind.TEXT, Kind.MONEY), ["#", "#"]),
    )
    entries = [
        Entry("Changed", "pencil", "Chen", "2026-11-22", changes=[FieldChange(_("Name"), "A", "B")]),
        Entry("Cleared", "pencil", "Chen", "2026-11-22", changes=[FieldChange(_("Name"), "B", "")]),
        Entry(
            "Note",
            "chat",
            "陈思远",
            "2026-11-21",
            written="@Chen https://example.com\n第二行 😀",
            delete_href="#",
        ),
        Entry("Payment received", "money", "Chen", "2026-11-21", "PM-00000001 · ¥128,000.00", href="#", tone="ok"),
        Entry("Created", "plus", "Chen", "2026-11-21"),
    ]
    line = LineRow(1, [_input("text", "line"), _input("select", "line"), _input("number", "line")])
    lines = LinesTable("lines", _("Lines"), columns, [line], False, None, line)
    return render(
        request,
        "guanxi/gallery.html",
        tones=tones,
        states={state: [_input(w, state) for w in _WIDGETS] for state in ("normal", "wrong", "readonly")},
        columns=columns,
        rows=rows,
        panel=panel,
        entries=entries,
        lines=lines,
        chips=[Chip("负责人：陈思远", "#"), Chip("State: Active", "#")],
        board={"columns": samples.columns()},
        charts=[PanelData(chart=chart) for chart in samples.charts()],
        tabs=samples.tabs(),
        switches=samples.switches(),
        hints=samples.hints(),
        stages=[
            Stage("草稿", "past"),
            Stage("待签", "current"),
            Stage("完成", "ahead", Button(_("Delete"), "#", opens=True)),
        ],
    )
