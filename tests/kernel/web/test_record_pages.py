"""A record's page: notes, to-dos, timeline, files, versions to choose by field, records made in place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sample_shop.models import Order, Shop, Stage

from guanxi import records
from guanxi.context import Company
from guanxi.db import execute, fetch, fetch_row, fetch_value
from guanxi.declare.labels import Tone
from guanxi.declare.resources import Hint
from guanxi.i18n import Text
from tests.kernel.web.browser import Browser, forms_in, text_of
from tests.kernel.web.conftest import MakeBrowser

ORDER = "/sample_shop/orders/1"
READ, WRITE, ALL = "sample_shop.read", "sample_shop.write", "sample_shop.see_all"


@pytest.fixture
async def order(in_shop: Company) -> Order:
    shop = await records.create(Shop, {"name": "春意暖通", "code": "A"})
    return await records.create(
        Order,
        {
            "name": "Boiler",
            "owner_id": 1,
            "shop_id": shop.id,
            "due_on": date(2026, 11, 22),
            "lines": [{"text": "Pump", "price": 100}],
        },
    )


async def counts() -> list[int]:
    tables = ("guanxi_note", "guanxi_todo", "guanxi_file", "guanxi_audit", "guanxi_notification")
    return [await fetch_value(f"SELECT count(*) FROM {table}") for table in tables]


async def test_a_panel_that_fails_leaves_the_page_whole(admin: Browser, order: Order) -> None:
    failed = "This part could not be loaded."
    assert failed not in (await admin.get(ORDER)).text
    await execute("UPDATE sample_shop_order SET name = 'broken'")
    answer = await admin.get(ORDER)
    assert answer.status_code == 200
    assert failed in answer.text.rpartition("<h2>Shop</h2>")[2].partition("</section>")[0]
    assert 'id="timeline"' in answer.text


@pytest.mark.usefixtures("order")
class TestNotes:
    async def test_a_note_stands_in_the_timeline_as_plain_text(self, admin: Browser) -> None:
        text = "<b>x</b> see https://example.com/a?b=1&c=2. العربية 😀"
        answer = await admin.submit(f"{ORDER}/notes", {"text": text}, page=ORDER)
        assert (answer.status_code, answer.headers["location"]) == (303, f"{ORDER}#timeline")
        page = (await admin.get(ORDER)).text
        assert "&lt;b&gt;x&lt;/b&gt; see" in page and "العربية 😀" in page
        href = "https://example.com/a?b=1&amp;c=2"
        assert f'<a href="{href}" rel="noopener noreferrer nofollow">{href}</a>. ' in page

    async def test_the_author_is_told_who_may_not_see_the_record(self, admin: Browser, user_of: MakeBrowser) -> None:
        await user_of(READ)
        answer = await admin.submit(f"{ORDER}/notes", {"text": "@user0 look"}, page=ORDER)
        assert answer.status_code == 303
        shown = text_of((await admin.get(ORDER)).text)
        assert "The note was saved. Not told, since they may not see this record: User0" in shown
        assert await fetch_value("SELECT count(*) FROM guanxi_notification") == 0

    async def test_whoever_may_read_the_record_may_write_one(self, user_of: MakeBrowser) -> None:
        reader, stranger = await user_of(READ, ALL), await user_of(READ)
        assert (await reader.submit(f"{ORDER}/notes", {"text": "read only"}, page=ORDER)).status_code == 303
        before = await counts()
        refused = await stranger.post(f"{ORDER}/notes", data={"_csrf": await stranger.csrf(), "text": "x"})
        assert refused.status_code == 404
        forged = await reader.post(f"{ORDER}/notes", data={"_csrf": "x", "text": "x"})
        assert forged.status_code == 403 and await counts() == before

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("", "This field is required."),
            (" \n ", "This field is required."),
            ("x" * 5001, "At most 5000 characters."),
        ],
    )
    async def test_what_cannot_be_taken_is_kept_in_the_form(self, admin: Browser, text: str, reason: str) -> None:
        before = await counts()
        answer = await admin.submit(f"{ORDER}/notes", {"text": text}, page=ORDER)
        assert answer.status_code == 422 and reason in text_of(answer.text)
        assert text in answer.text and await counts() == before

    async def test_5000_characters_fit(self, admin: Browser) -> None:
        assert (await admin.submit(f"{ORDER}/notes", {"text": "春" * 5000}, page=ORDER)).status_code == 303

    async def test_one_deletes_only_ones_own(self, admin: Browser, user_of: MakeBrowser) -> None:
        reader = await user_of(READ, ALL)
        await reader.submit(f"{ORDER}/notes", {"text": "mine"}, page=ORDER)
        other = await user_of(READ, ALL)
        assert "/notes/1/delete" not in (await other.get(ORDER)).text
        assert (await other.post("/notes/1/delete", data={"_csrf": await other.csrf()})).status_code == 404
        assert (await reader.submit("/notes/1/delete", page=ORDER)).status_code == 303
        shown = text_of((await reader.get(ORDER)).text)
        assert "Note deleted" in shown and "mine" not in shown.partition("Timeline")[2]
        assert (await admin.post(f"/notes/{2**70}/delete", data={"_csrf": await admin.csrf()})).status_code == 404

    async def test_over_the_api(self, admin: Browser) -> None:
        csrf = {"X-CSRF-Token": await admin.csrf()}
        body = {"resource": "sample_shop/orders", "record": 1, "text": "by API"}
        made = await admin.post("/api/v1/guanxi/notes", json=body, headers=csrf)
        assert (made.status_code, made.json()) == (201, {"id": 1, "told": [], "not_told": []})
        query = "/api/v1/guanxi/notes?resource=sample_shop/orders&record="
        found = (await admin.get(f"{query}1")).json()
        assert [(note["text"], note["author"]) for note in found["data"]] == [("by API", "Administrator")]
        assert found["next"] is None
        for wrong in ({**body, "record": 99}, {**body, "resource": "no/such"}):
            assert (await admin.post("/api/v1/guanxi/notes", json=wrong, headers=csrf)).status_code == 404
        assert (await admin.get(f"{query}99")).status_code == 404
        assert (await admin.get(f"{query}x")).status_code == 422


@pytest.mark.usefixtures("order")
class TestTodos:
    async def test_add_finish_and_undo(self, admin: Browser) -> None:
        wanted = {"title": "Call <them>", "due_on": "2020-01-01"}
        answer = await admin.submit(f"{ORDER}/todos", wanted, page=ORDER)
        assert (answer.status_code, answer.headers["location"]) == (303, f"{ORDER}#todos")
        shown = text_of((await admin.get(ORDER)).text)
        assert "Call <them> Jan 1, 2020 · Overdue · Administrator" in shown and "To-do added" in shown
        assert (await admin.submit("/todos/1/done", page=ORDER)).headers["location"] == ORDER
        page = (await admin.get(ORDER)).text
        assert "To-do done" in page and "/todos/1/done" not in page
        undo = forms_in(page)["/todos/1/reopen"]
        assert undo["next"] == ORDER
        assert (await admin.post("/todos/1/reopen", data=undo)).headers["location"] == ORDER
        assert await fetch_value("SELECT done_at FROM guanxi_todo") is None

    async def test_a_form_sent_twice_makes_one(self, admin: Browser) -> None:
        form = {**(await admin.forms(ORDER))[f"{ORDER}/todos"], "title": "x"}
        for _press in range(2):
            answer = await admin.post(f"{ORDER}/todos", data=form)
            assert (answer.status_code, answer.headers["location"]) == (303, f"{ORDER}#todos")
        assert await fetch_value("SELECT count(*) FROM guanxi_todo WHERE done_at IS NULL") == 1

    async def test_the_way_back_never_leaves_the_site(self, admin: Browser) -> None:
        await admin.submit(f"{ORDER}/todos", {"title": "x"}, page=ORDER)
        answer = await admin.submit("/todos/1/done", {"next": "//evil.example"}, page=ORDER)
        assert answer.headers["location"] == ORDER

    async def test_bad_input_is_kept_and_changes_nothing(self, admin: Browser, user_of: MakeBrowser) -> None:
        await user_of(READ)
        before = await counts()
        for wrong in ({"title": "", "due_on": "2026-02-30"}, {"title": "x", "assignee.text": "User0"}):
            answer = await admin.submit(f"{ORDER}/todos", wrong, page=ORDER)
            assert answer.status_code == 422, wrong
            assert all(value in answer.text for value in wrong.values())
        assert "User0 may not see this record." in text_of(answer.text)
        assert await counts() == before

    async def test_strangers_get_404(self, admin: Browser, user_of: MakeBrowser) -> None:
        await admin.submit(f"{ORDER}/todos", {"title": "x"}, page=ORDER)
        stranger = await user_of(READ)
        data = {"_csrf": await stranger.csrf(), "title": "y"}
        for path in (f"{ORDER}/todos", "/todos/1/done", "/todos/1/reopen", f"/todos/{2**70}/done"):
            assert (await stranger.post(path, data=data)).status_code == 404, path
        assert await fetch_value("SELECT count(*) FROM guanxi_todo WHERE done_at IS NULL") == 1

    async def test_own_list_form_and_api(self, admin: Browser, user_of: MakeBrowser) -> None:
        await admin.submit(f"{ORDER}/todos", {"title": "Call them"}, page=ORDER)
        assert "Call them" in (await admin.get("/guanxi/todos")).text
        shown = text_of((await admin.get("/guanxi/todos/1")).text)
        assert "Order Boiler" in shown
        found = await admin.get("/api/v1/guanxi/todos?resource=sample_shop/orders&record_id=1")
        assert [row["title"] for row in found.json()["data"]] == ["Call them"]
        headers = {"X-CSRF-Token": await admin.csrf()}
        made = await admin.post("/api/v1/guanxi/todos", json={"title": "alone"}, headers=headers)
        assert made.status_code == 201 and made.json()["assignee"]["label"] == "Administrator"
        assert (await admin.post("/api/v1/guanxi/todos/2/actions/done", headers=headers)).status_code == 200
        other = await user_of(READ)
        assert (await other.get("/guanxi/todos/1")).status_code == 404
        assert (await other.get("/api/v1/guanxi/todos")).json()["data"] == []


@pytest.mark.usefixtures("order")
class TestTimeline:
    async def test_one_order_of_everything_and_parts_of_it(self, admin: Browser) -> None:
        await admin.submit(f"{ORDER}/notes", {"text": "A remark"}, page=ORDER)
        await admin.submit(ORDER, {"due_on": "", "name": "Heater"})
        await admin.submit(ORDER, {"due_on": "2026-12-01"})

        async def timeline(query: str = "") -> str:
            return text_of((await admin.get(f"{ORDER}{query}")).text.partition('id="timeline"')[2])

        whole = await timeline()
        assert "Due on: Nov 22, 2026 → empty" in whole and "Due on: empty → Dec 1, 2026" in whole
        assert whole.index("→ Dec 1") < whole.index("→ empty") < whole.index("A remark") < whole.index("Created")
        notes, changes = await timeline("?timeline=notes"), await timeline("?timeline=changes")
        assert "A remark" in notes and "Created" not in notes
        assert "A remark" not in changes and "Created" in changes
        assert "Created" in await timeline("?timeline=nonsense&before=nonsense")

    async def test_thirty_at_once_and_earlier_ones_behind_a_link(self, admin: Browser) -> None:
        await execute(
            "INSERT INTO guanxi_audit (at, actor_kind, actor_name, action, resource, record_id, label, reason,"
            " request_id) SELECT now(), 'user', 'Ann', 'update', 'sample_shop/orders', 1, '', 'change ' || n, ''"
            " FROM generate_series(1, 69) n"
        )
        path, seen = ORDER, []
        while path:
            page = (await admin.get(path)).text.partition('id="timeline"')[2]
            found = [part.partition("<")[0] for part in page.split(">change ")[1:]]
            assert len(found) <= 30
            seen += found
            before, _mark, _rest = page.partition('#timeline">Earlier<')
            path = before.rpartition('href="')[2].replace("&amp;", "&") if _mark else ""
        assert seen == [str(number) for number in range(69, 0, -1)]


@pytest.mark.usefixtures("order")
class TestVersions:
    async def _stale(self, admin: Browser, mine: dict[str, str], theirs: dict[str, Any]) -> tuple[str, dict[str, str]]:
        """The page of two versions, and its form without what the radio buttons say."""
        form = (await admin.forms(ORDER))[ORDER]
        await records.update(Order, 1, theirs)
        answer = await admin.post(ORDER, data={**form, **mine})
        assert answer.status_code == 409
        again = forms_in(answer.text)[ORDER]
        return answer.text, {name: value for name, value in again.items() if not name.startswith("_keep.")}

    async def test_fields_that_only_one_side_changed_are_chosen(self, admin: Browser) -> None:
        page, form = await self._stale(admin, {"name": "Mine"}, {"shop_id": None})
        assert 'name="_keep.name" value="mine" required checked' in page
        assert 'name="_keep.shop" value="theirs" required checked' in page
        assert "both changed it" not in page and "_keep.lines" not in page
        answer = await admin.post(ORDER, data={**form, "_keep.name": "mine", "_keep.shop": "theirs"})
        assert answer.status_code == 303
        row = await fetch_row("SELECT name, shop_id FROM sample_shop_order")
        assert row is not None and tuple(row) == ("Mine", None)

    async def test_a_field_that_both_changed_must_be_chosen(self, admin: Browser) -> None:
        page, form = await self._stale(admin, {"name": "Mine"}, {"name": "Theirs"})
        radios = [part.partition(" aria-label")[0] for part in page.split('name="_keep.name" ')[1:]]
        assert radios == ['value="theirs" required', 'value="mine" required']
        assert "both changed it" in page
        assert (await admin.post(ORDER, data={**form, "_keep.name": "theirs"})).status_code == 303
        assert await fetch_value("SELECT name FROM sample_shop_order") == "Theirs"

    async def test_lines_are_chosen_as_a_whole(self, admin: Browser) -> None:
        page, form = await self._stale(
            admin, {"lines-1-text": "Valve", "lines-1-price": "2"}, {"lines": [{"text": "Fan", "price": 300}]}
        )
        shown = text_of(page)
        assert "Fan · 1 · 3.00" in shown and "Pump · 1 · 1.00 Valve · 2" in shown
        assert (await admin.post(ORDER, data={**form, "_keep.lines": "theirs"})).status_code == 303
        assert [row["text"] for row in await fetch("SELECT text FROM sample_shop_order_line")] == ["Fan"]

    async def test_stale_twice_asks_twice(self, admin: Browser) -> None:
        _page, form = await self._stale(admin, {"name": "Mine"}, {"name": "Theirs"})
        await records.update(Order, 1, {"name": "Third"})
        answer = await admin.post(ORDER, data={**form, "_keep.name": "mine"})
        assert answer.status_code == 409 and "Third" in answer.text
        assert await fetch_value("SELECT name FROM sample_shop_order") == "Third"

    async def test_relations_are_named(self, admin: Browser) -> None:
        other = await records.create(Shop, {"name": "秋实", "code": "B"})
        page, _form = await self._stale(admin, {"shop": str(other.id)}, {"shop_id": None})
        assert "秋实" in text_of(page)


@pytest.mark.usefixtures("order")
class TestDialog:
    async def test_the_short_form_is_a_fragment_with_what_is_needed(self, admin: Browser) -> None:
        answer = await admin.get("/sample_shop/shops/new?dialog=1&label=秋实")
        assert answer.status_code == 200 and "<html" not in answer.text
        form = forms_in(answer.text)["/sample_shop/shops/new?dialog=1"]
        assert (form["name"], form["code"]) == ("秋实", "")
        made = await admin.post("/sample_shop/shops/new?dialog=1", data=form)
        assert (made.status_code, made.json()) == (201, {"id": 2, "label": "秋实"})

    async def test_errors_stay_in_the_dialog(self, admin: Browser) -> None:
        data = {"_csrf": await admin.csrf(), "name": "", "code": "A"}
        answer = await admin.post("/sample_shop/shops/new?dialog=1", data=data)
        assert answer.status_code == 422 and "<html" not in answer.text
        assert "This field is required." in answer.text and 'aria-invalid="true"' in answer.text
        assert await fetch_value("SELECT count(*) FROM sample_shop_shop") == 1

    async def test_only_for_those_who_may_create(self, user_of: MakeBrowser) -> None:
        reader = await user_of(READ, ALL)
        assert (await reader.get("/sample_shop/shops/new?dialog=1")).status_code == 403
        writer = await user_of(READ, WRITE, ALL)
        page = (await writer.get(ORDER)).text
        assert 'href="/sample_shop/shops/new" target="_blank" rel="noopener" data-new-record' in page
        assert 'href="/sample_shop/shops/1" data-open="/sample_shop/shops"' in page


@pytest.mark.usefixtures("order")
class TestFiles:
    async def _attach(self, browser: Browser, *names: str) -> int:
        files = [("file", (name, b"x" * 2000)) for name in names]
        answer = await browser.post(f"{ORDER}/files", files=files, data={"_csrf": await browser.csrf()})
        return answer.status_code

    async def test_several_at_once_with_their_sizes(self, admin: Browser) -> None:
        assert await self._attach(admin, "a.txt", "报价.pdf") == 303
        shown = text_of((await admin.get(ORDER)).text)
        assert "2 files were added." in shown and "报价.pdf 2 KB" in shown

    async def test_deleted_by_those_who_may_change_the_record(self, admin: Browser, user_of: MakeBrowser) -> None:
        await self._attach(admin, "a.txt")
        token = await fetch_value("SELECT token FROM guanxi_file")
        for permissions, status in (((READ, WRITE), 404), ((READ, ALL), 403)):
            browser = await user_of(*permissions)
            answer = await browser.post(f"/files/{token}/delete", data={"_csrf": await browser.csrf()})
            assert answer.status_code == status
        answer = await admin.submit(f"/files/{token}/delete", page=ORDER)
        assert (answer.status_code, answer.headers["location"]) == (303, f"{ORDER}#files")
        assert await fetch_value("SELECT count(*) FROM guanxi_file") == 0
        assert "File deleted a.txt" in text_of((await admin.get(ORDER)).text)
        assert (await admin.post(f"/files/{token}/delete", data={"_csrf": await admin.csrf()})).status_code == 404

    async def test_none_goes_from_a_record_that_is_closed(self, admin: Browser) -> None:
        await self._attach(admin, "a.txt")
        await records.update(Order, 1, {"stage": Stage.CLOSED})
        token = await fetch_value("SELECT token FROM guanxi_file")
        assert f"/files/{token}/delete" not in (await admin.get(ORDER)).text
        answer = await admin.post(f"/files/{token}/delete", data={"_csrf": await admin.csrf()})
        assert answer.status_code == 409 and await fetch_value("SELECT count(*) FROM guanxi_file") == 1


async def test_errors_are_summed_up_with_links_to_their_fields(admin: Browser, order: Order) -> None:
    answer = await admin.submit(ORDER, {"name": "", "lines-0-price": "x"})
    assert answer.status_code == 422
    assert '<a href="#f-name">Name</a>: This field is required.' in answer.text
    assert '<a href="#f-lines-0-price">Price</a>: Enter an amount' in answer.text
    assert 'id="f-lines-0-price"' in answer.text


async def test_hints_while_one_types(
    admin: Browser, user_of: MakeBrowser, order: Order, in_shop: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[dict[str, str], int | None]] = []

    async def check(values: Any, id: int | None) -> list[Hint]:
        asked.append((dict(values), id))
        return [Hint(Text("Is <there>"), Tone.WARN, "/sample_shop/orders/1")] if values.get("name") else []

    resource = in_shop.catalog.resources["sample_shop/orders"]
    path, data = "/sample_shop/orders/check", {"_csrf": await admin.csrf(), "name": "x" * 900 + "\x00", "other": "1"}
    assert (await admin.post(path, data=data)).status_code == 404
    try:
        object.__setattr__(resource, "check", check)
        page = (await admin.get(ORDER)).text
        assert f'data-check="{path}?id=1"' in page and 'role="status" data-hints' in page
        answer = await admin.post(path, data=data)
        assert answer.status_code == 200 and "<html" not in answer.text
        assert "Is &lt;there&gt;" in answer.text and 'href="/sample_shop/orders/1"' in answer.text
        assert asked.pop() == ({"name": "x" * 500}, None)
        assert (await admin.post(f"{path}?id=1", data=data)).status_code == 200 and asked.pop()[1] == 1
        for wrong in ("99", "x", "-1", str(2**70)):
            assert (await admin.post(f"{path}?id={wrong}", data=data)).status_code == 404
        reader = await user_of(READ, ALL)
        assert (await reader.post(path, data={**data, "_csrf": await reader.csrf()})).status_code == 403
        assert asked == []
    finally:
        object.__setattr__(resource, "check", None)


async def test_stages_that_an_action_leads_to_are_buttons(admin: Browser, order: Order, in_shop: Company) -> None:
    resource = in_shop.catalog.resources["sample_shop/orders"]
    (close,) = (action for action in resource.actions if action.name == "close")
    before = close.moves_to
    try:
        object.__setattr__(close, "moves_to", Stage.CLOSED)
        bar = (await admin.get(ORDER)).text.partition('class="stages"')[2].partition("</ol>")[0]
        assert bar.count("<a ") == 1 and f'href="{ORDER}/actions/close"' in bar
        await records.update(Order, 1, {"stage": Stage.CLOSED})
        assert "<a " not in (await admin.get(ORDER)).text.partition('class="stages"')[2].partition("</ol>")[0]
    finally:
        object.__setattr__(close, "moves_to", before)


async def test_saving_leads_to_the_action_that_was_asked_for(admin: Browser, order: Order) -> None:
    answer = await admin.submit(ORDER, {"name": "Saved", "_then": "close"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{ORDER}/actions/close")
    assert await fetch_value("SELECT name FROM sample_shop_order") == "Saved"
    for then in ("", "none", "../../settings", "//example.com"):
        answer = await admin.submit(ORDER, {"name": "Again", "_then": then})
        assert (answer.status_code, answer.headers["location"]) == (303, ORDER), then
    form = (await admin.forms(ORDER))[ORDER]
    await records.update(Order, 1, {"name": "Theirs"})
    again = forms_in((await admin.post(ORDER, data={**form, "name": "Mine", "_then": "close"})).text)[ORDER]
    assert (await admin.post(ORDER, data=again)).headers["location"] == f"{ORDER}/actions/close"
