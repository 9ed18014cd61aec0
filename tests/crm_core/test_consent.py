"""The ledger of consent."""

from __future__ import annotations

import csv
import io

import asyncpg
import httpx
import pytest
from openpyxl import load_workbook

from crm_core.consent import states
from crm_core.consent_views import CONSENT_PANEL
from crm_core.merging import merge
from crm_core.permissions import CorePermission
from crm_core.privacy_models import Consent, ConsentText
from crm_core.services import consenting, has_consent
from guanxi import (
    Conflict,
    Forbidden,
    InvalidInput,
    NotFound,
    create,
    create_user,
    elevated,
    execute,
    fetch,
    fetch_value,
    find,
    use_actor,
)
from guanxi.company import Directory
from guanxi.context import current_company
from guanxi.declare.resources import Resource
from guanxi.records.actions import find_action, run_action
from tests.crm_core.browsing import signed_in
from tests.crm_core.support import MANAGER, SALES, customer, user
from tests.kernel.web.browser import Browser

pytestmark = pytest.mark.usefixtures("inside")
MARKETING = {"purpose": "marketing", "channel": "phone"}


def _customers() -> Resource:
    return current_company().catalog.resources["crm_core/customers"]


async def _decide(customer_id: int, action: str, values: dict[str, str] | None = None) -> None:
    resource = _customers()
    await run_action(resource, find_action(resource, action, "record"), customer_id, values or MARKETING)


async def test_the_latest_decision_counts_and_every_one_stays() -> None:
    li = await user("Li")
    made, other = await customer("春意", owner=li.id), await customer("江南", owner=li.id)
    with use_actor(li):
        assert not await has_consent(made.id, "marketing")
        await _decide(made.id, "record_consent")
        assert await consenting([made.id, other.id], "marketing") == {made.id}
        await _decide(made.id, "withdraw_consent", {"purpose": "marketing", "channel": "mail"})
        assert not await has_consent(made.id, "marketing")
        await _decide(made.id, "record_consent", {"purpose": "profiling", "channel": "paper"})
        rows = await find(Consent, order="id")
        panel = await CONSENT_PANEL.load(made.id)
    assert [(row.purpose, row.decision, row.channel, row.user_id, row.text_id is None) for row in rows] == [
        ("marketing", "given", "phone", li.id, False),
        ("marketing", "withdrawn", "mail", li.id, True),
        ("profiling", "given", "paper", li.id, False),
    ]
    assert [(str(figure.label), figure.value) for figure in panel.figures] == [
        ("Marketing", "Withdrawn"),
        ("Profiling", "Given"),
    ]
    assert panel.table is not None and len(panel.table.rows) == 3
    audits = await fetch("SELECT after FROM guanxi_audit WHERE action = 'Consent noted' ORDER BY id")
    assert [row["after"]["decision"] for row in audits] == ["given", "withdrawn", "given"]


async def test_a_withdrawal_needs_a_consent_and_unknown_purposes_are_refused() -> None:
    made = await customer("春意")
    with pytest.raises(Conflict):
        await _decide(made.id, "withdraw_consent")
    with pytest.raises(ValueError, match="telepathy"):
        await has_consent(made.id, "telepathy")
    assert await fetch_value("SELECT count(*) FROM crm_core_consent") == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE crm_core_consent SET decision = 'given'",
        "DELETE FROM crm_core_consent",
        "UPDATE crm_core_consent_text SET text = 'x'",
        "DELETE FROM crm_core_consent_text",
    ],
)
async def test_the_database_keeps_the_ledger_and_the_texts(statement: str) -> None:
    await _decide((await customer("春意")).id, "record_consent")
    with pytest.raises(asyncpg.RestrictViolationError):
        await execute(statement)


async def test_a_new_text_is_the_next_version_and_old_consents_keep_theirs() -> None:
    officer = await user("Officer", (CorePermission.READ, CorePermission.SEE_ALL, CorePermission.PRIVACY))
    made = await customer("春意")
    await _decide(made.id, "record_consent")
    with use_actor(officer):
        text = await create(ConsentText, {"purpose": "marketing", "text": "News only.", "text_zh": "仅新闻。"})
        with pytest.raises(InvalidInput) as caught:
            await create(ConsentText, {"purpose": "marketing", "text": "News only.", "text_zh": " "})
    await _decide(made.id, "record_consent")
    assert (text.version, set(caught.value.fields)) == (2, {"text_zh"})
    [first, second] = await find(Consent, order="id")
    assert first.text_id != second.text_id == text.id
    panel, [state] = await CONSENT_PANEL.load(made.id), await states(made.id)
    assert (first.version, second.version, state.version) == (1, 2, 2)
    assert panel.table is not None and [row[3] for row in panel.table.rows] == ["2", "1"]


