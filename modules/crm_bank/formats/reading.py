"""Any file: recognized by what is in it, never by its name.

What reads XML is imported when used: its library is too heavy for processes that never need it.
"""

from __future__ import annotations

import re

from crm_bank.formats.columns import Columns
from crm_bank.formats.csv_tables import read_csv
from crm_bank.formats.errors import EmptyFile, FileTooLarge, SeveralAccounts, WrongAccount, WrongCurrency
from crm_bank.formats.model import MAX_BYTES, MAX_LINES, Statement
from crm_bank.formats.mt940 import looks_like_mt940, read_mt940
from crm_bank.formats.ofx import looks_like_ofx, read_ofx


def read_statements(content: bytes, columns: Columns | None = None, currency: str = "CNY") -> list[Statement]:
    """The statements of a file, lines in the file's order (CSV: the oldest first). Raises StatementError.

    `columns`: how CSV of a bank that is not known is read; `currency`: of CSV that does not say it.
    """
    if not content.strip():
        raise EmptyFile()
    if len(content) > MAX_BYTES:
        raise FileTooLarge(megabytes=MAX_BYTES >> 20, lines=MAX_LINES)
    if looks_like_ofx(content):
        return read_ofx(content)
    if _looks_like_xml(content):
        from crm_bank.formats.camt import read_camt

        return read_camt(content)
    text = _swift_text(content)
    if looks_like_mt940(text):
        return read_mt940(text)
    return read_csv(content, columns, currency)


def _looks_like_xml(content: bytes) -> bool:
    head = content[:200]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\x00", b"")[2:]
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


def _swift_text(content: bytes) -> str:
    """UTF-8, or the Latin-1 of older files; GB18030 could not be told from it."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeError:
        return content.decode("latin-1")


def one_account(statements: list[Statement], account: str, currency: str) -> list[Statement]:
    """Those of a file that must be of this account. Raises SeveralAccounts, WrongAccount, WrongCurrency.

    What the file or we do not know of the account is not compared; covered digits (`6222****1234`) match any.
    """
    found = sorted({statement.account for statement in statements if statement.account})
    if len(found) > 1:
        raise SeveralAccounts(text=", ".join(found[:5]))
    if found and account and not _same_account(found[0], account):
        raise WrongAccount(text=found[0])
    other = next((each.currency for each in statements if each.currency != currency), None)
    if other is not None:
        raise WrongCurrency(line=1, text=other, currency=currency)
    return statements


def _same_account(found: str, ours: str) -> bool:
    """An IBAN holds the national number; `bank/number` and `IBAN` + currency are ways to write it."""
    one, two = (re.sub(r"[^0-9A-Z*@]", "", text.upper()) for text in (found, ours))
    if "*" in one:
        head, tail = one.split("*", 1)[0], one.rsplit("*", 1)[1]
        return two.startswith(head) and two.endswith(tail)
    if one == two or "@" in one:
        return True
    short, long = sorted((one, two), key=len)
    return len(short) >= 6 and short in long
