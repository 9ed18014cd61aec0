"""From folders to a frozen set of add-ons: discover, resolve, import, set up, validate."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Collection, Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType

from guanxi.addons.errors import BrokenAddon, CircularDependency, MissingDependency
from guanxi.addons.manifest import Manifest, read_manifest
from guanxi.addons.registry import Registry
from guanxi.addons.validation import problems
from guanxi.declare.catalog import Catalog, Offer
from guanxi.i18n import LOCALES, add_messages, load_catalogues

KERNEL = "guanxi"


class AvailableAddons:
    """All add-ons whose code is loaded in this process, dependencies first. Which are enabled is a company's own."""

    def __init__(self, kernel: Offer, manifests: Iterable[Manifest], offers: Iterable[Offer]) -> None:
        self.manifests: Mapping[str, Manifest] = {manifest.name: manifest for manifest in manifests}
        self.offers: Mapping[str, Offer] = {offer.addon: offer for offer in (kernel, *offers)}

    def catalog(self, enabled: Collection[str]) -> Catalog:
        """What the kernel and the `enabled` add-ons offer; names of add-ons that are not here are ignored."""
        return Catalog(offer for name, offer in self.offers.items() if name == KERNEL or name in enabled)

    def tortoise_apps(self) -> dict[str, list[ModuleType | str]]:
        return {name: list(offer.models) for name, offer in self.offers.items() if offer.models}

    def migrations(self, addon: str) -> Path:
        return self.offers[addon].folder / "migrations"

    def with_dependencies(self, addon: str) -> list[str]:
        """`addon` and all that it needs, in the order of enabling. Raises MissingDependency."""
        if addon not in self.manifests:
            raise MissingDependency(addon=addon, missing=addon)
        needed = {addon}
        for name in reversed(list(self.manifests)):
            if name in needed:
                needed.update(self.manifests[name].depends)
        return [name for name in self.manifests if name in needed]

    def dependents(self, addon: str) -> list[str]:
        """The add-ons that need `addon`, directly or not."""
        found = {addon}
        for name, manifest in self.manifests.items():
            if found.intersection(manifest.depends):
                found.add(name)
        return [name for name in self.manifests if name in found and name != addon]


def discover(folders: Iterable[Path]) -> dict[str, Manifest]:
    """Manifests by name, from folders of add-ons and from installed packages (entry point group `guanxi.addons`)."""
    found: dict[str, Manifest] = {}
    places = [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())]
    for point in entry_points(group="guanxi.addons"):
        spec = importlib.util.find_spec(point.value)
        if spec is None or spec.origin is None:
            raise BrokenAddon(addon=point.name, cause=f"the package {point.value} is not there")
        places.append(Path(spec.origin).parent)
    for path in places:
        if (path / "addon.toml").is_file():
            manifest = read_manifest(path)
            if manifest.name in found and found[manifest.name].folder != path:
                cause = f"it is there twice: {found[manifest.name].folder} and {path}"
                raise BrokenAddon(addon=manifest.name, cause=cause)
            found[manifest.name] = manifest
    return found


def resolve(manifests: Mapping[str, Manifest]) -> list[Manifest]:
    """Dependencies first. Raises MissingDependency, or CircularDependency with the ring."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for name in sorted(manifests):
        manifest = manifests[name]
        for missing in (need for need in manifest.depends if need not in manifests):
            raise MissingDependency(addon=name, missing=missing)
        sorter.add(name, *manifest.depends, *(hint for hint in manifest.optional if hint in manifests))
    try:
        return [manifests[name] for name in sorter.static_order()]
    except CycleError as error:
        raise CircularDependency(ring=" → ".join(reversed(error.args[1]))) from error


def _set_up(manifest: Manifest, available: frozenset[str]) -> Offer:
    offer = Offer(manifest.name, manifest.text, manifest.folder, manifest.version)
    try:
        module = importlib.import_module(f"{manifest.name}.addon")
        module.setup(Registry(offer, available))
    except Exception as error:
        raise BrokenAddon(addon=manifest.name, cause=f"{type(error).__name__}: {error}") from error
    return offer


def load_addons(kernel: Offer, folders: Iterable[Path]) -> AvailableAddons:
    """Load every add-on found in `folders`. The first broken one stops it all: nothing is half loaded."""
    folders = [folder.resolve() for folder in folders]
    for folder in folders:
        if str(folder) not in sys.path:
            sys.path.append(str(folder))
    manifests = resolve(discover(folders))
    names = frozenset(manifest.name for manifest in manifests)
    offers = [_set_up(manifest, names) for manifest in manifests]
    available = AvailableAddons(kernel, manifests, offers)
    everything = available.catalog(names)
    for offer in available.offers.values():
        for problem in problems(offer, everything):
            raise BrokenAddon(addon=offer.addon, cause=problem)
    load_catalogues(offer.folder / "locale" for offer in available.offers.values())
    for manifest in manifests:
        for locale in LOCALES:
            add_messages(locale, manifest.titles(locale))
    return available
