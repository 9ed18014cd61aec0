"""One timeline of a record's own history and of what add-ons tell: order, pages, choices, permissions, failures."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from sample_shop import timeline as told
from sample_shop.permissions import ShopPermission as P

from guanxi.addons.validation import problems
from guanxi.context import Company, current_company
from guanxi.db import count_statements, fetch_value
from guanxi.declare.catalog import Catalog
from guanxi.declare.labels import Tone
from guanxi.declare.resources import Resource
from guanxi.declare.timeline import TimelineEvent, TimelineMark
from guanxi.errors import InvalidInput
from guanxi.i18n import Text, use_locale
from guanxi.views.timeline import Position, Timeline, read_position, timeline
from tests.kernel.conftest import acting

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
_orders = itertools.count(1000)


@pytest.fixture(autouse=True)
def nothing_told() -> Iterator[None]:
    yield
    told.PARCELS.clear()
    told.OFFERS.clear()


def orders() -> Resource:
    return current_company().catalog.resources["sample_shop/orders"]


def event(at: datetime, id: int, title: str = "") -> TimelineEvent:
    return TimelineEvent(at=at, id=id, title=Text(title or f"told {id}"))


async def note_change(order: int, at: datetime, action: str = "update") -> int:
    return int(
        await fetch_value(
            "INSERT INTO guanxi_audit (at, actor_kind, actor_name, action, resource, record_id, label, reason,"
            " request_id) VALUES ($1, 'user', 'Ann', $3, 'sample_shop/orders', $2, '', '', '') RETURNING id",
            at,
            order,
            action,
        )
    )


def names(page: Timeline) -> list[tuple[str, int]]:
    return [(entry.source, entry.id) for entry in page.entries]


@given(
    happened=st.lists(st.tuples(st.sampled_from(("own", "parcels", "offers")), st.integers(0, 4)), max_size=25),
    limit=st.integers(1, 6),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_pages_put_together_are_everything_in_order_also_at_equal_times(
    in_shop: Company, happened: list[tuple[str, int]], limit: int
) -> None:
    order, everything = next(_orders), list[tuple[datetime, str, int]]()
    told.PARCELS[order], told.OFFERS[order] = [], []
    for number, (source, microseconds) in enumerate(happened, 1):
        at = NOON + timedelta(microseconds=microseconds)
        if source == "own":
            everything.append((at, "", await note_change(order, at)))
        else:
            events = told.PARCELS if source == "parcels" else told.OFFERS
            events[order].append(event(at, number))
            everything.append((at, source, number))
    found, before = list[tuple[str, int]](), None
    for _page in range(len(happened) + 1):
        page = await timeline(orders(), order, before=before, limit=limit)
        assert len(page.entries) <= limit
        found += names(page)
        if page.earlier is None:
            break
        assert len(page.entries) == limit
        before = read_position(str(page.earlier))
    assert found == [(source or "changes", id) for _at, source, id in sorted(everything, reverse=True)]


async def test_what_comes_meanwhile_moves_nothing_on_later_pages(in_shop: Company) -> None:
    told.PARCELS[7] = [event(NOON, id) for id in range(1, 6)]
    first = await timeline(orders(), 7, limit=2)
    told.PARCELS[7].append(event(NOON + timedelta(hours=1), 6))
    told.OFFERS[7] = [event(NOON, 99)]  # before the mark by its source's name
    rest = await timeline(orders(), 7, before=first.earlier, limit=9)
    assert names(first) == [("parcels", 5), ("parcels", 4)]
    assert names(rest) == [("parcels", 3), ("parcels", 2), ("parcels", 1), ("offers", 99)]


async def test_choices_narrow_it_and_only_what_is_chosen_is_asked_for(in_shop: Company) -> None:
    change, note = await note_change(7, NOON), await note_change(7, NOON, "offer.sent")
    told.PARCELS[7], told.OFFERS[7] = [event(NOON, 1)], [event(NOON, 2)]
    page = await timeline(orders(), 7)
    assert [choice.key for choice in page.choices] == ["", "notes", "changes", "offers", "parcels"]
    assert names(page) == [("parcels", 1), ("offers", 2), ("changes", change)]
    assert names(await timeline(orders(), 7, shown="offers")) == [("offers", 2)]
    assert names(await timeline(orders(), 7, shown="changes")) == [("changes", change)]
    assert names(await timeline(orders(), 7, shown="notes")) == []
    nonsense = await timeline(orders(), 7, shown="nonsense")
    assert (nonsense.shown, names(nonsense)) == ("", names(page))
    with count_statements() as counted:
        await timeline(orders(), 7, shown="parcels")
    assert counted.count == 0
    with acting(5, P.READ):  # who does not see the offers sees that one was sent
        page = await timeline(orders(), 7)
        assert [choice.key for choice in page.choices] == ["", "notes", "changes", "parcels"]
        assert names(page) == [("parcels", 1), ("changes", note), ("changes", change)]
        assert names(await timeline(orders(), 7, shown="offers")) == names(page)


async def test_a_source_that_fails_is_named_and_the_rest_is_there(
    in_shop: Company, caplog: pytest.LogCaptureFixture
) -> None:
    change = await note_change(7, NOON)
    told.PARCELS[7], told.OFFERS[told.BROKEN] = [event(NOON, 1)], []
    page = await timeline(orders(), 7)
    assert (names(page), [*map(str, page.failed)]) == ([("parcels", 1), ("changes", change)], ["Offers"])
    assert "offers could not be loaded" in caplog.text


async def test_events_are_shown_with_time_or_day_note_tone_and_link(in_shop: Company) -> None:
    full = TimelineEvent(
        at=NOON,
        id=1,
        title=Text("Sent"),
        text="by van",
        note="see https://example.com <b>",
        who="Ann",
        href="/x",
        tone=Tone.OK,
    )
    day = replace(full, id=2, who="", href=None, note="", icon="star", on=date(2026, 11, 20), tone=Tone.NEUTRAL)
    told.PARCELS[7] = [full, day]
    with use_locale("en"):
        second, first = (await timeline(orders(), 7)).entries
    assert (first.title, first.line, first.who, first.icon) == ("Sent", "by van", "Ann", "box")
    assert (first.href, first.tone, first.at) == ("/x", "ok", "2026-11-22T04:00:00Z")
    assert first.when == "Nov 22, 2026, 12:00 PM"
    assert "&lt;b&gt;" in first.text and 'href="https://example.com"' in first.text
    assert (second.who, second.when, second.written, second.icon) == ("The system", "Nov 20, 2026", "", "star")


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "é", "====", "W10", "WyJ4IiwiIiwxXQ", "MTI"),
        str(Position(NOON, "parcels", 1))[:-3],
        str(Position(NOON, "parcels", 0)),
        str(Position(NOON, "parcels", 2**63)),
        str(Position(NOON, "p" * 61, 1)),
        str(Position(NOON.replace(tzinfo=None), "parcels", 1)),
        "WyIwMDAxLTAxLTAxVDAwOjAwOjAwKzE0OjAwIiwiIiwxXQ",  # the year 0 in UTC
    ],
)
def test_a_mark_that_no_page_gave_out_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        read_position(text)


def test_a_mark_says_where_each_source_goes_on() -> None:
    position = Position(NOON, "offers", 5)
    assert read_position(str(position)) == position
    assert position.mark_for("offers") == TimelineMark(NOON, 5)
    assert position.mark_for("parcels") == TimelineMark(NOON, 0)
    assert position.mark_for("") == TimelineMark(NOON, 2**63 - 1)


def test_names_of_sources_are_checked_at_the_start(in_shop: Company) -> None:
    offer = next(offer for offer in in_shop.catalog.offers if offer.addon == "sample_shop")
    kernel = in_shop.catalog.offers[0]
    point = offer.extensions[-1][0]
    for name in ("Parcels", "notes", "changes", "", "a b", "parcels"):
        extra = replace(told.PARCEL_SOURCE, name=name)
        wrong = replace(offer, extensions=[*offer.extensions, (point, extra)])
        assert [each for each in problems(wrong, Catalog([kernel, wrong])) if "timeline source" in each], name
    assert [*problems(offer, in_shop.catalog)] == []
