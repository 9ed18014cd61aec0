"""Tickets paid with points, points as prizes, coupons as rewards, vouchers at the counter. Only with crm_loyalty."""

from __future__ import annotations

from typing import Any

from crm_loyalty import services
from crm_loyalty.extensions import RewardGiver, RewardKind
from crm_loyalty.permissions import LoyaltyPermission
from crm_offers import queries, services as offers
from crm_offers.extensions import CounterCode, CounterCodes, PointsBank
from guanxi import InvalidInput, _, current_company, may


def _enabled() -> bool:
    """Installed it is; whether this company has enabled it."""
    return current_company().catalog.has("crm_loyalty")


async def _take(customer_id: int, points: int, source: str, reason: str) -> None:
    await services.redeem(customer_id, points, source, reason=reason)


async def _give(customer_id: int, points: int, source: str, reason: str) -> None:
    await services.earn(customer_id, points, source, reason=reason, gift=True)


BANK = PointsBank(enabled=_enabled, take=_take, give=_give)


async def _names() -> list[str]:
    """Of campaigns that are open; with their numbers where two have the same name."""
    rows = await queries.open_campaigns()
    names = [row["name"] for row in rows]
    return [_label(row, names.count(row["name"]) > 1) for row in rows]


def _label(row: Any, numbered: bool) -> str:
    return f"{row['name']} #{row['id']}" if numbered else str(row["name"])


async def _read(text: str) -> int:
    name, mark, number = text.rpartition(" #")
    rows = await queries.open_campaigns()
    found = [row["id"] for row in rows if text in (row["name"], row["name_zh"])]
    if not found and mark and number.isascii() and number.isdigit():
        found = [row["id"] for row in rows if (row["name"], str(row["id"])) == (name, number)]
    if len(found) != 1:
        raise InvalidInput(message=_("Choose one of the open coupon campaigns."))
    return int(found[0])


async def _show(campaign_id: int) -> str:
    campaign = await queries.campaign(campaign_id)
    if campaign is None:
        return f"#{campaign_id}"
    numbered = [row["name"] for row in await queries.open_campaigns()].count(campaign["name"]) > 1
    return _label({"id": campaign_id, "name": campaign["name"]}, numbered)


async def _give_coupon(customer_id: int, campaign_id: int, source: str, reason: str) -> str:
    return (await offers.issue(campaign_id, customer_id, source)).code


async def _find_voucher(code: str) -> CounterCode | None:
    if not _enabled() or not may(LoyaltyPermission.REDEEM):
        return None
    voucher = await services.find_voucher(code)
    if voucher is None:
        return None
    refused = None
    if voucher.used:
        refused = _("It was taken already.")
    elif voucher.void:
        refused = _("It is void.")
    return CounterCode(code=voucher.code, title=voucher.reward, refused=refused)


async def _take_voucher(code: str, source: str) -> CounterCode:
    voucher = await services.take_voucher(code, source)
    return CounterCode(code=voucher.code, title=voucher.reward)


GIVER = RewardGiver(
    kind=RewardKind.COUPON,
    help=_("Choose one of the open coupon campaigns."),
    offers=_names,
    read=_read,
    show=_show,
    give=_give_coupon,
    take=offers.void_issued,
)
VOUCHERS = CounterCodes(find=_find_voucher, take=_take_voucher)
