"""A link to choose a new password, mailed to someone who forgot theirs."""

from __future__ import annotations

import re

import pytest

from guanxi.auth import create_user, set_password_by_link
from guanxi.company.directory import Directory
from guanxi.context import ANONYMOUS, Company, use_actor
from guanxi.db import count_statements, fetch, fetch_value
from guanxi.errors import TooManyRequests
from guanxi.jobs import run_pending
from guanxi.mail.passwords import mail_password_link

NEW = "a new password"


@pytest.fixture
async def company(directory: Directory) -> Company:
    return await directory.by_name("test")


async def mails() -> list[tuple[str, str, str]]:
    rows = await fetch('SELECT "to", subject, secret_text AS text FROM guanxi_mail ORDER BY id')
    return [(row["to"], row["subject"], row["text"]) for row in rows]


async def test_the_link_goes_to_the_stored_address_in_the_users_language(inside: Company) -> None:
    user = await create_user("anna@example.com", "安娜", email="stored@example.com", locale="zh_CN")
    with use_actor(ANONYMOUS):
        await mail_password_link("ANNA@example.com ", ip="192.0.2.1")
    await run_pending(10)
    [(to, subject, text)] = await mails()
    assert to == "stored@example.com"
    assert "Template" in subject
    assert "安娜" in text
    assert re.search("[一-龥]", subject)
    token = re.findall(r"/password/(\S+)", text)
    assert await set_password_by_link(token[0], NEW) == user


async def test_unknown_logins_get_the_same_answer_and_no_mail(inside: Company) -> None:
    await create_user("anna", "Anna", email="a@example.com")
    await create_user("ben", "Ben")
    seen = set()
    for login in ("anna", "ben", "nobody", "a\x00b", "x" * 500):
        with count_statements() as statements:
            await mail_password_link(login, ip="192.0.2.1")
        seen.add(tuple(statements.sql))
    assert len(seen) == 1
    await run_pending(10)
    assert [to for to, _subject, _text in await mails()] == ["a@example.com"]


async def test_asking_is_limited(inside: Company) -> None:
    for _number in range(5):
        await mail_password_link("anna", ip="192.0.2.1")
    with pytest.raises(TooManyRequests):
        await mail_password_link("ANNA", ip="192.0.2.2")
    assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE name = 'guanxi.mail_password_link'") == 5
