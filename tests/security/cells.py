"""One cell of the matrix: a request, what it needs, and whether the answer was right."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from guanxi.auth.errors import Escalation
from guanxi.context import current_company
from guanxi.declare.access import Access
from guanxi.declare.resources import Resource
from guanxi.imports.target import takes_imports
from tests.security.asgi import Answer
from tests.security.factory import action_values, as_form, changed_values, new_values
from tests.security.personas import Persona

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
BOUNDARY = "matrixmatrixmatrix"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    method: str
    target: str
    needs: tuple[Access | None, ...]
    """None: nobody may"""
    foreign: bool = False
    """aims at a record that the caller may not see"""
    absent: bool = False
    """there is no such thing here, whoever asks"""
    optional: bool = False
    """may not be there in the record's state"""
    own_rules: bool = False
    """may refuse whom it lets in, by rules of its own"""
    body: bytes = b""
    media: str = ""
    refused_input: bool = False
    """names a field that is not there for the caller"""
    no_rows: bool = False
    """a CSV file of the heading alone"""
    hidden: tuple[str, ...] = field(default=())
    """texts that an answer must not have"""

    @property
    def api(self) -> bool:
        return self.target.startswith("/api/")

    @property
    def writes(self) -> bool:
        return self.method not in ("GET", "HEAD")

    def headers(self, persona: Persona) -> dict[str, str]:
        media = {"Content-Type": self.media} if self.media else {}
        return {**persona.headers(writes=self.writes), **media}

    def _escalates(self, answer: Answer) -> bool:
        """The rule that nobody grants or touches what is above their own rights stands beside the permissions."""
        text = str(Escalation.message)
        return answer.status == 403 and text.encode() in answer.body

    def complaint(self, persona: Persona, answer: Answer) -> str | None:
        """What is wrong with the answer; None where it is right."""
        right = self.right_statuses(persona)
        leaked = [text for text in self.hidden if text.encode() in answer.body]
        if leaked:
            return f"shows {leaked[0]!r}"
        if self.no_rows and answer.status == 200 and answer.body.count(b"\r\n") != 1:
            return f"shows rows: {answer.text[:300]}"
        if self.refused_input and answer.status == 200 and b'class="notice warn"' not in answer.body:
            return "does not say what it left out"
        if answer.status in right and not (answer.status == 303 and self._denied(persona)):
            return None
        if self._escalates(answer) and not self._denied(persona):
            return None
        if answer.status in right and "/sign-in" in answer.header("location"):
            return None
        return f"answers {answer.status} instead of {sorted(right)}: {answer.text[:300]}"

    @property
    def _no_form(self) -> set[int]:
        """What a page that only shows says to a form."""
        return set() if self.api else {405}

    def _denied(self, persona: Persona) -> bool:
        return not all(persona.may(access) for access in self.needs)

    def right_statuses(self, persona: Persona) -> set[int]:
        realm = current_company().catalog.realm_at(self.target)
        known = persona.actor.signed_in and (self.api or realm is None)
        if self._denied(persona):
            if not known:
                return {401} if self.api else {303}
            return ({403, 404} if self.foreign or self.absent else {403}) | self._no_form
        if self.foreign or self.absent:
            return ({403, 404} if self.own_rules else {404}) | self._no_form
        if self.refused_input:
            if self.writes:
                return {409, 422}
            return {422} if self.api else {200}
        done = {200, 201, 202, 204, 303, 400, 409, 422}
        return done | ({404} if self.optional else set()) | ({403, 410} if self.own_rules else set())


def json_cell(method: str, target: str, body: Any, *needs: Access | None, **more: Any) -> Cell:
    return Cell(method=method, target=target, body=json.dumps(body).encode(), media=JSON, needs=needs, **more)


def form_cell(target: str, form: Mapping[str, Any], *needs: Access | None, **more: Any) -> Cell:
    return Cell(method="POST", target=target, body=urlencode(form).encode(), media=FORM, needs=needs, **more)


def file_cell(target: str, content: bytes, *needs: Access | None, name: str = "a.csv", **more: Any) -> Cell:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    body = head.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
    media = f"multipart/form-data; boundary={BOUNDARY}"
    return Cell(method="POST", target=target, body=body, media=media, needs=needs, **more)


def collection_cells(resource: Resource, ids: Mapping[str, list[int]], foreign: int) -> Iterator[Cell]:
    """Addresses without a record in them. Lists, exports and choices never show the foreign one."""
    read, create, page, api = resource.read, resource.create, resource.path, f"/api/v1{resource.path}"
    body = new_values(resource, ids)
    yield Cell(method="GET", target=api, needs=(read,))
    yield Cell(method="GET", target=f"{api}?id={foreign}", needs=(read,), hidden=(f'"id":{foreign},',))
    yield Cell(method="GET", target=page, needs=(read,))
    yield Cell(method="GET", target=f"{page}/export?id={foreign}", needs=(read,))
    yield form_cell(f"{page}/export?id={foreign}", {"format": "csv"}, read, no_rows=True)
    yield form_cell(f"{page}/export", {"format": "csv", "ids": str(foreign)}, read, no_rows=True)
    chosen = {"ids": str(foreign), "step": "do"}
    yield form_cell(f"{page}/bulk", {**chosen, "operation": "edit"}, read, resource.update)
    yield form_cell(f"{page}/bulk", {**chosen, "operation": "delete"}, read, resource.delete)
    yield Cell(method="GET", target=f"{page}/options", needs=(read,), hidden=(f'"id":{foreign},',))
    yield Cell(method="GET", target=f"{page}?id={foreign}", needs=(read,), hidden=(f'href="{page}/{foreign}"',))
    yield json_cell("POST", api, body, read, create)
    yield Cell(method="GET", target=f"{page}/new", needs=(read, create))
    yield form_cell(f"{page}/new", {}, read, create)
    yield form_cell(f"{page}/new", as_form(resource, body), read, create)
    yield form_cell(f"{page}/new?dialog=1", as_form(resource, body), read, create)
    yield form_cell(f"{page}/check", as_form(resource, body), read, create, absent=resource.check is None)
    yield form_cell(f"{page}/check?id={foreign}", {}, read, resource.update, absent=True)
    yield from _import_cells(resource)
    for action in resource.actions:
        if action.on == "list":
            values = action_values(action, ids)
            yield Cell(method="GET", target=f"{page}/actions/{action.name}", needs=(read, action.permission))
            yield json_cell("POST", f"{api}/actions/{action.name}", values, read, action.permission)
            yield form_cell(f"{page}/actions/{action.name}", {}, read, action.permission)
            yield form_cell(f"{page}/actions/{action.name}", as_form(resource, values), read, action.permission)


