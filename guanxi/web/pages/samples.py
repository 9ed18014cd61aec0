"""What `/ui` shows of boards, charts and messages."""

from __future__ import annotations

from guanxi.declare.extensions import Chart, Series
from guanxi.declare.labels import Tone
from guanxi.declare.resources import Hint
from guanxi.i18n import Text, _
from guanxi.views.board import Column, Fact, Head, Person, Sum, Ticket
from guanxi.views.parts import Cell, Switch, Tab

_MONTHS = ["6月", "7月", "8月", "9月", "10月", "11月"]


def charts() -> list[Chart]:
    """Of each kind: with zeros, a negative, and amounts."""
    first = Series(_("Amount"), [1_280_000, 0, 960_000, -320_000, 2_400_000, 1_750_000])
    second = Series(_("State"), [800_000, 120_000, 0, 640_000, 1_900_000, 2_050_000])
    return [
        Chart(_("Panel"), _MONTHS, [first, second], "bars", "CNY"),
        Chart(_("Timeline"), _MONTHS, [first, second], "line"),
        Chart(_("Progress"), ["正式", "意向", "潜在"], [Series(_("Amount"), [62, 28, 10])], "shares", hrefs=["#"] * 3),
    ]


def tabs() -> list[Tab]:
    return [Tab(str(_("All")), "#", True), Tab("华东大客户", "#", False), Tab("Due this week", "#", False)]


def switches() -> list[Switch]:
    views = ((_("List"), "list"), (_("Board"), "board"), (_("Calendar"), "calendar"), (_("Pivot"), "chart"))
    return [Switch(label, "#", icon, icon == "board") for label, icon in views]


def hints() -> list[Hint]:
    return [Hint(_("Something went wrong on our side."), Tone.WARN, "#")]


def _card(id: int, name: str, *facts: Cell) -> Ticket:
    person = Person(_("Name"), "陈思远", "陈", id % 5)
    return Ticket(id, 1, name, "#", [Fact(_("Amount"), cell) for cell in facts], person, [], "#")


def columns() -> list[Column]:
    """A full one with a sum, one that has more, an empty one."""
    amount = Cell("¥128,000.00", "number")
    cards = [
        _card(1, "上海云帆信息技术有限公司", amount),
        _card(2, "Alder & Finch GmbH", amount, Cell("warn", tone="warn")),
    ]
    return [
        Column("a", Text("草稿"), "info", Head(2, [Sum(_("Amount"), "¥256,000.00")]), cards, "#"),
        Column("b", Text("待签"), "ok", Head(24), [_card(3, "很长的名称" * 8)], "#"),
        Column("c", Text("完成"), "neutral", Head(), [], "#"),
    ]
