"""What the pages of an import call the parts of its files."""

from __future__ import annotations

from dataclasses import dataclass

from guanxi.i18n import Text, _


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportWords:
    """A format of its own may have cards or entries where a table has rows. Each text has the places of `TABLE`'s."""

    name: Text | None
    """what is imported; None: the title of the list where it goes"""
    accept: str
    """which files the browser offers"""
    choose: Text
    offered: Text
    columns: Text
    column: Text
    change: Text
    become: Text
    row: Text
    value: Text
    rows: Text
    tried: Text
    take: Text
    progress: Text
    problems: Text
    rejected: Text


TABLE = ImportWords(
    name=None,
    accept=".csv,.xlsx,.tsv,text/csv",
    choose=_(
        "Choose a CSV or XLSX file whose first row holds the headings. Nothing is written before you have seen what"
        " would happen."
    ),
    offered=_("Columns that can be imported"),
    columns=_("Columns"),
    column=_("Column of the file"),
    change=_("Change the columns"),
    become=_("How rows become records"),
    row=_("Row"),
    value=_("Column and value"),
    rows=_("{count} rows"),
    tried=_("Only the first {count} rows were tried on the database."),
    take=_("Import {count} rows"),
    progress=_("{done} of {total} rows"),
    problems=_("Rows with problems"),
    rejected=_("Rows that were not taken"),
)
