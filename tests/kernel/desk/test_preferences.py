from __future__ import annotations

from typing import Any

import pytest

from guanxi.auth import create_user
from guanxi.context import ANONYMOUS, Company, use_actor
from guanxi.db import fetch_value
from guanxi.desk.preferences import LARGEST, MOST, prefer, preference
from guanxi.errors import Forbidden, InvalidInput
from tests.kernel.conftest import acting


@pytest.mark.parametrize("value", [False, 0, "daily", ["name", "code"], {"a": [1, None]}])
async def test_a_value_comes_back_as_it_was(in_shop: Company, value: Any) -> None:
    with acting(await create_user("ann", "Ann")):
        await prefer("sample", "before")
        await prefer("sample", value)
        assert await preference("sample", "default") == value


async def test_preferences_are_of_one_user(in_shop: Company) -> None:
    ann, ben = await create_user("ann", "Ann"), await create_user("ben", "Ben")
    with acting(ann):
        await prefer("digest", "off")
    with acting(ben):
        assert await preference("digest", "daily") == "daily"


async def test_none_forgets(in_shop: Company) -> None:
    with acting(await create_user("ann", "Ann")):
        await prefer("digest", "off")
        await prefer("digest", None)
        assert await preference("digest", "daily") == "daily"
    assert await fetch_value("SELECT count(*) FROM guanxi_preference") == 0


async def test_nobody_has_no_preferences(in_shop: Company) -> None:
    with use_actor(ANONYMOUS):
        assert await preference("digest", "daily") == "daily"
        with pytest.raises(Forbidden):
            await prefer("digest", "off")


async def test_preferences_are_bounded(in_shop: Company) -> None:
    with acting(await create_user("ann", "Ann")):
        with pytest.raises(InvalidInput):
            await prefer("large", "x" * LARGEST)
        with pytest.raises(InvalidInput):
            await prefer("n" * 161, 1)
        for number in range(MOST):
            await prefer(f"p{number}", number)
        with pytest.raises(InvalidInput):
            await prefer("one more", 1)
        await prefer("p0", "changed")
        assert await preference("p0", None) == "changed"
