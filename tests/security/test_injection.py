"""Hostile texts through every resource that takes texts: they come back as texts, whatever they look like."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote

import pytest

from guanxi.auth.vault import KEY_FILE
from guanxi.context import current_company
from guanxi.db import fetch_value
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.records.shape import Shape, shapes_of
from tests.security.asgi import Answer, call
from tests.security.cells import BOUNDARY, FORM, JSON
from tests.security.corpus import FORMULAS, HEADERS, PATHS, REDIRECTS, SQL, TEMPLATES, XSS
from tests.security.factory import ids_of, new_values
from tests.security.personas import Persona, make_personas
from tests.security.world import World

TEXTS = (*XSS, *TEMPLATES, *FORMULAS, *SQL, *HEADERS)
_DANGEROUS = re.compile(r"^[\s\u3000]*[=+\-@|＝＋－＠]")
_NUMBER = re.compile(r"^[+-]?\d[\d,]*(\.\d+)?%?$")


class Markup(HTMLParser):
    """What a browser would see of a page: elements, handlers, addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.evil: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: (value or "").strip().lower() for name, value in attrs}
        if tag in ("iframe", "base", "math", "object", "embed") or (tag == "script" and "src" not in given):
            self.evil.append(tag)
        self.evil += [f"{tag} {name}" for name in given if name.startswith("on")]
        for name in ("href", "src", "action", "formaction"):
            if given.get(name, "").startswith(("javascript:", "data:text", "//")):
                self.evil.append(f"{tag} {name}={given[name]}")


@pytest.fixture(scope="module")
def administrator(world: World) -> Persona:
    return world.run(make_personas())[0]


def text_shapes(resource: Resource) -> list[Shape]:
    return [
        shape
        for shape in shapes_of(resource).values()
        if shape.kind in (Kind.TEXT, Kind.MULTILINE) and not shape.readonly and shape.choices is None
    ]


async def ask(world: World, persona: Persona, method: str, target: str, body: Any = None) -> Answer:
    headers = {**persona.headers(writes=True), "Content-Type": JSON}
    data = b"" if body is None else json.dumps(body).encode()
    answer = await call(world.app, method, target, headers=headers, body=data)
    assert answer.status < 500, (method, target, body, answer.text)
    return answer


async def exported(world: World, persona: Persona, page: str) -> Answer:
    headers = {**persona.headers(writes=True), "Content-Type": FORM}
    return await call(world.app, "POST", f"{page}/export", headers=headers, body=b"format=csv&fields=all")


def injected(resource: Resource, values: dict[str, Any], number: int) -> dict[str, Any]:
    """The values with a hostile text in every text field, another one in each."""
    found = dict(values)
    for index, shape in enumerate(text_shapes(resource)):
        text = TEXTS[(number + index) % len(TEXTS)]
        found[shape.name] = text[: shape.max_length or 300]
    return found


def check_page(target: str, answer: Answer) -> list[str]:
    problems = (
        [f"{target}: {evil}" for evil in Markup(answer.text).evil]
        if answer.header("content-type").startswith("text/html")
        else []
    )
    if b">49<" in answer.body and b"{{ 7*7 }}" not in answer.body:
        problems.append(f"{target} evaluates a template")
    problems += [
        f"{target}: header {name}"
        for name, value in answer.headers
        if "\n" in value or "\r" in value or name == "x-evil"
    ]
    return problems


def check_csv(target: str, answer: Answer) -> list[str]:
    assert answer.status == 200, target
    rows = csv.reader(io.StringIO(answer.body.decode("utf-8-sig")))
    cells = {cell for row in rows for cell in row}
    return [f"{target}: {cell!r}" for cell in cells if _DANGEROUS.match(cell) and not _NUMBER.match(cell.strip())]


async def inject(world: World, persona: Persona, resource: Resource) -> tuple[int, list[str]]:
    """Creates, or where nobody creates changes, records with all texts; looks at them through every door."""
    catalog = current_company().catalog
    ids = {key: await ids_of(other) for key, other in catalog.resources.items()}
    taken, problems = 0, []
    api, page = f"/api/v1{resource.path}", resource.path
    for number in range(0, len(TEXTS), max(1, min(3, len(text_shapes(resource))))):
        values = injected(resource, new_values(resource, ids), number)
        answer = await ask(world, persona, "POST", api, values)
        if answer.status == 422:  # some fields take no such text
            plain, wrong = new_values(resource, ids), answer.json().get("errors", {}).keys()
            values = {name: value for name, value in values.items() if name not in wrong}
            values |= {name: plain[name] for name in wrong & plain.keys()}
            answer = await ask(world, persona, "POST", api, values)
        if answer.status != 201:
            continue
        taken += 1
        record = answer.json()
        for target in (f"{page}/{record['id']}", f"{page}/{record['id']}/delete"):
            problems += check_page(target, await ask(world, persona, "GET", target))
    for target in (page, f"{page}?limit=200", f"{page}?q=%3Cscript%3E", f"{page}/options?q=script"):
        problems += check_page(target, await ask(world, persona, "GET", target))
    problems += check_csv(f"{page}/export", await exported(world, persona, page))
    problems += check_page(f"{page}/export", await ask(world, persona, "GET", f"{page}/export"))
    for text in (*SQL, *TEMPLATES):
        await call(world.app, "GET", f"{page}?q={_quoted(text)}", headers=persona.headers())
    return taken, problems


