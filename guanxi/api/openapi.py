"""The OpenAPI 3.1 document of a company: what its enabled add-ons offer to the current actor."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from guanxi import __version__
from guanxi.api import timeline
from guanxi.api.import_schemas import DRY_RUN, JOB, STARTED, TARGET
from guanxi.api.resources import LANGUAGES
from guanxi.api.schemas import Schema, action_schema, field_schema, input_schema, output_schema
from guanxi.context import Company, may
from guanxi.declare.fields import Field, Kind
from guanxi.declare.resources import Resource
from guanxi.declare.routes import Endpoint, Importer
from guanxi.imports.generic import generic_importer
from guanxi.imports.target import takes_imports
from guanxi.records.query import MAX_LIMIT, sortable
from guanxi.records.rules import readable_fields
from guanxi.records.shape import input_shape, shapes_of

_PROBLEMS = {
    "400": "The request could not be read.",
    "401": "Not signed in.",
    "403": "Not allowed.",
    "404": "No such record, or none that you may see.",
    "409": "Not possible in the present state, or the record was changed meanwhile.",
    "413": "Too large.",
    "415": "Another media type is wanted.",
    "422": "Some fields cannot be taken; `errors` names them.",
    "429": "Too many attempts.",
    "503": "Busy; try again.",
}
_FILE = "application/octet-stream"
_PARAMETER = re.compile(r"\{(\w+)(?::(\w+))?\}")
_ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer", "minimum": 1}}
_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "schema": {"type": "string", "pattern": "^[!-~]{1,200}$"},
    "description": "The same key and body have their effect once and get the same answer, for a day.",
}
_MATCH = {
    "name": "If-Match",
    "in": "header",
    "schema": {"type": "string", "pattern": '^"[0-9]{1,9}"$'},
    "description": "The ETag that was read; a record changed since gives 409.",
}


def describe(company: Company) -> dict[str, Any]:
    schemas: dict[str, Schema] = {"Problem": _problem_schema()}
    paths: dict[str, Any] = {}
    for resource in company.catalog.resources.values():
        if may(resource.read):
            paths |= _resource_paths(resource, schemas)
    for offer in company.catalog.offers:
        for endpoint in offer.endpoints:
            if may(endpoint.access):
                path = _PARAMETER.sub(r"{\1}", f"/api/v1/{offer.addon}{endpoint.path}")
                paths.setdefault(path, {})[endpoint.method.lower()] = _endpoint(endpoint, offer.addon, schemas)
    paths |= _import_paths(company)
    return {
        "openapi": "3.1.0",
        "info": {"title": f"{company.title} · Guanxi", "version": __version__},
        "paths": paths,
        "components": {
            "schemas": schemas,
            "responses": {status: _problem(text) for status, text in _PROBLEMS.items()},
            "securitySchemes": {
                "key": {"type": "http", "scheme": "bearer", "description": "an API key, `gx_…`"},
                "session": {"type": "apiKey", "in": "cookie", "name": "guanxi_session"},
            },
        },
        "security": [{"key": []}, {"session": []}],
    }


def _problem_schema() -> Schema:
    """RFC 9457."""
    text = {"type": "string"}
    return {
        "type": "object",
        "properties": {
            "type": text,
            "title": text,
            "status": {"type": "integer"},
            "code": text,
            "request_id": text,
            "errors": {"type": "object", "additionalProperties": text},
            "current": {"type": "object"},
        },
        "required": ["type", "title", "status", "code"],
    }


def _problem(text: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": text, "content": {"application/problem+json": {"schema": schema}}}


def _answers(status: int, schema: Schema | None, media: str = "application/json") -> dict[str, Any]:
    content = {} if schema is None else {"content": {media: {"schema": schema}}}
    found: dict[str, Any] = {str(status): {"description": "Done.", **content}}
    return found | {code: {"$ref": f"#/components/responses/{code}"} for code in _PROBLEMS}


def _body(schema: Schema, *, required: bool = True) -> dict[str, Any]:
    return {"required": required, "content": {"application/json": {"schema": schema}}}


def _resource_paths(resource: Resource, schemas: dict[str, Schema]) -> dict[str, Any]:
    name = resource.key.replace("/", ".")
    schemas[name] = output_schema(resource)
    one = {"$ref": f"#/components/schemas/{name}"}
    base = f"/api/v1/{resource.key}"
    tags = [resource.addon]
    many: dict[str, Any] = {"get": _list(resource, one, tags, name)}
    single: dict[str, Any] = {
        "get": {
            "operationId": f"{name}.get",
            "tags": tags,
            "parameters": [_ID],
            "responses": _answers(200, one),
        }
    }
    if resource.create is not None and may(resource.create):
        schemas[f"{name}.new"] = input_schema(resource, partial=False)
        many["post"] = _write(f"{name}.create", tags, [_KEY], f"{name}.new", _answers(201, one))
    if resource.update is not None and may(resource.update):
        schemas[f"{name}.change"] = input_schema(resource, partial=True)
        single["patch"] = _write(f"{name}.update", tags, [_ID, _MATCH], f"{name}.change", _answers(200, one))
    if resource.delete is not None and may(resource.delete):
        answers = _answers(204, None)
        parameters = [_ID, _MATCH]
        single["delete"] = {
            "operationId": f"{name}.delete",
            "tags": tags,
            "parameters": parameters,
            "responses": answers,
        }
    return {base: many, f"{base}/{{id}}": single, **_more_paths(resource, base, tags, name)}


def _write(id: str, tags: list[str], parameters: list[Any], schema: str, answers: dict[str, Any]) -> dict[str, Any]:
    body = _body({"$ref": f"#/components/schemas/{schema}"})
    return {
        "operationId": id,
        "tags": tags,
        "parameters": parameters,
        "requestBody": body,
        "responses": answers,
    }


def _list(resource: Resource, one: Schema, tags: list[str], name: str) -> dict[str, Any]:
    order = [sign + field for field in sorted(sortable(resource)) for sign in ("", "-")]
    parameters = [
        _query("q", {"type": "string", "maxLength": 200}, "finds this text"),
        _query("sort", {"type": "string", "enum": order}, ""),
        _query("limit", {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT}, ""),
        _query("after", {"type": "string"}, "`next` of the page before"),
    ]
    shapes = shapes_of(resource)
    for field in readable_fields(resource):
        if field.filter and shapes[field.name].kind is not Kind.JSON:
            schema = {k: v for k, v in field_schema(shapes[field.name], output=False).items() if k != "title"}
            schema = schema.get("items", schema)  # tags are filtered by one of them
            parameters.append(_query(field.name, schema, "also with .ne .lt .le .gt .ge .contains .starts .null"))
    page = {
        "type": "object",
        "properties": {"data": {"type": "array", "items": one}, "next": {"type": ["string", "null"]}},
        "required": ["data", "next"],
    }
    return {
        "operationId": f"{name}.list",
        "summary": str(resource.title),
        "tags": tags,
        "parameters": parameters,
        "responses": _answers(200, page),
    }


def _query(name: str, schema: Schema, description: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "schema": schema,
        **({"description": description} if description else {}),
    }


def _more_paths(resource: Resource, base: str, tags: list[str], name: str) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    outcome = {
        "type": "object",
        "properties": {"message": {"type": ["string", "null"]}, "data": {"type": "object"}},
    }
    for action in resource.actions:
        if not may(action.permission):
            continue
        own = action.on == "record"
        schema = action_schema(action)
        path = f"{base}/{{id}}/actions/{action.name}" if own else f"{base}/actions/{action.name}"
        paths[path] = {
            "post": {
                "operationId": f"{name}.{action.name}",
                "summary": str(action.label),
                "tags": tags,
                "parameters": [_ID, _MATCH, _KEY] if own else [_KEY],
                "requestBody": _body(schema, required=bool(schema.get("required"))),
                "responses": _answers(200, outcome),
            }
        }
    if resource.timeline is not None:
        paths[f"{base}/{{id}}/timeline"] = {"get": _timeline(resource, tags, name)}
    language = _query("language", {"type": "string", "enum": list(LANGUAGES)}, "")
    for document in resource.documents:
        paths[f"{base}/{{id}}/documents/{document.name}"] = {
            "get": {
                "operationId": f"{name}.document.{document.name}",
                "summary": str(document.label),
                "tags": tags,
                "parameters": [_ID, language],
                "responses": _answers(200, {"type": "string", "format": "binary"}, "application/pdf"),
            }
        }
    return paths


def _timeline(resource: Resource, tags: list[str], name: str) -> dict[str, Any]:
    parameters = [_query_parameter(field) for field in timeline.QUERY]
    for parameter in parameters:
        if parameter["name"] == "show":
            parameter["schema"] = timeline.shown_schema(resource)
    return {
        "operationId": f"{name}.timeline",
        "summary": "What happened, newest first",
        "tags": tags,
        "parameters": [_ID, *parameters],
        "responses": _answers(200, timeline.ANSWER),
    }


def _endpoint(endpoint: Endpoint, addon: str, schemas: dict[str, Schema]) -> dict[str, Any]:
    slug = re.sub(r"\W+", "_", endpoint.path).strip("_")
    described: dict[str, Any] = {
        "operationId": f"{addon}.{endpoint.method.lower()}.{slug}",
        "summary": str(endpoint.summary),
        "tags": [addon],
        "parameters": [*_path_parameters(endpoint), *map(_query_parameter, endpoint.query)],
        "responses": _answers(endpoint.status, _struct(endpoint.output, addon, schemas)),
    }
    if endpoint.method not in ("GET", "HEAD"):
        described["parameters"].append(_KEY)
    if endpoint.input is not None:
        described["requestBody"] = _body(_struct(endpoint.input, addon, schemas) or {})
    return described


def _import_paths(company: Company) -> dict[str, Any]:
    """An importer goes before a resource of its key, as in `find_target`."""
    catalog = company.catalog
    targets = {
        resource.key: generic_importer(resource) for resource in catalog.resources.values() if takes_imports(resource)
    } | dict(catalog.importers)
    found = {
        f"/api/v1/imports/{key}": _import(key, importer)
        for key, importer in targets.items()
        if may(importer.permission)
    }
    job = {
        "operationId": "imports.job",
        "summary": "How far an import is and what it brought",
        "tags": ["guanxi"],
        "parameters": [_ID],
        "responses": _answers(200, JOB),
    }
    return found | ({"/api/v1/imports/jobs/{id}": {"get": job}} if found else {})


def _import(key: str, importer: Importer) -> dict[str, Any]:
    file = {"type": "string", "format": "binary"}
    pairs = {"type": "array", "items": {"type": "string", "pattern": ":"}, "maxItems": 300}
    common = {"summary": str(importer.title), "tags": [key.partition("/")[0]]}
    name = f"imports.{key.replace('/', '.')}"
    columns = {"operationId": f"{name}.columns", **common, "responses": _answers(200, TARGET)}
    post = {
        "operationId": name,
        **common,
        "parameters": [
            _query("dry_run", {"type": "boolean"}, "answers what would happen, and writes nothing"),
            _query("filename", {"type": "string", "maxLength": 200}, ""),
            _query("map", pairs, "`field:Heading`, before what is guessed; `:Heading` is not imported"),
            _query("find_by", {"type": "string"}, "what existing records are found by, from `find_by` of the columns"),
            _query("unmatched", pairs, "`field:reject`, `field:empty` or `field:create`, where no record is called so"),
            _query("existing", {"type": "string"}, "for records that are there: one of `existing` of the columns"),
            _KEY,
        ],
        "requestBody": {"required": True, "content": {_FILE: {"schema": file}}},
        "responses": _answers(202, STARTED) | {"200": _answers(200, DRY_RUN)["200"]},
    }
    return {"get": columns, "post": post}


def _path_parameters(endpoint: Endpoint) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "integer", "minimum": 1} if kind == "int" else {"type": "string", "minLength": 1},
        }
        for name, kind in _PARAMETER.findall(endpoint.path)
    ]


def _query_parameter(field: Field) -> dict[str, Any]:
    shape = input_shape(field)
    schema = {key: value for key, value in field_schema(shape, output=False).items() if key != "title"}
    return {**_query(field.name, schema, str(field.label)), "required": shape.required}


def _struct(kind: Any, addon: str, schemas: dict[str, Schema]) -> Schema | None:
    """Its schema; those that it refers to are kept by add-on and name, of which no two may be alike."""
    if kind is None:
        return None
    place = f"#/components/schemas/{addon}.{{name}}"
    (schema,), components = msgspec.json.schema_components([kind], ref_template=place)
    for name, component in components.items():
        if schemas.setdefault(f"{addon}.{name}", component) != component:
            raise RuntimeError(f"{addon} has two structs called {name} in its API.")
    return schema
