"""Every page that links lead to, as everybody: it answers, it writes nothing, and it speaks the reader's language."""

from __future__ import annotations

import re
from functools import reduce

import pytest
from babel.messages.pofile import read_po

from guanxi.context import current_company
from guanxi.db import execute, fetch
from guanxi.i18n import translate
from tests.security.crawling import Page, crawl
from tests.security.personas import Persona, make_personas
from tests.security.world import World

_UNFILLED = re.compile(r"\{[a-z_]+\}|<guanxi\.|\bText\(|object at 0x|\bundefined\b")
_KEY = re.compile(r"^[a-z]+(_[a-z]+)*(\.[a-z_]+){2,}$")
"""what a key that was never translated would look like: `crm_core.customers.title`"""


@pytest.fixture(scope="module")
def personas(world: World) -> list[Persona]:
    return [persona for persona in world.run(make_personas()) if persona.uses_pages]


def starts_of(persona: Persona) -> list[str]:
    catalog = current_company().catalog
    if persona.actor.realm:
        return [catalog.realms[persona.actor.realm].path]
    starts = ["/", "/settings", "/account", *(menu.href for offer in catalog.offers for menu in offer.menus)]
    return [*starts, *(resource.path for resource in catalog.resources.values())]


async def visit(world: World, persona: Persona) -> tuple[int, list[str]]:
    count, found = 0, []
    permissions = set(current_company().catalog.permissions)
    patterns = [text for text in {*await stored_texts(), *help_texts()} if "{" in text]
    await world.watch.look()
    each = 2 if persona.name == "administrator" else 1
    async for target, answer in crawl(world, persona, starts_of(persona), each=each):
        count += 1
        if written := await world.watch.look():
            found.append(f"{target} writes to {', '.join(written)}")
        await execute("DELETE FROM guanxi_attempt")  # nobody follows links so fast
        await world.watch.look()
        if answer.status not in (200, 303, 403, 404) or (answer.status == 404 and target in starts_of(persona)):
            found.append(f"{target} answers {answer.status}: {answer.text[:200]}")
        if answer.header("content-type").startswith("text/html"):
            for text in Page(answer.text).texts:
                if unfilled(text, patterns) or (_KEY.match(text) and text not in permissions):
                    found.append(f"{target} shows {text!r}")
    return count, found


def unfilled(text: str, patterns: list[str]) -> bool:
    """`patterns`: texts that may show braces."""
    if not _UNFILLED.search(text):
        return False
    rest = reduce(lambda left, pattern: left.replace(pattern, ""), patterns, text)
    return _UNFILLED.search(rest) is not None


def test_every_page_answers_and_writes_nothing(world: World, personas: list[Persona]) -> None:
    for persona in personas:
        count, found = world.run(visit(world, persona))
        assert not found, f"{persona.name}:\n" + "\n".join(dict.fromkeys(found))
        if persona.name == "administrator":
            assert count > 100


async def stored_texts() -> set[str]:
    """All texts that the database holds, as pages show them: what people wrote may be in any language."""
    tables = await fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    found: set[str] = set()
    for (table,) in tables:
        rows = await fetch(
            f"SELECT DISTINCT held.text FROM {table} t, jsonb_each_text(to_jsonb(t)) held(name, text)"
            " WHERE length(held.text) < 300"
        )
        found |= {" ".join(row["text"].split()) for row in rows if row["text"]}
    return found


def help_texts() -> set[str]:
    """What forms say of their fields, in the languages that there are; some name what texts may say."""
    fields = [field for resource in current_company().catalog.resources.values() for field in resource.fields]
    return {translate(field.help, locale) for field in fields if field.help for locale in ("en", "zh_CN")}


def names_of_fields() -> set[str]:
    """What an import calls its columns."""
    return {field.name for resource in current_company().catalog.resources.values() for field in resource.fields}


async def english_on_chinese_pages(world: World, persona: Persona) -> list[str]:
    data = await stored_texts() | names_of_fields()
    messages = english_messages()
    found = []
    async for target, answer in crawl(world, persona, starts_of(persona), locale="zh_CN"):
        if not answer.header("content-type").startswith("text/html"):
            continue
        assert 'lang="zh' in answer.text[:300], target
        for text in Page(answer.text).texts:
            if text in messages and text not in data:
                found.append(f"{target} shows {text!r}, which is {messages[text]!r}")
    return found


def english_messages() -> dict[str, str]:
    """English texts whose Chinese is another, from every catalog that the company's pages use."""
    found = {}
    for offer in current_company().catalog.offers:
        path = offer.folder / "locale" / "zh_CN" / "LC_MESSAGES" / "messages.po"
        if not path.exists():
            continue
        with path.open("rb") as file:
            for message in read_po(file, locale="zh_CN"):
                if isinstance(message.id, str) and message.id and message.string and message.string != message.id:
                    found[message.id] = str(message.string)
    return {english: chinese for english, chinese in found.items() if re.search("[A-Za-z]{3}", english)}


def test_chinese_pages_have_no_english_words_of_ours(world: World, personas: list[Persona]) -> None:
    async def prefer_chinese() -> None:
        await execute("UPDATE guanxi_session SET locale = 'zh_CN'")
        await execute("UPDATE guanxi_user SET locale = 'zh_CN'")

    world.run(prefer_chinese())
    for persona in personas:
        if persona.name == "administrator" or persona.actor.realm:
            found = world.run(english_on_chinese_pages(world, persona))
            assert not found, "\n".join(dict.fromkeys(found))
