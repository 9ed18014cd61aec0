"""The registry: the one place where an add-on says what it offers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import TypeVar

from guanxi.declare.access import Permission, Realm, RolePreset
from guanxi.declare.catalog import Hook, Offer
from guanxi.declare.events import Event, Subscription, When
from guanxi.declare.extensions import ExtensionPoint
from guanxi.declare.jobs import CatchUp, Job, Schedule
from guanxi.declare.resources import Resource
from guanxi.declare.routes import Endpoint, Importer, Menu, Page, SettingsForm

Item = TypeVar("Item")
SomeEvent = TypeVar("SomeEvent", bound=Event)


class Registry:
    """Handed to one add-on's `setup(r)`; fills its Offer."""

    def __init__(self, offer: Offer, available: frozenset[str]) -> None:
        self._offer = offer
        self._available = available

    def has(self, addon: str) -> bool:
        """Whether an optional dependency is installed. What is declared for it counts only where it is enabled."""
        return addon in self._available

    def models(self, module: ModuleType) -> None:
        """A module with Tortoise models; their tables start with the add-on's name."""
        self._offer.models.append(module)

    def permissions(self, group: type[Permission]) -> None:
        self._offer.permissions.append(group)

    def role(self, *presets: RolePreset) -> None:
        self._offer.roles.extend(presets)

    def resource(self, *resources: Resource) -> None:
        self._offer.resources.extend(resources)

    def page(self, *pages: Page) -> None:
        self._offer.pages.extend(pages)

    def api(self, *endpoints: Endpoint) -> None:
        self._offer.endpoints.extend(endpoints)

    def menu(self, *menus: Menu) -> None:
        self._offer.menus.extend(menus)

    def job(self, job: Job, *, every: str | None = None, catch_up: CatchUp = "last") -> None:
        """`every`: five cron fields in the company's time zone; without it the job runs only when enqueued."""
        self._offer.jobs.append(job)
        if every is not None:
            self._offer.schedules.append(Schedule(job=job, cron=every, catch_up=catch_up))

    def on(
        self,
        event: type[SomeEvent],
        handler: Callable[[SomeEvent], Awaitable[None]],
        when: When = When.IN_TRANSACTION,
    ) -> None:
        self._offer.subscriptions.append(Subscription(self._offer.addon, event, handler, when))

    def extend(self, point: ExtensionPoint[Item], *items: Item) -> None:
        self._offer.extensions.extend((point, item) for item in items)

    def importer(self, *importers: Importer) -> None:
        self._offer.importers.extend(importers)

    def settings(self, form: SettingsForm) -> None:
        self._offer.settings.append(form)

    def realm(self, realm: Realm) -> None:
        """People that are not users, with pages of their own; see `Realm`."""
        self._offer.realms.append(realm)

    def seed(self, hook: Hook) -> None:
        """Runs in the transaction that first enables the add-on, and after each upgrade: safe to repeat."""
        self._offer.seeds.append(hook)

    def demo(self, hook: Hook) -> None:
        """Makes demo data, in a transaction, once."""
        self._offer.demos.append(hook)
