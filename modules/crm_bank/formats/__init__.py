"""Bank statements: bytes in, statements out. Knows no database, no network and no screen."""

from crm_bank.formats.columns import Columns
from crm_bank.formats.errors import ERRORS, StatementError
from crm_bank.formats.model import Line, LineKind, Statement
from crm_bank.formats.reading import one_account, read_statements

__all__ = ["ERRORS", "Columns", "Line", "LineKind", "Statement", "StatementError", "one_account", "read_statements"]
