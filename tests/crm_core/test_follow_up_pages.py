"""The pages of following up, as a browser gets them."""

from __future__ import annotations

from datetime import date

import pytest

from guanxi import execute, fetch_value, use_actor
from guanxi.company import Directory
from guanxi.context import SYSTEM, Company, use_company
from tests.crm_core.browsing import signed_in
from tests.crm_core.support import customer, user


async def _late(company: Company) -> int:
    with use_company(company), use_actor(SYSTEM):
        owner = await fetch_value("SELECT id FROM guanxi_user WHERE administrator")
        made = await customer("春意空调有限公司", owner=owner)
        await execute("UPDATE crm_core_contact_plan SET active = true, value_class_id = NULL WHERE way = 'visit'")
        await execute("UPDATE crm_core_customer SET next_contact_on = $1", date(2026, 1, 1))
        return int(made.id)


async def test_from_the_overdue_list_a_contact_is_logged_with_what_the_plan_proposes(
    directory: Directory, company: Company
) -> None:
    id = await _late(company)
    async with signed_in(directory) as browser:
        shown = await browser.get("/crm_core/overdue?by=me")
        assert shown.status_code == 200
        for part in ("春意空调有限公司", "Visit every month", f"/crm_core/customers/{id}/actions/log_contact?back="):
            assert part in shown.text
        path = f"/crm_core/customers/{id}/actions/log_contact"
        asked = (await browser.forms(path))[""]
        assert asked["kind"] == "visit" and asked["next_contact_on"] and asked["next_contact_by"]
        done = await browser.submit(path, {"subject": "x"})
        assert done.status_code == 303
        assert "Nothing is overdue" in (await browser.get("/crm_core/overdue")).text
        assert (await browser.get("/crm_core/contact_plans/1")).status_code == 200
        assert "Visit every month" in (await browser.get(f"/crm_core/customers/{id}")).text


async def test_one_always_finds_the_own_tab_and_that_of_the_person_chosen(
    directory: Directory, company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crm_core.overdue._MOST_PEOPLE", 1)
    with use_company(company), use_actor(SYSTEM):
        li, wang, chen = [await user(name) for name in ("Li", "Wang", "Chen")]
        for name, actor in (("a", li), ("b", li), ("c", wang)):
            await customer(name, owner=actor.id)
        await execute("UPDATE crm_core_customer SET next_contact_on = $1", date(2026, 1, 1))
    async with signed_in(directory) as browser:
        for actor, number in ((wang, 1), (chen, 0)):
            shown = (await browser.get(f"/crm_core/overdue?by={actor.id}")).text
            assert f'by={actor.id}" aria-current="page">{actor.name} <span class="muted">{number}<' in shown
            assert '>Me <span class="muted">0<' in shown and "Li <span" in shown
            assert ("Wang <span" in shown) == (actor is wang)
        assert 'Li <span class="muted">2<' in (await browser.get("/crm_core/overdue")).text
        assert (await browser.get("/crm_core/overdue?by=999999")).status_code == 200


@pytest.mark.parametrize("query", ["after=x", "after=2026-13-01.1", "after=2026-01-01.", "by=x", "by=-1", "by=٣"])
async def test_addresses_that_mean_nothing_are_refused(directory: Directory, company: Company, query: str) -> None:
    await _late(company)
    async with signed_in(directory) as browser:
        assert (await browser.get(f"/crm_core/overdue?{query}")).status_code == 422
