from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from argon2 import PasswordHasher

from guanxi.auth.names import clean_name, normalize_login
from guanxi.auth.passwords import check_new_password, hash_password, needs_rehash, verify_password
from guanxi.errors import InvalidInput


async def test_a_hash_matches_its_password_only() -> None:
    stored = await hash_password("正确的马电池订书钉abc")
    assert stored.startswith("$argon2id$")
    assert await verify_password(stored, "正确的马电池订书钉abc")
    assert not await verify_password(stored, "正确的马电池订书钉abd")
    assert not await verify_password(stored, "")
    assert not await verify_password(stored, "x" * 129)
    assert not await verify_password(stored, "\ud800")


async def test_both_spellings_of_a_character_are_one_password() -> None:
    stored = await hash_password("cafe\u0301 au lait")
    assert await verify_password(stored, "caf\u00e9 au lait")


async def test_no_hash_and_a_broken_one_never_match() -> None:
    assert not await verify_password("", "")
    assert not await verify_password("", "correct horse")
    assert not await verify_password("plain text", "plain text")


@pytest.mark.parametrize("password", ["", "ninechars", "x" * 129, "x" * 100_000])
def test_new_passwords_have_10_to_128_characters(password: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_new_password(password)
    assert list(refused.value.fields) == ["password"]


def test_the_limits_themselves_are_taken() -> None:
    check_new_password("x" * 10)
    check_new_password("x" * 128)


async def test_at_most_two_are_checked_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    running, most, lock = 0, 0, threading.Lock()
    verify = PasswordHasher.verify

    def watched(self: PasswordHasher, hash: Any, password: Any) -> Any:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        try:
            return verify(self, hash, password)
        finally:
            with lock:
                running -= 1

    monkeypatch.setattr(PasswordHasher, "verify", watched)
    await asyncio.gather(*(verify_password("", "x") for _ in range(5)))
    assert most == 2


def test_old_parameters_ask_for_a_new_hash() -> None:
    assert needs_rehash(PasswordHasher(time_cost=1, memory_cost=1024).hash("correct horse"))


@pytest.mark.parametrize(
    ("typed", "login"),
    [
        ("  Anna@Example.COM ", "anna@example.com"),
        ("ＡＮＮＡ", "anna"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("王小明", "王小明"),
        ("\u212aim", "kim"),
        ("e\u0301va", "\u00e9va"),
    ],
)
def test_logins_have_one_spelling(typed: str, login: str) -> None:
    assert normalize_login(typed) == login


@pytest.mark.parametrize("login", ["", "  ", "a b", "a\x00b", "a\u200bb", "a\u202eb", "\ud800", "x" * 201])
def test_logins_without_invisible_characters(login: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        normalize_login(login)
    assert list(refused.value.fields) == ["login"]


@pytest.mark.parametrize("name", ["", " ", "a\x00", "a\nb", "x" * 121, "\ud800"])
def test_names_are_printable(name: str) -> None:
    with pytest.raises(InvalidInput):
        clean_name(name)
    assert clean_name(" 王 小明 ") == "王 小明"
