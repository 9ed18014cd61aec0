"""How large a file of an import may be."""

from __future__ import annotations

MAX_BYTES = 20_000_000
MAX_ROWS = 200_000
MAX_LINES = 2 * MAX_ROWS
"""rows with the empty ones among and below them: a file of line breaks alone would take seconds to walk through"""
MAX_COLUMNS = 200
MAX_CELLS = 5_000_000
"""rows times columns: what a sheet takes in memory, however few of its cells are filled"""
MAX_CELL = 32_767
"""characters in a cell, as in a spreadsheet"""
MAX_RATIO = 100
"""how many times its size a part of a workbook may unpack to"""
MAX_UNPACKED = 100_000_000
"""bytes of all parts of a workbook together"""
