"""The order of the rooms in docs/architecture.md: nothing imports from a room further down, nobody a private name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "guanxi"
_ROW = re.compile(r"^\|((?: ?`\w+/?`)+) \|", re.MULTILINE)


def _floors() -> dict[str, int]:
    """The floor of each room; those of one row of the table share it."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rows = [re.findall(r"\w+", row) for row in _ROW.findall(text)]
    return {room: floor for floor, rooms in enumerate(rows) for room in rooms}


def _sources() -> Iterator[tuple[Path, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(PACKAGE)
        if inside.name != "__init__.py" or len(inside.parts) > 1:
            yield path, inside.parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[tuple[int, str, list[str]]]:
    """Line, module and names of every import that happens at run time."""
    tree = ast.parse(path.read_text("utf-8"))
    typing_only = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, []) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            yield node.lineno, node.module or "", [alias.name for alias in node.names]


def test_every_room_has_its_floor() -> None:
    assert {room for _path, room in _sources()} <= _floors().keys()


def test_nothing_imports_from_a_room_further_down() -> None:
    floors, wrong = _floors(), []
    for path, room in _sources():
        for line, module, names in _imports(path):
            targets = [f"guanxi.{each}" for each in names] if module == "guanxi" else [module]
            for target in targets:
                other = target.removeprefix("guanxi.").partition(".")[0]
                if target.startswith("guanxi.") and floors.get(other, 0) > floors[room]:
                    wrong.append(f"{path.relative_to(ROOT)}:{line} {target}")
    assert wrong == []


def test_private_names_stay_in_their_module() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} {module}.{name}"
        for path, _room in _sources()
        for line, module, names in _imports(path)
        for name in names
        if module.startswith("guanxi") and name.startswith("_") and name not in ("_", "__version__")
    ]
    assert wrong == []


def test_the_kernel_imports_no_add_on() -> None:
    addons = {folder.name for folder in (ROOT / "modules").iterdir() if folder.is_dir()}
    wrong = [
        f"{path.relative_to(ROOT)}:{line} {module}"
        for path, _room in _sources()
        for line, module, _names in _imports(path)
        if module.partition(".")[0] in addons
    ]
    assert wrong == []
