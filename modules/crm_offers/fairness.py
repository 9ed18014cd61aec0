"""What makes a draw checkable: the seed's hash is told before the first draw, the seed after the last one.

Draw n of the customer with number c rolls HMAC-SHA-256(seed, "n:c:0"): its first 63 bits modulo 1,000,000. The few
values beyond the last whole million are drawn again with "n:c:1" and so on, so that every roll is equally likely. The
prizes in their order take the rolls from 0 on, each as many as its odds. Pure functions; `crm_offers_roll` is the same.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

MILLION = 1_000_000
_WHOLE = 2**63 // MILLION * MILLION


@dataclass(frozen=True, slots=True)
class PastDraw:
    number: int
    entrant: str
    roll: int
    drawn_id: int


def new_seed() -> bytes:
    return secrets.token_bytes(32)


def hash_of_seed(seed: bytes) -> str:
    return hashlib.sha256(seed).hexdigest()


def padded(seed: bytes) -> tuple[bytes, bytes]:
    """The inner and the outer key of HMAC, for the database, which knows only the hash."""
    key = seed.ljust(64, b"\0")
    return bytes(each ^ 0x36 for each in key), bytes(each ^ 0x5C for each in key)


def roll(seed: bytes, number: int, entrant: str) -> int:
    """0 to 999,999."""
    attempt = 0
    while True:
        digest = hmac.digest(seed, f"{number}:{entrant}:{attempt}".encode(), "sha256")
        value = int.from_bytes(digest[:8]) & (2**63 - 1)
        if value < _WHOLE:
            return value % MILLION
        attempt += 1


def prize_at(roll: int, prizes: Sequence[tuple[int, int]]) -> int:
    """`prizes`: (id, odds) in their order."""
    upto = 0
    for id, odds in prizes:
        upto += odds
        if roll < upto:
            return id
    raise ValueError("the odds do not make a million")


def wrong_draws(
    seed: bytes, seed_hash: str, prizes: Sequence[tuple[int, int]], draws: Sequence[PastDraw], last: int
) -> list[int]:
    """Numbers of draws that are not what they should be; 0 where the seed is not the one that was announced.

    `last` is how many there were: what is missing is wrong, too.
    """
    if hash_of_seed(seed) != seed_hash:
        return [0]
    wrong = {number for number in range(1, last + 1)} - {draw.number for draw in draws}
    for draw in draws:
        rolled = roll(seed, draw.number, draw.entrant)
        if draw.number > last or rolled != draw.roll or prize_at(rolled, prizes) != draw.drawn_id:
            wrong.add(draw.number)
    return sorted(wrong)
