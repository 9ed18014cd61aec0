"""Endpoints that add-ons declare beside their resources: typed input and output."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from starlette.convertors import Convertor
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import compile_path

from guanxi.api.http import json_answer, json_body
from guanxi.context import Company, require
from guanxi.declare.fields import Field
from guanxi.declare.routes import Call, Endpoint
from guanxi.errors import InvalidInput, MethodNotAllowed, NotFound
from guanxi.i18n import Text, _
from guanxi.records.input import parse_text
from guanxi.records.shape import input_shape
from guanxi.records.values import Wrong, invalid


@dataclass(frozen=True, slots=True)
class Compiled:
    pattern: re.Pattern[str]
    convertors: Mapping[str, Convertor[Any]]
    endpoint: Endpoint


@dataclass(frozen=True, slots=True)
class Matched:
    compiled: Compiled
    parts: dict[str, str]

    def takes(self, request: Request) -> bool:
        return self.compiled.endpoint.method in (request.method, "GET" if request.method == "HEAD" else None)


def compiled(company: Company) -> dict[str, list[Compiled]]:
    """By add-on; kept for this revision of the company."""
    found: dict[str, list[Compiled]] | None = company.cache.get("api.endpoints")
    if found is None:
        found = company.cache["api.endpoints"] = {}
        for offer in company.catalog.offers:
            for endpoint in offer.endpoints:
                pattern, _format, convertors = compile_path(endpoint.path)
                found.setdefault(offer.addon, []).append(Compiled(pattern, convertors, endpoint))
    return found


def match_endpoint(request: Request, company: Company, addon: str, rest: str) -> Matched | None:
    """The endpoint at this address, of the request's method where there is one. `rest` starts with a slash."""
    known = None
    for candidate in compiled(company).get(addon, ()):
        matched = candidate.pattern.match(rest)
        if matched is not None:
            known = Matched(candidate, matched.groupdict())
            if known.takes(request):
                break
    return known


async def answer_endpoint(request: Request, found: Matched) -> Response:
    """Raises MethodNotAllowed."""
    if not found.takes(request):
        raise MethodNotAllowed()
    return await _call(request, found.compiled, found.parts)


async def _call(request: Request, found: Compiled, parts: dict[str, str]) -> Response:
    endpoint = found.endpoint
    require(endpoint.access)
    try:
        path = {name: found.convertors[name].convert(value) for name, value in parts.items()}
    except ValueError as error:
        raise NotFound() from error
    if any((isinstance(value, int) and value >= 2**63) or value == "" for value in path.values()):
        raise NotFound()
    query = parse_query(endpoint.query, request.query_params.multi_items())
    result = await endpoint.handler(Call(await _input(request, endpoint), path, query))
    if isinstance(result, Response):
        return result
    return json_answer(msgspec.to_builtins(result), endpoint.status)


def parse_query(fields: tuple[Field, ...], params: list[tuple[str, str]]) -> dict[str, Any]:
    """Every declared parameter, None or its default where not given. Raises InvalidInput."""
    given, errors = dict(params), dict[str, Text]()
    shapes = {field.name: input_shape(field) for field in fields}
    for name in given.keys() - shapes.keys():
        errors[name[:100]] = _("There is no such parameter.")
    values: dict[str, Any] = {}
    for name, shape in shapes.items():
        try:
            values[name] = parse_text(shape, given.get(name, ""))
        except Wrong as wrong:
            errors[name] = wrong.text
        else:
            if values[name] in (None, "") and shape.field.default is not None:
                values[name] = shape.field.default()
    invalid(errors)
    return values


async def _input(request: Request, endpoint: Endpoint) -> Any:
    if endpoint.input is None:
        return None
    body = await json_body(request)
    if _has_nul(body):
        raise InvalidInput(message=_("A text has characters that cannot be stored."))
    try:
        return msgspec.convert(body, endpoint.input)
    except msgspec.ValidationError as error:
        raise InvalidInput({_path(str(error)): Text(_plain(str(error)))}) from error


def _has_nul(value: Any) -> bool:
    if isinstance(value, str):
        return "\x00" in value
    if isinstance(value, dict):
        return any(_has_nul(item) for item in (*value.keys(), *value.values()))
    return isinstance(value, list) and any(map(_has_nul, value))


def _path(message: str) -> str:
    """`$.lines[0].price` of msgspec's message as `lines.0.price`."""
    inside = message.rpartition("at `$")[2].removesuffix("`") if "at `$" in message else ""
    return inside.replace("[", ".").replace("]", "").strip(".") or "body"


def _plain(message: str) -> str:
    return message.partition(" - at `")[0].replace("{", "").replace("}", "")
