"""The import of what the tax bureau's system has drawn (全量发票查询导出结果)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.tax_invoice_choices import TaxInvoiceState
from crm_receivables.tax_invoice_columns import ALIASES
from crm_receivables.tax_invoice_matching import Found, look_up
from crm_receivables.tax_invoice_models import TaxInvoice
from crm_receivables.tax_invoice_rows import Drawn, Refused, read_row
from guanxi import (
    Field,
    GuanxiError,
    Importer,
    ImportProblem,
    ImportResult,
    ImportRow,
    InvalidInput,
    Kind,
    Text,
    _,
    create,
    elevated,
    transaction,
    update,
)

_ORDER = list(TaxInvoiceState)
_COLUMNS = {"issued_on": "issued_at", "customer": "buyer_name"}
"""of the file, for fields that are called otherwise there"""


async def write_drawn(rows: list[ImportRow]) -> ImportResult:
    """One batch: red letters after what they may reverse."""
    result = ImportResult()
    drawn: list[Drawn] = []
    for row in rows:
        try:
            drawn.append(read_row(row.number, row.values))
        except Refused as refused:
            result.problems.append(ImportProblem(row.number, refused.column, refused.reason))
    drawn = _one_each(drawn, result)
    found = await look_up(drawn)
    for each in sorted(drawn, key=lambda each: each.values["total"] < 0):
        try:
            async with transaction():
                await _write(each, found, result)
        except Refused as refused:
            result.problems.append(ImportProblem(each.row, refused.column, refused.reason))
        except GuanxiError as error:
            result.problems += _problems(each.row, error)
    return result


def _one_each(drawn: Sequence[Drawn], result: ImportResult) -> list[Drawn]:
    """Without those of a sheet that has a row for each line (信息汇总表): none of its sums is the tax invoice's."""
    sums = defaultdict(set)
    for each in drawn:
        sums[each.key].add((each.values["total"], each.values["tax"]))
    reason = _("Several rows have this number, with other amounts. One row for each tax invoice is wanted.")
    result.problems += [ImportProblem(each.row, "number", reason) for each in drawn if len(sums[each.key]) > 1]
    return [each for each in drawn if len(sums[each.key]) == 1]


async def _write(drawn: Drawn, found: Found, result: ImportResult) -> None:
    """Raises Refused, and what the gateway refuses."""
    known = found.known.get(drawn.key)
    if known is not None:
        await _renew(drawn, known, result)
        return
    customer_id = found.customer(drawn)
    values = drawn.values | {"customer_id": customer_id}
    parts = found.parts(drawn, customer_id) if drawn.state != TaxInvoiceState.VOID else []
    if drawn.values["total"] > 0:
        values["parts"] = parts
    made = await create(TaxInvoice, values)
    if drawn.state != TaxInvoiceState.NORMAL:
        with elevated():
            await update(TaxInvoice, made.id, {"state": drawn.state.value})
    found.note(drawn, made, parts)
    result.created += 1


async def _renew(drawn: Drawn, known: dict[str, Any], result: ImportResult) -> None:
    """The tax bureau knows when one was reversed or voided since; nothing else of it ever changes."""
    if (known["total"], known["tax"]) != (drawn.values["total"], drawn.values["tax"]):
        raise Refused("number", _("This tax invoice is here with other amounts."))
    if _ORDER.index(drawn.state) <= _ORDER.index(TaxInvoiceState(known["state"])):
        result.unchanged += 1
        return
    changed: dict[str, Any] = {"state": drawn.state.value}
    if drawn.state is TaxInvoiceState.VOID:
        changed["parts"] = []
    with elevated():
        await update(TaxInvoice, known["id"], changed)
    known["state"] = drawn.state.value
    result.updated += 1


def _problems(row: int, error: GuanxiError) -> list[ImportProblem]:
    fields = error.fields if isinstance(error, InvalidInput) else {}
    names = {field.name for field in DRAWN.fields}
    found = []
    for name, reason in fields.items():
        column = _COLUMNS.get(name, name)
        found.append(ImportProblem(row, column if column in names else "remark", reason))
    return found or [ImportProblem(row, "", error.text)]


def _text(name: str, label: Text, longest: int = 300) -> Field:
    return Field(name, label, kind=Kind.TEXT, required=False, max_length=longest)


def _money(name: str, label: Text, required: bool = True) -> Field:
    return Field(name, label, kind=Kind.MONEY, currency="=CNY", required=required)


DRAWN = Importer(
    name="tax_invoices",
    title=_("Import tax invoices"),
    permission=ReceivablesPermission.TAX_INVOICE,
    write=write_drawn,
    batch=500,
    help=_(
        "The full-volume export of the tax bureau's system, as Excel or CSV. Columns that it has besides are left out."
    ),
    fields=(
        _text("code", _("Code", "tax invoice"), 20),
        _text("number", _("Number"), 40),
        _text("digital_number", _("Number of a digital one"), 40),
        _text("seller_tax_number", _("Seller's tax number"), 40),
        _text("seller_name", _("Seller", "tax invoice")),
        _text("buyer_tax_number", _("Buyer's tax number"), 30),
        _text("buyer_name", _("Buyer", "tax invoice"), 200),
        Field("issued_at", _("Drawn on"), kind=Kind.DATETIME, required=True),
        _money("net", _("Without tax")),
        _money("tax", _("Tax"), required=False),
        _money("total", _("Total")),
        Field("kind", _("Kind"), kind=Kind.TEXT, required=True, max_length=60),
        _text("state", _("State"), 60),
        Field("positive", _("Above zero"), kind=Kind.BOOLEAN, required=False),
        _text("drawer", _("Drawn by", "tax invoice"), 60),
        _text("remark", _("Remark", "tax invoice"), 2000),
        _text("serial", _("Our invoice"), 60),
        _text("reverses_number", _("Reverses no."), 20),
        _text("confirmation_number", _("Red-letter confirmation no."), 40),
    ),
    aliases=ALIASES,
)
