"""What happens here when something happens elsewhere, in its transaction."""

from __future__ import annotations

from crm_contracts.events import ContractSigned
from crm_receivables.posting import NewInstallment, NewInvoice, NewLine, post_invoices
from guanxi import _, today, translate


async def bill_activation(event: ContractSigned) -> None:
    """What a contract charges once becomes an invoice; its payment plan the installments. A replay does nothing."""
    if not event.total:
        return
    title = translate(_("Contract {number}: {title}", number=event.number, title=event.title), event.locale)
    invoice = NewInvoice(
        customer_id=event.customer_id,
        contract_id=event.contract_id,
        currency=event.currency,
        posted_on=today(),
        lines=tuple(
            NewLine(description=title, amount=part.amount, tax=part.tax, tax_rate=part.tax_rate)
            for part in event.by_rate
        ),
        installments=tuple(
            NewInstallment(due_on=part.due_on, amount=part.amount, label=part.label)
            for part in event.installments
            if part.amount
        ),
        source=f"contract:{event.contract_id}",
    )
    await post_invoices([invoice])
