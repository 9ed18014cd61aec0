"""The codes of gift cards: made, read as people type them, and hashed."""

from __future__ import annotations

import hashlib
import hmac
import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 symbols without 0 and O, 1 and I"""
LENGTH = 20
"""100 random bits; the last four symbols are shown after issue, and 80 stay unknown"""
PIN_LENGTH = 6


def new_code() -> str:
    """`ABCD-EFGH-JKLM-NPQR-STUV`."""
    symbols = "".join(secrets.choice(ALPHABET) for _n in range(LENGTH))
    return "-".join(symbols[n : n + 4] for n in range(0, LENGTH, 4))


def new_pin() -> str:
    return "".join(secrets.choice("0123456789") for _n in range(PIN_LENGTH))


def plain(code: str) -> str:
    """Without what people put between the symbols; O and 0, I and 1 are in no code, so there is nothing to guess."""
    return "".join(each for each in code.upper() if each in ALPHABET)


def hash_code(code: str) -> str:
    return hashlib.sha256(plain(code).encode()).hexdigest()


def hash_pin(code: str, pin: str) -> str:
    """With the code, which is in no database: a stolen table is of no use to find short PINs."""
    return hmac.new(plain(code).encode(), pin.encode("utf-8", "surrogatepass"), "sha256").hexdigest()


def same(hashed: str, stored: str) -> bool:
    """In a time that says nothing of where they differ."""
    return hmac.compare_digest(hashed.encode(), stored.encode())
