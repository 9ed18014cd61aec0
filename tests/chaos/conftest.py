from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from guanxi.addons import AvailableAddons
from guanxi.db import EmbeddedValkey
from tests.chaos.installation import Installation, installed
from tests.conftest import Servers, Template


@pytest.fixture
def valkey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedValkey]:
    """One to kill: the session's own is for everybody."""
    directory = tmp_path_factory.mktemp("valkey")
    for parent in (directory, *directory.parents[:2]):
        parent.chmod(0o711)
    server = EmbeddedValkey(directory)
    server.start()
    yield server
    server.destroy()


@pytest.fixture
async def installation(
    servers: Servers,
    valkey: EmbeddedValkey,
    available: AvailableAddons,
    company_template: Template,
    tmp_path: Path,
) -> AsyncIterator[Installation]:
    """Two sockets to listen on; no process runs yet."""
    redis_url = valkey.find()
    assert redis_url is not None
    async with installed(
        servers.postgres_url, redis_url, available, company_template.database, tmp_path, listeners=2
    ) as made:
        yield made
