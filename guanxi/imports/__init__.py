"""Imports: reading CSV and XLSX, mapping columns to fields, dry run, and the job that writes."""

from guanxi.imports.dry import DryRun, dry_run
from guanxi.imports.errors import UnreadableFile, WrongColumns
from guanxi.imports.plan import Plan, read_plan
from guanxi.imports.table import Table, read_table
from guanxi.imports.target import Target, find_target
from guanxi.imports.work import IMPORT, start_import

__all__ = [
    "IMPORT",
    "DryRun",
    "Plan",
    "Table",
    "Target",
    "UnreadableFile",
    "WrongColumns",
    "dry_run",
    "find_target",
    "read_plan",
    "read_table",
    "start_import",
]
