"""Who may do what through every door: generated from the catalog, so that what is added later is covered, too."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from guanxi.context import current_company, use_actor, use_company
from guanxi.declare.resources import Resource
from tests.security.asgi import Answer, call
from tests.security.cells import Cell, collection_cells, field_cells, record_cells
from tests.security.doors import endpoint_cells, foreign_endpoint_cells, importer_cells, page_cells, settings_cells
from tests.security.factory import ids_of
from tests.security.personas import Persona, make_personas, spared_ids
from tests.security.world import World

NOWHERE = 2**40
"""no record has this id"""


@pytest.fixture(scope="module")
def personas(world: World) -> list[Persona]:
    return world.run(make_personas())


async def judge(world: World, persona: Persona, cells: Iterable[Cell]) -> list[str]:
    """What went wrong, one line each. After a refusal, and after every GET, the database is as it was."""
    found = []
    await world.watch.look()
    for cell in cells:
        answer = await call(world.app, cell.method, cell.target, headers=cell.headers(persona), body=cell.body)
        complaint = cell.complaint(persona, answer)
        changed = await world.watch.look()
        if changed and (refused(answer) or not cell.writes):
            complaint = f"answers {answer.status} and changes {', '.join(changed)}"
        if complaint is not None:
            found.append(f"{persona.name}: {cell.method} {cell.target} {complaint}")
    return found


def refused(answer: Answer) -> bool:
    return answer.status >= 400 or (answer.status == 303 and "/sign-in" in answer.header("location"))


async def cells_for(persona: Persona, resource: Resource, ids: dict[str, list[int]], spared: set[int]) -> list[Cell]:
    """Refusals first, what changes records last."""
    with use_actor(persona.actor):
        seen = await ids_of(resource)
    foreign = next(iter(sorted(set(ids[resource.key]) - set(seen))), NOWHERE)
    own = [id for id in seen if id not in spared]
    cells = [*record_cells(resource, foreign, ids, foreign=True), *collection_cells(resource, ids, foreign)]
    cells += field_cells(resource, persona, own[0] if own else None)
    if own:
        first, last = own[0], own[-1]
        cells += list(record_cells(resource, first, ids))[:-3]
        cells += list(record_cells(resource, last, ids))[-3:]
    return [cell for cell in cells if persona.uses_pages or cell.api]


async def run_matrix(world: World, personas: list[Persona]) -> tuple[int, int, list[str]]:
    """How many cells, for how many roles and resources some record was hidden, and what went wrong."""
    count, hidden, found = 0, 0, []
    spared, resources = await spared_ids(personas), current_company().catalog.resources
    ids = {key: await ids_of(resource) for key, resource in resources.items()}
    for key in resources:
        for persona in personas:
            with use_company(await world.directory.refresh("one")) as company:  # its custom fields come and go
                ids[key] = await ids_of(company.catalog.resources[key])
                cells = await cells_for(persona, company.catalog.resources[key], ids, spared.get(key, set()))
                count += len(cells)
                hidden += any(cell.foreign and str(NOWHERE) not in cell.target for cell in cells)
                found += await judge(world, persona, cells)
    return count, hidden, found


async def run_doors(world: World, personas: list[Persona]) -> list[str]:
    found, resources = [], current_company().catalog.resources
    ids = {key: await ids_of(resource) for key, resource in resources.items()}
    for persona in personas:
        with use_actor(persona.actor):
            seen = {key: set(await ids_of(resource)) for key, resource in resources.items()}
        hidden = {key: [id for id in all if id not in seen[key]] for key, all in ids.items()}
        shown = {key: [id for id in all if id in seen[key]] for key, all in ids.items()}
        cells = [*endpoint_cells(shown), *foreign_endpoint_cells(hidden), *importer_cells()]
        cells += [*page_cells(persona, shown), *settings_cells()]
        found += await judge(world, persona, [cell for cell in cells if persona.uses_pages or cell.api])
    return found


def test_every_role_at_every_declared_page_and_endpoint(world: World, personas: list[Persona]) -> None:
    found = world.run(run_doors(world, personas))
    assert not found, f"{len(found)} cells:\n" + "\n".join(found)


def test_every_role_at_every_door_of_every_resource(world: World, personas: list[Persona]) -> None:
    count, hidden, found = world.run(run_matrix(world, personas))
    assert count > 1000
    assert hidden > len(world.one.catalog.resources) * 4, "there must be foreign records to aim at"
    assert not found, f"{len(found)} of {count} cells:\n" + "\n".join(found)
