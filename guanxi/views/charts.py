"""Charts as SVG that is drawn here: shapes only, placed in percent of the width, so that they fit any card.

The words around them (axis, labels, legend, table) are HTML, which keeps its size and can be read and copied.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from html import escape

from babel.numbers import format_compact_decimal, format_percent, get_currency_name
from markupsafe import Markup

from guanxi.declare.extensions import Chart
from guanxi.i18n import _, current_locale
from guanxi.money import allocate, exponent
from guanxi.views.formats import show_money, show_number
from guanxi.views.scale import Scale, scale_of

HEIGHT = 168
"""of the plot, in pixels"""
_MARGIN = 6
"""room above and below for the ends of lines"""
MOST_LABELS, MOST_SERIES = 60, 5
_MOST_NAMED_BARS, _MOST_BARS, _MOST_THIN_BARS = 18, 36, 90
"""bars with a text of their own, those that are elements of their own, and those of one path; more become lines"""
_LABELS_SHOWN, _LABELS_KEPT = 12, 6
"""names below the plot, and those that a narrow one keeps, at most"""
_LETTERS_SHOWN, _LETTERS_KEPT = 110, 40
"""how much has room there; a Chinese character is two letters"""
_SHORT = 24
_LARGEST = Decimal("1e30")
"""more is no number of ours"""
_DIGITS, _SHARE_DIGITS = 60, 40


@dataclass(slots=True)
class Label:
    text: str
    shown: bool
    rare: bool
    """left out where there is little room"""
    href: str = ""


@dataclass(slots=True)
class Share:
    label: str
    value: str
    percent: str
    bar: Markup
    href: str = ""


@dataclass(slots=True)
class ChartRow:
    label: str
    values: list[str]
    href: str = ""


@dataclass(slots=True)
class Drawing:
    """What the macro `chart` shows."""

    title: str
    kind: str
    svg: Markup = field(default_factory=Markup)
    axis: list[str] = field(default_factory=list)
    """from the top down"""
    unit: str = ""
    labels: list[Label] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)
    series: list[str] = field(default_factory=list)
    rows: list[ChartRow] = field(default_factory=list)
    cut: int = 0
    """how many labels are drawn, where there are more"""

    @property
    def empty(self) -> bool:
        return not self.rows


def compact(value: Decimal) -> str:
    """`12万`, `1.2亿`, `120K`, `1.2M`."""
    return format_compact_decimal(value, locale=current_locale(), fraction_digits=2)


def draw(chart: Chart) -> Drawing:
    with localcontext(prec=_DIGITS):
        return _draw(chart)


def _draw(chart: Chart) -> Drawing:
    count = min([len(chart.labels), *(len(series.values) for series in chart.series)]) if chart.series else 0
    made = Drawing(str(chart.title), chart.kind, series=[str(series.label) for series in chart.series])
    hrefs = chart.hrefs if len(chart.hrefs) >= count else [""] * count
    texts = [[_value_text(chart, series.values[n]) for series in chart.series] for n in range(count)]
    made.rows = [ChartRow(chart.labels[n], texts[n], hrefs[n]) for n in range(count)]
    if not count:
        return made
    drawn = min(count, MOST_LABELS)
    made.cut = drawn if drawn < count else 0
    values = [[_exact(chart, value) for value in series.values[:drawn]] for series in chart.series[:MOST_SERIES]]
    if chart.kind == "shares":
        made.shares = _shares(made.rows[:drawn], values[0])
        return made
    scale = scale_of([value for each in values for value in each])
    made.axis = [compact(tick) for tick in reversed(scale.ticks)]
    made.unit = str(get_currency_name(chart.currency, locale=current_locale())) if chart.currency else ""
    made.labels = _labels(made.rows[:drawn])
    made.svg = _plot(made, scale, values)
    return made


def _exact(chart: Chart, value: int | Decimal) -> Decimal:
    """In major units; what is no number counts as nothing."""
    if not _is_number(value):
        return Decimal(0)
    return Decimal(value).scaleb(-exponent(chart.currency)) if chart.currency else Decimal(value)


def _is_number(value: int | Decimal) -> bool:
    exact = Decimal(value)
    return exact.is_finite() and abs(exact) < _LARGEST


def _value_text(chart: Chart, value: int | Decimal) -> str:
    if not _is_number(value):
        return ""
    return show_money(int(value), chart.currency) if chart.currency else show_number(value)


def _labels(rows: list[ChartRow]) -> list[Label]:
    """Thinned out evenly, as far as their length asks for."""
    texts = [short(row.label) for row in rows]
    longest = 2 + max(sum(2 if ord(letter) > 0x2E7F else 1 for letter in text) for text in texts)
    step = -(-len(rows) // max(min(_LABELS_SHOWN, _LETTERS_SHOWN // longest), 1))
    shown = -(-len(rows) // step)
    sparse = step * -(-shown // max(min(_LABELS_KEPT, _LETTERS_KEPT // longest), 1))
    return [
        Label(texts[n], n % step == 0, n % sparse != 0, row.href if n % step == 0 else "") for n, row in enumerate(rows)
    ]


def short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"


def _plot(made: Drawing, scale: Scale, values: list[list[Decimal]]) -> Markup:
    lines = "".join(_grid_line(_y(scale, tick), zero=not tick) for tick in scale.ticks)
    as_lines = made.kind == "line" or len(values) * len(values[0]) > _MOST_THIN_BARS
    shapes = (_lines if as_lines else _bars)(made, scale, values)
    parts = f"<title>{escape(made.title)}</title><desc>{escape(_description(made, values))}</desc>"
    head = f'<svg class="plot" role="img" width="100%" height="{HEIGHT}" xmlns="http://www.w3.org/2000/svg">'
    return Markup(f'{head}{parts}<g class="grid">{lines}</g>{shapes}</svg>')


def _grid_line(y: str, *, zero: bool) -> str:
    mark = ' class="zero"' if zero else ""
    return f'<line x2="100%" y1="{y}" y2="{y}"{mark}/>'


def _description(made: Drawing, values: list[list[Decimal]]) -> str:
    series, place = max(
        ((s, n) for s, each in enumerate(values) for n in range(len(each))), key=lambda at: values[at[0]][at[1]]
    )
    return str(
        _(
            "From {first} to {last}. Highest: {label}, {series}, {value}.",
            first=short(made.rows[0].label),
            last=short(made.rows[len(values[0]) - 1].label),
            label=short(made.rows[place].label),
            series=short(made.series[series]),
            value=made.rows[place].values[series],
        )
    )


def _y(scale: Scale, value: Decimal) -> str:
    return _number(_MARGIN + (HEIGHT - 2 * _MARGIN) * (1 - scale.part(value)))


def _number(value: Decimal) -> str:
    """One digit after the point at most."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


