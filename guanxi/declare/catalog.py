"""All that a set of add-ons offers, looked up by what the kernel needs at run time. Immutable once built."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from guanxi.declare.access import Permission, Realm, RolePreset
from guanxi.declare.events import Event, Subscription
from guanxi.declare.extensions import ExtensionPoint
from guanxi.declare.jobs import Job, Schedule
from guanxi.declare.resources import Resource
from guanxi.declare.routes import Endpoint, Importer, Menu, Page, SettingsForm
from guanxi.i18n import Text

Item = TypeVar("Item")
Hook = Callable[[], Awaitable[None]]


@dataclass(slots=True)
class Offer:
    """What one add-on declared in its `setup(r)`."""

    addon: str
    title: Text
    folder: Path
    version: str = "0"
    models: list[ModuleType] = field(default_factory=list)
    permissions: list[type[Permission]] = field(default_factory=list)
    roles: list[RolePreset] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    endpoints: list[Endpoint] = field(default_factory=list)
    menus: list[Menu] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)
    schedules: list[Schedule] = field(default_factory=list)
    subscriptions: list[Subscription] = field(default_factory=list)
    extensions: list[tuple[ExtensionPoint[Any], Any]] = field(default_factory=list)
    importers: list[Importer] = field(default_factory=list)
    settings: list[SettingsForm] = field(default_factory=list)
    realms: list[Realm] = field(default_factory=list)
    seeds: list[Hook] = field(default_factory=list)
    demos: list[Hook] = field(default_factory=list)


class Catalog:
    """The offers of the kernel and of a company's enabled add-ons, dependencies first."""

    def __init__(self, offers: Iterable[Offer]) -> None:
        self.offers = tuple(offers)
        self.addons = tuple(offer.addon for offer in self.offers)
        extensions: dict[int, list[Any]] = defaultdict(list)
        for offer in self.offers:
            for point, item in offer.extensions:
                extensions[id(point)].append(item)
        self._extensions = {point: tuple(items) for point, items in extensions.items()}
        handlers: dict[type[Event], list[Subscription]] = defaultdict(list)
        for offer in self.offers:
            for subscription in offer.subscriptions:
                handlers[subscription.event].append(subscription)
        self.subscriptions: Mapping[type[Event], tuple[Subscription, ...]] = {
            event: tuple(found) for event, found in handlers.items()
        }

    def has(self, addon: str) -> bool:
        return addon in self.addons

    def extensions(self, point: ExtensionPoint[Item]) -> tuple[Item, ...]:
        """The items added to `point`, in the order of the add-ons."""
        return self._extensions.get(id(point), ())

    @cached_property
    def resources(self) -> Mapping[str, Resource]:
        """By key, `crm_core/customers`."""
        return {resource.key: resource for offer in self.offers for resource in offer.resources}

    @cached_property
    def resource_of(self) -> Mapping[type[Any], Resource]:
        """By model."""
        return {resource.model: resource for resource in self.resources.values()}

    @cached_property
    def permissions(self) -> Mapping[str, Permission]:
        return {
            str(permission): permission for offer in self.offers for group in offer.permissions for permission in group
        }

    @cached_property
    def jobs(self) -> Mapping[str, Job]:
        return {job.name: job for offer in self.offers for job in offer.jobs}

    @cached_property
    def schedules(self) -> Mapping[str, Schedule]:
        """By the name of their job."""
        return {schedule.job.name: schedule for offer in self.offers for schedule in offer.schedules}

    @cached_property
    def importers(self) -> Mapping[str, Importer]:
        """By `<add-on>/<name>`."""
        return {f"{offer.addon}/{item.name}": item for offer in self.offers for item in offer.importers}

    @cached_property
    def settings(self) -> Mapping[type[Any], tuple[str, SettingsForm]]:
        """Key and form by the Struct that holds the settings. The key is the add-on, or `<add-on>.<name>`."""
        return {
            form.type: (f"{offer.addon}.{form.name}".rstrip("."), form)
            for offer in self.offers
            for form in offer.settings
        }

    @cached_property
    def realms(self) -> Mapping[str, Realm]:
        return {realm.name: realm for offer in self.offers for realm in offer.realms}

    def realm_at(self, path: str) -> Realm | None:
        """The realm whose page is at `path`; None for users' pages."""
        return next((realm for realm in self.realms.values() if realm.owns(path)), None)

    @cached_property
    def _signed(self) -> tuple[str, ...]:
        """How the addresses of signed pages begin."""
        return tuple(page.path.partition("{")[0] for offer in self.offers for page in offer.pages if page.signed)

    def is_signed(self, path: str) -> bool:
        """Whether a program calls there that signs what it sends: without a session, from wherever it is."""
        return path.startswith(self._signed)

    @cached_property
    def roles(self) -> Mapping[str, tuple[RolePreset, ...]]:
        """Presets by key; several add-ons may add permissions to one role."""
        found: dict[str, list[RolePreset]] = defaultdict(list)
        for offer in self.offers:
            for role in offer.roles:
                found[role.key].append(role)
        return {key: tuple(presets) for key, presets in found.items()}
