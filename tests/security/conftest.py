from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from guanxi.addons import AvailableAddons
from guanxi.cli.prepare import load_demo_data
from tests.conftest import Servers, Template
from tests.security.factory import make_missing
from tests.security.world import World, fill


async def _full() -> None:
    await load_demo_data()
    await make_missing()


@pytest.fixture(scope="session")
def full_template(servers: Servers, available: AvailableAddons, company_template: Template) -> str:
    """The database of a company with every add-on, its demo data, and records of every kind."""
    asyncio.run(fill(servers, available, company_template.database, "attacked_full", _full))
    return "attacked_full"


@pytest.fixture(scope="module")
def world(
    servers: Servers, available: AvailableAddons, full_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    with World("full", servers, available, full_template, tmp_path_factory.mktemp("data")).opened() as made:
        yield made
