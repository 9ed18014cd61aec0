"""Members redeem rewards themselves, see what they got, and have codes for the counter. For crm_portal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from crm_loyalty import codes, queries, services
from crm_loyalty.choices import RewardKind
from crm_loyalty.earning import MAX_POINTS
from crm_loyalty.portal_voucher import PATH as VOUCHER_PATH
from crm_loyalty.rewards import can_give, given_text, reward_name
from crm_loyalty.services import Balance
from crm_loyalty.texts import day, name_in, number
from crm_portal.extensions import PortalAction, PortalBlock, PortalLink
from guanxi import Conflict, Kind, NotFound, PanelData, Table, Text, _, nfkc

_VOUCHERS = 30
_NUMBER = re.compile(r"[0-9]+|[0-9]{1,3}(,[0-9]{3})+")
"""of points, as people write it"""


async def shop(balances: Sequence[Balance]) -> PortalBlock:
    """What there is to redeem, and what is missing for it."""
    free = {each.type: each.available for each in balances}
    rewards = [row for row in await queries.offered_rewards() if can_give(RewardKind(row["kind"]))]
    rows: list[tuple[str, ...]] = []
    links: list[PortalLink | None] = []
    for row in rewards:
        missing = row["points"] - free.get(row["type"], 0)
        stock = number(row["stock"]) if row["stock"] else str(_("Gone", "reward"))
        rows.append((reward_name(row), _costs(row), stock, number(missing) if missing > 0 else "–"))
        open = row["stock"] > 0 and missing <= 0
        links.append(PortalLink(REDEEM.label, f"/portal/points/{row['id']}/redeem") if open else None)
    table = Table(
        columns=(_("Reward"), _("Points"), _("In stock", "rewards"), _("You still need")),
        rows=rows,
        kinds=(Kind.TEXT, Kind.INTEGER, Kind.INTEGER, Kind.INTEGER),
    )
    data = PanelData(table=table if rows else None, empty=_("There is nothing to redeem at present."))
    return PortalBlock(_("Rewards"), data, row_links=links)


def _costs(row: Any) -> str:
    """The usual points need no name."""
    costs = number(row["points"])
    return costs if row["type"] == services.POINTS else f"{costs} {name_in(row['type_name'], row['type_zh'])}"


async def own_vouchers(customer_id: int) -> PortalBlock | None:
    rows = await queries.vouchers_of(customer_id, _VOUCHERS)
    if not rows:
        return None
    table = Table(
        columns=(_("Reward"), _("What you got"), _("State"), _("Redeemed on")),
        rows=[
            (
                reward_name(row),
                row["code"] or given_text(RewardKind(row["kind"]), row["given"]),
                str(_state(row)),
                day(row["created_at"]),
            )
            for row in rows
        ],
        kinds=(Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.DATE),
        hrefs=[f"{VOUCHER_PATH}/{row['id']}" if row["kind"] == RewardKind.VOUCHER else "" for row in rows],
    )
    return PortalBlock(_("What you got for points"), PanelData(table=table))


def _state(row: Any) -> Text:
    if row["void"]:
        return _("Taken back")
    if row["kind"] != RewardKind.VOUCHER:
        return _("Given", "reward")
    return _("Used", "voucher") if row["used_at"] is not None else _("To be used")


async def _offered(reward_id: int) -> Any:
    found = next((row for row in await queries.offered_rewards() if row["id"] == reward_id), None)
    if found is None or not can_give(RewardKind(found["kind"])):
        raise NotFound()
    return found


async def _question(customer_id: int, reward_id: int) -> Text:
    row = await _offered(reward_id)
    return _("Redeem {reward} for {points} points?", reward=reward_name(row), points=_costs(row))


async def _next(customer_id: int, reward_id: int) -> int:
    return await queries.claims_of(customer_id, reward_id) + 1


async def _redeem(customer_id: int, reward_id: int, written: str, claim: int) -> Text:
    """`claim`: the customer's first, second … of this reward; the same one pressed twice is redeemed once."""
    row = await _offered(reward_id)
    if not 1 <= claim <= await _next(customer_id, reward_id):
        raise Conflict(_("Please try again."))
    name = reward_name(row)
    done = await services.claim(customer_id, reward_id, f"portal:{reward_id}:{customer_id}:{claim}", reason=name)
    if done.code:
        return _("{name} is yours. Show its code at the counter: {code}", name=name, code=done.code)
    return _("{name} is yours: {given}", name=name, given=given_text(done.kind, done.given))


async def _code_question(customer_id: int, id: int) -> Text:
    return _("A code works once at the counter, for {count} minutes. For how many points?", count=codes.MINUTES)


async def _code(customer_id: int, id: int, written: str, revision: int) -> Text:
    typed = "".join(nfkc(written[:40]).split())
    digits = typed.replace(",", "") if _NUMBER.fullmatch(typed) else ""
    if not digits or not 0 < int(digits) <= MAX_POINTS:
        raise Conflict(_("Enter a number of points from 1 to {limit}.", limit=number(MAX_POINTS)))
    code, _until = await codes.make(customer_id, services.POINTS, int(digits))
    return _(
        "Your code for {points} points: {code}. Tell it only at the counter.",
        points=number(int(digits)),
        code=codes.spaced(code),
    )


REDEEM = PortalAction(name="redeem", label=_("Redeem", "reward"), question=_question, run=_redeem, revision=_next)
CODE = PortalAction(name="code", label=_("Show the code"), question=_code_question, run=_code, asks=_("Points"))
