"""What happens here when something happens elsewhere, in its transaction."""

from __future__ import annotations

from crm_contracts.events import ContractActivated
from crm_receivables import queries
from crm_receivables.posting import NewInstallment, NewInvoice, NewLine, post_invoices, today
from guanxi import _, fetch_value


async def bill_activation(event: ContractActivated) -> None:
    """What a contract charges once becomes an invoice; its payment plan the installments. A replay does nothing."""
    if not event.total:
        return
    tax = await fetch_value(queries.TAX_OF_CONTRACT, event.contract_id)
    invoice = NewInvoice(
        customer_id=event.customer_id,
        contract_id=event.contract_id,
        currency=event.currency,
        posted_on=today(),
        lines=(
            NewLine(description=str(_("Contract {number}", number=event.number)), amount=event.total, tax=tax or 0),
        ),
        installments=tuple(
            NewInstallment(due_on=part.due_on, amount=part.amount, label=part.label)
            for part in event.installments
            if part.amount
        ),
        source=f"contract:{event.contract_id}",
    )
    await post_invoices([invoice])
