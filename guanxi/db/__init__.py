"""The database: contexts of companies, transactions, SQL, migrations and the embedded servers."""

from guanxi.db.connection import Statements, count_statements
from guanxi.db.context import Context, close_context, connect_config, open_context
from guanxi.db.engine import TransactionAborted
from guanxi.db.sql import (
    Record,
    copy_rows,
    execute,
    execute_many,
    fetch,
    fetch_row,
    fetch_value,
    in_transaction,
    on_commit,
    transaction,
)

__all__ = [
    "Context",
    "Record",
    "Statements",
    "TransactionAborted",
    "close_context",
    "connect_config",
    "copy_rows",
    "count_statements",
    "execute",
    "execute_many",
    "fetch",
    "fetch_row",
    "fetch_value",
    "in_transaction",
    "on_commit",
    "open_context",
    "transaction",
]