async def test_sales_change_neither_texts_nor_other_people_s_customers() -> None:
    li, other = await user("Li", SALES), await user("Wang", SALES)
    made = await customer("春意", owner=other.id)
    with use_actor(li):
        with pytest.raises(Forbidden):
            await create(ConsentText, {"purpose": "marketing", "text": "a", "text_zh": "b"})
        with pytest.raises(NotFound):
            await _decide(made.id, "record_consent")
        assert await find(Consent) == []
    with use_actor(await user("Boss", MANAGER)):
        await _decide(made.id, "record_consent")
        assert len(await find(Consent)) == 1
    assert await fetch_value("SELECT count(*) FROM crm_core_customer WHERE id = $1", made.id) == 1


async def test_what_merged_customers_decided_holds_for_who_is_left() -> None:
    boss = await user("Boss", (*MANAGER, CorePermission.MERGE))
    first, second, third = [await customer(name) for name in ("春意", "华达", "江南")]
    with use_actor(boss):
        await _decide(first.id, "record_consent")
        await _decide(second.id, "record_consent")
        await _decide(second.id, "withdraw_consent")
        one = await merge(first.id, second.id)
        assert not await has_consent(first.id, "marketing")
        await merge(third.id, first.id)
        assert not await has_consent(third.id, "marketing")
        assert [(state.purpose, state.decision) for state in await states(third.id)] == [("marketing", "withdrawn")]
        await _decide(third.id, "record_consent")
        assert await consenting([first.id, second.id, third.id], "marketing") == {third.id}
        assert one


async def _exported(browser: Browser, kind: str, query: str = "") -> httpx.Response:
    path = f"/crm_core/consents/export{query}"
    form = (await browser.forms(path))[path]
    return await browser.post(path, data={**form, "format": kind, "fields": "all"})


async def test_consents_are_exported_with_purpose_version_channel_time_and_user(directory: Directory) -> None:
    li, wang = await user("Li"), await user("Wang")
    made, other = await customer("春意", owner=li.id), await customer("江南", owner=wang.id)
    with use_actor(li):
        await _decide(made.id, "record_consent")
        await _decide(made.id, "withdraw_consent", {"purpose": "marketing", "channel": "mail"})
    with use_actor(wang):
        await _decide(other.id, "record_consent", {"purpose": "service", "channel": "paper"})
    async with signed_in(directory) as browser:
        answer = await _exported(browser, "csv", "?sort=at")
        headings, *rows = csv.reader(answer.content.decode("utf-8-sig").splitlines())
        assert headings == ["Customer", "Purpose", "Decision", "Version", "Text", "Channel", "Time", "Noted by"]
        assert [(*row[:4], row[5], row[7]) for row in rows] == [
            ("春意", "Marketing", "Given", "1", "By phone", "Li"),
            ("春意", "Marketing", "Withdrawn", "", "By e-mail", "Li"),
            ("江南", "Service", "Given", "1", "On paper", "Wang"),
        ]
        assert rows[0][4].startswith("I agree to get news") and rows[0][6][:3] == "202"
        assert "Administrator" in answer.headers["content-disposition"]
        book = load_workbook(io.BytesIO((await _exported(browser, "xlsx", "?purpose=service")).content))
        [heads, line] = book.active.iter_rows(values_only=True)
        assert (list(heads), line[:4]) == (headings, ("江南", "Service", "Given", 1))
    noted = await fetch("SELECT after FROM guanxi_audit WHERE action = 'export' ORDER BY id")
    assert [(row["after"]["rows"], row["after"]["format"]) for row in noted] == [(3, "csv"), (1, "xlsx")]


async def test_an_export_has_the_consents_of_ones_own_customers_up_to_the_limit_of_the_role(
    directory: Directory,
) -> None:
    await execute("UPDATE guanxi_role SET export_rows = 1 WHERE key = 'sales'")
    roles = [await fetch_value("SELECT id FROM guanxi_role WHERE key = 'sales'")]
    with elevated():
        seller = await create_user("seller", "Seller", "correct horse battery", roles=roles)
    await _consenting(seller)
    await _consenting(None)
    async with signed_in(directory, "seller", "correct horse battery") as browser:
        answer = await _exported(browser, "csv")
        assert len(answer.content.splitlines()) == 2 and "Seller" in answer.headers["content-disposition"]
        await _consenting(seller)
        assert (await _exported(browser, "csv")).status_code == 409
    with elevated():
        await create_user("clerk", "Clerk", "correct horse battery")
    async with signed_in(directory, "clerk", "correct horse battery") as browser:
        assert (await browser.get("/crm_core/consents/export")).status_code == 403


async def _consenting(owner: int | None) -> None:
    made = await customer("春意", owner=owner)
    with elevated():
        await _decide(made.id, "record_consent")
