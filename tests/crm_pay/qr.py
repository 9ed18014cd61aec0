"""Reads a QR code back (ISO/IEC 18004), versions 3 to 6; damage is not repaired."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Grid = list[list[bool]]
_LEVELS = {1: "L", 0: "M", 3: "Q", 2: "H"}
_BLOCKS = {
    (3, "L"): [55], (3, "M"): [44], (3, "Q"): [17, 17], (3, "H"): [13, 13],
    (4, "L"): [80], (4, "M"): [32, 32], (4, "Q"): [24, 24], (4, "H"): [9, 9, 9, 9],
    (5, "L"): [108], (5, "M"): [43, 43], (5, "Q"): [15, 15, 16, 16], (5, "H"): [11, 11, 12, 12],
    (6, "L"): [68, 68], (6, "M"): [27] * 4, (6, "Q"): [19] * 4, (6, "H"): [15] * 4,
}  # fmt: skip
"""Data codewords by block."""
_MASKS: list[Callable[[int, int], bool]] = [
    lambda y, x: (y + x) % 2 == 0,
    lambda y, x: y % 2 == 0,
    lambda y, x: x % 3 == 0,
    lambda y, x: (y + x) % 3 == 0,
    lambda y, x: (y // 2 + x // 3) % 2 == 0,
    lambda y, x: y * x % 2 + y * x % 3 == 0,
    lambda y, x: (y * x % 2 + y * x % 3) % 2 == 0,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2 == 0,
]


def read_svg(svg: bytes) -> str:
    """Of segno's drawing: one path of strokes, `M` and `m` move, `h` draws dark modules."""
    text = svg.decode()
    path = max(re.findall(r'd="([^"]+)"', text), key=len)
    x, y, dark = 0.0, 0.0, set[tuple[int, int]]()
    for kind, numbers in re.findall(r"([Mmhz])([-0-9. ]*)", path):
        given = [float(each) for each in re.findall(r"-?[0-9.]+", numbers)]
        if kind == "h":
            dark |= {(int(y - 0.5), int(x) + step) for step in range(int(given[0]))}
            x += given[0]
        elif kind in "Mm":
            x, y = (given[0], given[1]) if kind == "M" else (x + given[0], y + given[1])
    margin = min(column for _row, column in dark)
    size = max(column for _row, column in dark) - margin + 1
    return read([[(row + margin, column + margin) in dark for column in range(size)] for row in range(size)])


def _free(size: int, y: int, x: int) -> bool:
    """Holds data: neither finder, timing, alignment nor format."""
    finder = (y < 9 and (x < 9 or x >= size - 8)) or (y >= size - 8 and x < 9)
    return not finder and 6 not in (y, x) and not (abs(y - size + 7) <= 2 and abs(x - size + 7) <= 2)


def _path(size: int) -> Iterator[tuple[int, int]]:
    """Two columns at a time, from the right, up and down in turn, without the column of the timing."""
    columns = [x for x in range(size - 1, 0, -1) if x != 6]
    rights = [x for x in columns if (x > 6 and (size - 1 - x) % 2 == 0) or (x < 6 and x % 2 == 1)]
    for turn, right in enumerate(rights):
        for y in range(size - 1, -1, -1) if turn % 2 == 0 else range(size):
            yield y, right
            yield y, right - 1


def read(grid: Grid) -> str:
    size = len(grid)
    version = (size - 17) // 4
    seen = [grid[8][x] for x in (0, 1, 2, 3, 4)]
    form = sum(bit << 4 - at for at, bit in enumerate(seen)) ^ 0b10101
    level, mask = _LEVELS[form >> 3], _MASKS[form & 7]
    bits = [grid[y][x] ^ mask(y, x) for y, x in _path(size) if _free(size, y, x)]
    words = [sum(bit << 7 - at for at, bit in enumerate(bits[n : n + 8])) for n in range(0, len(bits) - 7, 8)]
    sizes = _BLOCKS[version, level]
    blocks: list[list[int]] = [[] for _size in sizes]
    for place in range(max(sizes)):
        for block, length in zip(blocks, sizes, strict=True):
            if place < length:
                block.append(words.pop(0))
    stream = "".join(f"{word:08b}" for block in blocks for word in block)
    assert stream[:4] == "0100", "not bytes"
    count = int(stream[4:12], 2)
    return bytes(int(stream[12 + 8 * n : 20 + 8 * n], 2) for n in range(count)).decode()
