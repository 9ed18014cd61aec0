"""An add-on's `addon.toml`: read without importing any of its code."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec

from guanxi.addons.errors import BrokenAddon
from guanxi.i18n import Text, current_locale

_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", re.ASCII)


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    version: str
    title: dict[str, str]
    """by locale: `en`, `zh_CN`"""
    summary: dict[str, str] = {}
    category: str = ""
    depends: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    folder: Path = Path()

    def shown_title(self) -> str:
        return self.title.get(current_locale()) or self.title["en"]

    def shown_summary(self) -> str:
        return self.summary.get(current_locale()) or self.summary.get("en", "")

    @property
    def text(self) -> Text:
        """The title; `titles()` are its translations."""
        return Text(self.title["en"], context=f"title of {self.name}")

    def titles(self, locale: str) -> dict[tuple[str | None, str], str]:
        return {(self.text.context, self.text.message): self.title[locale]} if locale in self.title else {}


def read_manifest(folder: Path) -> Manifest:
    """Raises BrokenAddon where the file is missing or wrong."""
    name = folder.name
    try:
        data = tomllib.loads((folder / "addon.toml").read_text("utf-8"))
        manifest = msgspec.convert({**data, "folder": folder}, Manifest)
    except (OSError, ValueError, msgspec.ValidationError) as error:
        raise BrokenAddon(addon=name, cause=f"addon.toml: {error}") from error
    if manifest.name != name or not _NAME.fullmatch(name):
        raise BrokenAddon(addon=name, cause=f"addon.toml names it {manifest.name!r}, its folder is {name!r}")
    if missing := {"en", "zh_CN"} - manifest.title.keys():
        raise BrokenAddon(addon=name, cause=f"addon.toml: title lacks {', '.join(sorted(missing))}")
    return manifest
