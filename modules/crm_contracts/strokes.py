"""Drawn signatures: strokes of points on a field of 600 × 200, `[[x, y, x, y, …], …]`, and their picture."""

from __future__ import annotations

from typing import Annotated

import msgspec

from guanxi import InvalidInput, _

WIDTH, HEIGHT = 600, 200
MAX_TEXT = 60_000
MAX_STROKES = 200
MAX_POINTS = 6000
_WRONG = _("The drawing could not be read. Draw it again, or type your name.")

Coordinate = Annotated[int, msgspec.Meta(ge=0, le=WIDTH)]
Stroke = Annotated[list[Coordinate], msgspec.Meta(min_length=4)]
Strokes = Annotated[list[Stroke], msgspec.Meta(min_length=1, max_length=MAX_STROKES)]


def read_strokes(text: str) -> list[list[int]]:
    """Raises InvalidInput for whatever is no drawing: other numbers than integers on the field, too much, nothing."""
    if not text or text == "[]":
        raise InvalidInput({"strokes": _("Draw your signature, or choose to type your name.")})
    try:
        if len(text) > MAX_TEXT:
            raise ValueError
        strokes: list[list[int]] = msgspec.json.decode(text, type=Strokes)
        if sum(map(len, strokes)) > 2 * MAX_POINTS or not all(map(_on_field, strokes)):
            raise ValueError
    except (ValueError, RecursionError) as error:  # msgspec's errors are ValueErrors
        raise InvalidInput({"strokes": _WRONG}) from error
    return strokes


def _on_field(stroke: list[int]) -> bool:
    return len(stroke) % 2 == 0 and all(y <= HEIGHT for y in stroke[1::2])


def picture(strokes: list[list[int]]) -> bytes:
    """As SVG."""
    lines = "".join(
        f'<polyline points="{" ".join(f"{x},{y}" for x, y in zip(stroke[::2], stroke[1::2], strict=True))}"/>'
        for stroke in strokes
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        '<g fill="none" stroke="#14213d" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">'
        f"{lines}</g></svg>"
    ).encode()
