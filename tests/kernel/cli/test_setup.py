"""What `make run` and `make test` stand on."""

from __future__ import annotations

import re
import subprocess

import pytest

from guanxi.settings import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-data.lock")


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text("utf-8")
    return dict(re.findall(r"^([A-Za-z0-9_.-]+)==(\S+) \\$", text, re.MULTILINE))


@pytest.mark.skipif(not (ROOT / ".venv" / ".guanxi").is_dir(), reason="not set up by scripts/setup.sh")
def test_a_second_setup_has_nothing_to_say() -> None:
    for _ in range(2):
        done = subprocess.run([ROOT / "scripts/setup.sh"], capture_output=True, text=True, check=True, cwd="/")
    assert done.stdout == done.stderr == ""


def test_development_installs_the_very_packages_that_run() -> None:
    runtime, development = pins("requirements.lock"), pins("requirements-dev.lock")
    assert len(runtime) > 40
    assert runtime.items() <= development.items()


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    blocks = re.split(r"^(?=[A-Za-z0-9_.-]+==)", text, flags=re.MULTILINE)[1:]
    assert blocks and all("--hash=sha256:" in block for block in blocks)


@pytest.mark.parametrize("name", [*LOCKS, "Makefile", "scripts/setup.sh", ".ci/run", "pyproject.toml"])
def test_no_file_names_a_package_registry(name: str) -> None:
    assert "://" not in (ROOT / name).read_text("utf-8")
