"""What differs between two texts, by paragraph and within paragraphs by word; Chinese by character.

The shortest edit of Myers (1986), in bounded time: texts that differ too much to tell count as replaced. The standard
library's difflib takes cubic time on hostile texts.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isqrt
from typing import Literal

Kind = Literal["same", "removed", "added"]
_WORDS = re.compile(r"[A-Za-z0-9_À-ɏ]+|\s+|.", re.DOTALL)
STEPS = 1_000_000
"""of comparing two texts; half a second"""


@dataclass(frozen=True, slots=True)
class Piece:
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph, or several that changed together: as it was, and as it is; empty where there was nothing."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        return any(piece.kind != "same" for piece in (*self.before, *self.after))


class Budget:
    """How many steps are left; raises Spent."""

    def __init__(self, steps: int = STEPS) -> None:
        self.left = steps

    def take(self, steps: int) -> None:
        self.left -= steps
        if self.left < 0:
            raise Spent


class Spent(Exception):
    """The texts differ too much to tell how."""


def compare(before: str, after: str, budget: Budget | None = None) -> list[Row]:
    """Row by row; nothing for two empty texts."""
    budget = budget or Budget()
    old, new = _paragraphs(before), _paragraphs(after)
    rows: list[Row] = []
    for kept, removed, added in _blocks(old, new, budget):
        rows += [Row((Piece("same", text),), (Piece("same", text),)) for text in kept]
        if removed or added:
            rows.append(_within("\n".join(removed), "\n".join(added), budget))
    return rows


def _paragraphs(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip()]


def _within(before: str, after: str, budget: Budget) -> Row:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    left: list[Piece] = []
    right: list[Piece] = []
    for kept, removed, added in _blocks(old, new, budget):
        _put(left, "same", kept)
        _put(right, "same", kept)
        _put(left, "removed", removed)
        _put(right, "added", added)
    return Row(tuple(left), tuple(right))


def _put(pieces: list[Piece], kind: Kind, words: Sequence[str]) -> None:
    if words:
        pieces.append(Piece(kind, "".join(words)))


Block = tuple[Sequence[str], Sequence[str], Sequence[str]]


def _blocks(old: Sequence[str], new: Sequence[str], budget: Budget) -> Iterator[Block]:
    """What stayed, then what was removed and what was added in its place; and so on."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    yield old[:head], (), ()
    x = y = 0
    for start_x, start_y, length in _matches(middle_old, middle_new, budget):
        yield (), middle_old[x:start_x], middle_new[y:start_y]
        x, y = start_x + length, start_y + length
        yield middle_old[start_x:x], (), ()
    yield (), middle_old[x:], middle_new[y:]
    yield old[len(old) - tail :], (), ()


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    length = 0
    for a, b in zip(old, new, strict=False):
        if a != b:
            break
        length += 1
    return length


def _matches(old: Sequence[str], new: Sequence[str], budget: Budget) -> list[tuple[int, int, int]]:
    """Runs that both have, as (place in old, place in new, length); none where finding them takes too long."""
    try:
        trace = _trace(old, new, budget)
    except Spent:
        return []
    found: list[tuple[int, int, int]] = []
    x, y = len(old), len(new)
    for d in range(len(trace) - 1, 0, -1):
        k = x - y
        down = _goes_down(trace[d], d + 1, d, k)
        k_before = k + 1 if down else k - 1
        start_x = trace[d][d + 1 + k_before]
        after_x = start_x if down else start_x + 1
        if x > after_x:
            found.append((after_x, after_x - k, x - after_x))
        x, y = start_x, start_x - k_before
    if x:
        found.append((0, 0, x))
    return found[::-1]


def _goes_down(reached: array[int], zero: int, d: int, k: int) -> bool:
    """Whether the way to diagonal `k` with `d` edits comes from the one above: something was added."""
    return k == -d or (k != d and reached[zero + k - 1] < reached[zero + k + 1])


def _trace(old: Sequence[str], new: Sequence[str], budget: Budget) -> list[array[int]]:
    """For each number `d` of edits, how far the diagonals from -d-1 to d+1 had come before it (Myers). Raises Spent."""
    most = min(len(old) + len(new), isqrt(max(budget.left, 0)) + 1)
    zero = most + 1
    reached = array("l", [0]) * (2 * most + 3)
    trace: list[array[int]] = []
    for d in range(most + 1):
        budget.take(2 * d + 1)
        trace.append(reached[zero - d - 1 : zero + d + 2])
        for k in range(-d, d + 1, 2):
            x = reached[zero + k + 1] if _goes_down(reached, zero, d, k) else reached[zero + k - 1] + 1
            first = x
            while x < len(old) and x - k < len(new) and old[x] == new[x - k]:
                x += 1
            budget.take(x - first)
            reached[zero + k] = x
            if x >= len(old) and x - k >= len(new):
                return trace
    raise Spent
