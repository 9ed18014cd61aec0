"""Cash-back on the next invoice as a reward for points. Only imported where crm_loyalty is there."""

from __future__ import annotations

from crm_loyalty.extensions import RewardGiver, RewardKind
from crm_wallet.cash_back import grant_cash_back, take_back_cash_back
from crm_wallet.ledger import check_amount
from guanxi import _, current_company, parse_amount, plain_amount


async def _read(text: str) -> int:
    return check_amount(parse_amount(text, current_company().currency))


async def _show(amount: int) -> str:
    return plain_amount(amount, current_company().currency)


async def _give(customer_id: int, amount: int, source: str, reason: str) -> str:
    currency = current_company().currency
    await grant_cash_back(customer_id, amount, currency, source, reason)
    return f"{plain_amount(amount, currency)} {currency}"


async def _none() -> list[str]:
    return []


GIVER = RewardGiver(
    kind=RewardKind.CASH_BACK,
    help=_("Enter an amount above zero."),
    offers=_none,
    read=_read,
    show=_show,
    give=_give,
    take=take_back_cash_back,
)
