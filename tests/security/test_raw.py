"""Requests that nobody would send by accident: the answer is never a 5xx."""

from __future__ import annotations

import os
import random
from collections import Counter

import pytest

from guanxi.context import current_company
from tests.security.asgi import Answer, call
from tests.security.corpus import ODD_HEADERS, ODD_JSON, ODD_MULTIPART, ODD_TEXTS, PARAMETERS
from tests.security.doors import all_pages, filled
from tests.security.personas import Persona, make_personas
from tests.security.world import World

REQUESTS = int(os.environ.get("GUANXI_FUZZ_REQUESTS", "5000"))
_METHODS = ("GET", "GET", "GET", "POST", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "X\x01")


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
            parts[self.random.randrange(len(parts))] = pick(ODD_TEXTS)
            path = "/" + "/".join(parts).lstrip("/")
        if self.random.random() < 0.1:
            path = "/" + "/".join(pick(ODD_TEXTS) for _ in range(self.random.randint(1, 6)))
        path = path.replace("?", "%3F")
        if self.random.random() < 0.6:
            path += "?" + "&".join(
                f"{pick(PARAMETERS)}={pick(ODD_TEXTS)}" for _ in range(self.random.choice((1, 1, 2, 5, 80)))
            )
        return path

    def body(self) -> tuple[str, bytes | list[bytes]]:
        pick = self.random.choice
        kind = self.random.random()
        if kind < 0.4:
            return pick(
                ("application/json", "application/json", "application/json; charset=\xff", "text/plain", "")
            ), pick(ODD_JSON)
        if kind < 0.65:
            media = pick(("multipart/form-data; boundary=x", "multipart/form-data", "multipart/form-data; boundary="))
            return media, pick(ODD_MULTIPART)
        if kind < 0.9:
            pairs = "&".join(f"{pick(PARAMETERS)}={pick(ODD_TEXTS)}" for _ in range(self.random.choice((1, 3, 30))))
            return "application/x-www-form-urlencoded", pairs.encode("utf-8", "surrogatepass")
        pieces = [self.random.randbytes(self.random.randint(0, 200)) for _ in range(self.random.randint(1, 20))]
        return pick(("application/json", "application/octet-stream", "multipart/form-data; boundary=x")), pieces


def targets() -> list[str]:
    """An address of every kind: pages, resources, endpoints, files."""
    catalog = current_company().catalog
    found = [filled(page.path, {}) for page in all_pages()] + [
        "/static/guanxi.css",
        "/static/../../settings.py",
        "/healthz",
    ]
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
        headers += dice.random.sample(ODD_HEADERS, dice.random.choice((0, 0, 0, 0, 1, 2)))
        media, body = dice.body() if method not in ("GET", "HEAD") or dice.random.random() < 0.1 else ("", b"")
        if media:
            headers.append(("Content-Type", media))
        try:
            answer = await call(
                world.app, method, target, headers=headers, body=body, hang_up=dice.random.random() < 0.02
            )
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
