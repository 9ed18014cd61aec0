"""The menu of a company, as far as the current actor may use it."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase

from guanxi.context import Company, may
from guanxi.declare.routes import Menu
from guanxi.i18n import Text


@dataclass(slots=True)
class Item:
    label: Text
    href: str
    icon: str
    current: bool
    key: str = ""
    """the letter that leads there after `g`"""

    @property
    def path(self) -> str:
        return self.href.partition("?")[0]


@dataclass(slots=True)
class NavSection:
    title: Text
    items: list[Item]


def _path(menu: Menu) -> str:
    return menu.href.partition("?")[0]


def _menus(company: Company) -> list[tuple[Text, list[Menu]]]:
    """All entries by section; a section stands where its first entry does. Kept per revision."""
    found: list[tuple[Text, list[Menu]]] | None = company.cache.get("web.menus")
    if found is None:
        sections: dict[tuple[str | None, str], tuple[Text, list[Menu]]] = {}
        kernel_last = sorted(company.catalog.offers, key=lambda offer: offer.addon == "guanxi")
        for menu in (menu for offer in kernel_last for menu in offer.menus):
            key = (menu.section.context, menu.section.message)
            sections.setdefault(key, (menu.section, []))[1].append(menu)
        for _title, menus in sections.values():
            menus.sort(key=lambda menu: menu.order)
        found = company.cache["web.menus"] = sorted(sections.values(), key=lambda item: item[1][0].order)
    return found


def letters(company: Company) -> dict[str, str]:
    """For each address of the menu the letter that leads there after `g`, as long as there are letters.

    An initial of the entry's English name where one is free, else another of its letters: the same for every user
    and language, whatever of the menu they see.
    """
    found: dict[str, str] | None = company.cache.get("web.letters")
    if found is None:
        found = company.cache["web.letters"] = {}
        names = {menu.href: menu.label.message.casefold() for _title, menus in _menus(company) for menu in menus}
        initials = {href: "".join(word[0] for word in name.split()) for href, name in names.items()}
        for wanted in (initials, names):
            for href, letters in wanted.items():
                free = (it for it in letters if it in ascii_lowercase and it not in found.values())
                if href not in found and (letter := next(free, "")):
                    found[href] = letter
    return found


def navigation(company: Company, path: str) -> list[NavSection]:
    """Sections with at least one entry for the current actor; the entry of the longest matching address is current."""
    keys = letters(company)
    shown = [(title, [m for m in menus if may(m.access) and m.shown()]) for title, menus in _menus(company)]
    current = max(
        (m.href for _title, menus in shown for m in menus if path == _path(m) or path.startswith(f"{_path(m)}/")),
        key=len,
        default="",
    )
    return [
        NavSection(title, [Item(m.label, m.href, m.icon, m.href == current, keys.get(m.href, "")) for m in menus])
        for title, menus in shown
        if menus
    ]
