"""What must be true of an add-on's declarations before anything is served."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from enum import Enum
from typing import Any

from tortoise.models import Model

from guanxi.declare.access import Anyone, Permission, Realm
from guanxi.declare.catalog import Catalog, Offer
from guanxi.declare.fields import Field, Kind
from guanxi.declare.resources import Lines, Resource
from guanxi.declare.timeline import CHANGES, NOTES, TimelineSource
from guanxi.records.shape import kind_of, model_field

_SOURCE_NAME = re.compile(r"[a-z][a-z0-9-]{0,40}")


def problems(offer: Offer, everything: Catalog) -> Iterator[str]:
    """Sentences for developers, one for each thing wrong with `offer`."""
    yield from _permissions(offer, everything)
    yield from _tables(offer)
    for resource in offer.resources:
        for problem in _resource(resource, offer, everything):
            yield f"resource {resource.name}: {problem}"
    yield from _timelines(offer, everything)
    yield from _routes(offer)
    yield from _jobs(offer)


def _permissions(offer: Offer, everything: Catalog) -> Iterator[str]:
    for group in offer.permissions:
        for permission in group:
            if not permission.startswith(f"{offer.addon}."):
                yield f"the permission {permission} does not start with {offer.addon}."
    for preset in offer.roles:
        for permission in preset.permissions:
            if permission not in everything.permissions:
                yield f"role {preset.key}: nobody declares the permission {permission}"


def models_in(offer: Offer) -> Iterator[type[Model]]:
    for module in offer.models:
        for value in vars(module).values():
            own = inspect.isclass(value) and issubclass(value, Model) and value.__module__ == module.__name__
            if own and not value._meta.abstract:
                yield value


def _tables(offer: Offer) -> Iterator[str]:
    for model in models_in(offer):
        table = model._meta.db_table
        if not table.startswith(f"{offer.addon}_"):
            yield f"the table {table or model.__name__} does not start with {offer.addon}_"


def _resource(resource: Resource, offer: Offer, everything: Catalog) -> Iterator[str]:
    if resource.addon != offer.addon:
        yield f"its model belongs to {resource.addon}"
    for permission in filter(None, (resource.read, resource.create, resource.update, resource.delete)):
        yield from _access(permission, everything)
    names = {field.name for field in resource.fields}
    for field in resource.fields:
        yield from _field(field, resource.model, everything)
    for lines in resource.lines:
        yield from _lines(lines, everything)
    sections = [*resource.form.sections, *(resource.form.guide.steps if resource.form.guide else ())]
    shown = [*resource.list.columns, *(name for section in sections for name in (*section.fields, *section.lines))]
    shown += [resource.list.sort.removeprefix("-"), resource.label, *resource.import_key]
    shown += [*((resource.board.by, *resource.board.card) if resource.board else ()), resource.calendar or "id"]
    for name in shown:
        if name not in names | {"id", "created_at", "updated_at"} | {lines.name for lines in resource.lines}:
            yield f"there is no field {name}"
    for action in resource.actions:
        yield from _access(action.permission, everything)


def _field(field: Field, model: type[Model], everything: Catalog, parent: str = "") -> Iterator[str]:
    """`parent`: the relation of a line to the record that it belongs to."""
    if model_field(model, field.name) is None:
        yield f"the model has no field {field.name}"
        return
    kind = kind_of(field, model)
    if kind is Kind.RELATION and field.to not in everything.resources:
        yield f"field {field.name}: no resource {field.to} is declared"
    if kind is Kind.MONEY and field.currency is None:
        yield f"field {field.name}: money needs a currency"
    relation, dot, _name = (field.currency or "").partition(".")
    if kind is Kind.MONEY and dot and not field.readonly and relation != parent:
        yield f"field {field.name}: money that people type has its currency on its own record"
    for permission in filter(None, (field.read, field.write)):
        yield from _access(permission, everything)


def _lines(lines: Lines, everything: Catalog) -> Iterator[str]:
    if model_field(lines.model, lines.parent) is None:
        yield f"lines {lines.name}: the model has no field {lines.parent}"
    for name in set(lines.row) - {field.name for field in lines.fields}:
        yield f"lines {lines.name}: row names the unknown field {name}"
    for field in lines.fields:
        yield from (
            f"lines {lines.name}: {problem}" for problem in _field(field, lines.model, everything, lines.parent)
        )


def _access(access: Any, everything: Catalog) -> Iterator[str]:
    if isinstance(access, Permission):
        if access not in everything.permissions:
            yield f"nobody declares the permission {access}"
    elif isinstance(access, Realm):
        if everything.realms.get(access.name) is not access:
            yield f"nobody declares the realm {access.name}"
    elif not (isinstance(access, Enum) and isinstance(access, Anyone)):
        yield f"{access!r} is no permission: write PUBLIC where everybody may"


def _routes(offer: Offer) -> Iterator[str]:
    everything = Catalog([offer])
    realms = tuple(f"/{realm.name}" for realm in offer.realms)
    for page in offer.pages:
        guest = (f"{page.access.path}/{offer.addon}/",) if isinstance(page.access, Realm) else ()
        if offer.addon != "guanxi" and not page.path.startswith((f"/{offer.addon}/", *realms, *guest)):
            yield f"the page {page.path} is not below /{offer.addon}/"
        if page.signed and (page.access is not Anyone.PUBLIC or page.methods != ("POST",)):
            yield f"the page {page.path} is signed: everybody may post to it, and nothing else"
        if isinstance(page.access, Anyone | Permission | Realm):
            continue
        yield from (f"page {page.path}: {problem}" for problem in _access(page.access, everything))
    for endpoint in offer.endpoints:
        if not isinstance(endpoint.access, Anyone | Permission | Realm):
            yield f"the endpoint {endpoint.path} has no permission"


def _timelines(offer: Offer, everything: Catalog) -> Iterator[str]:
    for point, source in offer.extensions:
        if not isinstance(source, TimelineSource):
            continue
        named = f"timeline source {source.name}"
        yield from (f"{named}: {problem}" for problem in _access(source.access, everything))
        if not _SOURCE_NAME.fullmatch(source.name) or source.name in (NOTES, CHANGES):
            yield f"{named}: a name has lowercase letters, digits and -, and is neither notes nor changes"
        if sum(each.name == source.name for each in everything.extensions(point)) > 1:
            yield f"{named}: another source has this name"


def _jobs(offer: Offer) -> Iterator[str]:
    for job in offer.jobs:
        if not job.name.startswith(f"{offer.addon}."):
            yield f"the job {job.name} does not start with {offer.addon}."
