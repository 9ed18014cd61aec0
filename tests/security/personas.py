"""Everybody who may knock: each role alone, nobody, an API key with half of the permissions, a realm's people."""

from __future__ import annotations

from dataclasses import dataclass

from guanxi.auth import create_api_key, create_user, open_realm_session
from guanxi.auth.sessions import NewSession, open_session
from guanxi.context import Actor, current_company
from guanxi.db import execute, fetch, fetch_value
from guanxi.declare.access import PUBLIC, SIGNED_IN, Access, Realm
from guanxi.declare.resources import Resource
from guanxi.records.shape import shapes_of

ORIGIN = "http://testserver"


@dataclass(frozen=True, slots=True)
class Persona:
    """`actor` is what the declarations say this one is, not what the server made of it."""

    name: str
    actor: Actor
    session: NewSession | None = None
    key: str = ""
    key_id: int = 0

    def may(self, access: Access | None) -> bool:
        if access is PUBLIC:
            return True
        if access is SIGNED_IN:
            return self.actor.signed_in
        if isinstance(access, Realm):
            return self.actor.realm == access.name
        return access is not None and str(access) in self.actor.permissions

    @property
    def uses_pages(self) -> bool:
        return not self.key

    def headers(self, *, writes: bool = False) -> dict[str, str]:
        if self.key:
            return {"Authorization": f"Bearer {self.key}"}
        given = {"Origin": ORIGIN, "Accept-Language": "en"}
        if self.session is not None:
            cookies = {"guanxi_session": self.session.cookie}
            if self.actor.realm:
                cookies[f"guanxi_{self.actor.realm}"] = self.session.cookie
            given["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
            if writes:
                given["X-CSRF-Token"] = self.session.csrf
        return given


async def make_personas() -> list[Persona]:
    """Those of the current company, each with records of its own where records have a user."""
    catalog = current_company().catalog
    everything = frozenset(catalog.permissions)
    admin = int(await fetch_value("SELECT id FROM guanxi_user WHERE administrator ORDER BY id LIMIT 1"))
    made = [await _user("administrator", admin, everything)]
    for key, presets in sorted(catalog.roles.items()):
        role = await fetch_value("SELECT id FROM guanxi_role WHERE key = $1", key)
        user = await create_user(f"role-{key}", f"Role {key}", roles=[role])
        made.append(await _user(key, user, frozenset(str(p) for preset in presets for p in preset.permissions)))
    made.append(await _user("nothing", await create_user("nothing", "Nothing"), frozenset()))
    for part in (0, 1):
        half = frozenset(sorted(everything)[part::2])
        issued = await create_api_key(admin, f"half {part}", half)
        actor = Actor(kind="api_key", id=admin, name="half", permissions=half)
        made.append(Persona(f"key {part}", actor, key=issued.key, key_id=issued.id))
    await create_api_key(made[-3].actor.id or 0, "to revoke")
    for index, persona in enumerate(made):
        await _give(persona, index, len(made))
    return [
        *made,
        Persona("anonymous", Actor(kind="anonymous")),
        *[await subject(r, 1) for r in catalog.realms.values()],
    ]


async def _user(name: str, id: int, permissions: frozenset[str]) -> Persona:
    actor = Actor(kind="user", id=id, name=name, permissions=permissions)
    return Persona(name, actor, await open_session(id))


async def subject(realm: Realm, id: int) -> Persona:
    """Someone of a realm; 1 is one of its people in every company that we make."""
    session = await open_realm_session(realm.name, id, f"{realm.name} {id}")
    return Persona(f"{realm.name} {id}", Actor(kind="external", id=id, realm=realm.name), session)


def user_columns(resource: Resource) -> list[str]:
    """Columns that say whose a record is."""
    shapes = shapes_of(resource).values()
    return [shape.column for shape in shapes if shape.field.to == "guanxi/users" and resource.addon != "guanxi"]


async def spared_ids(personas: list[Persona]) -> dict[str, set[int]]:
    """By resource: what the personas stand on, so that none of them saws it off."""
    roles = await fetch("SELECT id FROM guanxi_role WHERE key IS NOT NULL")
    return {
        "guanxi/users": {persona.actor.id or 0 for persona in personas},
        "guanxi/roles": {row["id"] for row in roles},
        "guanxi/api_keys": {persona.key_id for persona in personas},
    }


async def _give(persona: Persona, index: int, count: int) -> None:
    """Every n-th record of each kind that has an owner."""
    for resource in current_company().catalog.resources.values():
        for column in user_columns(resource):
            if column == "owner_id":
                table = resource.model._meta.db_table
                await execute(f"UPDATE {table} SET {column} = $1 WHERE id % $2 = $3", persona.actor.id, count, index)
