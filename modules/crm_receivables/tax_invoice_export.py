"""What is to be drawn, as a file for the tax bureau's batch drawing: of each invoice what no tax invoice covers yet."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import groupby
from operator import itemgetter
from typing import Any

from crm_core.services import persons_among
from crm_receivables.models import Invoice
from crm_receivables.parties import parties_of
from crm_receivables.tax_invoice_columns import (
    BASIC,
    BASIC_SHEET,
    CODE,
    DETAIL,
    DETAIL_SHEET,
    GENERAL,
    LACKING,
    LONGEST,
    NO,
    NOTES,
    SPECIAL,
    YES,
)
from crm_receivables.tax_invoice_models import CURRENCY
from crm_receivables.tax_invoice_settings import TaxInvoiceSettings
from guanxi import FileFormat, InvalidInput, Text, _, allocate, fetch, plain_amount, settings_of, write_csv

Row = dict[str, str]
_TO_DRAW = "SELECT * FROM crm_receivables_invoice WHERE id = ANY($1::bigint[]) AND tax_open > 0 ORDER BY id"
_LINES = (
    "SELECT * FROM crm_receivables_line WHERE invoice_id = ANY($1::bigint[]) AND amount > 0 ORDER BY invoice_id, id"
)
_COUNTED = """
SELECT v.number, count(*) AS lines FROM crm_receivables_invoice v JOIN crm_receivables_line l ON l.invoice_id = v.id
WHERE v.id = ANY($1::bigint[]) AND v.tax_open > 0 AND l.amount > 0 GROUP BY v.id ORDER BY v.id
"""
_HEAD_ROWS = 3


_MOST_NAMED = 10
"""invoices that the warning names"""


async def lines_without_code(invoice_ids: list[int]) -> Text | None:
    """Which lines of the file would have no tax classification code: none where one is set, else all."""
    if settings_of(TaxInvoiceSettings).tax_code:
        return None
    found = await fetch(_COUNTED, invoice_ids)
    if not found:
        return None
    named = [str(_("{number} ({count})", number=row["number"], count=row["lines"])) for row in found[:_MOST_NAMED]]
    if len(found) > _MOST_NAMED:
        named.append("…")
    return _(
        "No tax classification code is set, so the file for the tax bureau lacks it. Invoices, and how many lines of"
        " each are without it: {invoices}. Enter it under Settings, Tax invoices (fapiao), or in the file.",
        invoices=str(_(", ", "between values")).join(named),
    )


async def rows_to_draw(invoice_ids: Sequence[int]) -> list[tuple[Row, list[Row]]]:
    """For each invoice with something left, its basic information and its lines. Raises InvalidInput without any."""
    found = [Invoice._init_from_db(**row) for row in await fetch(_TO_DRAW, list(invoice_ids))]
    if not found:
        raise InvalidInput(message=_("Nothing of these invoices is left to be drawn."))
    persons = await persons_among({invoice.customer_id for invoice in found})
    lines = await fetch(_LINES, [invoice.id for invoice in found])
    by_invoice = {id: list(group) for id, group in groupby(lines, key=itemgetter("invoice_id"))}
    return [
        (await _basic(invoice, invoice.customer_id in persons), _details(invoice, by_invoice.get(invoice.id, [])))
        for invoice in found
    ]


async def _basic(invoice: Invoice, person: bool) -> Row:
    """Buyers are as they were when the invoice was posted."""
    buyer, settings = (await parties_of(invoice)).buyer, settings_of(TaxInvoiceSettings)
    return _cut(
        {
            "发票流水号": invoice.number,
            "发票类型": SPECIAL if settings.special and buyer.tax_number and not person else GENERAL,
            "是否含税": YES,
            "受票方自然人标识": YES if person else NO,
            "购买方名称": buyer.name,
            "购买方纳税人识别号": buyer.tax_number,
            "购买方地址": buyer.address,
            "备注": invoice.number,
        }
    )


def _details(invoice: Invoice, lines: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Whole lines with quantity and price; of an invoice that is covered in part, the shares of what is left."""
    amounts = [line["amount"] for line in lines]
    whole = invoice.tax_open == sum(amounts)
    shares = amounts if whole else allocate(invoice.tax_open, amounts)
    return [_detail(invoice, line, share, whole) for line, share in zip(lines, shares, strict=True) if share]


