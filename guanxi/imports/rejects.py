"""The file of rows that were not taken, for people to mend and import again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guanxi.i18n import LOCALES, _, translate
from guanxi.imports.normal import normalize
from guanxi.imports.table import Table
from guanxi.records.csv_out import write_csv

PROBLEM = _("Problem")


def rejected_rows(table: Table, reasons: Mapping[int, str], called: Callable[[str], str] = str) -> bytes:
    """A CSV file of the rows with these indexes as they came, and why in a last column; an older such column goes.

    `called` says what people call a heading.
    """
    width = len(table.headings)
    if width > 1 and is_problem_heading(table.headings[-1]):
        width -= 1
    lines = [[*map(called, table.headings[:width]), str(PROBLEM)]]
    for index in sorted(reasons):
        cells = table.rows[index][1][:width]
        lines.append([*cells, *[""] * (width - len(cells)), reasons[index]])
    return write_csv(lines)


def is_problem_heading(heading: str) -> bool:
    return normalize(heading) in {normalize(translate(PROBLEM, locale)) for locale in LOCALES}
