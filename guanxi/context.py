"""Who acts, and for which company: known to every function without being passed around."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar, cast
from zoneinfo import ZoneInfo

import msgspec
from tortoise.context import TortoiseContext

from guanxi import clock
from guanxi.declare.access import PUBLIC, SIGNED_IN, Access, Permission, Realm
from guanxi.declare.catalog import Catalog
from guanxi.errors import Forbidden, Unauthenticated, Unconfirmed
from guanxi.i18n import Text

ActorKind = Literal["user", "api_key", "external", "system", "anonymous"]
Struct = TypeVar("Struct", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who does something. `id` is the user's id (also of an API key's owner) or, in a realm, the subject's."""

    kind: ActorKind
    id: int | None = None
    name: str = ""
    permissions: frozenset[str] = frozenset()
    department_id: int | None = None
    realm: str | None = None
    session_id: int | None = None
    api_key_id: int | None = None
    shared: Mapping[str, tuple[int, ...]] = field(default_factory=dict, hash=False)
    """ids of records that others let this user see, by the name of a `Share`; names without any are left out"""
    elevated: bool = False
    """the program acts on its own: no permission, scope or field rule applies"""

    def has(self, permission: Permission | str) -> bool:
        return self.elevated or permission in self.permissions

    @property
    def signed_in(self) -> bool:
        return self.kind in ("user", "api_key")


ANONYMOUS = Actor(kind="anonymous")
SYSTEM = Actor(kind="system", name="system", elevated=True)


@dataclass(slots=True, kw_only=True)
class Company:
    """A company that this process serves: one database, the add-ons enabled in it, its settings."""

    name: str
    title: str
    hosts: tuple[str, ...]
    zone: ZoneInfo
    currency: str
    locale: str
    database_url: str
    tortoise: TortoiseContext
    catalog: Catalog
    files: Path
    """where file contents lie, by hash"""
    revision: int
    color: str = ""
    """of the brand, `#rrggbb`; empty: ours"""
    logo: str = ""
    """the hash of a PNG among the files; empty: the first letter of the title"""
    greeted: bool = True
    """whether the first steps were done or put away"""
    settings: dict[str, dict[str, Any]] = field(default_factory=dict)
    """stored settings by add-on"""
    cache: dict[str, Any] = field(default_factory=dict)
    """things derived from this revision; dropped whenever it rises"""


_company: ContextVar[Company] = ContextVar("guanxi_company")
_actor: ContextVar[Actor] = ContextVar("guanxi_actor", default=ANONYMOUS)
_said_yes: ContextVar[str | bool] = ContextVar("guanxi_said_yes", default=False)
_request_id: ContextVar[str] = ContextVar("guanxi_request_id", default="")


def current_company() -> Company:
    """Raises LookupError outside of a company."""
    return _company.get()


def current_actor() -> Actor:
    return _actor.get()


def author_id() -> int | None:
    """The user's id, for columns that say who did something; None for the program and for subjects of realms."""
    actor = _actor.get()
    return actor.id if actor.signed_in else None


def today() -> date:
    """The company's day by its own clock: its zone, and the time that tests travel to."""
    return clock.today(_company.get().zone)


def current_request_id() -> str:
    return _request_id.get()


def set_request_id(value: str) -> None:
    _request_id.set(value)


@contextmanager
def use_company(company: Company) -> Iterator[Company]:
    """Work on `company` inside the block: its database is the one that queries go to."""
    token = _company.set(company)
    with company.tortoise:
        try:
            yield company
        finally:
            _company.reset(token)


@contextmanager
def use_actor(actor: Actor) -> Iterator[Actor]:
    token = _actor.set(actor)
    try:
        yield actor
    finally:
        _actor.reset(token)


@contextmanager
def elevated() -> Iterator[None]:
    """Inside, the program acts on its own on behalf of the current actor, who stays the author in the audit log."""
    with use_actor(replace(_actor.get(), elevated=True)):
        yield


@contextmanager
def confirming(answer: str | bool) -> Iterator[None]:
    """Inside, `answer` is what the user said to questions: the token of one, or True for yes to all."""
    token = _said_yes.set(answer)
    try:
        yield
    finally:
        _said_yes.reset(token)


def ask(question: Text, details: Sequence[tuple[Text, int]] = ()) -> None:
    """Raises Unconfirmed unless the user has said yes to this; the program itself is not asked.

    For actions, and for the `prepare` hooks of resources, that declare `asks`.
    """
    asked, answer = Unconfirmed(question, details), _said_yes.get()
    if answer is not True and answer != asked.token and not _actor.get().elevated:
        raise asked


def may(access: Access) -> bool:
    """Whether the current actor has `access`."""
    actor = _actor.get()
    if actor.elevated or access is PUBLIC:
        return True
    if access is SIGNED_IN:
        return actor.signed_in
    if isinstance(access, Realm):
        return actor.kind == "external" and actor.realm == access.name
    return str(access) in actor.permissions


def require(access: Access) -> None:
    """Raises Unauthenticated or Forbidden where `may(access)` is false."""
    if may(access):
        return
    actor = _actor.get()
    wrong_door = isinstance(access, Realm) or actor.kind == "external"
    raise Unauthenticated() if actor.kind == "anonymous" or wrong_door else Forbidden()


def settings_of(kind: type[Struct]) -> Struct:
    """The current company's settings of an add-on, defaults where nothing was stored."""
    company = _company.get()
    key = f"settings:{kind.__module__}.{kind.__qualname__}"
    if key not in company.cache:
        stored, _form = company.catalog.settings[kind]
        company.cache[key] = msgspec.convert(company.settings.get(stored, {}), kind, strict=False)
    return cast(Struct, company.cache[key])
