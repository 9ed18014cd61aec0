"""Cells for what is declared beside resources: pages, endpoints, importers, settings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from guanxi.context import current_company
from guanxi.declare.routes import Endpoint, Page
from guanxi.web.pages import KERNEL_PAGES
from tests.security.cells import FORM, JSON, Cell
from tests.security.factory import id_named, struct_values
from tests.security.personas import Persona

_PARAMETER = re.compile(r"\{(\w+)(?::(\w+))?\}")


def all_pages() -> list[Page]:
    return [*KERNEL_PAGES, *(page for offer in current_company().catalog.offers for page in offer.pages)]


def filled(path: str, ids: Mapping[str, list[int]]) -> str:
    """The path with something in its parameters: the id that a name tells, else 1; words are `x`."""

    def value(found: re.Match[str]) -> str:
        return str(id_named(found[1], ids) or 1) if found[2] == "int" else "x"

    return _PARAMETER.sub(value, path)


def page_cells(persona: Persona, ids: Mapping[str, list[int]]) -> Iterator[Cell]:
    """Every declared page by every method that it takes, as far as the answer follows from its access."""
    for page in all_pages():
        for method in page.methods:
            if method != "GET" and persona.may(page.access):
                continue  # what it does is its own tests' matter
            body, media = (b"", "") if method == "GET" else (b"x=y", FORM)
            target, needs = filled(page.path, ids), (page.access,)
            yield Cell(method=method, target=target, needs=needs, body=body, media=media, optional=True, own_rules=True)


def endpoint_cells(ids: Mapping[str, list[int]]) -> Iterator[Cell]:
    for offer in current_company().catalog.offers:
        for endpoint in offer.endpoints:
            yield _endpoint_cell(offer.addon, endpoint, ids, foreign=False)


def foreign_endpoint_cells(foreign: Mapping[str, list[int]]) -> Iterator[Cell]:
    """Endpoints whose path or input names a record, with one that the caller may not see."""
    for offer in current_company().catalog.offers:
        for endpoint in offer.endpoints:
            names = [name for name, kind in _PARAMETER.findall(endpoint.path) if kind == "int"]
            names += list(endpoint.input.__struct_fields__) if endpoint.input is not None else []
            if any(name.endswith("_id") and id_named(name, foreign) for name in names):
                yield _endpoint_cell(offer.addon, endpoint, foreign, foreign=True)


def _endpoint_cell(addon: str, endpoint: Endpoint, ids: Mapping[str, list[int]], *, foreign: bool) -> Cell:
    values = struct_values(endpoint.input, ids) if endpoint.input is not None else {}
    if foreign and endpoint.input is not None:
        named = {name: id_named(name, ids) for name in endpoint.input.__struct_fields__ if name.endswith("_id")}
        values |= {name: id for name, id in named.items() if id is not None}  # also where it may be left out
    return Cell(
        method=endpoint.method,
        target=f"/api/v1/{addon}{filled(endpoint.path, ids)}",
        needs=(endpoint.access,),
        body=json.dumps(values).encode() if endpoint.method != "GET" else b"",
        media=JSON if endpoint.method != "GET" else "",
        foreign=foreign,
        optional=True,
        own_rules=True,
    )


def importer_cells() -> Iterator[Cell]:
    """Imports of their own, at the page and at the API."""
    for key, importer in current_company().catalog.importers.items():
        addon, _slash, name = key.partition("/")
        needs = (importer.permission,)
        yield Cell(method="POST", target=f"/api/v1/imports/{key}?dry_run=true", body=b"a\n1\n", needs=needs)
        if key not in current_company().catalog.resources:
            yield Cell(method="GET", target=f"/{addon}/import/{name}", needs=needs)


def settings_cells() -> Iterator[Cell]:
    for addon, form in current_company().catalog.settings.values():
        yield Cell(method="GET", target=f"/settings/{addon}", needs=(form.permission,))
