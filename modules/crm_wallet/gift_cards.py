"""Gift cards: issued, sold, taken at the till, redeemed. Who may do it is for the callers to check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from crm_wallet import ledger
from crm_wallet.choices import CardState
from crm_wallet.codes import hash_code, hash_pin, new_code, new_pin, plain, same
from crm_wallet.errors import CardNotUsable, NoSuchCard, OverCeiling
from crm_wallet.ledger import check_amount, check_currency, check_source
from crm_wallet.settings import WalletSettings, ceiling
from guanxi import clock, current_actor, fetch, fetch_row, give_back, limit, settings_of, today

TRIES_PER_MINUTE = 10
"""of one caller, failed ones"""
PINS_PER_MINUTE = 5
"""on one card: a PIN of six digits then holds for months"""

_INSERT = """
WITH new AS MATERIALIZED (
    SELECT nextval(pg_get_serial_sequence('crm_wallet_card', 'id')) AS id, n.*
    FROM unnest($1::text[], $2::text[], $3::text[], $4::int[]) AS n (code_hash, pin_hash, last4, position)
)
INSERT INTO crm_wallet_card (id, revision, created_at, updated_at, created_by_id, number, code_hash, pin_hash, last4,
    currency, value, balance, state, batch_id, position)
SELECT id, 1, $5, $5, $6, 'GC-' || lpad(id::text, 8, '0'), code_hash, pin_hash, last4,
    $7, $8, 0, 'inactive', $9, position
FROM new RETURNING id, number, position
"""


@dataclass(frozen=True, slots=True)
class Secret:
    """What is told once."""

    number: str
    code: str
    pin: str
    position: int | None


@dataclass(frozen=True, slots=True)
class CardInfo:
    card_id: int
    number: str
    currency: str
    balance: int
    state: CardState
    valid_until: date | None

    @property
    def usable(self) -> bool:
        return self.state is CardState.ACTIVE and (self.valid_until is None or self.valid_until >= today())


@dataclass(frozen=True, slots=True)
class CardBooking:
    """`amount` has the sign of the movement; `balance` is the card's after it."""

    entry_id: int
    amount: int
    balance: int


def check_value(value: int, currency: str) -> None:
    """Raises OverCeiling, BadAmount."""
    most = ceiling(settings_of(WalletSettings).card_ceiling, check_currency(currency))
    if most is not None and check_amount(value) > most:
        raise OverCeiling()


async def make_cards(
    value: int,
    currency: str,
    positions: list[int] | None,
    *,
    with_pin: bool,
    batch_id: int | None = None,
    now: datetime | None = None,
    author_id: int | None = None,
) -> list[Secret]:
    """One card, or those at these positions of a batch."""
    check_amount(value)
    count = 1 if positions is None else len(positions)
    codes = [new_code() for _n in range(count)]
    pins = [new_pin() if with_pin else "" for _n in range(count)]
    rows = await fetch(
        _INSERT,
        [hash_code(code) for code in codes],
        [hash_pin(code, pin) if pin else "" for code, pin in zip(codes, pins, strict=True)],
        [plain(code)[-4:] for code in codes],
        positions or [None],
        now or clock.now(),
        author_id,
        currency,
        value,
        batch_id,
    )
    return [Secret(row["number"], code, pin, row["position"]) for row, code, pin in zip(rows, codes, pins, strict=True)]


async def issue_card(value: int, currency: str, *, with_pin: bool = False, author_id: int | None = None) -> Secret:
    """A card that is worth nothing until it is sold. Raises OverCeiling."""
    check_value(value, currency)
    return (await make_cards(value, currency, None, with_pin=with_pin, author_id=author_id))[0]


async def find_card(code: str, pin: str = "", *, caller: str | None = None) -> CardInfo:
    """Raises NoSuchCard for a wrong code or PIN alike, TooManyRequests.

    Each failed try of a caller counts, and each try of a PIN on a card, whoever makes it.
    """
    tries = f"gift_card:{caller or _caller()}"
    await limit(tries, TRIES_PER_MINUTE)
    hashed = hash_code(code)
    row = await fetch_row(
        "SELECT id, number, code_hash, pin_hash, currency, balance, state, valid_until FROM crm_wallet_card"
        " WHERE code_hash = $1",
        hashed,
    )
    if row is None or not same(hashed, row["code_hash"]):
        raise NoSuchCard()
    if row["pin_hash"]:
        await limit(f"gift_card_pin:{row['id']}", PINS_PER_MINUTE)
        if not same(hash_pin(code, pin), row["pin_hash"]):
            raise NoSuchCard()
    await give_back(tries)
    return CardInfo(
        row["id"], row["number"], row["currency"], row["balance"], CardState(row["state"]), row["valid_until"]
    )


def _caller() -> str:
    actor = current_actor()
    return f"{actor.kind}:{actor.id}"


async def sell_card(card_id: int, paid: int, source: str, *, reason: str = "") -> CardBooking:
    """What was paid is on the card from now on; at most its value. Raises CardNotUsable, OverCeiling, SourceTaken."""
    years = settings_of(WalletSettings).card_years
    until = _years_later(today(), years) if years else None
    return _booking(await ledger.sell_card(card_id, check_amount(paid), until, check_source(source), reason[:300]))


def _years_later(day: date, years: int) -> date:
    """Feb 29 becomes Feb 28 in common years."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


async def spend_card(card_id: int, amount: int, source: str, *, reason: str = "") -> CardBooking:
    """Raises CardNotUsable, NotEnough, SourceTaken."""
    return _booking(await ledger.take_card(card_id, check_amount(amount), today(), check_source(source), reason[:300]))


async def return_to_card(entry_id: int, source: str, amount: int | None = None, *, reason: str = "") -> CardBooking:
    """Gives back part of what was spent, None: all that is left. Raises NothingToGiveBack, NoSuchSpend, SourceTaken."""
    if amount is not None:
        check_amount(amount)
    return _booking(await ledger.return_card(entry_id, amount, check_source(source), reason[:300]))


async def redeem_card(card_id: int, customer_id: int, source: str, *, reason: str = "") -> Any:
    """All of it becomes principal of the customer, once; the wallet's entry. Raises CardNotUsable, OverCeiling."""
    row = await fetch_row("SELECT currency FROM crm_wallet_card WHERE id = $1", card_id)
    if row is None:
        raise NoSuchCard()
    most = ceiling(settings_of(WalletSettings).wallet_ceiling, row["currency"])
    return await ledger.redeem_card(card_id, customer_id, most, today(), check_source(source), reason[:300])


async def change_state(card_id: int, *, block: bool) -> None:
    """Raises CardNotUsable where the card is in no state for it."""
    changed = await fetch_row(
        "UPDATE crm_wallet_card SET state = CASE WHEN $2 THEN 'blocked' WHEN sold_at IS NULL THEN 'inactive'"
        " WHEN balance = 0 THEN 'used' ELSE 'active' END, revision = revision + 1, updated_at = $3"
        " WHERE id = $1 AND (state = 'blocked') <> $2 RETURNING id",
        card_id,
        block,
        clock.now(),
    )
    if changed is None:
        raise CardNotUsable(detail="")


def _booking(row: Any) -> CardBooking:
    return CardBooking(row["id"], row["amount"], row["balance_after"])
