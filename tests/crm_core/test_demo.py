"""The demo company's customers, and what the home page and the panels say of them."""

from __future__ import annotations

import pytest

from crm_core.cards import CARDS
from crm_core.demo import make_demo
from crm_core.models import Customer
from crm_core.panels import DOUBLES
from crm_core.services import customers_by_external_id
from guanxi import Actor, fetch, fetch_row, fetch_value, find, use_actor, where
from tests.crm_core.support import MANAGER, SALES, customer

pytestmark = pytest.mark.usefixtures("inside")


async def test_the_demo_is_complete_and_plausible() -> None:
    await make_demo()
    assert await fetch_value("SELECT count(*) FROM crm_core_customer") == 60
    assert await fetch_value("SELECT count(*) FROM guanxi_user WHERE password_hash = ''") == 3
    assert len(await customers_by_external_id([f"D{n:03}" for n in range(1, 62)])) == 60
    unparsed = await find(Customer, where.all_of(where.eq("kind", "organization"), where.eq("legal_form", "")))
    assert unparsed == []
    stages = await fetch("SELECT stage, count(*) AS number FROM crm_core_customer GROUP BY stage")
    assert {row["stage"]: row["number"] for row in stages} == {"formal": 20, "intent": 10, "potential": 20, "lost": 10}
    assert await fetch_value("SELECT count(*) FROM crm_core_activity WHERE at > now()") == 0
    assert await fetch_value("SELECT count(*) FROM crm_core_customer WHERE last_contact_on IS NULL") < 10
    row = await fetch_row("SELECT id, name FROM guanxi_user WHERE login = 'li.na'")
    assert row is not None
    with use_actor(Actor(kind="user", id=row["id"], name=row["name"], permissions=frozenset(map(str, SALES)))):
        due, stages_card = [await card.load() for card in CARDS]
    assert due.table is not None and due.table.rows
    assert sum(int(figure.value) for figure in stages_card.figures) == 24


async def test_the_panel_of_doubles() -> None:
    made = await customer("靖江市春意空调有限公司")
    assert (await DOUBLES.load(made.id)).table is None
    other = await customer("春意空调", phone="0512-62881235")
    with use_actor(Actor(kind="user", id=None, permissions=frozenset(map(str, MANAGER)))):
        shown = (await DOUBLES.load(made.id)).table
    assert shown is not None
    assert shown.rows == [("春意空调", "Nobody", "Same trade name, Same industry", "90 %")]
    assert shown.hrefs == [f"/crm_core/customers/{other.id}"]
