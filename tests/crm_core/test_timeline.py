"""A customer's timeline over all add-ons: who sees what, also after a merge and with add-ons disabled."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from crm_collection.permissions import CollectionPermission
from crm_contracts.permissions import ContractPermission
from crm_core.consent import record
from crm_core.merging import merge
from crm_core.models import Activity, Contact
from crm_core.permissions import CorePermission
from crm_core.privacy_choices import Channel, Decision, Purpose
from crm_core.views import CUSTOMERS
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.services import earn
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.services import NewPayment, record_payment
from guanxi import Actor, clock, create, execute, fetch_value, transaction, use_actor, use_locale
from guanxi.addons import AvailableAddons
from guanxi.auth import create_user
from guanxi.company import Directory
from guanxi.company.lifecycle import disable
from guanxi.context import SYSTEM, use_company
from guanxi.views.forms import form_page
from guanxi.views.timeline import Timeline, timeline
from tests.conftest import ADMIN_PASSWORD
from tests.crm_contracts.support import draft
from tests.crm_core.browsing import signed_in
from tests.crm_core.support import MANAGER, SALES, customer, user

ALL = [
    *("", "notes", "changes", "follow-ups", "data", "mails"),
    *("contracts", "deliveries", "receivables", "tax-invoices", "collection", "points", "portal"),
]
OF_CONTRACTS = {"contracts", "deliveries"}
OF_RECEIVABLES = {"receivables", "tax-invoices"}
WITHOUT_ENTRIES = {"", "notes", "mails", "portal", "deliveries", "collection", "tax-invoices"}
OTHERS = {
    "contracts": ContractPermission,
    "receivables": ReceivablesPermission,
    "collection": CollectionPermission,
    "points": LoyaltyPermission,
}


def told(page: Timeline) -> list[tuple[str, str, str]]:
    return [(entry.source, entry.title, entry.line) for entry in page.entries]


def keys(page: Timeline) -> list[str]:
    return [choice.key for choice in page.choices]


@pytest.fixture
async def boss(inside: object) -> Actor:
    permissions = [*MANAGER, CorePermission.MERGE, *(each for kind in OTHERS.values() for each in kind)]
    return await user("Boss", permissions)


async def busy(owner: Actor, name: str = "靖江市春意空调有限公司") -> int:
    """A customer of whom every add-on but the portal has something to tell."""
    id = int((await customer(name, owner=owner.id, stage="intent")).id)
    with use_actor(owner):
        contact = await create(
            Contact, {"customer": id, "name": "王建国", "job_title": "经理", "mobile": "13800138000"}
        )
        call = {"kind": "call", "subject": "报价", "outcome": "reached", "details": "First line\nSecond"}
        more = {"contact": contact.id, "at": clock.now() - timedelta(hours=2), "next_contact_on": date(2099, 1, 1)}
        await create(Activity, {"customer": id, **call, **more})
        async with transaction():
            await record(id, Purpose.MARKETING, Decision.GIVEN, Channel.PHONE)
        await draft(customer_id=id, title="维保")
        payment = NewPayment(customer_id=id, amount=123_456, currency="CNY", received_on=date(2026, 1, 15))
        await record_payment(payment)
        await earn(id, 50, f"t:{id}", reason="Gift")
    return id


async def test_all_add_ons_tell_in_one_order(boss: Actor) -> None:
    id = await busy(boss)
    with use_actor(boss), use_locale("en"):
        page = await timeline(CUSTOMERS, id)
        found = told(page)
        follow_up = next(entry for entry in page.entries if entry.source == "follow-ups")
    assert keys(page) == ALL and page.failed == []
    assert [(source, title) for source, title, _text in found if source != "points"] == [
        ("contracts", "Contract drawn up"),
        ("data", "Consent given"),
        ("data", "Contact added"),
        ("changes", "Created"),
        ("follow-ups", "Call"),
        ("receivables", "Payment received"),
    ]
    texts = {title: text for _source, title, text in found}
    assert texts["Consent given"] == "Marketing · By phone"
    assert texts["Contact added"] == "王建国 · 经理"
    assert texts["Call"] == "报价 · 王建国 · Reached"
    assert texts["Contract drawn up"] == "维保 · CN¥100.00"
    assert texts["Payment received"].endswith(" · CN¥1,234.56 · Bank transfer")
    assert [text for source, _title, text in found if source == "points"] == [
        "+50 · Gift",
        "Reached",
        "+1,234 · Purchase",
    ]
    assert (follow_up.written, follow_up.who, follow_up.href) == (
        "First line\nSecond",
        "Boss",
        f"/crm_core/activities/{await fetch_value('SELECT max(id) FROM crm_core_activity')}",
    )
    with use_actor(boss), use_locale("zh_CN"):
        found = told(await timeline(CUSTOMERS, id, shown="data"))
    assert found == [("data", "已同意", "营销 · 通过电话"), ("data", "新增联系人", "王建国 · 经理")]


@pytest.mark.parametrize("name", OTHERS)
async def test_without_an_add_ons_permission_nothing_of_it_shows(boss: Actor, name: str) -> None:
    id = await busy(boss)
    permissions = [p for other, group in OTHERS.items() if other != name for p in group]
    clerk = await user("Clerk", [*SALES, CorePermission.SEE_ALL, *permissions])
    with use_actor(clerk):
        page = await timeline(CUSTOMERS, id)
        gone = {"contracts": OF_CONTRACTS, "receivables": OF_RECEIVABLES}.get(name, {name})
        assert keys(page) == [key for key in ALL if key not in gone]
        assert {entry.source for entry in page.entries} == set(ALL) - WITHOUT_ENTRIES - gone
        assert all(entry.source != name for entry in (await timeline(CUSTOMERS, id, shown=name)).entries)


async def test_a_customer_tells_of_those_that_were_merged_into_it(boss: Actor) -> None:
    survivor, loser = await busy(boss), await busy(boss, "上海江南贸易有限公司")
    with use_actor(boss), use_locale("en"):
        before = {entry.source: 0 for entry in (await timeline(CUSTOMERS, survivor)).entries}
        await merge(survivor, loser)
        page = await timeline(CUSTOMERS, survivor, limit=100)
    count = {key: sum(entry.source == key for entry in page.entries) for key in before}
    assert {key: count[key] for key in ("contracts", "data", "follow-ups", "receivables")} == {
        "contracts": 2,
        "data": 4,
        "follow-ups": 2,
        "receivables": 2,
    }
    assert "Merged" in [entry.title for entry in page.entries]
    assert len({(entry.source, entry.id) for entry in page.entries}) == len(page.entries)


async def test_an_address_is_for_those_who_see_addresses(boss: Actor) -> None:
    id = (await customer("春意", owner=boss.id)).id
    await execute(
        "INSERT INTO guanxi_audit (at, actor_kind, actor_name, action, resource, record_id, label, reason, request_id)"
        " VALUES (now(), 'user', 'Li', 'Portal link sent', 'crm_core/customers', $1, '', 'a@b.example', '')",
        id,
    )
    with use_actor(boss), use_locale("en"):
        assert ("portal", "Portal link sent", "a@b.example") in told(await timeline(CUSTOMERS, id))
    clerk = await user("Clerk", [CorePermission.READ, CorePermission.SEE_ALL])
    with use_actor(clerk), use_locale("en"):
        page = await timeline(CUSTOMERS, id)
    assert [entry for entry in told(page) if entry[0] == "portal"] == [("portal", "Portal link sent", "")]
    assert "a@b.example" not in str(told(page))


async def test_it_works_with_each_add_on_disabled(
    boss: Actor, directory: Directory, available: AvailableAddons
) -> None:
    id = await busy(boss)
    left = list(ALL)
    for addon, gone in (
        ("crm_portal", {"portal"}),
        ("crm_membership", set[str]()),
        ("crm_referrals", set[str]()),
        ("crm_community", set[str]()),
        ("crm_loyalty", {"points"}),
        ("crm_bank", set[str]()),
        ("crm_pay", set[str]()),
        ("crm_collection", {"collection"}),
        ("crm_receivables", OF_RECEIVABLES),
        ("crm_contracts", OF_CONTRACTS),
    ):
        with use_company(await directory.refresh("test")), use_actor(SYSTEM):
            await disable(available, addon)
        left = [key for key in left if key not in gone]
        with use_company(await directory.refresh("test")), use_actor(boss):
            shown = (await form_page(CUSTOMERS, id)).timeline
            assert shown is not None and keys(shown) == left and shown.failed == []
            assert {entry.source for entry in shown.entries} == set(left) - WITHOUT_ENTRIES


async def test_the_api_answers_for_ones_own_customers_alone(boss: Actor, directory: Directory) -> None:
    id = await busy(boss)
    role = await fetch_value(
        "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
        " VALUES ('s', '', $1, 1, now(), now()) RETURNING id",
        [str(CorePermission.READ)],
    )
    li = await create_user("li", "Li", ADMIN_PASSWORD, roles=[role], locale="en")
    mine = (await customer("江南", owner=li)).id
    at = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)
    await create(Activity, {"customer": mine, "at": at, "kind": "note", "subject": "Hello"})
    async with signed_in(directory, "li") as browser:
        path = f"/api/v1/crm_core/customers/{mine}/timeline?show=follow-ups"
        assert (await browser.get(path)).json() == {
            "data": [
                {
                    **{"id": await fetch_value("SELECT max(id) FROM crm_core_activity"), "source": "follow-ups"},
                    **{"at": "2026-03-01T04:00:00Z", "day": None, "title": "Note", "text": "Hello", "note": ""},
                    **{"who": "The system", "tone": "neutral", "changes": []},
                    "href": f"/crm_core/activities/{await fetch_value('SELECT max(id) FROM crm_core_activity')}",
                }
            ],
            "next": None,
            "missing": [],
        }
        assert (await browser.get(f"/api/v1/crm_core/customers/{id}/timeline")).status_code == 404
        assert (await browser.get(f"/api/v1/crm_core/customers/{mine}/timeline?show=points")).status_code == 422
        page = (await browser.get(f"/crm_core/customers/{mine}?timeline=follow-ups")).text
    assert ">Contacts, data and consents</a>" in page and ">Points</a>" not in page.partition('id="timeline"')[2]
