"""Why a file is no statement that can be taken; each names the place by line, and by element where there is one."""

from __future__ import annotations

from guanxi.errors import GuanxiError
from guanxi.i18n import _


class StatementError(GuanxiError):
    """Nothing of the file is taken."""

    code = "statement"
    status = 422
    message = _("This file is no bank statement that can be read.")


class EmptyFile(StatementError):
    code = "statement_empty"
    message = _("The file is empty.")


class FileTooLarge(StatementError):
    code = "statement_too_large"
    message = _("The file is too large: at most {megabytes} MB and {lines} lines.")


class UnknownFormat(StatementError):
    code = "statement_format"
    message = _("The format was not recognized: CAMT.052/053, MT940, OFX, or CSV of a known bank or with columns set.")


class BadEncoding(StatementError):
    code = "statement_encoding"
    message = _("The text cannot be read as {encoding}.")


class CutFile(StatementError):
    code = "statement_cut"
    message = _("The file ends too early, after line {line}.")


class UnsafeXml(StatementError):
    code = "statement_unsafe"
    message = _("The file declares a document type or entities, which no bank does.")


class MalformedXml(StatementError):
    code = "statement_xml"
    message = _("Line {line}: this is no well-formed XML.")


class MissingPart(StatementError):
    code = "statement_missing"
    message = _("Line {line}: {part} is missing.")


class BadPart(StatementError):
    code = "statement_part"
    message = _("Line {line}: {part} cannot be read: {text}")


class BadDate(StatementError):
    code = "statement_date"
    message = _("Line {line}: there is no such day: {text}")


class FarDate(StatementError):
    code = "statement_year"
    message = _("Line {line}: the year must be from 1900 to 2999: {text}")


class BadAmount(StatementError):
    code = "statement_amount"
    message = _("Line {line}: this is no amount: {text}")


class TooPrecise(StatementError):
    code = "statement_decimals"
    message = _("Line {line}: {text} has more decimals than {currency} has.")


class AmountOutOfRange(StatementError):
    code = "statement_range"
    message = _("Line {line}: the amount is too large: {text}")


class UnknownCurrency(StatementError):
    code = "statement_unknown_currency"
    message = _("Line {line}: there is no such currency: {text}")


class WrongCurrency(StatementError):
    code = "statement_currency"
    message = _("Line {line}: {text}, where the account is in {currency}.")


class WrongAccount(StatementError):
    code = "statement_account"
    message = _("The statement is of another account: {text}")


class SeveralAccounts(StatementError):
    code = "statement_accounts"
    message = _("The file is of several accounts: {text}")


class MissingColumn(StatementError):
    code = "statement_column"
    message = _("There is no column called {text}.")


class TooSlow(StatementError):
    code = "statement_slow"
    message = _("Reading the file took too long.")


_ALL: list[type[StatementError]] = [StatementError, *StatementError.__subclasses__()]
ERRORS = {error.code: error for error in _ALL}
"""by code: a child process tells its parent the code and the parameters"""
