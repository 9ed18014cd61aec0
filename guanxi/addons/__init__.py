"""Add-ons: manifests, discovery, the registry that their `setup(r)` fills, enabling and removing them."""

from guanxi.addons.loader import AvailableAddons, load_addons
from guanxi.addons.manifest import Manifest, read_manifest
from guanxi.addons.registry import Registry

__all__ = ["AvailableAddons", "Manifest", "Registry", "load_addons", "read_manifest"]
