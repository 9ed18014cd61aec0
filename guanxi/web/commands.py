"""What the command palette offers: pages to go to, records to make or find, things to do."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from guanxi.context import Company, may
from guanxi.declare.resources import Resource
from guanxi.i18n import LOCALES, Text, _, current_locale, use_locale
from guanxi.imports.target import offers_import
from guanxi.pinyin import rank
from guanxi.records.finding import can_find, find_labels
from guanxi.web.navigation import Item, navigation

Kind = Literal["here", "go", "create", "run", "find"]
LONGEST = 200
"""characters of what is searched for"""
MOST = 40
_OF_EACH = 5
"""records of one kind"""
_AT_ONCE = 3
"""kinds of records looked for at the same time"""
_PATIENCE = 1.0
"""seconds after which a kind of records is left out"""
_OTHER_LANGUAGE = 5
"""how much worse a name in the other language counts"""


@dataclass(frozen=True, slots=True)
class Command:
    kind: Kind
    icon: str
    names: tuple[str, ...]
    """in the reader's language; the first is shown"""
    others: tuple[str, ...] = ()
    """in other languages, only to be found by"""
    href: str = ""
    press: str = ""
    """instead of going somewhere: the control with this `data-press` that every page has"""
    keys: tuple[str, ...] = ()
    """that do the same"""
    place: int = -1
    """of kind `here`: which of the page's own controls"""

    @property
    def label(self) -> str:
        return self.names[0]


def commands(company: Company) -> list[Command]:
    """All that the current actor may do, records aside."""
    items = [item for section in navigation(company, "") for item in section.items]
    return [*_pages(items), *_new(company, items), *_lists(company), *_importers(company), *_own()]


def _command(
    kind: Kind, icon: str, phrase: Text, name: Text | None = None, *, href: str = "", press: str = "", key: str = ""
) -> Command:
    """Called by `phrase` with `name` in it, and by the name alone."""
    here = current_locale()
    names = {locale: _names(locale, phrase, name) for locale in LOCALES}
    others = tuple(text for locale, texts in names.items() if locale != here for text in texts)
    return Command(kind, icon, names[here], others, href, press, ("g", key) if key else ())


def _names(locale: str, phrase: Text, name: Text | None) -> tuple[str, ...]:
    with use_locale(locale):
        if name is None:
            return (str(phrase),)
        bare = str(name)
        # in small letters inside an English phrase; abbreviations stay as they are
        inside = bare[:1].lower() + bare[1:] if bare[1:2].islower() else bare
        return (str(phrase.format(name=inside)), bare)


def _pages(items: Iterable[Item]) -> list[Command]:
    go = _("Go to {name}")
    return [
        *(_command("go", item.icon, go, item.label, href=item.href, key=item.key) for item in items),
        _command("go", "bell", go, _("Notifications"), href="/notifications"),
        _command("go", "user", go, _("My account"), href="/account"),
    ]


def _new(company: Company, items: Iterable[Item]) -> list[Command]:
    """In the order of the menu; what has no entry there comes last."""
    order = {item.path: place for place, item in enumerate(items)}
    made = [r for r in company.catalog.resources.values() if r.create is not None and may(r.create) and may(r.read)]
    made.sort(key=lambda resource: order.get(resource.path, len(order)))
    return [_command("create", "plus", _("New {name}"), r.singular, href=f"{r.path}/new") for r in made]


def _lists(company: Company) -> list[Command]:
    found = []
    for resource in filter(lambda resource: may(resource.read), company.catalog.resources.values()):
        for action in resource.actions:
            if action.on == "list" and may(action.permission):
                phrase = _("{list}: {action}").format(list=resource.title, action=action.label)
                found.append(_command("run", "check", phrase, href=f"{resource.path}/actions/{action.name}"))
    return found


def _importers(company: Company) -> list[Command]:
    """The imports that lists have a button for."""
    catalog = company.catalog
    found = [
        _command("run", "upload", importer.title, href=f"/{key.replace('/', '/import/')}")
        for key, importer in catalog.importers.items()
        if may(importer.permission)
    ]
    for resource in catalog.resources.values():
        if may(resource.read) and offers_import(resource):
            phrase = _("{list}: {action}").format(list=resource.title, action=_("Import"))
            found.append(_command("run", "upload", phrase, href=f"{resource.path}/import"))
    return found


def _own() -> list[Command]:
    return [
        _command("run", "language", _("Change the language"), press="language"),
        _command("run", "moon", _("Light or dark"), press="theme"),
        _command("run", "key", _("Keys of this page"), press="keys"),
        _command("run", "out", _("Sign out"), press="sign-out"),
    ]


def matching(query: str, found: Iterable[Command]) -> list[Command]:
    """The best first; all in their order where nothing is asked for."""
    if not query:
        return list(found)[:MOST]
    ranked = [(best, place, it) for place, it in enumerate(found) if (best := _rank(query, it)) is not None]
    return [it for _best, _place, it in sorted(ranked, key=lambda item: item[:2])][:MOST]


def _rank(query: str, command: Command) -> int | None:
    here = [place for name in command.names if (place := rank(query, name)) is not None]
    there = [place + _OTHER_LANGUAGE for name in command.others if (place := rank(query, name)) is not None]
    return min(here + there, default=None)


async def records(company: Company, query: str) -> list[Command]:
    """Records that the menu leads to, as far as the actor may see them."""
    if len(query) < 2 and query.isascii():
        return []
    icons = {item.path: item.icon for section in navigation(company, "") for item in section.items}
    places = list(icons)
    wanted = [r for r in company.catalog.resources.values() if r.path in icons and may(r.read) and can_find(r)]
    wanted.sort(key=lambda resource: places.index(resource.path))
    slots = asyncio.Semaphore(_AT_ONCE)

    async def find(resource: Resource) -> list[Command]:
        async with slots:
            try:
                async with asyncio.timeout(_PATIENCE):
                    found = await find_labels(resource, query, limit=_OF_EACH)
            except TimeoutError:
                return []
        return [_record(resource, id, label, icons[resource.path]) for id, label in found]

    return [command for found in await asyncio.gather(*map(find, wanted)) for command in found]


def _record(resource: Resource, id: int, label: str, icon: str) -> Command:
    shown = _("{kind}: {name}").format(kind=resource.singular, name=label)
    return Command("find", icon, (str(shown),), href=f"{resource.path}/{id}")
