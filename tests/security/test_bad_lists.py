"""Nonsense in the address of a list, board, pivot or calendar: the page is whole and says what it left out."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest

from guanxi.db import execute, fetch_value
from tests.security.asgi import call
from tests.security.personas import Persona, make_personas
from tests.security.world import World

VIEWS = (
    *(f"/crm_core/customers{view}" for view in ("", "/board", "/pivot", "/calendar")),
    *(f"/crm_contracts/contracts{view}" for view in ("", "/board", "/pivot", "/calendar")),
    "/crm_loyalty/entries",
    "/guanxi/audit",
)
_RTL = "\u202eمرحبا\u200f"
LEFT_OUT = {
    "an unknown field": "nothing.contains=x",
    "an unknown operator": "id.around=3",
    "a field without a name": ".ge=3",
    "a date that is none": "created_at.ge=2026-13-45",
    "a number that is none": "id.ge=NaN",
    "a huge number": f"id={'9' * 400}",
    "a nul": "created_at=%00",
    "an order by nonsense": "sort=-nothing",
    "a limit of nonsense": "limit=-5",
    "a mark of no page": "after=AAAA",
    "nonsense in an or-group": "any1.nothing=x&any2.id=y",
}
TAKEN = {
    "groups of nonsense": "group=nothing,id:month,created_at:century",
    "a view that is none": "view=99999999999999999999999",
    "columns that are none": "columns=nothing,password_hash,crm_gone.points",
    "emoji": urlencode({"q": "😀👨‍👩‍👧‍👦"}),
    "right to left": urlencode({"q": _RTL, "name.contains": _RTL}),
    "markup": urlencode({"q": "<script>alert(1)</script>"}),
    "half a surrogate": "q=%ED%A0%80",
    "latin-1": "q=%E9%FF",
    "fifty filters": urlencode([("id.ne", str(n)) for n in range(50)]),
    "five hundred filters": urlencode([("id.ne", str(n)) for n in range(500)]),
    "a pivot of nonsense": "rows=nothing&columns=id&measure=password_hash&chart=cake",
    "a board by nonsense": "by=nothing",
    "a month that is none": "month=2026-99&date=nothing",
    "the year 0": "month=0000-00",
    "the year 9999": "month=9999-12",
    "a long search": urlencode({"q": "春" * 20_000}),
}


@pytest.fixture(scope="module")
def admin(world: World) -> Persona:
    found = world.run(make_personas())
    world.run(execute("UPDATE guanxi_session SET locale = 'en'"))
    return next(persona for persona in found if persona.name == "administrator")


def ask(world: World, admin: Persona, target: str) -> tuple[int, str]:
    answer = world.run(call(world.app, "GET", target, headers=admin.headers()))
    return answer.status, answer.text


@pytest.mark.parametrize("name", [*LEFT_OUT, *TAKEN])
def test_a_page_is_whole(world: World, admin: Persona, name: str) -> None:
    for path in VIEWS:
        query = {**LEFT_OUT, **TAKEN}[name]
        status, text = ask(world, admin, f"{path}?{query}")
        if status == 404:
            assert ask(world, admin, path)[0] == 404 or "nothing" in query, (path, query)
            continue
        assert status in (200, 303, 414, 422), (path, query[:80], status, text[:300])
        assert status in (303, 414) or text.rstrip().endswith("</html>")
        assert "<script>alert" not in text


@pytest.mark.parametrize("name", LEFT_OUT)
def test_a_list_says_what_it_left_out(world: World, admin: Persona, name: str) -> None:
    status, text = ask(world, admin, f"/crm_core/customers?{LEFT_OUT[name]}")
    assert status == 200
    assert "Left out: " in text


def test_a_name_of_300_signs_and_a_search_that_is_too_long(world: World, admin: Persona) -> None:
    long = "ß" * 300
    status, text = ask(world, admin, f"/crm_core/customers?q={quote(long)}&name.contains={quote(long)}")
    assert status == 200 and "Left out: " in text
    assert ask(world, admin, f"/crm_core/customers?q={'x' * 100_000}")[0] in (200, 414)


def test_a_saved_view_of_what_is_gone(world: World, admin: Persona) -> None:
    """Its fields and columns were an add-on's that is there no more."""
    user = world.run(fetch_value("SELECT id FROM guanxi_user WHERE login = $1", admin.actor.name)) or admin.actor.id
    query = urlencode({"gone.ge": "1", "columns": "gone,name", "group": "gone", "sort": "gone"})
    made = world.run(
        fetch_value(
            "INSERT INTO guanxi_saved_view (owner_id, resource, view, name, query, shared, pinned, is_default,"
            " created_at)"
            " VALUES ($1, 'crm_core/customers', 'list', 'Gone', $2, true, true, false, now()) RETURNING id",
            user,
            query,
        )
    )
    status, text = ask(world, admin, f"/crm_core/customers?{query}&view={made}")
    assert status == 200 and "Left out: " in text and "Gone" in text
