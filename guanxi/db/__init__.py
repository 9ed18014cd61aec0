"""The database: contexts of companies, transactions, SQL, migrations and the embedded servers."""

from guanxi.db import migrations
from guanxi.db.beforehand import beforehand, whole
from guanxi.db.connection import Statements, count_statements
from guanxi.db.context import Context, close_context, connect_config, model_context, open_context
from guanxi.db.databases import create_database, database_exists, database_url, drop_database, rename_database
from guanxi.db.embedded import ServerFailed
from guanxi.db.engine import TransactionAborted
from guanxi.db.locks import DataDirectoryInUse, DirectoryLock
from guanxi.db.servers import EmbeddedPostgres, EmbeddedValkey
from guanxi.db.sql import (
    Record,
    copy_json,
    copy_rows,
    execute,
    execute_many,
    fetch,
    fetch_row,
    fetch_value,
    in_transaction,
    on_commit,
    outside_transaction,
    transaction,
)

__all__ = [
    "Context",
    "DataDirectoryInUse",
    "DirectoryLock",
    "EmbeddedPostgres",
    "EmbeddedValkey",
    "Record",
    "ServerFailed",
    "Statements",
    "TransactionAborted",
    "beforehand",
    "close_context",
    "connect_config",
    "copy_json",
    "copy_rows",
    "count_statements",
    "create_database",
    "database_exists",
    "database_url",
    "drop_database",
    "execute",
    "execute_many",
    "fetch",
    "fetch_row",
    "fetch_value",
    "in_transaction",
    "migrations",
    "model_context",
    "on_commit",
    "open_context",
    "outside_transaction",
    "rename_database",
    "transaction",
    "whole",
]