def _named(made: Drawing, series: int, place: int) -> str:
    row = made.rows[place]
    text = f"{short(row.label)} · {short(made.series[series])} · {row.values[series]}"
    return f"<title>{escape(text)}</title>"


def _bars(made: Drawing, scale: Scale, values: list[list[Decimal]]) -> str:
    count, groups = len(values[0]), len(values)
    slot = Decimal(100) / count
    width = min(slot * Decimal("0.72") / groups, Decimal(9))
    drawn = []
    for s, each in enumerate(values):
        parts = []
        for n, value in enumerate(each):
            if not value:
                continue
            x = slot * n + (slot - width * groups) / 2 + width * s
            parts.append((n, x, *_ends(scale, value)))
        drawn.append(f'<g class="s{s + 1}">{_drawn_bars(made, s, parts, width, count * groups)}</g>')
    return "".join(drawn)


def _ends(scale: Scale, value: Decimal) -> tuple[Decimal, Decimal]:
    """Top and height; what is there can be seen."""
    room = HEIGHT - 2 * _MARGIN
    ends = sorted((scale.part(value), scale.part(Decimal(0))))
    height = max((ends[1] - ends[0]) * room, Decimal(1))
    return min(_MARGIN + (1 - ends[1]) * room, HEIGHT - height), height


def _drawn_bars(
    made: Drawing, series: int, parts: list[tuple[int, Decimal, Decimal, Decimal]], width: Decimal, number: int
) -> str:
    gap = width / 12
    inner = width - 2 * gap
    if number > _MOST_BARS:
        path = "".join(
            f"M{_number(x + gap)} {_number(y)}h{_number(inner)}v{_number(h)}h-{_number(inner)}z"
            for _n, x, y, h in parts
        )
        size = f'width="100%" height="{HEIGHT}" viewBox="0 0 100 {HEIGHT}" preserveAspectRatio="none"'
        return f'<svg {size}><path d="{path}"/></svg>' if path else ""
    return "".join(
        f'<rect x="{_number(x + gap)}%" y="{_number(y)}" width="{_number(inner)}%" height="{_number(h)}" rx="3"'
        + (f">{_named(made, series, n)}</rect>" if number <= _MOST_NAMED_BARS else "/>")
        for n, x, y, h in parts
    )


def _lines(made: Drawing, scale: Scale, values: list[list[Decimal]]) -> str:
    count, groups = len(values[0]), len(values)
    slot = Decimal(100) / count
    size = f'width="100%" height="{HEIGHT}" viewBox="0 0 100 {HEIGHT}" preserveAspectRatio="none"'
    drawn = []
    for s, each in enumerate(values):
        points = [(_number(slot * n + slot / 2), _y(scale, value)) for n, value in enumerate(each)]
        line = " ".join(f"{x},{y}" for x, y in points)
        dots = "".join(
            f'<circle cx="{x}%" cy="{y}" r="3.5"'
            + (f">{_named(made, s, n)}</circle>" if count * groups <= _MOST_NAMED_BARS else "/>")
            for n, (x, y) in enumerate(points if count * groups <= _MOST_BARS else [])
        )
        drawn.append(f'<g class="s{s + 1}"><svg {size}><polyline points="{line}"/></svg>{dots}</g>')
    return "".join(drawn)


def _shares(rows: list[ChartRow], values: list[Decimal]) -> list[Share]:
    """Bars as parts of the largest, percents as parts of the whole; a negative one has no part."""
    parts = [max(value, Decimal(0)) for value in values]
    most = max(parts)
    return [
        Share(
            row.label,
            row.values[0],
            percent,
            _share_bar(part / most * 100 if most else Decimal(0), n),
            row.href,
        )
        for n, (row, part, percent) in enumerate(zip(rows, parts, _percents(parts), strict=True))
    ]


def _percents(parts: list[Decimal]) -> list[str]:
    """Whole ones, each within one of its share, that sum to 100."""
    whole = sum(parts)
    if not whole:
        return [""] * len(parts)
    percents = allocate(100, [int((part / whole).scaleb(_SHARE_DIGITS)) for part in parts])
    return [format_percent(Decimal(percent) / 100, locale=current_locale()) for percent in percents]


def _share_bar(percent: Decimal, place: int) -> Markup:
    filled = f'<g class="s{place % MOST_SERIES + 1}"><rect width="{_number(percent)}%" height="8" rx="4"/></g>'
    head = '<svg class="share" width="100%" height="8" aria-hidden="true">'
    return Markup(f'{head}<rect class="track" width="100%" height="8" rx="4"/>{filled if percent else ""}</svg>')
