"""Coupon codes: 80 random bits in letters and digits that nobody confuses, and how what people type is read."""

from __future__ import annotations

import hashlib
import secrets

from guanxi import nfkc

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""without 0 O 1 I"""
LENGTH = 16


def new_code() -> str:
    """`7KQ2-MXRA-9TWE-HD4Z`"""
    letters = "".join(secrets.choice(ALPHABET) for _n in range(LENGTH))
    return "-".join(letters[n : n + 4] for n in range(0, LENGTH, 4))


def plain(code: str) -> str:
    """As codes are compared: capitals, without spaces and hyphens, also of full-width letters."""
    return "".join(each for each in nfkc(code).upper() if each.isalnum())


def hash_of(code: str) -> str:
    return hashlib.sha256(plain(code).encode()).hexdigest()


def hash_of_all(codes: list[str]) -> str:
    """The same in whatever order they are named."""
    return hashlib.sha256(",".join(sorted(hash_of(code) for code in codes)).encode()).hexdigest()
