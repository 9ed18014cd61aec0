"""Requests that nobody would send by accident: the answer is never a 5xx."""

from __future__ import annotations

import os
import random
from collections import Counter

import pytest

from guanxi.context import current_company
from tests.security.asgi import Answer, call
from tests.security.doors import all_pages, filled
from tests.security.personas import Persona, make_personas
from tests.security.world import World

REQUESTS = int(os.environ.get("GUANXI_FUZZ_REQUESTS", "5000"))
_METHODS = ("GET", "GET", "GET", "POST", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "X\x01")
_ODD = (
    "", "0", "-1", "1e9", "9" * 30, "9" * 5000, "NaN", "Infinity", "null", "true", "\x00", "a\x00b", "%00", "%ff%fe", "%c0%af",
    "..%2f..%2fetc%2fpasswd", "../../../../etc/passwd", "%252e%252e", "'", "\"", "' OR 1=1 --", "');DROP TABLE x;--", "$$", "\\",
    "{{7*7}}", "${7*7}", "<script>alert(1)</script>", "\u202e", "\ud7ff", "𝒳" * 50, "٣", "İ", "ß" * 300, "a" * 3000, "[]", "{}",
    "%", "%zz", "+", ";", "//", "/\\", "\r\nX: y", "%0d%0aX:%20y", "2026-02-30", "9999-12-31", "0001-01-01", "-0", "1_000",
)  # fmt: skip
_NAMES = (
    "q", "sort", "limit", "after", "columns", "id", "id.ge", "name.contains", "x.y.z", "created_at", "created_at.ge", "revision",
    "next", "language", "token", "step", "digest", "proof", "mapped", "column-0", "_csrf", "name", "filename", "dry_run", "[]", "a[0]",
)  # fmt: skip
_DEEP = b"[" * 50_000
_JSON = (
    b"", b"{", b"null", b"[]", b'"x"', b"NaN", b'{"a":1e999}', b'{"a":' + b"9" * 6000 + b"}", _DEEP, b'{"a":' * 5000, b"\xff\xfe",
    b'{"name":"\\u0000"}', b'{"name":"\\ud800"}', b'{"name":' + b'"' + b"x" * 100_000 + b'"}', b'{"id":-1,"revision":"x"}',
    b'{"lines":[1,null,{"id":"x"}]}', b'{"lines":{"a":1}}', b'{"name":{"$ne":null}}', b'\x00', b'{"customer_id":1.5}',
)  # fmt: skip
_MULTIPART = (
    b"", b"--x", b"--x\r\n\r\n", b"--x--", b"--y\r\n\r\nz\r\n--y--\r\n", b"--x\r\nContent-Disposition: form-data\r\n\r\nz\r\n--x--\r\n",
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="../../a\x00.csv"\r\n\r\na,b\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data; name="file"; filename*=UTF-8\'\'%ff%fe\r\n\r\n\xff\xfe\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nPK\x03\x04\x00\x00\r\n--x--\r\n',
    b"--x\r\n" + b"A: b\r\n" * 3000 + b"\r\nz\r\n--x--\r\n", b'--x\r\nContent-Disposition: form-data; name="\xff"\r\n\r\n\xff\r\n--x--\r\n',
)  # fmt: skip
_HEADERS = (
    ("Range", "bytes=0-"), ("Range", "bytes=" + "0-," * 3000 + "0-"), ("Range", "bytes=9-1"), ("Range", "\x01"), ("If-None-Match", "*"),
    ("If-Match", '"x"'), ("If-Match", "9" * 400), ("If-Modified-Since", "yesterday"), ("Accept-Language", "zh-" * 2000),
    ("Accept-Language", "*;q=NaN"), ("Cookie", "a=b; guanxi_session=\xff; =; ;;"), ("Cookie", "guanxi_session=" + "x" * 43),
    ("Authorization", "Bearer"), ("Authorization", "Bearer gx_" + "0" * 12 + "_" + "a" * 43), ("Authorization", "Basic \xff"),
    ("Idempotency-Key", "\x7f"), ("Idempotency-Key", "k" * 5000), ("Content-Length", "-1"), ("Content-Length", "x"),
    ("Content-Length", "9" * 40), ("Transfer-Encoding", "chunked, chunked"), ("X-Forwarded-For", "'\"<>"), ("X-Forwarded-Host", "evil"),
    ("Origin", "null"), ("Origin", "http://[::1"), ("Referer", "javascript:x"), ("Accept", "text/\xff"), ("Host", "evil.example"),
    ("X-Request-Id", "<x>\r\ny"), ("Sec-Fetch-Site", "cross-site"), ("X-CSRF-Token", "\udcff"), ("Expect", "100-continue"),
)  # fmt: skip


@pytest.fixture(scope="module")
def personas(world: World) -> list[Persona]:
    made = world.run(make_personas())
    return [p for p in made if p.name in ("administrator", "key 0", "sales", "anonymous") or p.actor.realm]


