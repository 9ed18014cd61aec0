"""Drawings of signatures: whole points on their field, and nothing else."""

from __future__ import annotations

import pytest

from crm_contracts.strokes import picture, read_strokes
from guanxi import InvalidInput


def test_a_drawing_is_read_and_pictured() -> None:
    strokes = read_strokes("[[0,0,600,200],[5,6,7,8,9,10]]")
    assert strokes == [[0, 0, 600, 200], [5, 6, 7, 8, 9, 10]]
    assert picture(strokes).count(b"<polyline") == 2 and b'points="5,6 7,8 9,10"' in picture(strokes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[[]]",
        "[[1,2]]",
        "[[1,2,3]]",
        "[[1.5,2,3,4]]",
        "[[NaN,2,3,4]]",
        "[[1e400,2,3,4]]",
        "[[-1,2,3,4]]",
        "[[601,2,3,4]]",
        "[[1,201,3,4]]",
        f"[[{'9' * 5000},2,3,4]]",
        "[" * 50_000,
        "[[" + "1,2," * 100_000 + "1,2]]",
        "[" + "[1,2,3,4]," * 201 + "[1,2,3,4]]",
        '{"a":1}',
        '[["1","2","3","4"]]',
        "[[true,2,3,4]]",
        "null",
        "\x00",
    ],
)
def test_what_is_no_drawing_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        read_strokes(text)
