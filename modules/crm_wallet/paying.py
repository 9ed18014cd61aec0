"""Paying an invoice from its customer's wallet, as staff do it. Only imported where crm_receivables is there."""

from __future__ import annotations

from typing import Any

from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.services import invoice_balance, visible_invoice
from crm_wallet import services
from crm_wallet.actions import money, note, once
from crm_wallet.billing import pay_invoice
from crm_wallet.models import Wallet
from crm_wallet.permissions import WalletPermission
from guanxi import (
    Action,
    Field,
    Figure,
    InvalidInput,
    Kind,
    Outcome,
    Panel,
    PanelData,
    _,
    format_money,
    require,
)


async def _pay(wallet: Wallet, values: dict[str, Any]) -> Outcome:
    require(ReceivablesPermission.RECORD)
    invoice = await visible_invoice(values["invoice"])
    if (invoice.customer_id, invoice.currency) != (wallet.customer_id, wallet.currency):
        raise InvalidInput({"invoice": _("This invoice is another customer's, or in another currency.")})
    amount = values["amount"]
    if amount is None:
        free = sum(each.free for each in await services.balances(wallet.customer_id, wallet.currency))
        amount = min(invoice.outstanding, free)
    paid = await pay_invoice(invoice.id, amount, once())
    return await note("pay_invoice", paid.booking, invoice.number or "")


PAY = Action(
    name="pay_invoice",
    label=_("Pay an invoice"),
    permission=WalletPermission.SPEND,
    run=_pay,
    primary=True,
    when=lambda wallet: wallet.principal + wallet.bonus > 0,
    fields=(
        Field("invoice", _("Invoice"), kind=Kind.RELATION, required=True, to="crm_receivables/invoices"),
        money("amount", _("Amount"), required=False, help=_("Empty: as much as is owed and there.")),
    ),
)


async def _panel(invoice_id: int) -> PanelData:
    """Hidden where there is nothing to pay, or nothing to pay with."""
    invoice = await invoice_balance(invoice_id)
    if invoice is None or not invoice.is_open:
        return PanelData()
    return PanelData(
        figures=[
            Figure(
                _("Stored value that can be spent"),
                format_money(each.free, each.currency),
                href=f"/crm_wallet/wallets/{each.wallet_id}/actions/pay_invoice",
            )
            for each in await services.balances(invoice.customer_id, invoice.currency)
            if each.free > 0
        ]
    )


INVOICE_PANEL = Panel(name="wallet", title=_("Stored value"), access=WalletPermission.SPEND, load=_panel)
