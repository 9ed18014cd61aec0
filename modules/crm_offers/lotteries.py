"""The life of a lottery: published with the hash of a seed, drawn, ended with the seed told, checked by anybody."""

from __future__ import annotations

from dataclasses import dataclass

from crm_core.services import customer_details
from crm_offers import fairness, ledger, lottery_queries
from crm_offers.choices import LotteryState, PrizeKind
from crm_offers.errors import LotteryNotOpen, NoPoints, NoSuchLottery
from crm_offers.extensions import POINTS_BANKS, PointsBank
from crm_offers.ledger import check_source, refusing
from crm_offers.offering import name_of
from guanxi import Conflict, NotFound, _, clock, current_company, decrypt_secret, encrypt_secret, execute, transaction


@dataclass(frozen=True, slots=True)
class Drawn:
    draw_id: int
    number: int
    kind: PrizeKind
    prize: str
    code: str
    """of a coupon that was won"""
    points: int
    out_of_stock: bool
    """the roll meant another prize, which is gone"""


def _bank() -> PointsBank:
    banks = current_company().catalog.extensions(POINTS_BANKS)
    if not banks or not banks[0].enabled():
        raise NoPoints()
    return banks[0]


async def draw(lottery_id: int, customer_id: int, source: str) -> Drawn:
    """Once for each source. Raises LotteryNotOpen, NoDrawLeft, DailyDrawsUsed, NoSuchLottery, SourceTaken, NoPoints,
    and what the points program refuses."""
    check_source(source)
    lottery = await lottery_queries.lottery(lottery_id)
    customer = await customer_details(customer_id)
    if lottery is None:
        raise NoSuchLottery()
    if customer is None:
        raise NotFound()
    if lottery["state"] == LotteryState.DRAFT:
        raise LotteryNotOpen()
    inner, outer = fairness.padded(await decrypt_secret(lottery["sealed_seed"]))
    async with transaction():
        await execute("SELECT 1 FROM crm_offers_lottery WHERE id = $1 FOR NO KEY UPDATE", lottery_id)  # before accounts
        if lottery["ticket_points"]:
            await _bank().take(customer_id, lottery["ticket_points"], f"draw:{source}", name_of(lottery))
        row = await ledger.draw(lottery_id, customer_id, customer.code, source, inner, outer)
        found = await lottery_queries.drawn(row["id"])
        if found["kind"] == PrizeKind.POINTS:
            own = f"draw:{lottery_id}:{row['number']}:prize"
            await _bank().give(customer_id, found["points"], own, name_of(lottery))
    return Drawn(
        draw_id=row["id"],
        number=row["number"],
        kind=PrizeKind(found["kind"]),
        prize=name_of(found),
        code=found["code"] or "",
        points=found["points"],
        out_of_stock=row["drawn_id"] != row["given_id"],
    )


@refusing
async def publish(lottery_id: int) -> str:
    """The hash of the new seed. From now on nothing changes. Raises OddsWrong, OneNothing, NoPoints, Conflict."""
    lottery = await lottery_queries.lottery(lottery_id)
    if lottery is None:
        raise NoSuchLottery()
    prizes = await lottery_queries.prizes(lottery_id)
    if lottery["ticket_points"] or any(prize["kind"] == PrizeKind.POINTS for prize in prizes):
        _bank()
    if lottery["ends_at"] is not None and lottery["ends_at"] <= clock.now():
        raise Conflict(_("Its end is over already."))
    seed = fairness.new_seed()
    seed_hash = fairness.hash_of_seed(seed)
    await execute(
        "UPDATE crm_offers_lottery SET state = 'published', seed_hash = $2, sealed_seed = $3, revision = revision + 1,"
        " updated_at = $4 WHERE id = $1 AND state = 'draft'",
        lottery_id,
        seed_hash,
        await encrypt_secret(seed),
        clock.now(),
    )
    return seed_hash


async def end(lottery_id: int) -> None:
    """Tells the seed; nobody draws any more. Safe to repeat. Raises SecretLost."""
    lottery = await lottery_queries.lottery(lottery_id)
    if lottery is None or lottery["state"] != LotteryState.PUBLISHED:
        return
    seed = await decrypt_secret(lottery["sealed_seed"])
    await execute(
        "UPDATE crm_offers_lottery SET state = 'ended', seed = $2, revision = revision + 1, updated_at = $3"
        " WHERE id = $1 AND state = 'published'",
        lottery_id,
        seed.hex(),
        clock.now(),
    )


async def verify(lottery_id: int) -> list[int]:
    """Recomputes every draw of a lottery that has ended: numbers of those that are wrong, 0 for a wrong seed.

    Raises NoSuchLottery, Conflict.
    """
    lottery = await lottery_queries.lottery(lottery_id)
    if lottery is None:
        raise NoSuchLottery()
    if lottery["state"] != LotteryState.ENDED:
        raise Conflict(_("The seed is told when the lottery has ended."))
    prizes = [(row["id"], row["odds"]) for row in await lottery_queries.prizes(lottery_id)]
    draws = [
        fairness.PastDraw(row["number"], row["entrant"], row["roll"], row["drawn_id"])
        for row in await lottery_queries.draws(lottery_id)
    ]
    seed = bytes.fromhex(lottery["seed"])
    return fairness.wrong_draws(seed, lottery["seed_hash"], prizes, draws, lottery["draws"])
