from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from guanxi.addons import AvailableAddons
from guanxi.db import EmbeddedValkey
from tests.chaos.installation import Installation, installed
from tests.conftest import Servers, Template


@pytest.fixture
def valkey() -> Iterator[EmbeddedValkey]:
    """One to kill: the session's own is for everybody."""
    directory = Path(tempfile.mkdtemp(prefix="guanxi-tests-"))
    directory.chmod(0o711)  # root's servers run as another user, who passes through
    server = EmbeddedValkey(directory)
    server.start()
    yield server
    server.destroy()
    directory.rmdir()


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
