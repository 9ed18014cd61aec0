"""Groups, boards and calendars call records as lists do: by their name in the reader's language."""

from __future__ import annotations

import pytest

from guanxi import current_company, fetch_value, use_actor, use_locale
from guanxi.declare.where import ALWAYS
from guanxi.records.grouping import parse_groups, totals
from guanxi.views.board import board_by, board_of
from guanxi.views.groups import key_label
from tests.crm_core.support import MANAGER, customer, user

pytestmark = pytest.mark.usefixtures("inside")


@pytest.mark.parametrize(("locale", "name"), [("en", "Key account"), ("zh_CN", "重点客户")])
async def test_terms_are_called_in_the_readers_language(locale: str, name: str) -> None:
    level = await fetch_value("SELECT id FROM crm_core_term WHERE name = 'Key account'")
    await customer("春意空调有限公司", level=level)
    resources = current_company().catalog.resources
    customers, terms = resources["crm_core/customers"], resources["crm_core/terms"]
    with use_actor(await user("Boss", MANAGER)), use_locale(locale):
        groups = parse_groups(customers, "level")
        [row] = await totals(customers, ALWAYS, groups)
        assert key_label(groups[0], row.keys[0], row.names[0]) == name
        board = await board_of(terms, board_by(terms), ALWAYS, [])
        cards = [card for column in board.columns for card in column.cards]
        assert name in {card.name for card in cards}
        assert all({str(fact.label) for fact in card.facts}.isdisjoint({"Name", "名称"}) for card in cards)
