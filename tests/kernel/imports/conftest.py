from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from guanxi.context import Company
from guanxi.db import close_context
from tests.kernel.imports.support import open_company


@pytest.fixture
async def company(database: str, tmp_path: Path) -> AsyncIterator[Company]:
    company = await open_company(database, tmp_path)
    yield company
    await close_context(company.tortoise)
