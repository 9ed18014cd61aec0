"""Reads CSV by a layout: preambles, rows, refunds, fees, footers, newest first or last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from crm_bank.formats.columns import Columns
from crm_bank.formats.csv_banks import LAYOUTS, Layout
from crm_bank.formats.csv_rows import Row, decode, delimiter_of, read_rows
from crm_bank.formats.errors import BadPart, CutFile, MissingColumn, UnknownFormat, WrongCurrency
from crm_bank.formats.model import Line, LineKind, Statement
from crm_bank.formats.values import (
    account_number,
    clean,
    currency_code,
    day,
    day_in,
    looks_like_day,
    minor_written,
    shorten,
)

_PREAMBLE = 60
"""lines among which the headings must be"""
_FOOTER = re.compile(
    r"^(?:[#\-=—*]|共|合计|总计|小计|本页|收入|支出|已收入|已支出|待收入|待支出|导出|用户|资金流水|总交易|total|sum\b|end\b)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"(?:账\s*号|卡\s*号|账户|支付宝账户|商户号)\s*[:：,]\s*[\[【]?\s*([^\]】,，\s]{3,64})")
_PERIOD = re.compile(
    r"(?:起始日期|起始时间|开始日期)\s*[:：]\s*[\[【]?\s*([0-9年月日./-]{8,12}).{0,30}?"
    r"(?:终止日期|终止时间|截止日期|结束日期)\s*[:：]\s*[\[【]?\s*([0-9年月日./-]{8,12})",
    re.DOTALL,
)
_EMPTY = ("", "/", "-", "--")


@dataclass(frozen=True, slots=True)
class _Table:
    layout: Layout
    headings: dict[str, int]
    rows: list[Row]
    preamble: str
    currency: str
    date_format: str = ""
    decimal_mark: str = "."

    def cell(self, row: Row, name: str) -> str:
        at = self.headings.get(name, -1)
        if not 0 <= at < len(row.cells):
            return ""
        text = row.cells[at].strip(" \t`'\u00a0")
        return "" if text in _EMPTY else text

    def first(self, row: Row, names: tuple[str, ...]) -> str:
        return next((text for name in names if (text := self.cell(row, name))), "")


@dataclass(slots=True)
class _Read:
    lines: list[Line] = field(default_factory=list)
    balances: list[tuple[int, int]] = field(default_factory=list)
    """(how many lines there are then, balance after them)"""


def read_csv(content: bytes, columns: Columns | None = None, currency: str = "CNY") -> list[Statement]:
    """By the columns given, or of a bank that is known by its headings. Raises StatementError."""
    if columns is not None and columns.complete:
        table = _by_columns(content, columns, currency)
    else:
        table = _by_headings(content, currency)
    return [_statement(table)]


def _by_headings(content: bytes, currency: str) -> _Table:
    text = decode(content)
    lines = text.splitlines(keepends=True)
    for index, line in enumerate(lines[:_PREAMBLE]):
        for delimiter in (",", "\t"):
            headings = {name.strip().strip('"').strip("\ufeff"): at for at, name in enumerate(line.split(delimiter))}
            layout = next((each for each in LAYOUTS if each.needs <= headings.keys()), None)
            if layout is not None:
                return _Table(
                    layout=layout,
                    headings={name: at for name, at in headings.items() if name},
                    rows=read_rows("".join(lines[index + 1 :]), delimiter, index + 2),
                    preamble="".join(lines[:index]),
                    currency=currency,
                )
    raise UnknownFormat()


def _by_columns(content: bytes, columns: Columns, currency: str) -> _Table:
    """Raises MissingColumn for the column that no line among the first ones has with the date's."""
    text = decode(content, columns.encoding)
    lines = text.splitlines(keepends=True)
    for index, line in enumerate(lines[:_PREAMBLE]):
        delimiter = columns.delimiter or delimiter_of(line)
        rows = read_rows(line if line.count('"') % 2 == 0 else "", delimiter)
        headings = {name.strip(" \t`\ufeff"): at for at, name in enumerate(rows[0].cells)} if rows else {}
        if columns.date in headings:
            wanted = (columns.amount, columns.credit, columns.debit, columns.side, columns.balance, columns.value_date)
            more = (columns.name, columns.account, columns.text, columns.reference, columns.bank_reference)
            missing = next((name for name in (*wanted, *more, columns.currency) if name and name not in headings), None)
            if missing:
                raise MissingColumn(text=missing)
            return _Table(
                layout=_layout(columns),
                headings=headings,
                rows=read_rows("".join(lines[index + 1 :]), delimiter, index + 2),
                preamble="".join(lines[:index]),
                currency=currency,
                date_format=columns.date_format,
                decimal_mark=columns.decimal_mark or ".",
            )
    raise MissingColumn(text=columns.date)


