"""Which column of a CSV file holds what: of a bank that is known, or as somebody has set it for an account."""

from __future__ import annotations

import msgspec


class Columns(msgspec.Struct, frozen=True, omit_defaults=True):
    """Names of columns as the file's headings have them; empty: there is none."""

    date: str = ""
    value_date: str = ""
    amount: str = ""
    """signed, or always positive where `side` says the direction"""
    credit: str = ""
    """money in; with `debit`, in place of `amount`"""
    debit: str = ""
    side: str = ""
    name: str = ""
    account: str = ""
    text: str = ""
    reference: str = ""
    bank_reference: str = ""
    balance: str = ""
    currency: str = ""
    date_format: str = ""
    """of `strptime`; empty: year, month, day in this order"""
    encoding: str = ""
    delimiter: str = ""
    decimal_mark: str = "."

    @property
    def complete(self) -> bool:
        """Whether it says enough to read a file by."""
        return bool(self.date and (self.amount or self.credit or self.debit))
