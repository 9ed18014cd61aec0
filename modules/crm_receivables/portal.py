"""What customers see in the portal: what is due, their invoices and their payments."""

from __future__ import annotations

from typing import Any

from crm_portal.extensions import PortalBlock, PortalLink, PortalSection
from crm_receivables import queries
from crm_receivables.cards import money_of
from crm_receivables.choices import Direction, PaymentMethod
from crm_receivables.documents import build_invoice
from crm_receivables.models import Invoice
from crm_receivables.paying import pay_addresses
from guanxi import (
    Figure,
    Kind,
    NotFound,
    PanelData,
    Table,
    Text,
    Tone,
    _,
    fetch,
    fetch_row,
    format_money,
    render_pdf,
    show_date,
    today,
)


async def _summary(customer_id: int) -> PanelData:
    sums = await fetch(queries.OWED_BY_CUSTOMER, customer_id, today())
    if not any(row["amount"] for row in sums):
        return PanelData(empty=_("Nothing is due."))
    figures = [Figure(_("Owed"), money_of(sums))]
    if any(row["overdue"] for row in sums):
        figures.append(Figure(_("Overdue"), money_of(sums, "overdue"), Tone.BAD))
    return PanelData(figures=figures)


async def _due(customer_id: int) -> PanelData:
    rows = await fetch(queries.DUE_OF_CUSTOMER, customer_id)
    return PanelData(
        table=Table(
            columns=(_("Due"), _("Invoice"), _("Label"), _("Outstanding")),
            rows=[
                (
                    show_date(row["due_on"]),
                    row["number"],
                    row["label"],
                    format_money(row["outstanding"], row["currency"]),
                )
                for row in rows
            ],
            kinds=(Kind.DATE, Kind.TEXT, Kind.TEXT, Kind.MONEY),
        ),
        empty=_("Nothing is due."),
    )


_AMOUNTS: dict[str, Text] = {
    "total": _("Total"),
    "paid": _("Paid"),
    "settled_by_credit": _("Settled by credit notes"),
    "written_off": _("Written off"),
    "outstanding": _("Outstanding"),
}
_PERHAPS = ("settled_by_credit", "written_off")
"""shown where there are any"""


async def _invoices(customer_id: int) -> PortalBlock:
    rows = await fetch(queries.INVOICES_OF_CUSTOMER, customer_id)
    shown = {name: label for name, label in _AMOUNTS.items() if name not in _PERHAPS or any(row[name] for row in rows)}
    addresses = await pay_addresses({row["id"]: row["currency"] for row in rows if row["outstanding"]})
    data = PanelData(
        table=Table(
            columns=(_("Invoice"), _("Invoice date"), *shown.values()),
            rows=[
                (
                    row["number"],
                    show_date(row["posted_on"]),
                    *(format_money(row[name], row["currency"]) for name in shown),
                )
                for row in rows
            ],
            kinds=(Kind.TEXT, Kind.DATE, *(Kind.MONEY for _name in shown)),
            hrefs=[f"/portal/due/{row['id']}.pdf" for row in rows],
        ),
        empty=_("No invoices yet."),
    )
    links = [_pay_now(row, addresses.get(row["id"])) for row in rows] if addresses else []
    return PortalBlock(_("Invoices"), data, row_links=links)


def _pay_now(invoice: Any, address: str | None) -> PortalLink | None:
    """What is overdue stands out."""
    overdue = invoice["due_on"] is not None and invoice["due_on"] < today()
    return None if address is None else PortalLink(_("Pay now"), address, primary=overdue)


async def _payments(customer_id: int) -> PanelData:
    rows = await fetch(queries.PAYMENTS_OF_CUSTOMER, customer_id)
    return PanelData(
        table=Table(
            columns=(_("Date"), _("Direction"), _("Payment method"), _("Amount")),
            rows=[
                (
                    show_date(row["received_on"]),
                    str(Direction(row["direction"]).label),
                    str(PaymentMethod(row["method"]).label) if row["method"] else "",
                    format_money(row["amount"], row["currency"]),
                )
                for row in rows
            ],
            kinds=(Kind.DATE, Kind.TEXT, Kind.TEXT, Kind.MONEY),
        ),
        empty=_("No payments yet."),
    )


async def _blocks(customer_id: int) -> list[PortalBlock]:
    return [
        PortalBlock(_("What is due"), await _due(customer_id)),
        await _invoices(customer_id),
        PortalBlock(_("Payments"), await _payments(customer_id)),
    ]


async def _document(customer_id: int, invoice_id: int, language: str) -> tuple[str, bytes]:
    row = await fetch_row(queries.INVOICE_OF_CUSTOMER, customer_id, invoice_id)
    if row is None:
        raise NotFound()
    pdf = await render_pdf(await build_invoice(Invoice._init_from_db(**row), language))
    return f"{row['number']}.pdf", pdf


DUE = PortalSection(
    name="due",
    title=_("What is due"),
    icon="money",
    order=20,
    main=True,
    summary=_summary,
    blocks=_blocks,
    document=_document,
)