def _layout(columns: Columns) -> Layout:
    signs = {"+": 1, "-": -1, "C": 1, "D": -1, "CR": 1, "DR": -1, "CRDT": 1, "DBIT": -1, "credit": 1, "debit": -1}
    chinese = {"收入": 1, "支出": -1, "贷": 1, "借": -1, "收": 1, "付": -1, "Credit": 1, "Debit": -1}
    return Layout(
        name="columns",
        date=columns.date,
        value_date=columns.value_date,
        amount=columns.amount,
        credit=columns.credit,
        debit=columns.debit,
        side=columns.side,
        sides=signs | chinese,
        names=(columns.name,),
        accounts=(columns.account,),
        texts=(columns.text,),
        references=(columns.reference,),
        bank_references=(columns.bank_reference,),
        balance=columns.balance,
        currency=columns.currency,
    )


def _statement(table: _Table) -> Statement:
    read = _Read()
    currency = ""
    for row in _entries(table):
        if table.layout.currency and (text := table.cell(row, table.layout.currency)):
            own = currency_code(text, row.line)
            if currency and own != currency:
                raise WrongCurrency(line=row.line, text=own, currency=currency)
            currency = own
        before = len(read.lines)
        read.lines += _lines(table, row, currency or table.currency)
        balance = table.cell(row, table.layout.balance)
        if balance and len(read.lines) > before:
            amount = minor_written(balance, currency or table.currency, row.line, table.decimal_mark)
            read.balances.append((len(read.lines), amount))
    found = _with_balances(read)
    account = _ACCOUNT.search(table.preamble)
    period = _PERIOD.search(table.preamble)
    found.account = account_number(account[1]) if account else ""
    found.currency = currency or table.currency
    if period and looks_like_day(period[1]) and looks_like_day(period[2]):
        found.from_on, found.to_on = day(period[1], 1), day(period[2], 1)
    elif found.lines:
        found.from_on, found.to_on = found.lines[0].booked_on, found.lines[-1].booked_on
    return found


def _entries(table: _Table) -> Iterator[Row]:
    """Rows with a day. What else begins like a footer ends them; a row that is too short was cut off."""
    ended = False
    width = max((table.headings[name] for name in table.layout.needs if name in table.headings), default=0)
    for number, row in enumerate(table.rows):
        text = table.cell(row, table.layout.date)
        has_day = _has_day(table, text)
        first = next((cell.strip(" \t`\ufeff") for cell in row.cells if cell.strip(" \t`\ufeff")), "")
        if not has_day and (ended or not first or _FOOTER.match(first)):
            ended = True
            continue
        if _moved_nothing(table, row):
            continue
        last = number == len(table.rows) - 1
        if len(row.cells) <= width and (last or not has_day):
            raise CutFile(line=row.line)
        if not has_day:
            raise BadPart(line=row.line, part=table.layout.date, text=shorten(text or first))
        yield row


def _has_day(table: _Table, text: str) -> bool:
    """Or something that wants to be one: `31.11.2026` is refused later, a line of sums is none."""
    if table.date_format:
        return re.search("[0-9]", text) is not None and _FOOTER.match(text) is None
    return looks_like_day(text)


def _moved_nothing(table: _Table, row: Row) -> bool:
    return bool(table.layout.status) and table.cell(row, table.layout.status) in table.layout.skipped


