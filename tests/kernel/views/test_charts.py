"""Charts: any numbers make a picture that is well formed, small and inside its frame."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings, strategies as st

from guanxi.declare.extensions import Chart, Series
from guanxi.i18n import Text, use_locale
from guanxi.views.charts import HEIGHT, MOST_LABELS, draw
from guanxi.views.scale import scale_of

NUMBERS = st.one_of(
    st.integers(-(10**18), 10**18), st.decimals(allow_nan=True, allow_infinity=True), st.just(0), st.integers(-5, 5)
)


def chart(
    values: list[int | Decimal], *more: list[int | Decimal], kind: str = "bars", currency: str | None = None
) -> Chart:
    series = [Series(Text(f"S{n}"), each) for n, each in enumerate((values, *more))]
    return Chart(Text("Billed"), [f"L{n}" for n in range(len(values))], series, kind, currency)  # type: ignore[arg-type]


@st.composite
def charts(draw_from: st.DrawFn) -> Chart:
    size = draw_from(st.integers(0, 70))
    rows = draw_from(st.lists(st.lists(NUMBERS, min_size=size, max_size=size), min_size=1, max_size=6))
    label = draw_from(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
    made = chart(*rows, kind=draw_from(st.sampled_from(["bars", "line", "shares"])))
    made.labels[:] = [label for _each in made.labels]
    return made


def checked(svg: str) -> ElementTree.Element:
    root = ElementTree.fromstring(svg)
    for element in root.iter():
        for name in ("x", "width", "cx", "x2"):
            text = element.get(name, "0")
            assert 0 <= float(text.rstrip("%")) <= 100.1, (name, text)
        y, height = float(element.get("y", "0")), float(element.get("height", "0"))
        assert 0 <= y <= HEIGHT and height >= 0 and y + height <= HEIGHT + 0.2
        for name in ("y1", "y2", "cy"):
            assert 0 <= float(element.get(name, "0")) <= HEIGHT
        for x, y_text in re.findall(r"(-?[\d.]+),(-?[\d.]+)", element.get("points", "")):
            assert 0 <= float(x) <= 100 and 0 <= float(y_text) <= HEIGHT
        for x, y_text in re.findall(r"M(-?[\d.]+) (-?[\d.]+)", element.get("d", "")):
            assert 0 <= float(x) <= 100 and 0 <= float(y_text) <= HEIGHT
    return root


@settings(deadline=None, max_examples=40)
@given(charts())
def test_any_numbers_are_drawn_inside_the_frame(given_chart: Chart) -> None:
    with use_locale("en"):
        drawn = draw(given_chart)
    assert "NaN" not in drawn.svg and "Infinity" not in drawn.svg
    assert len(drawn.rows) == len(given_chart.labels)
    if drawn.svg:
        checked(str(drawn.svg))
    for share in drawn.shares:
        checked(str(share.bar))


@pytest.mark.parametrize("kind", ["bars", "line"])
@pytest.mark.parametrize(("labels", "series"), [(1, 1), (6, 3), (12, 2), (30, 2), (30, 5)])
def test_a_picture_stays_small(kind: str, labels: int, series: int) -> None:
    rows = [[(n + 7) * 123_456_789 % 1_000_003 for n in range(labels)] for _each in range(series)]
    drawn = draw(chart(*rows, kind=kind, currency="CNY"))  # type: ignore[arg-type]
    assert len(drawn.svg.encode()) <= 3200


def test_axis_in_the_units_of_the_language() -> None:
    many = chart([250_000_000_00, 0, -10_000_000_00], currency="CNY")
    with use_locale("zh_CN"):
        assert draw(many).axis == ["3亿", "2亿", "1亿", "0", "-1亿"]
        assert draw(many).unit == "人民币"
    with use_locale("en"):
        assert draw(many).axis == ["300M", "200M", "100M", "0", "-100M"]
        assert draw(chart([3, 1, 2])).axis == ["3", "2", "1", "0"]


def test_names_are_thinned_out_and_short() -> None:
    drawn = draw(chart(list(range(30))))
    assert [label.text for label in drawn.labels if label.shown] == [f"L{n}" for n in range(0, 30, 3)]
    assert [label.text for label in drawn.labels if label.shown and not label.rare] == [
        f"L{n}" for n in range(0, 30, 6)
    ]
    weeks = chart(list(range(24)))
    weeks.labels[:] = [f"Week {n} of 2026" for n in range(24)]
    shown = [label for label in draw(weeks).labels if label.shown]
    assert [len(shown), sum(not label.rare for label in shown)] == [6, 2]
    long = chart([1])
    long.labels[0] = "x" * 80
    assert draw(long).labels[0].text == "x" * 23 + "…"
    assert draw(long).rows[0].label == "x" * 80


def test_bars_stand_on_zero() -> None:
    root = checked(str(draw(chart([10, -10, 0])).svg))
    bars = [each for each in root.iter() if each.tag.endswith("rect")]
    up, down = bars
    zero = next(each for each in root.iter() if each.get("class") == "zero")
    assert float(up.get("y", "")) + float(up.get("height", "")) == float(zero.get("y1", ""))
    assert float(down.get("y", "")) == float(zero.get("y1", ""))
    assert [title.text for bar in bars for title in bar] == ["L0 · S0 · 10", "L1 · S0 · -10"]


def test_what_is_tiny_can_be_seen() -> None:
    root = checked(str(draw(chart([10**9, 1])).svg))
    assert [each.get("height") for each in root.iter() if each.tag.endswith("rect")][1] == "1"


def test_shares_are_parts_of_the_whole() -> None:
    with use_locale("en"):
        drawn = draw(chart([300_00, 100_00, 0, -5], kind="shares", currency="USD"))
    assert [(s.label, s.value, s.percent) for s in drawn.shares] == [
        ("L0", "$300.00", "75%"),
        ("L1", "$100.00", "25%"),
        ("L2", "$0.00", "0%"),
        ("L3", "-$0.05", "0%"),
    ]
    assert 'width="33.3%"' in drawn.shares[1].bar


@pytest.mark.parametrize(
    ("values", "percents"),
    [
        ([505, 305, 190], ["51%", "30%", "19%"]),
        ([1, 1, 1], ["34%", "33%", "33%"]),
        ([Decimal("0.5"), Decimal("0.25"), 1, -3, 0], ["29%", "14%", "57%", "0%", "0%"]),
        ([10**29, 1], ["100%", "0%"]),
        ([0, -1], ["", ""]),
    ],
)
def test_percents_sum_to_a_hundred(values: list[int | Decimal], percents: list[str]) -> None:
    with use_locale("en"):
        assert [share.percent for share in draw(chart(values, kind="shares")).shares] == percents


def test_too_many_labels_are_said() -> None:
    drawn = draw(chart([1] * 80))
    assert (drawn.cut, len(drawn.labels), len(drawn.rows)) == (MOST_LABELS, MOST_LABELS, 80)


def test_nothing_to_draw() -> None:
    assert draw(Chart(Text("x"), [], [])).empty
    assert draw(Chart(Text("x"), [], [Series(Text("a"), [])])).svg == ""
    assert not draw(chart([0, 0])).empty


def test_words_are_escaped() -> None:
    made = chart([1])
    made.labels[0] = '</svg><script>"&'
    root = checked(str(draw(made).svg))
    assert '</svg><script>"&' in "".join(root.itertext())


def test_scales_have_round_numbers() -> None:
    def ticks(*values: str) -> list[str]:
        return [f"{float(tick):g}" for tick in scale_of([Decimal(value) for value in values]).ticks]

    assert ticks("0") == ["0", "1"]
    assert ticks("7") == ["0", "2", "4", "6", "8"]
    assert ticks("1") == ["0", "1"]
    assert ticks("0.3") == ["0", "0.1", "0.2", "0.3"]
    assert ticks("-3", "100") == ["-50", "0", "50", "100"]
