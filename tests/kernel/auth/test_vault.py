"""Secrets that are encrypted with the company's key."""

from __future__ import annotations

import asyncio

import pytest

from guanxi.auth.vault import KEY_FILE, SecretLost, decrypt_secret, encrypt_secret
from guanxi.context import Company


async def test_what_was_encrypted_is_read_again_and_nowhere_else(inside: Company) -> None:
    made = await asyncio.gather(*(encrypt_secret(f"key {number}".encode()) for number in range(8)))
    assert [await decrypt_secret(text) for text in made] == [f"key {number}".encode() for number in range(8)]
    assert not any("key" in text for text in made) and len(set(made)) == 8
    path = inside.files / KEY_FILE
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in inside.files.iterdir() if each.is_file()] == [KEY_FILE]
    for wrong in ("", "x", made[0][:-4], made[0].replace(made[0][20], "A" if made[0][20] != "A" else "B", 1)):
        with pytest.raises(SecretLost):
            await decrypt_secret(wrong)
    path.unlink()
    with pytest.raises(SecretLost):
        await decrypt_secret(made[0])
