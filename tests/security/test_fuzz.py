"""Requests made from our own OpenAPI document: no answer is a 5xx, and each is one that the document declares."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.transport import Response
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from guanxi.db import execute
from tests.security.asgi import Answer, call
from tests.security.personas import Persona, make_personas
from tests.security.world import World

EXAMPLES = int(os.environ.get("GUANXI_FUZZ_EXAMPLES", "8"))
"""for each operation"""
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="module")
def administrator(world: World) -> Persona:
    return world.run(make_personas())[0]


def as_response(request: requests.PreparedRequest, answer: Answer) -> Response:
    headers: dict[str, list[str]] = {}
    for name, value in answer.headers:
        headers.setdefault(name, []).append(value)
    return Response(answer.status, headers, answer.body, request, 0.0, False)


async def send(world: World, persona: Persona, request: requests.PreparedRequest) -> Answer:
    parts = urlsplit(request.url or "/")
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    ours = {"host", "authorization", "cookie"}
    headers = [(str(name), _text(value)) for name, value in request.headers.items() if name.lower() not in ours]
    body: Any = request.body or b""
    return await call(
        world.app,
        request.method or "GET",
        target,
        headers=[*headers, *persona.headers(writes=True).items()],
        body=body.encode() if isinstance(body, str) else bytes(body),
    )


def _text(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def operations(world: World, persona: Persona) -> Iterator[Any]:
    answer = world.run(call(world.app, "GET", "/api/openapi.json", headers=persona.headers()))
    schema = schemathesis.openapi.from_dict(answer.json())
    for found in schema.get_all_operations():
        yield found.ok()  # type: ignore[union-attr]  # raises for an operation that the document gets wrong


def fuzz(world: World, persona: Persona, operation: Any) -> list[str]:
    found: list[str] = []

    @seed(1)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def one(case: Any) -> None:
        request = requests.Request(**_request(case)).prepare()
        answer = world.run(send(world, persona, request))
        try:
            case.validate_response(as_response(request, answer), checks=CHECKS)
        except (FailureGroup, Failure) as failure:
            causes = getattr(failure, "exceptions", None) or [failure]
            told = "; ".join(" ".join(str(cause).split())[:300] for cause in causes)
            found.append(f"{operation.label}: {request.body!r:.200} {request.url}: {answer.status} {told}")

    one()
    return found[:3]


def _request(case: Any) -> dict[str, Any]:
    kwargs = case.as_transport_kwargs(base_url="http://testserver")
    return {
        name: kwargs[name]
        for name in ("method", "url", "headers", "params", "json", "data", "cookies")
        if kwargs.get(name)
    }


def test_every_operation_of_the_document_answers_as_it_declares(world: World, administrator: Persona) -> None:
    found, count = [], 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for operation in operations(world, administrator):
            count += 1
            found += fuzz(world, administrator, operation)
            world.run(execute("UPDATE guanxi_user SET active = true, administrator = true WHERE id = 1"))
    assert count > 50
    assert not found, f"{len(found)} complaints:\n" + "\n".join(found)