def _lines(table: _Table, row: Row, currency: str) -> list[Line]:
    layout = table.layout
    amount = _amount(table, row, currency)
    if amount is None:
        return []
    value = table.cell(row, layout.value_date)
    texts: Mapping[str, None] = dict.fromkeys(text for name in layout.texts if (text := table.cell(row, name)))
    base = Line(
        booked_on=_day(table, table.cell(row, layout.date), row.line),
        value_on=_day(table, value, row.line) if value else None,
        amount=amount,
        currency=currency,
        name=clean(table.first(row, layout.names), 200),
        account=account_number(table.first(row, layout.accounts)),
        text=clean(" ".join(texts)),
        reference=clean(table.first(row, layout.references), 140),
        bank_reference=clean(table.first(row, layout.bank_references), 64),
    )
    return [base, *_beside(table, row, base)]


def _beside(table: _Table, row: Row, base: Line) -> Iterator[Line]:
    """What the row says was refunded, and what the provider kept."""
    for name, kind in ((table.layout.refunded, LineKind.REVERSAL), (table.layout.fee, LineKind.CHARGES)):
        text = table.cell(row, name)
        amount = abs(minor_written(text, base.currency, row.line)) if text else 0
        if amount:
            out = kind is LineKind.CHARGES or base.amount > 0
            yield Line(
                booked_on=base.booked_on,
                amount=-amount if out else amount,
                currency=base.currency,
                name=base.name,
                text=base.text,
                reference=base.reference,
                bank_reference=base.bank_reference,
                kind=kind,
            )


def _day(table: _Table, text: str, line: int) -> date:
    return day_in(text, table.date_format, line) if table.date_format else day(text, line)


def _amount(table: _Table, row: Row, currency: str) -> int | None:
    """Signed; None where the row moved no money of the account."""
    layout, mark = table.layout, table.decimal_mark
    if layout.amount:
        text = table.cell(row, layout.amount)
        if not text:
            raise BadPart(line=row.line, part=layout.amount, text="")
        amount = minor_written(text, currency, row.line, mark)
        return amount if not layout.side else _directed(table, row, amount)
    credit, debit = (table.cell(row, name) for name in (layout.credit, layout.debit))
    got = minor_written(credit, currency, row.line, mark) if credit else 0
    paid = minor_written(debit, currency, row.line, mark) if debit else 0
    if not credit and not debit:
        raise BadPart(line=row.line, part=layout.credit or layout.debit, text="")
    return got - abs(paid)


def _directed(table: _Table, row: Row, amount: int) -> int | None:
    layout = table.layout
    side = table.cell(row, layout.side)
    sign = layout.sides.get(side)
    if sign is None and layout.title:
        title = table.cell(row, layout.title)
        sign = next((sign for begin, sign in layout.titles.items() if title.startswith(begin)), None)
    if sign is None and layout.name == "columns":
        raise BadPart(line=row.line, part=layout.side, text=shorten(side))
    return None if sign is None else sign * amount


def _with_balances(read: _Read) -> Statement:
    """In order of time. The balance before the first line, and after the last one, where rows have balances."""
    lines, balances = read.lines, read.balances
    newest_first = _newest_first(lines, balances)
    found = Statement(account="", currency="", lines=lines[::-1] if newest_first else lines)
    if not lines or not balances:
        return found
    count = len(lines)
    if newest_first:
        (ends, last), (begins, first) = balances[0], balances[-1]
        if ends != 1 or begins != count:
            return found
        found.closing, found.opening = last, first - lines[-1].amount
    else:
        (begins, first), (ends, last) = balances[0], balances[-1]
        if begins != 1 or ends != count:
            return found
        found.closing, found.opening = last, first - lines[0].amount
    return found


def _newest_first(lines: list[Line], balances: list[tuple[int, int]]) -> bool:
    if lines and lines[0].booked_on != lines[-1].booked_on:
        return lines[0].booked_on > lines[-1].booked_on
    if len(balances) < 2 or len(balances) != len(lines):
        return False
    forward = sum(
        after - before == line.amount
        for (_a, before), (_b, after), line in zip(balances, balances[1:], lines[1:], strict=False)
    )
    backward = sum(
        before - after == line.amount
        for (_a, before), (_b, after), line in zip(balances, balances[1:], lines, strict=False)
    )
    return backward > forward
