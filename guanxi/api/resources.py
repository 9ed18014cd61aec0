"""The addresses that every resource has: list, one, create, change, delete, actions, documents."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guanxi import records
from guanxi.api.http import SecretAnswer, json_answer, json_body, revision_of, take_confirmation
from guanxi.api.timeline import answer_timeline
from guanxi.context import confirming
from guanxi.declare.resources import Document, Resource
from guanxi.documents.serving import print_document
from guanxi.errors import Conflict, InvalidInput, MethodNotAllowed, NotFound
from guanxi.i18n import _
from guanxi.records.actions import find_action, run_action
from guanxi.records.input import parse_json, parse_json_fields, read_id
from guanxi.records.rules import require_write
from guanxi.web.downloads import attachment

LANGUAGES = ("zh_CN", "en", "both")


async def answer_resource(request: Request, resource: Resource, rest: list[str]) -> Response:
    """`rest`: the parts of the path after the resource's name."""
    match rest, request.method:
        case [], "GET" | "HEAD":
            return await _list(request, resource)
        case [], "POST":
            return await _create(request, resource)
        case ["actions", name], "POST":
            return await _act(request, resource, name, None)
        case [id], "GET" | "HEAD":
            return await _one(resource, read_id(id))
        case [id], "PATCH":
            return await _update(request, resource, read_id(id))
        case [id], "DELETE":
            return await _delete(request, resource, read_id(id))
        case [id, "actions", name], "POST":
            return await _act(request, resource, name, read_id(id))
        case [id, "documents", name], "GET" | "HEAD":
            return await _document(request, resource, read_id(id), name)
        case [id, "timeline"], "GET" | "HEAD" if resource.timeline is not None:
            return await answer_timeline(request, resource, read_id(id))
        case [_, "timeline"], _ if resource.timeline is not None:
            raise MethodNotAllowed()
        case [] | [_] | ["actions", _] | [_, "actions" | "documents", _], _:
            raise MethodNotAllowed()
    raise NotFound()


async def _list(request: Request, resource: Resource) -> Response:
    query = records.parse_list_query(resource, request.query_params.multi_items())
    page = await records.page(resource, query)
    return json_answer({"data": page.rows, "next": page.next_cursor})


async def _one(resource: Resource, id: int, status: int = 200) -> Response:
    row = await records.read(resource, id)
    headers = {"ETag": f'"{row["revision"]}"'}
    if status == 201:
        headers["Location"] = f"/api/v1{resource.path}/{id}"
    return json_answer(row, status, headers)


async def _create(request: Request, resource: Resource) -> Response:
    require_write(resource, "create")
    body = await json_body(request)
    with confirming(take_confirmation(body, resource.asks)):
        record = await records.create(resource.model, parse_json(resource, body, partial=False))
    return await _one(resource, record.pk, 201)


async def _update(request: Request, resource: Resource, id: int) -> Response:
    await records.get(resource.model, id)
    require_write(resource, "update")
    body = await json_body(request)
    revision = revision_of(request, body)
    with confirming(take_confirmation(body, resource.asks)):
        await records.update(resource.model, id, parse_json(resource, body, partial=True), revision=revision)
    return await _one(resource, id)


async def _delete(request: Request, resource: Resource, id: int) -> Response:
    await records.delete(resource.model, id, revision=revision_of(request, None))
    return Response(status_code=204)


async def _act(request: Request, resource: Resource, name: str, id: int | None) -> Response:
    action = find_action(resource, name, "list" if id is None else "record")
    if id is not None:
        await records.get(resource.model, id)
    body = await json_body(request, required=False)
    with confirming(take_confirmation(body, action.asks)):
        values, revision = parse_json_fields(action.fields, body), revision_of(request, body)
        outcome = await run_action(resource, action, id, values, revision=revision)
    message = None if outcome.message is None else str(outcome.message)
    answer = {"message": message, "data": dict(outcome.data)}
    return SecretAnswer(answer) if outcome.secret else json_answer(answer)


def find_document(resource: Resource, name: str) -> Document:
    found = next((document for document in resource.documents if document.name == name), None)
    if found is None:
        raise NotFound()
    return found


async def _document(request: Request, resource: Resource, id: int, name: str) -> Response:
    document = find_document(resource, name)
    language = request.query_params.get("language", "zh_CN")
    if language not in LANGUAGES:
        raise InvalidInput({"language": _("This is none of the choices.")})
    record = await records.get(resource.model, id)
    if not document.when(record):
        raise Conflict(_("This is not possible in the record's present state."))
    content = await print_document(document, record, language)
    headers = {"Content-Disposition": attachment(f"{getattr(record, resource.label, '') or id}-{name}.pdf")}
    return Response(content, headers=headers, media_type="application/pdf")
