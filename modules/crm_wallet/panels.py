"""What this add-on shows on customers' forms."""

from __future__ import annotations

from crm_wallet import services
from crm_wallet.permissions import WalletPermission
from crm_wallet.texts import figures, movements_table
from guanxi import Panel, PanelData, _


async def _load(customer_id: int) -> PanelData:
    balances = await services.balances(customer_id)
    if not balances:
        return PanelData(empty=_("No stored value yet."))
    recent = await services.movements(customer_id, 5)
    return PanelData(figures=figures(balances, staff=True), table=movements_table(recent))


WALLET_PANEL = Panel(name="wallet", title=_("Stored value"), access=WalletPermission.READ, load=_load, order=65)