class Dice:
    """Random requests from a seed."""

    def __init__(self, seed: int, targets: list[str]) -> None:
        self.random = random.Random(seed)
        self.targets = targets

    def target(self) -> str:
        pick = self.random.choice
        path = pick(self.targets)
        if self.random.random() < 0.2:
            parts = path.split("/")
            parts[self.random.randrange(len(parts))] = pick(_ODD)
            path = "/" + "/".join(parts).lstrip("/")
        if self.random.random() < 0.1:
            path = "/" + "/".join(pick(_ODD) for _ in range(self.random.randint(1, 6)))
        path = path.replace("?", "%3F")
        if self.random.random() < 0.6:
            path += "?" + "&".join(f"{pick(_NAMES)}={pick(_ODD)}" for _ in range(self.random.choice((1, 1, 2, 5, 80))))
        return path

    def body(self) -> tuple[str, bytes | list[bytes]]:
        pick = self.random.choice
        kind = self.random.random()
        if kind < 0.4:
            return pick(("application/json", "application/json", "application/json; charset=\xff", "text/plain", "")), pick(_JSON)
        if kind < 0.65:
            media = pick(("multipart/form-data; boundary=x", "multipart/form-data", "multipart/form-data; boundary="))
            return media, pick(_MULTIPART)
        if kind < 0.9:
            pairs = "&".join(f"{pick(_NAMES)}={pick(_ODD)}" for _ in range(self.random.choice((1, 3, 30))))
            return "application/x-www-form-urlencoded", pairs.encode("utf-8", "surrogatepass")
        pieces = [self.random.randbytes(self.random.randint(0, 200)) for _ in range(self.random.randint(1, 20))]
        return pick(("application/json", "application/octet-stream", "multipart/form-data; boundary=x")), pieces


def targets() -> list[str]:
    """An address of every kind: pages, resources, endpoints, files."""
    catalog = current_company().catalog
    found = [filled(page.path, {}) for page in all_pages()] + ["/static/guanxi.css", "/static/../../settings.py", "/healthz"]
    for resource in catalog.resources.values():
        for base in (resource.path, f"/api/v1{resource.path}"):
            found += [base, f"{base}/1", f"{base}/1/files", f"{base}/1/delete"]
            found += [f"{base}/{word}" for word in ("new", "options", "export", "import")]
            found += [f"{base}/1/actions/{action.name}" for action in resource.actions]
            found += [f"{base}/actions/{action.name}" for action in resource.actions]
        found.append(f"/api/v1/imports{resource.path}")
    for offer in catalog.offers:
        found += [f"/api/v1/{offer.addon}{filled(endpoint.path, {})}" for endpoint in offer.endpoints]
    ends = ("/sign-out", "/enable", "/disable", "/remove", "/documents", ".pdf")
    return [target for target in found if not target.endswith(ends)]


async def send_odd_requests(world: World, personas: list[Persona], count: int) -> tuple[Counter[int], list[str]]:
    """How often each status came, and what was wrong."""
    dice, found, statuses = Dice(count, targets()), list[str](), Counter[int]()
    for _number in range(count):
        persona = personas[0] if dice.random.random() < 0.7 else dice.random.choice(personas)
        target = dice.target()
        usual = ("GET", "POST", "PATCH") if target.startswith("/api/") else ("GET", "POST")
        method = dice.random.choice(usual if dice.random.random() < 0.85 else _METHODS)
        headers = list(persona.headers(writes=dice.random.random() < 0.97).items())
        headers += dice.random.sample(_HEADERS, dice.random.choice((0, 0, 0, 0, 1, 2)))
        media, body = dice.body() if method not in ("GET", "HEAD") or dice.random.random() < 0.1 else ("", b"")
        if media:
            headers.append(("Content-Type", media))
        try:
            answer = await call(world.app, method, target, headers=headers, body=body, hang_up=dice.random.random() < 0.02)
        except Exception as error:
            found.append(f"{method} {target[:200]} {headers[-1:]} raises {error!r}")
            continue
        statuses[answer.status] += 1
        if complaint(answer):
            found.append(f"{persona.name}: {method} {target[:300]} {media} {body[:80]!r}: {complaint(answer)}")
    return statuses, found


def complaint(answer: Answer) -> str:
    if answer.status >= 500 and answer.headers:
        return f"{answer.status} {answer.text[:200]}"
    if any("\n" in value or "\r" in value for _name, value in answer.headers):
        return "a header with a line break"
    return ""


def test_odd_requests_are_refused_and_never_break_anything(world: World, personas: list[Persona]) -> None:
    statuses, found = world.run(send_odd_requests(world, personas, REQUESTS))
    assert not found, f"{len(found)} of {REQUESTS}:\n" + "\n".join(found[:40])
    assert statuses[200] > REQUESTS / 50 and statuses[422] > REQUESTS / 50, f"most requests come to nothing: {statuses}"
