"""A browser without scripts: keeps cookies, reads forms, sends them back as they are."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import httpx

ORIGIN = "http://testserver"


class _Forms(HTMLParser):
    """The fields of every form on a page, by the form's action."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, str]] = {}
        self._here: dict[str, str] | None = None
        self._select = ""
        self._template = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "template":
            self._template += 1
        if tag == "form":
            self._here = self.forms.setdefault(given.get("action", ""), {})
        if self._here is None or self._template or "disabled" in given:
            return
        name = given.get("name", "")
        if tag == "input" and name and given.get("type") not in ("file", "submit"):
            if given.get("type") != "checkbox" or "checked" in given:
                self._here[name] = given.get("value", "")
        elif tag == "textarea" and name:
            self._here[name] = ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and ("selected" in given or self._select not in self._here):
            self._here[self._select] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._here = None
        if tag == "select":
            self._select = ""
        if tag == "template":
            self._template -= 1


class Browser(httpx.AsyncClient):
    def __init__(self, app: Any) -> None:
        super().__init__(
            transport=httpx.ASGITransport(app, client=("127.0.0.1", 4000)),
            base_url=ORIGIN,
            headers={"Origin": ORIGIN, "Accept-Language": "en"},
        )

    async def sign_in(self, login: str, password: str) -> None:
        answer = await self.post("/sign-in", data={"login": login, "password": password})
        assert answer.status_code == 303, answer.text

    async def forms(self, path: str) -> dict[str, dict[str, str]]:
        answer = await self.get(path)
        assert answer.status_code == 200, (answer.status_code, answer.text[:2000])
        return forms_in(answer.text)

    async def csrf(self) -> str:
        return (await self.forms("/account"))["/sign-out"]["_csrf"]

    async def submit(
        self, path: str, changes: dict[str, str] | None = None, *, page: str | None = None
    ) -> httpx.Response:
        """Fills in the form with this action on `page` (else on the page at `path`) and submits it."""
        found = await self.forms(page or path)
        form = found.get(path) or found.get("") or {}
        return await self.post(path, data={**form, **(changes or {})})


def forms_in(html: str) -> dict[str, dict[str, str]]:
    parser = _Forms()
    parser.feed(html)
    return parser.forms


def text_of(html: str) -> str:
    """What people read on a page."""
    body = re.sub(r"<(script|style|template)[^>]*>.*?</\1>", " ", html, flags=re.S)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", body)))
