"""What every format is read into. Amounts are minor units of the currency; money in is positive, money out negative."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

MAX_BYTES = 20 * 1024 * 1024
MAX_LINES = 200_000
MAX_TEXT = 1000
"""characters of a line's text; banks send a few hundred at most"""


class LineKind(StrEnum):
    NORMAL = "normal"
    REVERSAL = "reversal"
    """takes an earlier one back, as the bank says; the sign of the amount says which way"""
    CHARGES = "charges"
    """what the bank kept of an entry, told with it"""
    DIFFERENCE = "difference"
    """what the parts of an entry do not explain"""


class Line(msgspec.Struct, gc=False):
    booked_on: date
    amount: int
    currency: str
    value_on: date | None = None
    name: str = ""
    """of the counterparty"""
    account: str = ""
    """of the counterparty"""
    text: str = ""
    reference: str = ""
    """the payer's"""
    end_to_end_id: str = ""
    bank_reference: str = ""
    charges: int = 0
    """what the bank says it charged; information, the amount is what was booked"""
    kind: LineKind = LineKind.NORMAL


class Statement(msgspec.Struct):
    account: str
    """IBAN or number as the file has it, without spaces; empty where the file has none"""
    currency: str
    number: str = ""
    opening: int | None = None
    closing: int | None = None
    from_on: date | None = None
    to_on: date | None = None
    lines: list[Line] = msgspec.field(default_factory=list)
    torn: bool = False
    """a part does not begin with what the part before it ended with"""

    @property
    def difference(self) -> int:
        """How far it does not tie: closing − opening − Σ lines; 0 where the file has no balances."""
        if self.opening is None or self.closing is None:
            return 0
        return self.closing - self.opening - sum(line.amount for line in self.lines)
