"""What customers get for points: a voucher, or what another add-on gives. Points, stock and gift, or nothing."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from crm_loyalty import ledger
from crm_loyalty.allowing import allowed
from crm_loyalty.choices import RewardKind
from crm_loyalty.errors import CannotGive, NoSuchVoucher, VoucherTaken
from crm_loyalty.extensions import REWARD_GIVERS, RewardGiver
from guanxi import _, audit, clock, current_company, current_locale, execute, fetch_row, fetch_value, nfkc, transaction

VOUCHERS = "crm_loyalty/vouchers"
_GIFT = """
SELECT v.kind AS given_as, v.given, r.kind, r.what, r.name, r.name_zh FROM crm_loyalty_voucher v
JOIN crm_loyalty_reward r ON r.id = v.reward_id WHERE v.id = $1
"""
_GIVEN = "UPDATE crm_loyalty_voucher SET kind = $2, given = $3 WHERE id = $1"
_TAKE = """
UPDATE crm_loyalty_voucher SET used_at = $3, used_for = $2, updated_at = $3, revision = revision + 1
WHERE code = $1 AND kind = 'voucher' AND used_at IS NULL AND NOT void RETURNING id
"""
_VOUCHER = """
SELECT v.id, v.code, v.used_at, v.used_for, v.void, r.name, r.name_zh FROM crm_loyalty_voucher v
JOIN crm_loyalty_reward r ON r.id = v.reward_id WHERE v.code = $1 AND v.kind = 'voucher'
"""


@dataclass(frozen=True, slots=True)
class Claimed:
    """`code` is a voucher's, else `given` says what the customer got."""

    voucher_id: int
    entry_id: int
    kind: RewardKind
    code: str
    given: str


@dataclass(frozen=True, slots=True)
class VoucherInfo:
    voucher_id: int
    code: str
    reward: str
    used: bool
    void: bool


def giver_of(kind: RewardKind) -> RewardGiver | None:
    """None: no add-on that is enabled gives such rewards."""
    givers = current_company().catalog.extensions(REWARD_GIVERS)
    return next((giver for giver in givers if giver.kind is kind), None)


def can_give(kind: RewardKind) -> bool:
    return kind is RewardKind.VOUCHER or giver_of(kind) is not None


async def claim(customer_id: int, reward_id: int, source: str, *, reason: str = "", code: str | None = None) -> Claimed:
    """Once for each source. `code`: see `redeem`.

    Raises RewardGone, NotEnoughPoints, NoAccount, SourceTaken, CannotGive, and what its giver refuses.
    """
    new = secrets.token_hex(8).upper()
    ledger.check_source(source)
    async with allowed(customer_id, source, code=code, reward_id=reward_id), transaction():
        row = await ledger.claim(customer_id, reward_id, new, source, reason[:300])
        found = await fetch_row(_GIFT, row["id"])
        assert found is not None
        kind, given = RewardKind(found["given_as"]), str(found["given"])
        if row["code"] == new and found["kind"] != RewardKind.VOUCHER:
            kind = RewardKind(found["kind"])
            given = await _give(kind, customer_id, row, found)
    return Claimed(row["id"], row["entry_id"], kind, row["code"] if kind is RewardKind.VOUCHER else "", given)


async def _give(kind: RewardKind, customer_id: int, row: Any, reward: Any) -> str:
    giver = giver_of(kind)
    if giver is None:
        raise CannotGive()
    given = (await giver.give(customer_id, reward["what"], gift_source(row["entry_id"]), reward["name"]))[:200]
    await execute(_GIVEN, row["id"], kind.value, given)
    return given


def gift_source(entry_id: int) -> str:
    """What a gift was given for."""
    return f"reward:{entry_id}"


async def gift_kind(entry_id: int) -> RewardKind | None:
    """Of a redemption that gave something else than a voucher."""
    kind = await fetch_value("SELECT kind FROM crm_loyalty_voucher WHERE entry_id = $1 AND kind <> 'voucher'", entry_id)
    return None if kind is None else RewardKind(kind)


async def take_gift(kind: RewardKind, entry_id: int) -> None:
    """Raises CannotGive, and Conflict where it was used. In the transaction that gives the points back."""
    giver = giver_of(kind)
    if giver is None:
        raise CannotGive()
    await giver.take(gift_source(entry_id))


def given_text(kind: RewardKind, given: str) -> str:
    """What the customer got instead of a voucher, for people."""
    return str(_("{amount} off the next invoice", amount=given)) if kind is RewardKind.CASH_BACK else given


def reward_name(row: Any) -> str:
    return str((row["name_zh"] if current_locale() == "zh_CN" else "") or row["name"])


def _plain(code: str) -> str:
    return "".join(each for each in nfkc(code[:60]).upper() if each.isalnum())


async def find_voucher(code: str) -> VoucherInfo | None:
    """As people type or photograph it. None: there is none of this code."""
    row = await fetch_row(_VOUCHER, _plain(code))
    if row is None:
        return None
    return VoucherInfo(row["id"], row["code"], reward_name(row), row["used_at"] is not None, row["void"])


async def take_voucher(code: str, source: str) -> VoucherInfo:
    """The shop takes it, once; the same source again is answered the same. Raises NoSuchVoucher, VoucherTaken."""
    ledger.check_source(source)
    async with transaction():
        fresh = await fetch_value(_TAKE, _plain(code), source, clock.now())
        row = await fetch_row(_VOUCHER, _plain(code))
        if row is None:
            raise NoSuchVoucher()
        if fresh is None and (row["void"] or row["used_for"] != source):
            raise VoucherTaken()
        if fresh is not None:
            await audit("use", VOUCHERS, row["id"], label=row["code"])
    return VoucherInfo(row["id"], row["code"], reward_name(row), True, False)
