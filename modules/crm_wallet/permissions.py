"""What users may do with stored value and gift cards."""

from __future__ import annotations

from guanxi import Permission, _


class WalletPermission(Permission):
    READ = "crm_wallet.read", _("See the stored value of one's customers")
    TOP_UP = "crm_wallet.top_up", _("Top up stored value")
    SPEND = "crm_wallet.spend", _("Spend, hold and give back stored value")
    REFUND = "crm_wallet.refund", _("Refund stored value in money")
    ADJUST = "crm_wallet.adjust", _("Propose corrections of stored value")
    APPROVE = "crm_wallet.adjustments.approve", _("Approve corrections of stored value")
    CASH_BACK = "crm_wallet.cash_back", _("Grant cash-back on the next invoice")
    CARDS = "crm_wallet.cards.read", _("See gift cards")
    SELL = "crm_wallet.cards.sell", _("Check, sell, take and redeem gift cards")
    BLOCK = "crm_wallet.cards.block", _("Block and prolong gift cards")
    ISSUE = "crm_wallet.cards.issue", _("Issue gift cards")
    CODES = "crm_wallet.cards.codes", _("Fetch the codes of gift cards that one had made")
    LIABILITY = "crm_wallet.liability", _("See what is held for all customers")
    MANAGE = "crm_wallet.manage", _("Manage top-up offers and the settings of stored value")
