"""Two companies in one process, and two people of one realm: what opens one opens nothing of the other."""

from __future__ import annotations

import pytest

from crm_portal.extensions import PORTAL_SECTIONS
from crm_portal.permissions import PORTAL
from guanxi.context import current_company, use_actor, use_company
from guanxi.db import execute, fetch, fetch_value
from guanxi.records import store_file
from tests.security.asgi import call
from tests.security.factory import ids_of
from tests.security.personas import Persona, make_personas, subject
from tests.security.world import HOSTS, World


@pytest.fixture(scope="module")
def personas(world: World) -> list[Persona]:
    return world.run(make_personas())


async def statuses_at_the_other_host(world: World, persona: Persona) -> dict[str, int]:
    """Of every list and page, at the host of the company `two`."""
    found = {}
    other = {"Origin": f"http://{HOSTS[1]}"}
    headers = {**persona.headers(writes=True), **other}
    for resource in current_company().catalog.resources.values():
        for target in (f"/api/v1{resource.path}", f"/api/v1{resource.path}/1", *([resource.path] * persona.uses_pages)):
            found[target] = (await call(world.app, "GET", target, headers=headers, host=HOSTS[1])).status
        body = {**headers, "Content-Type": "application/json"}
        target = f"/api/v1{resource.path}"
        found[f"POST {target}"] = (
            await call(world.app, "POST", target, headers=body, body=b"{}", host=HOSTS[1])
        ).status
    return found


def test_sessions_and_keys_are_good_for_their_own_company_only(world: World, personas: list[Persona]) -> None:
    for persona in personas:
        if persona.actor.kind == "anonymous":
            continue
        for target, status in world.run(statuses_at_the_other_host(world, persona)).items():
            assert status == (401 if "/api/" in target else 303), (persona.name, target)


async def file_statuses(world: World, personas: list[Persona]) -> list[str]:
    """For a file of one record of each resource: who may read the record may read the file, and nobody else."""
    wrong = []
    for key, resource in current_company().catalog.resources.items():
        ids = await ids_of(resource)
        if not ids:
            continue
        file = await store_file(key, ids[-1], "a.txt", b"content")
        for persona in personas:
            if not persona.uses_pages:
                continue
            with use_actor(persona.actor):
                sees = ids[-1] in await ids_of(resource)
            answer = await call(world.app, "GET", f"/files/{file.token}", headers=persona.headers())
            right = {200} if sees else {403, 404} if persona.actor.signed_in else {303}
            if answer.status not in right:
                wrong.append(f"{persona.name}: file of {key} answers {answer.status} instead of {right}")
    return wrong


def test_files_are_for_those_who_may_read_their_record(world: World, personas: list[Persona]) -> None:
    assert world.run(file_statuses(world, personas)) == []


def test_a_file_token_is_good_for_its_own_company_only(world: World, personas: list[Persona]) -> None:
    async def token() -> str:
        return (await store_file("guanxi/users", personas[0].actor.id or 0, "a.txt", b"content")).token

    async def there() -> Persona:
        with use_company(world.two):
            return (await make_personas())[0]

    path = f"/files/{world.run(token())}"
    headers = world.run(there()).headers()
    assert world.runner.run(call(world.app, "GET", path, headers=headers, host=HOSTS[1])).status == 404
    assert world.runner.run(call(world.app, "GET", path, headers=personas[0].headers())).status == 200


async def portal_documents(world: World, persona: Persona, sections: list[str], ids: list[int]) -> set[str]:
    """The PDFs that someone of the portal gets."""
    found = set()
    for section in sections:
        for id in ids:
            await execute("DELETE FROM guanxi_attempt")
            path = f"/portal/{section}/{id}.pdf"
            answer = await call(world.app, "GET", path, headers=persona.headers())
            assert answer.status in (200, 404, 409), (persona.name, path, answer.status)
            if answer.status == 200:
                found.add(path)
    return found


async def two_customers(world: World) -> None:
    busy = await fetch("SELECT customer_id AS id FROM crm_contracts_contract GROUP BY 1 ORDER BY count(*) DESC LIMIT 2")
    first, second = [await subject(PORTAL, row["id"]) for row in busy]
    sections = current_company().catalog.extensions(PORTAL_SECTIONS)
    assert sections
    for section in sections:
        for persona in (first, second):
            for path in (f"/portal/{section.name}", "/portal", "/portal/my-data"):
                assert (await call(world.app, "GET", path, headers=persona.headers())).status == 200, path
    largest = int(await fetch_value("SELECT greatest(max(id), 10) FROM crm_contracts_contract"))
    ids = list(range(1, min(largest, 15) + 1))
    names = [section.name for section in sections if section.document is not None]
    mine = await portal_documents(world, first, names, ids)
    theirs = await portal_documents(world, second, names, ids)
    assert not mine & theirs
    assert mine


def test_customers_of_the_portal_see_their_own_papers_only(world: World) -> None:
    world.run(two_customers(world))
