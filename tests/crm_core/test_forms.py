"""The form for a new customer."""

from __future__ import annotations

import pytest

from crm_core.permissions import CorePermission
from crm_core.views import CUSTOMERS
from guanxi import Company, use_actor
from guanxi.views.forms import new_page
from guanxi.views.parts import Input
from tests.crm_core.support import MANAGER, SALES, user

pytestmark = pytest.mark.usefixtures("inside")


async def _inputs() -> dict[str, Input]:
    page = await new_page(CUSTOMERS, {})
    return {made.name: made for section in page.sections for made in section.inputs}


async def test_each_kind_of_term_has_its_own_choices_and_the_owner_is_oneself(company: Company) -> None:
    boss = await user("Boss", MANAGER)
    with use_actor(boss):
        inputs = await _inputs()
    assert [option.label for option in inputs["level"].options] == ["", "Key account", "Standard", "Small"]
    assert [option.label for option in inputs["region"].options][1] == "East China"
    assert [option.label for option in inputs["owner"].options if option.selected] == ["Boss"]


async def test_sales_can_set_neither_owner_nor_trading_flag() -> None:
    with use_actor(await user("Li", SALES)):
        inputs = await _inputs()
    writable = {name for name, made in inputs.items() if not made.readonly}
    assert {"name", "mobile", "level"} <= writable
    assert not {"owner", "trading", "code", "department"} & writable
    assert CUSTOMERS.delete is None and CorePermission.UPDATE is CUSTOMERS.update
