"""`server.py addon new`. In processes of their own, since an add-on's models stay in the process that loads it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from guanxi.cli.skeletons import AddonExists, InvalidAddonName, write_addon
from guanxi.cli.translations import translation_problems
from guanxi.errors import InvalidInput
from guanxi.settings import ROOT

WRITE = """
import sys
from pathlib import Path
from guanxi.cli.skeletons import write_addon
write_addon(sys.argv[1], "Shop visits", "门店拜访", Path(sys.argv[2]))
"""


def python(root: Path, *arguments: str) -> str:
    environment = {**os.environ, "GUANXI_ADDONS_PATH": str(root / "modules")}
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, cwd=ROOT, env=environment, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("name", ["shop_visits", "a_shop"])
def test_a_new_addon_is_complete(tmp_path: Path, name: str) -> None:
    python(tmp_path, "-c", WRITE, name, str(tmp_path))
    folder, tests = tmp_path / "modules" / name, tmp_path / "tests" / name
    assert {path.name for path in folder.iterdir()} >= {"addon.toml", "addon.py", "README.md", "migrations", "locale"}
    assert (tests / f"test_{name}.py").exists()
    assert [problem for problem in translation_problems([ROOT / "guanxi", folder]) if name in problem] == []
    assert python(tmp_path, "server.py", "check", "--migrations").startswith("migrations: ok")
    settings = f'src=["{tmp_path}/modules","{ROOT}"]'
    python(tmp_path, "-m", "ruff", "check", "--config", "pyproject.toml", "--config", settings, str(tmp_path))
    python(tmp_path, "-m", "ruff", "format", "--check", "--config", "pyproject.toml", str(tmp_path))


@pytest.mark.parametrize("name", ["", "A", "1a", "a-b", "a__b", "../a", "_a", "a" * 41])
def test_other_names_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidAddonName):
        write_addon(name, "Title", "标题", tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("title", ["", 'a"b', "a\nb", "{a}", "a" * 81, "a\\"])
def test_titles_stay_text(tmp_path: Path, title: str) -> None:
    with pytest.raises(InvalidInput):
        write_addon("shop_visits", title, "标题", tmp_path)
    assert not list(tmp_path.iterdir())


def test_what_exists_stays(tmp_path: Path) -> None:
    (tmp_path / "modules" / "shop").mkdir(parents=True)
    with pytest.raises(AddonExists):
        write_addon("shop", "Shop", "商店", tmp_path)
    with pytest.raises(AddonExists, match="json"):
        write_addon("json", "JSON", "JSON", tmp_path)