def field_cells(resource: Resource, persona: Persona, id: int | None) -> Iterator[Cell]:
    """A field that the caller may not read or write does not exist: not in answers, filters, orders or input."""
    api, page, needs = f"/api/v1{resource.path}", resource.path, (resource.read,)
    for declared in resource.fields:
        name, read, write = declared.name, declared.read, declared.write
        if declared.secret or (read is not None and not persona.may(read)):
            hidden = (f'"{name}":',)
            yield Cell(method="GET", target=f"{api}?limit=200", needs=needs, hidden=hidden)
            yield Cell(method="GET", target=f"{api}/{id or 0}", needs=needs, hidden=hidden, absent=id is None)
            for base in (api, page):
                for query in (f"{name}=x", f"{name}.null=1", f"sort={name}", f"columns={name}"):
                    yield Cell(method="GET", target=f"{base}?{query}", needs=needs, refused_input=True)
        elif id is not None and (declared.readonly or (write is not None and not persona.may(write))):
            target, values = f"{api}/{id}", {name: None}
            yield json_cell("PATCH", target, values, resource.read, resource.update, refused_input=True)


def record_cells(resource: Resource, id: int, ids: Mapping[str, list[int]], **more: Any) -> Iterator[Cell]:
    """Every address of a record, what destroys it last."""
    read, update, page, api = resource.read, resource.update, f"{resource.path}/{id}", f"/api/v1{resource.path}/{id}"
    yield Cell(method="GET", target=api, needs=(read,), **more)
    yield Cell(method="GET", target=page, needs=(read,), **more)
    for document in resource.documents:
        path = f"documents/{document.name}"
        for base in (api, page):
            yield Cell(method="GET", target=f"{base}/{path}", needs=(read,), **{"optional": True, **more})
    change = changed_values(resource)
    yield json_cell("PATCH", api, change, read, update, **more)
    yield form_cell(page, {}, read, update, **more)
    yield form_cell(page, {**as_form(resource, change), "revision": "1"}, read, update, **more)
    yield file_cell(f"{page}/files", b"content", read, update, name="a.txt", **more)
    for path, values in (("notes", {"text": "@admin x"}), ("todos", {"title": "x"})):
        yield form_cell(f"{page}/{path}", {}, read, **more)
        yield form_cell(f"{page}/{path}", values, read, **more)
    named = resource.field(resource.label)
    if named is not None and not (named.readonly or named.fixed or named.read or named.write):
        target = f"{page}/cell?field={named.name}"
        yield Cell(method="GET", target=target, needs=(read, update), **more)
        yield form_cell(target, {named.name: "Another", "revision": "1"}, read, update, **more)
    for action in resource.actions:
        if action.on == "record":
            path, values = f"actions/{action.name}", action_values(action, ids)
            if values or action.danger:
                more = {"optional": True, **more}  # what the values name may not be there, or the record any more
            yield Cell(method="GET", target=f"{page}/{path}", needs=(read, action.permission), **more)
            yield json_cell("POST", f"{api}/{path}", values, read, action.permission, **more)
            if values:
                yield form_cell(f"{page}/{path}", {}, read, action.permission, **more)
            yield form_cell(f"{page}/{path}", as_form(resource, values), read, action.permission, **more)
    yield Cell(method="GET", target=f"{page}/delete", needs=(read, resource.delete), **more)
    yield form_cell(f"{page}/delete", {"revision": "1"}, read, resource.delete, **more)
    yield Cell(method="DELETE", target=api, needs=(read, resource.delete), **{"optional": True, **more})


def _import_cells(resource: Resource) -> Iterator[Cell]:
    page, importer = resource.path, current_company().catalog.importers.get(resource.key)
    permission = resource.create or resource.update
    if importer is not None:
        permission = importer.permission
    absent = importer is None and not takes_imports(resource)
    needs: tuple[Access | None, ...] = () if absent else (permission,)
    content = ",".join(resource.import_key).encode() + b"\nx\n"
    yield Cell(method="GET", target=f"{page}/import", needs=(resource.read, *needs), absent=absent)
    yield file_cell(f"{page}/import", content, resource.read, *needs, absent=absent)
    dry = f"/api/v1/imports{page}?dry_run=true"
    yield Cell(method="POST", target=dry, body=content, media="text/csv", needs=needs, absent=absent)