def _quoted(text: str) -> str:
    return quote(text, safe="")


def test_hostile_texts_come_back_as_texts(world: World, administrator: Persona) -> None:
    problems, everything, users = [], 0, "SELECT count(*) FROM guanxi_user WHERE administrator"
    before = world.run(fetch_value(users))
    for resource in world.one.catalog.resources.values():
        if resource.create is not None and text_shapes(resource):
            taken, found = world.run(inject(world, administrator, resource))
            everything += taken
            problems += found
    for target in ("/", "/guanxi/audit", "/guanxi/audit/export"):
        problems += check_page(target, world.run(ask(world, administrator, "GET", target)))
    assert not problems, "\n".join(dict.fromkeys(problems))
    assert everything > 50
    assert world.run(fetch_value(users)) == before


async def upload(world: World, persona: Persona, name: str) -> list[str]:
    """A file of this name on the administrator's own record; the problems of its way back."""
    target = f"/guanxi/users/{persona.actor.id}"
    raw = name.replace("\r", "").replace("\n", "").replace('"', "%22").encode("utf-8", "replace")
    body = b'--%b\r\nContent-Disposition: form-data; name="file"; filename="%b"\r\n\r\nhello\r\n--%b--\r\n' % (
        BOUNDARY.encode(), raw, BOUNDARY.encode(),
    )  # fmt: skip
    headers = {**persona.headers(writes=True), "Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    answer = await call(world.app, "POST", f"{target}/files", headers=headers, body=body)
    if answer.status in (400, 422):
        return []
    assert answer.status == 303, (name, answer.status, answer.text[:300])
    problems = check_page(target, await ask(world, persona, "GET", target))
    token = await fetch_value("SELECT token FROM guanxi_file ORDER BY id DESC LIMIT 1")
    stored = str(await fetch_value("SELECT name FROM guanxi_file ORDER BY id DESC LIMIT 1"))
    answer = await ask(world, persona, "GET", f"/files/{token}")
    if "/" in stored or "\\" in stored or not stored.isprintable():
        problems.append(f"{name!r} is stored as {stored!r}")
    if answer.body != b"hello" or not answer.header("content-disposition").startswith("attachment"):
        problems.append(f"{name!r} comes back as {answer.headers}")
    if "html" in answer.header("content-type") or answer.header("x-content-type-options") != "nosniff":
        problems.append(f"{name!r} may run in a browser: {answer.headers}")
    return problems


def test_names_of_files_lead_nowhere(world: World, administrator: Persona) -> None:
    problems = [problem for name in (*PATHS, *XSS) for problem in world.run(upload(world, administrator, name))]
    assert not problems, "\n".join(problems)
    files = world.one.files
    stored = {"".join(path.relative_to(files).parts) for path in files.rglob("*") if path.is_file()} - {KEY_FILE}
    assert stored and all(re.fullmatch(r"[0-9a-f]{64}", name) for name in stored)


@pytest.mark.parametrize("field", ["next", "back", "return", "url"])
def test_no_form_leads_to_another_site(world: World, administrator: Persona, field: str) -> None:
    async def locations() -> set[str]:
        found = set()
        for target in ("/language", "/sign-in", "/sign-out", "/account"):
            for where in REDIRECTS:
                body = f"{field}={_quoted(where)}&locale=en&login=x&password=y".encode()
                headers = {"Origin": "http://testserver", "Content-Type": FORM, "Referer": "http://testserver/"}
                for query in ("", f"?{field}={_quoted(where)}"):
                    answer = await call(world.app, "POST", target + query, headers=headers, body=body)
                    got = await call(world.app, "GET", target + query, headers=administrator.headers())
                    assert not check_page(target, got) and not check_page(target, answer)
                    found |= {answer.header("location"), got.header("location")}
        return found

    for location in world.run(locations()):
        assert re.match(r"^(/(?![/\\]).*)?$", location) and location.isprintable(), location
