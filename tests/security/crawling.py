"""Following every link as somebody: all kinds of pages, a few of each kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import AsyncIterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from tests.security.asgi import Answer, call
from tests.security.personas import Persona
from tests.security.world import World

_SILENT = frozenset({"script", "style", "template", "svg"})
_SHOWN_ATTRIBUTES = frozenset({"placeholder", "title", "aria-label", "alt"})


class Page(HTMLParser):
    """Links, and the texts that people read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.texts: list[str] = []
        self._silent = 0
        self._other_language = ""
        """the element that names a language in that language, with `lang`"""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent += 1
        if "lang" in given and tag in ("a", "button", "span"):
            self._other_language = tag
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if not (self._silent or self._other_language):
            self.texts += [given[name] for name in _SHOWN_ATTRIBUTES & given.keys()]

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent -= 1
        if tag == self._other_language:
            self._other_language = ""

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and not (self._silent or self._other_language):
            self.texts.append(text)


def kind_of(target: str) -> str:
    """Pages of a kind differ in numbers, in the values of one parameter, or in anything where there are several."""
    parts = urlsplit(target)
    names = {item.partition("=")[0] for item in parts.query.split("&") if item}
    if len(names) > 1:
        names = {"*"}  # a list has as many addresses as there are sets of filters
    return re.sub(r"/(\d+|[0-9a-f]{32})(?=/|\.|$)", "/#", parts.path) + "?" + "".join(names)


async def crawl(
    world: World, persona: Persona, starts: list[str], *, each: int = 1, locale: str = "en"
) -> AsyncIterator[tuple[str, Answer]]:
    """Every page that can be reached by links, with its answer; `each` of those that differ in numbers and values."""
    waiting, seen, kinds = list(starts), set(starts), Counter[str]()
    headers = {**persona.headers(), "Accept-Language": locale, "Cookie": _cookies(persona, locale)}
    while waiting:
        target = waiting.pop(0)
        answer = await call(world.app, "GET", target, headers=headers)
        yield target, answer
        found = [answer.header("location")] if answer.status in (302, 303, 307) else []
        if answer.header("content-type").startswith("text/html"):
            found += Page(answer.text).links
        for link in found:
            parts = urlsplit(urljoin(f"http://testserver{target}", link))
            path = f"{parts.path}?{parts.query}" if parts.query else parts.path
            kind = kind_of(path)
            if parts.netloc == "testserver" and path not in seen and kinds[kind] < each:
                seen.add(path)
                kinds[kind] += 1
                waiting.append(path)


def _cookies(persona: Persona, locale: str) -> str:
    return f"{persona.headers().get('Cookie', '')}; guanxi_locale={locale}".removeprefix("; ")