def _detail(invoice: Invoice, line: Mapping[str, Any], share: int, whole: bool) -> Row:
    row = {
        "发票流水号": invoice.number,
        "项目名称": line["description"],
        CODE: settings_of(TaxInvoiceSettings).tax_code,
        "金额": plain_amount(share, CURRENCY),
        "税率": f"{(line['tax_rate'].scaleb(-2)).normalize():f}",
    }
    if whole and line["quantity"] > 0:
        row["数量"] = f"{line['quantity'].normalize():f}"
        row["单价"] = plain_amount(line["unit_price"], CURRENCY)
    return _cut(row)


def _cut(row: Row) -> Row:
    return {name: " ".join(text.split())[: LONGEST.get(name, 300)] for name, text in row.items()}


def _sheet(book: Any, name: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    sheet, bold = book.add_worksheet(name), book.add_format({"bold": True})
    sheet.set_column(0, len(columns) - 1, 18)
    sheet.write_string(0, 0, NOTES[name] + _lacking(columns, rows))
    for column, heading in enumerate(columns):
        if heading in LONGEST:
            sheet.write_string(1, column, f"(限{LONGEST[heading]}字符)")
        sheet.write_string(2, column, heading, bold)
    sheet.freeze_panes(_HEAD_ROWS, 1)
    for number, row in enumerate(rows, _HEAD_ROWS):
        for column, heading in enumerate(columns):
            if row.get(heading):
                sheet.write_string(number, column, row[heading])


def _lacking(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """Which rows of the sheet have no tax classification code, as people count them: 4-9、12."""
    if CODE not in columns:
        return ""
    lacking = [number for number, row in enumerate(rows, _HEAD_ROWS + 1) if not row.get(CODE)]
    spans = [
        [number for _place, number in span]
        for _first, span in groupby(enumerate(lacking), lambda each: each[1] - each[0])
    ]
    said = "、".join(str(span[0]) if len(span) == 1 else f"{span[0]}-{span[-1]}" for span in spans)
    return LACKING.format(rows=said) if said else ""


def _workbook(found: Sequence[tuple[Row, list[Row]]]) -> bytes:
    """All cells are texts, as the template wants it: no text can become a formula."""
    from xlsxwriter import Workbook  # late: not every process writes spreadsheets

    output = BytesIO()
    with Workbook(output, {"in_memory": True}) as book:
        _sheet(book, BASIC_SHEET, BASIC, [basic for basic, _lines in found])
        _sheet(book, DETAIL_SHEET, DETAIL, [line for _basic, lines in found for line in lines])
    return output.getvalue()


async def write_workbook(invoice_ids: list[int]) -> bytes:
    return await asyncio.to_thread(_workbook, await rows_to_draw(invoice_ids))


async def write_table(invoice_ids: list[int]) -> bytes:
    """One table: a row for each line, with the basic information before it."""
    columns = (*BASIC, *DETAIL[1:])
    found = await rows_to_draw(invoice_ids)
    rows = [[(basic | line).get(name, "") for name in columns] for basic, lines in found for line in lines]
    return write_csv([list(columns), *rows])


BATCH_FORMATS = (
    FileFormat(
        name="batch.xlsx",
        label=_("Tax invoices to draw (Excel)"),
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        write=write_workbook,
        warn=lines_without_code,
    ),
    FileFormat(
        name="batch.csv",
        label=_("Tax invoices to draw (CSV)"),
        media_type="text/csv; charset=utf-8",
        write=write_table,
        warn=lines_without_code,
    ),
)
