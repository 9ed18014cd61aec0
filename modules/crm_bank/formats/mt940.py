"""MT940 of SWIFT: several statements in a file, each perhaps in several parts (28C), :86: structured or free.

Signs: C is money in, D money out; RC takes a credit back and is money out, RD takes a debit back and is money in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from crm_bank.formats.details import read_details
from crm_bank.formats.errors import BadDate, BadPart, CutFile, FileTooLarge, MissingPart, WrongCurrency
from crm_bank.formats.model import MAX_BYTES, MAX_LINES, Line, LineKind, Statement
from crm_bank.formats.values import account_number, clean, currency_code, minor, shorten

_TAG = re.compile(r":([0-9]{2}[A-Z]?|NS):")
_BALANCE = re.compile(r"([CD])([0-9]{6})([A-Z]{3})([0-9,]{1,20})")
_ENTRY = re.compile(
    r"(?P<value>[0-9]{6})(?P<booked>[0-9]{4})?(?P<mark>RC|RD|C|D)(?P<funds>[A-Z])?(?P<amount>[0-9]+,[0-9]*)"
    r"(?P<kind>[A-Z][A-Z0-9]{3})(?P<customer>.*?)(?://(?P<bank>.*))?"
)
_SIGNS = {"C": 1, "D": -1, "RC": -1, "RD": 1}
_NO_REFERENCE = ("NONREF", "NOREF")


@dataclass(slots=True)
class _Message:
    """One part: what stands between two `:20:`."""

    line: int
    account: str = ""
    number: str = ""
    currency: str = ""
    opening: int | None = None
    closing: int | None = None
    intermediate_opening: bool = False
    intermediate_closing: bool = False
    from_on: date | None = None
    to_on: date | None = None
    lines: list[Line] = field(default_factory=list)


def looks_like_mt940(text: str) -> bool:
    return re.search(r"^(?:\{1:.*\{4:\s*)?\s*:20:", text[:2000], re.MULTILINE) is not None and ":25:" in text[:4000]


def read_mt940(text: str) -> list[Statement]:
    """Raises StatementError."""
    statements: list[Statement] = []
    before: _Message | None = None
    for message in _messages(text):
        if before is not None and _continues(before, message):
            last = statements[-1]
            last.torn = last.torn or before.closing != message.opening
            last.lines += message.lines
            last.closing, last.to_on = message.closing, message.to_on
        else:
            statements.append(_statement(message))
        before = message
    return statements


def _continues(before: _Message, message: _Message) -> bool:
    same = (before.account, before.currency, before.number) == (message.account, message.currency, message.number)
    return same and before.intermediate_closing and message.intermediate_opening


def _statement(message: _Message) -> Statement:
    return Statement(
        account=message.account,
        currency=message.currency,
        number=message.number,
        opening=message.opening,
        closing=message.closing,
        from_on=message.from_on,
        to_on=message.to_on,
        lines=message.lines,
    )


def _messages(text: str) -> Iterator[_Message]:
    message: _Message | None = None
    count, number = 0, 1
    for number, tag, value in _fields(text):
        if tag == "20":
            if message is not None:
                yield _finished(message, number)
            message = _Message(number)
        elif message is None:
            raise MissingPart(line=number, part=":20:")
        else:
            _take(message, tag, value, number)
            count += tag == "61"
            if count > MAX_LINES:
                raise FileTooLarge(megabytes=MAX_BYTES >> 20, lines=MAX_LINES)
    if message is None:
        raise MissingPart(line=number, part=":20:")
    yield _finished(message, number)


def _finished(message: _Message, line: int) -> _Message:
    if message.opening is None:
        raise MissingPart(line=message.line, part=":60F:")
    if message.closing is None:
        raise CutFile(line=line)
    if not message.account:
        raise MissingPart(line=message.line, part=":25:")
    return message


def _fields(text: str) -> Iterator[tuple[int, str, str]]:
    """(line, tag, value), the lines of a value joined by `\\n`; envelopes and ends of messages are left out."""
    begun: tuple[int, str] | None = None
    value: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        if line.startswith("{"):
            line = line.rpartition("{4:")[2] if "{4:" in line else ""
        found = _TAG.match(line)
        ends = line.rstrip() == "-" or line.startswith("-}")
        if found or ends:
            if begun is not None:
                yield begun[0], begun[1], "\n".join(value)
            begun, value = ((number, found[1]), [line[found.end() :]]) if found else (None, [])
        elif begun is not None:
            value.append(line)
    if begun is not None:
        yield begun[0], begun[1], "\n".join(value)


def _take(message: _Message, tag: str, value: str, line: int) -> None:
    match tag:
        case "25":
            message.account = account_number(value)
        case "28C" | "28":
            message.number = clean(value.partition("/")[0], 20)
        case "60F" | "60M":
            message.opening, message.from_on = _balance(message, value, line, tag)
            message.intermediate_opening = tag == "60M"
        case "61":
            message.lines.append(_entry(message, value, line))
        case "86" if message.lines and message.closing is None:
            read_details(value, message.lines[-1])
        case "62F" | "62M":
            message.closing, message.to_on = _balance(message, value, line, tag)
            message.intermediate_closing = tag == "62M"


def _balance(message: _Message, value: str, line: int, tag: str) -> tuple[int, date]:
    found = _BALANCE.fullmatch(value.strip())
    if found is None:
        raise BadPart(line=line, part=f":{tag}:", text=shorten(value))
    currency = currency_code(found[3], line)
    if message.currency and currency != message.currency:
        raise WrongCurrency(line=line, text=currency, currency=message.currency)
    message.currency = currency
    return minor(_decimal(found[4]), currency, line) * _SIGNS[found[1]], _short_day(found[2], line)


def _entry(message: _Message, value: str, line: int) -> Line:
    first, _newline, supplement = value.partition("\n")
    found = _ENTRY.fullmatch(first.strip())
    if found is None:
        raise BadPart(line=line, part=":61:", text=shorten(value))
    if not message.currency:
        raise MissingPart(line=line, part=":60F:")
    value_on = _short_day(found["value"], line)
    customer = clean(found["customer"], 64)
    return Line(
        booked_on=_booked(value_on, found["booked"], line),
        value_on=value_on,
        amount=minor(_decimal(found["amount"]), message.currency, line) * _SIGNS[found["mark"]],
        currency=message.currency,
        text=clean(supplement),
        reference="" if customer in _NO_REFERENCE else customer,
        bank_reference=clean(found["bank"], 64),
        kind=LineKind.REVERSAL if found["mark"].startswith("R") else LineKind.NORMAL,
    )


def _decimal(text: str) -> str:
    return text.replace(",", ".", 1)


def _short_day(text: str, line: int) -> date:
    """YYMMDD."""
    year = int(text[:2])
    try:
        return date(year + (1900 if year >= 80 else 2000), int(text[2:4]), int(text[4:6]))
    except ValueError:
        raise BadDate(line=line, text=text) from None


def _booked(value_on: date, text: str | None, line: int) -> date:
    """MMDD is of the year that brings it nearest to the value date."""
    if not text:
        return value_on
    days = []
    for year in (value_on.year - 1, value_on.year, value_on.year + 1):
        try:
            days.append(date(year, int(text[:2]), int(text[2:])))
        except ValueError:
            continue
    if not days:
        raise BadDate(line=line, text=text)
    return min(days, key=lambda each: abs(each - value_on))
