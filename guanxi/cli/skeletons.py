"""A new add-on from the files in `skeleton/`, with its first migration and its translations."""

from __future__ import annotations

import asyncio
import re
import shutil
from importlib.util import find_spec
from pathlib import Path
from string import Template

from guanxi.addons import AvailableAddons
from guanxi.cli.checks import models_known
from guanxi.cli.session import load_available
from guanxi.cli.translations import TARGETS, Translations, read_translations, update_catalogue
from guanxi.db.migrations import make
from guanxi.errors import Conflict, InvalidInput
from guanxi.i18n import _
from guanxi.settings import read_settings

SKELETON = Path(__file__).parent / "skeleton"
_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", re.ASCII)
_IMPORTS = re.compile(r"(^from .+\n){2,}", re.MULTILINE)
_TEXTS = {
    "Entries": "条目",
    "Entry": "条目",
    "Name": "名称",
    "Notes": "备注",
    "Done": "已完成",
    "See entries": "查看条目",
    "Write entries": "编辑条目",
    "Delete entries": "删除条目",
}


class AddonExists(Conflict):
    code = "addon_exists"
    message = _("{path} is there already.")


class InvalidAddonName(InvalidInput):
    code = "invalid_addon_name"
    message = _("An add-on's name has only a-z, 0-9 and _, and starts with a letter: {name}")

    def __init__(self, name: str) -> None:
        super().__init__(None, None, name=name)


def write_addon(name: str, title: str, title_zh: str, root: Path) -> list[Path]:
    """Writes `root`/modules/`name` and its tests; returns the files. After an error nothing is left.

    Raises InvalidAddonName, AddonExists, and ConfigurationError where another add-on is broken.
    """
    if not _NAME.fullmatch(name) or len(name) > 40:
        raise InvalidAddonName(name[:50])
    for text in (title, title_zh):
        if not text.isprintable() or not 0 < len(text) <= 80 or set(text) & set('"\\{}$'):
            raise InvalidInput({"title": _("A title has 1 to 80 characters, without quotes and braces.")})
    folder, tests = root / "modules" / name, root / "tests" / name
    for path in (folder, tests):
        if path.exists():
            raise AddonExists(path=str(path))
    if find_spec(name) is not None:
        raise AddonExists(_("A Python package of this name is there already: {path}"), path=name)
    try:
        _write_files(name, title, title_zh, folder, tests)
        available = load_available(read_settings())
        asyncio.run(_write_migration(name, available))
        _translate(folder, {title: title_zh, **_TEXTS}, available)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(tests, ignore_errors=True)
        raise
    return sorted(path for place in (folder, tests) for path in place.rglob("*.*") if "__pycache__" not in path.parts)


def _write_files(name: str, title: str, title_zh: str, folder: Path, tests: Path) -> None:
    words = {
        "name": name,
        "title": title,
        "title_zh": title_zh,
        "prefix": "".join(part.capitalize() for part in name.split("_")) + "Permission",
    }
    folder.mkdir(parents=True)
    tests.mkdir(parents=True)
    for template in sorted(SKELETON.glob("*.tmpl")):
        text = Template(template.read_text("utf-8")).substitute(words)
        path = tests / f"test_{name}.py" if template.stem == "test_addon.py" else folder / template.stem
        path.write_text(_IMPORTS.sub(_sorted_lines, text), encoding="utf-8")


def _sorted_lines(block: re.Match[str]) -> str:
    """Whether its own imports come before the kernel's depends on the add-on's name."""
    return "".join(sorted(block[0].splitlines(keepends=True)))


async def _write_migration(name: str, available: AvailableAddons) -> None:
    async with models_known(available):
        await make(name, available.migrations(name))


def _translate(folder: Path, texts: dict[str, str], available: AvailableAddons) -> None:
    """Words that another add-on translates already get the same translation."""
    (locale,) = TARGETS
    kernel = read_translations(available.offers["guanxi"].folder, locale)
    known: Translations = {(None, message): text for message, text in texts.items()}
    for offer in available.offers.values():
        known |= read_translations(offer.folder, locale)
    update_catalogue(folder, locale, kernel, known)
