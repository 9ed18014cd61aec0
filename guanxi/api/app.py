"""From a path below /api to its answer. Writes run in one transaction; `Idempotency-Key` makes a POST repeatable."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from guanxi.api.endpoints import answer_endpoint, match_endpoint
from guanxi.api.http import body_to_keep, json_answer
from guanxi.api.imports import answer_import
from guanxi.api.openapi import describe
from guanxi.api.resources import answer_resource
from guanxi.auth import load_api_key
from guanxi.context import current_actor, current_company, require, use_actor
from guanxi.db import whole
from guanxi.declare.access import SIGNED_IN
from guanxi.errors import MethodNotAllowed, NotFound
from guanxi.records.idempotency import claim_key, keep_answer, request_hash

_READS = frozenset({"GET", "HEAD"})


def create_api() -> ASGIApp:
    """An ASGI application that runs inside a company, with the session's actor or anonymously."""

    async def api(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        authorization = request.headers.get("authorization")
        actor = current_actor() if authorization is None else await load_api_key(authorization)
        with use_actor(actor):
            response = await _answer(request)
        response.headers.setdefault("Cache-Control", "no-store")
        await response(scope, receive, send)

    return api


async def _answer(request: Request) -> Response:
    path = request.scope["path"]
    if "\x00" in path or len(path) > 2000:
        raise NotFound()
    if path == "/api/openapi.json":
        require(SIGNED_IN)
        if request.method not in _READS:
            raise MethodNotAllowed()
        return json_answer(describe(current_company()))
    if not path.startswith("/api/v1/"):
        raise NotFound()
    parts = path.removeprefix("/api/v1/").split("/")
    if request.method in _READS:
        return await _dispatch(request, parts)
    return await _once(request, lambda: _dispatch(request, parts))


async def _dispatch(request: Request, parts: list[str]) -> Response:
    company = current_company()
    if parts[0] == "imports":
        return await answer_import(request, parts[1:])
    endpoint = match_endpoint(request, company, parts[0], "/" + "/".join(parts[1:]))
    if endpoint is not None:  # first, since one may lie below a resource's address
        return await answer_endpoint(request, endpoint)
    resource = company.catalog.resources.get("/".join(parts[:2]))
    if resource is None:
        raise NotFound()
    require(resource.read)
    return await answer_resource(request, resource, parts[2:])


async def _once(request: Request, write: Callable[[], Awaitable[Response]]) -> Response:
    """Any error rolls back all that `write` did, the key included.

    The body is read before a connection is taken: a slow caller must not hold one.
    """
    body = await request.body()
    key = request.headers.get("idempotency-key")
    if key is None:
        return await whole(write)
    require(SIGNED_IN)
    fingerprint = request_hash(request.method, _target(request), body)

    async def write_once() -> Response:
        kept = await claim_key(key, fingerprint)
        if kept is not None:
            return Response(kept.body, kept.status, {"Idempotent-Replayed": "true"}, "application/json")
        response = await write()
        await keep_answer(key, response.status_code, body_to_keep(response))
        return response

    return await whole(write_once)


def _target(request: Request) -> str:
    return f"{request.scope['path']}?{request.scope['query_string'].decode('latin-1')}"
