"""Boards: columns of exactly what the actor sees, few statements, and the ways between columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from sample_shop.models import Order, Priority, Shop, Stage
from sample_shop.permissions import ShopPermission as P

from guanxi import records
from guanxi.context import Company, current_company
from guanxi.db import count_statements, execute, fetch_value
from guanxi.declare.resources import Resource
from guanxi.declare.where import ALWAYS, eq
from guanxi.errors import Conflict, InvalidInput, NotFound, Stale
from guanxi.i18n import use_locale
from guanxi.records.moves import Move, Moved, move
from guanxi.views.board import CARDS, Board, board_by, board_of, initials
from tests.kernel.conftest import acting

CLERK = (P.READ, P.WRITE, P.CLOSE)


def orders() -> Resource:
    return current_company().catalog.resources["sample_shop/orders"]


async def make(number: int, **values: Any) -> list[int]:
    return [
        (await records.create(Order, {"name": f"Order {index:03}", "owner_id": 1, **values})).id
        for index in range(number)
    ]


async def stage_board(**params: str) -> Board:
    return await board_of(orders(), board_by(orders()), ALWAYS, list(params.items()))


def counts(board: Board) -> Mapping[str, tuple[int, int]]:
    return {column.value: (column.head.count, len(column.cards)) for column in board.columns}


async def test_columns_hold_the_first_cards_and_count_all(in_shop: Company) -> None:
    await make(CARDS + 3, stage=Stage.OPEN, total=1000)
    await make(1, stage=Stage.DRAFT, total=50, currency="JPY")
    await make(1, stage=Stage.DRAFT, total=50)
    with use_locale("en"):
        board = await stage_board()
        draft, opened, closed = board.columns
        assert counts(board) == {"draft": (2, 2), "open": (CARDS + 3, CARDS), "closed": (0, 0)}
        assert [card.name for card in opened.cards[:2]] == ["Order 000", "Order 001"]
        assert draft.head.sums[0].text == "CN¥0.50 + ¥50"
        assert opened.head.sums[0].text == "CN¥230.00"
    assert opened.href == "/sample_shop/orders?stage=open"
    assert closed.cards == [] and closed.head.sums == []


async def test_cards_are_called_as_the_language_has_it(in_shop: Company) -> None:
    await make(1, stage=Stage.OPEN, notes="订单甲")
    await make(1, stage=Stage.OPEN, name="Second")
    resource = replace(orders(), label_in={"zh_CN": "notes"})
    for locale, names in (("en", {"Order 000", "Second"}), ("zh_CN", {"订单甲", "Second"})):
        with use_locale(locale):
            board = await board_of(resource, board_by(resource), ALWAYS, [])
        assert {card.name for column in board.columns for card in column.cards} == names


async def test_a_board_takes_few_statements_however_many_cards(in_shop: Company) -> None:
    shop = await records.create(Shop, {"name": "春意暖通", "code": "A"})
    for stage in Stage:
        await make(CARDS, stage=stage, shop_id=shop.id)
    with count_statements() as counted:
        board = await stage_board()
    assert sum(len(column.cards) for column in board.columns) == 3 * CARDS
    assert counted.count == 3


async def test_a_board_shows_only_what_the_actor_may_see(in_shop: Company) -> None:
    await make(2, stage=Stage.OPEN)
    await execute(
        "INSERT INTO guanxi_user (id, login, name, email, password_hash, active, administrator, locale, revision,"
        " created_at, updated_at) VALUES (77, 'ann', '陈思远', '', '', true, false, 'en', 1, now(), now())"
    )
    await make(1, stage=Stage.OPEN, owner_id=77)
    with acting(77, *CLERK):
        board = await stage_board()
    assert counts(board)["open"] == (1, 1)
    person = board.columns[1].cards[0].person
    assert person is not None and (person.name, person.initials) == ("陈思远", "陈")


async def test_filters_narrow_columns_and_totals_alike(in_shop: Company) -> None:
    await make(3, stage=Stage.OPEN, total=1000, priority=Priority.HIGH)
    await make(2, stage=Stage.OPEN, total=1000)
    by = board_by(orders())
    board = await board_of(orders(), by, eq("priority", "high"), [("priority", "high"), ("stage", "open")])
    assert counts(board) == {"draft": (0, 0), "open": (3, 3), "closed": (0, 0)}
    assert [column.href for column in board.columns][1] == "/sample_shop/orders?priority=high&stage=open"


async def test_records_without_a_choice_stand_in_a_column_of_their_own(in_shop: Company) -> None:
    await make(1, priority=Priority.URGENT)
    by = board_by(orders(), "priority")
    assert [column.value for column in (await board_of(orders(), by, ALWAYS, [])).columns] == ["low", "high", "urgent"]
    await make(2)
    board = await board_of(orders(), by, ALWAYS, [])
    assert counts(board) == {"low": (0, 0), "high": (0, 0), "urgent": (1, 1), "": (2, 2)}
    assert board.columns[-1].href == "/sample_shop/orders?priority.null=1"


async def test_only_choices_that_may_be_filtered_make_boards(in_shop: Company) -> None:
    assert [board_by(orders()).name, board_by(orders(), "priority").name] == ["stage", "priority"]
    for name in ("name", "shop", "nothing"):
        with pytest.raises(NotFound):
            board_by(orders(), name)
    with pytest.raises(NotFound):
        board_by(current_company().catalog.resources["sample_shop/shops"])


async def test_cards_say_where_they_can_go(in_shop: Company) -> None:
    await make(1, stage=Stage.DRAFT)
    await make(1, stage=Stage.CLOSED)

    async def targets(by: str, *permissions: str) -> list[list[tuple[str, bool]]]:
        with acting(1, *permissions):
            board = await board_of(orders(), board_by(orders(), by), ALWAYS, [])
        cards = [card for column in board.columns for card in column.cards]
        return [[(str(each.to), each.asks) for each in card.moves] for card in cards]

    assert await targets("stage", *CLERK) == [[("open", False), ("closed", True)], []]
    assert await targets("stage", P.READ, P.WRITE) == [[("open", False)], []]
    assert await targets("stage", P.READ) == [[], []]
    free = [("low", False), ("high", False), ("urgent", False)]
    assert await targets("priority", P.READ, P.WRITE) == [free, []]
    assert await targets("priority", P.READ) == [[], []]


async def test_moving_saves_a_field_or_runs_the_action(in_shop: Company) -> None:
    (id,) = await make(1)
    priority, stage = board_by(orders(), "priority"), board_by(orders(), "stage")
    with acting(1, *CLERK):
        saved = await move(orders(), priority, id, "high", 1)
        assert isinstance(saved, Moved)
        assert (saved.before, saved.record.priority, saved.record.revision, saved.outcome) == ("", "high", 2, None)
        started = await move(orders(), stage, id, "open", 2)
        assert isinstance(started, Moved) and started.outcome is not None
        assert (started.before, started.record.stage, started.record.revision) == ("draft", "open", 3)
        asked = await move(orders(), stage, id, "closed", 3)
        assert isinstance(asked, Move) and asked.action is not None and asked.action.name == "close"
    assert await fetch_value("SELECT stage FROM sample_shop_order") == "open"


async def test_refused_moves_change_nothing(in_shop: Company) -> None:
    (id,) = await make(1, stage=Stage.OPEN)
    (closed,) = await make(1, stage=Stage.CLOSED)
    priority, stage = board_by(orders(), "priority"), board_by(orders(), "stage")
    before = await fetch_value("SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM sample_shop_order t")
    with acting(1, *CLERK):
        for by, record, to, revision, error in (
            (stage, id, "draft", 1, Conflict),
            (stage, id, "nowhere", 1, InvalidInput),
            (stage, id, "closed", 7, Stale),
            (priority, id, "high", 7, Stale),
            (priority, closed, "high", 1, Conflict),
            (priority, 99999, "high", 1, NotFound),
        ):
            with pytest.raises(error):
                await move(orders(), by, record, to, revision)
    with acting(1, P.READ), pytest.raises(Conflict):
        await move(orders(), priority, id, "high", 1)
    with acting(2, *CLERK), pytest.raises(NotFound):
        await move(orders(), priority, id, "high", 1)
    after = await fetch_value("SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM sample_shop_order t")
    assert after == before


@pytest.mark.parametrize(
    ("name", "shown"),
    [("陈思远", "陈"), ("Ada Lovelace", "AL"), ("admin", "A"), ("Ana María Pérez", "AP"), ("", "")],
)
def test_initials(name: str, shown: str) -> None:
    assert initials(name) == shown
