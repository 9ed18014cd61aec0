"""Which column of a CSV file is what, kept for each bank account."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from crm_bank.formats import Columns
from crm_bank.formats.csv_rows import DELIMITERS, ENCODINGS
from crm_bank.models import BankAccount
from crm_bank.permissions import BankPermission
from guanxi import Action, Choice, Field, InvalidInput, Kind, Outcome, _, elevated, update


class Delimiter(Choice):
    AUTO = "auto", _("As found in the headings")
    COMMA = "comma", _("Comma")
    SEMICOLON = "semicolon", _("Semicolon")
    TAB = "tab", _("Tab")
    BAR = "bar", _("Bar")


class Encoding(Choice):
    AUTO = "auto", _("UTF-8, else GB18030")
    UTF_8 = "utf-8", _("UTF-8")
    GB18030 = "gb18030", _("GB18030")
    UTF_16 = "utf-16", _("UTF-16")
    LATIN_1 = "latin-1", _("ISO 8859-1")
    CP1252 = "cp1252", _("Windows-1252")
    BIG5 = "big5", _("Big5")
    SHIFT_JIS = "shift_jis", _("Shift JIS")


class Mark(Choice):
    POINT = "point", _("Point")
    COMMA = "comma", _("Comma")


_DELIMITERS = dict(zip(("comma", "semicolon", "tab", "bar"), DELIMITERS, strict=True))
assert set(ENCODINGS) == {each.value for each in Encoding} - {"auto"}


def _column(name: str, label: Any, *, required: bool = False) -> Field:
    return Field(name, label, kind=Kind.TEXT, required=required, max_length=80)


async def _set(account: BankAccount, values: dict[str, Any]) -> Outcome:
    columns = Columns(
        **{name: (values[name] or "").strip() for name in _NAMES},
        encoding="" if values["encoding"] == "auto" else values["encoding"],
        delimiter=_DELIMITERS.get(values["delimiter"], ""),
        decimal_mark="," if values["decimal_mark"] == "comma" else ".",
    )
    if not columns.complete:
        raise InvalidInput({"amount": _("Name the column of the amount, or those of money in and out.")})
    if columns.date_format:
        try:
            date.today().strftime(columns.date_format).encode()
            read_back = "%" in columns.date_format
        except (ValueError, UnicodeError):
            read_back = False
        if not read_back:
            raise InvalidInput({"date_format": _("Enter a format such as %d.%m.%Y.")})
    await _keep(account, msgspec.to_builtins(columns))
    return Outcome(_("CSV files of this account are read by these columns."))


async def _keep(account: BankAccount, columns: dict[str, Any]) -> None:
    with elevated():  # only these buttons change it
        await update(BankAccount, account.id, {"columns": columns})


async def _forget(account: BankAccount, values: dict[str, Any]) -> Outcome:
    await _keep(account, {})
    return Outcome(_("CSV files of this account are recognized by their headings."))


def _start(account: BankAccount) -> dict[str, Any]:
    columns = Columns(**account.columns)
    kept = {name: getattr(columns, name) for name in _NAMES}
    by_mark = {mark: name for name, mark in _DELIMITERS.items()}
    return kept | {
        "encoding": columns.encoding or "auto",
        "delimiter": by_mark.get(columns.delimiter, "auto"),
        "decimal_mark": "comma" if columns.decimal_mark == "," else "point",
    }


_FIELDS = (
    _column("date", _("Column of the date"), required=True),
    Field(
        "date_format",
        _("Date format"),
        kind=Kind.TEXT,
        required=False,
        max_length=30,
        help=_("Such as %d.%m.%Y; empty: year, month, day in this order."),
    ),
    _column("value_date", _("Column of the value date")),
    _column("amount", _("Column of the amount")),
    _column("side", _("Column that says in or out")),
    _column("credit", _("Column of money in")),
    _column("debit", _("Column of money out")),
    _column("name", _("Column of the counterparty")),
    _column("account", _("Column of its account")),
    _column("text", _("Column of the text")),
    _column("reference", _("Column of the reference")),
    _column("bank_reference", _("Column of the bank's number")),
    _column("balance", _("Column of the balance")),
    _column("currency", _("Column of the currency")),
    Field("encoding", _("Encoding"), kind=Kind.CHOICE, choices=Encoding, default=lambda: "auto"),
    Field("delimiter", _("Delimiter"), kind=Kind.CHOICE, choices=Delimiter, default=lambda: "auto"),
    Field("decimal_mark", _("Decimal mark"), kind=Kind.CHOICE, choices=Mark, default=lambda: "point"),
)
_NAMES = tuple(field.name for field in _FIELDS if field.kind is Kind.TEXT)

COLUMN_ACTIONS = (
    Action(
        name="columns",
        label=_("Columns of CSV files"),
        permission=BankPermission.ACCOUNTS,
        run=_set,
        fields=_FIELDS,
        start=_start,
    ),
    Action(
        name="forget_columns",
        label=_("Forget the columns"),
        permission=BankPermission.ACCOUNTS,
        run=_forget,
        when=lambda account: bool(account.columns),
    ),
)
