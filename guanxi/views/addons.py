"""What an add-on brings, as people see it: pages, roles, jobs and settings, by their titles."""

from __future__ import annotations

from dataclasses import dataclass

from guanxi.addons import AvailableAddons, Manifest
from guanxi.declare.catalog import Catalog, Offer
from guanxi.declare.extensions import HOME_CARDS
from guanxi.i18n import Text, _

CATEGORIES: dict[str, Text] = {
    "customers": _("Customers", context="category of add-ons"),
    "sales": _("Sales", context="category of add-ons"),
    "finance": _("Finance", context="category of add-ons"),
    "service": _("Service", context="category of add-ons"),
    "marketing": _("Marketing", context="category of add-ons"),
    "insight": _("Insight", context="category of add-ons"),
    "other": _("Other", context="category of add-ons"),
}
"""Those of `addon.toml` that have a name in every language; another one is shown as it is written."""


@dataclass(slots=True)
class Part:
    """One kind of thing that an add-on brings."""

    title: Text
    names: list[str]


@dataclass(slots=True)
class AddonView:
    name: str
    version: str
    title: str
    summary: str
    icon: str
    enabled: bool
    removable: bool
    rows: int
    """about how many its tables hold"""
    needs: list[str]
    """what will be enabled with it"""
    needed_by: list[str]
    """the enabled add-ons that keep it from being disabled"""
    works_with: list[str]
    parts: list[Part]


def icon_of(catalog: Catalog | AvailableAddons, addon: str) -> str:
    """That of its first menu entry."""
    offers = catalog.offers.values() if isinstance(catalog, AvailableAddons) else catalog.offers
    menus = [menu for offer in offers if offer.addon == addon for menu in offer.menus]
    return min(menus, key=lambda menu: menu.order).icon if menus else "puzzle"


def parts_of(offer: Offer) -> list[Part]:
    """Only kinds of which it brings something."""
    cards = [item.title for point, item in offer.extensions if point is HOME_CARDS]
    kinds: tuple[tuple[Text, list[Text]], ...] = (
        (_("Pages", "of an add-on"), [menu.label for menu in offer.menus]),
        (_("Cards on the home page"), cards),
        (_("Rights for roles"), [role.label for role in offer.roles]),
        (_("Jobs that run by themselves"), [schedule.job.title for schedule in offer.schedules]),
        (_("Imports"), [importer.title for importer in offer.importers]),
        (_("Settings"), [form.title for form in offer.settings]),
    )
    return [Part(title, list(dict.fromkeys(map(str, names)))) for title, names in kinds if names]


def addon_view(
    available: AvailableAddons, catalog: Catalog, manifest: Manifest, *, removable: bool, rows: int
) -> AddonView:
    titles = {name: other.shown_title() for name, other in available.manifests.items()}
    needs = [name for name in available.with_dependencies(manifest.name) if name != manifest.name]
    return AddonView(
        manifest.name,
        manifest.version,
        manifest.shown_title(),
        manifest.shown_summary(),
        icon_of(available, manifest.name),
        catalog.has(manifest.name),
        removable,
        rows,
        [titles[name] for name in needs],
        [titles[name] for name in available.dependents(manifest.name) if catalog.has(name)],
        [titles[name] for name in manifest.optional if name in titles],
        parts_of(available.offers[manifest.name]),
    )


def by_category(available: AvailableAddons, views: list[AddonView]) -> list[tuple[str, list[AddonView]]]:
    """In the order of CATEGORIES, unknown ones after them."""
    groups: dict[str, list[AddonView]] = {}
    for view in views:
        groups.setdefault(available.manifests[view.name].category or "other", []).append(view)
    known = list(CATEGORIES)
    order = sorted(groups, key=lambda name: known.index(name) if name in known else len(known))
    return [(str(CATEGORIES.get(name, name)), groups[name]) for name in order]
