"""Lines a second read from bank statements, the slowest of four formats."""

from __future__ import annotations

import csv
import gc
import io
import re
import time
from collections.abc import Callable
from statistics import median

from lxml import etree

from benchmarks import statements
from benchmarks.harness import Machine, Result
from crm_bank.formats import read_statements

LINES = 20_000
ROUNDS = 5


async def measure(servers: Machine) -> Result:
    gc.disable()  # as in the process that reads files
    try:
        found = [_measured(*each) for each in _FORMATS]
    finally:
        gc.enable()
    return Result(*min(found), "lines/s")


def _measured(make: Callable[[int], bytes], bare: Callable[[bytes], None]) -> tuple[float, float]:
    content = make(LINES)
    assert sum(len(each.lines) for each in read_statements(content)) == LINES
    ours, floor = _rates(lambda: read_statements(content), lambda: bare(content))
    print(f"  {make.__name__}: {ours:,.0f} lines a second, bare {floor:,.0f}")
    return ours, floor


def _rates(*works: Callable[[], object]) -> list[float]:
    """Medians of lines a second, in turns."""
    seconds: list[list[float]] = [[] for _work in works]
    for _round in range(ROUNDS):
        for found, work in zip(seconds, works, strict=True):
            started = time.perf_counter()
            work()
            found.append(time.perf_counter() - started)
    return [LINES / median(found) for found in seconds]


def _bare_xml(content: bytes) -> None:
    for _event, element in etree.iterparse(io.BytesIO(content), tag="{*}Ntry"):
        element.clear()


def _bare_csv(content: bytes) -> None:
    for _row in csv.reader(io.StringIO(content.decode("gb18030"))):
        continue


def _bare_lines(content: bytes) -> None:
    for _line in content.decode().split("\n"):
        continue


def _bare_tags(content: bytes) -> None:
    for _tag in re.finditer("<([^>]+)>([^<]*)", content.decode()):
        continue


_FORMATS = (
    (statements.camt, _bare_xml),
    (statements.csv, _bare_csv),
    (statements.mt940, _bare_lines),
    (statements.ofx, _bare_tags),
)
"""and the least that a file of each costs"""
