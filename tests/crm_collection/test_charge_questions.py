"""Nothing is charged, and no invoice with charges taken back, before somebody saw what that means and agreed."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from crm_collection.dunning_models import Notice
from crm_collection.permissions import CollectionPermission as P
from crm_core.permissions import CorePermission
from crm_receivables.models import Invoice
from crm_receivables.permissions import ReceivablesPermission as R
from guanxi import Actor, Unconfirmed, execute, fetch_value, show_date, today, transaction, use_actor
from guanxi.company import Directory
from guanxi.context import confirming
from tests.crm_collection.support import DUE, act, debtor, owing, run
from tests.crm_collection.test_interest import on
from tests.crm_receivables.support import count, pay, user
from tests.crm_receivables.test_pages import client_of

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


async def clerk() -> Actor:
    return await user(
        "clerk", P.READ, P.CHARGE, CorePermission.READ, CorePermission.SEE_ALL, R.READ, R.SEE_ALL, R.VOID, R.CREDIT
    )


async def asked(customer: int, **values: object) -> Unconfirmed:
    with pytest.raises(Unconfirmed) as found:
        await act(Notice, None, "charge", customer=customer, **values)
    return found.value


class TestCharging:
    async def test_it_names_all_that_it_charges_and_then_charges_it(self) -> None:
        customer = await debtor("Late Ltd.")
        await owing(customer, 100_000)
        await pay(customer, 100_000, on=on(60), oldest=True)
        await owing(customer, 100_000, currency="EUR", due_on=today() - timedelta(days=10))
        await run(today())
        first, last = show_date(DUE + timedelta(days=1)), show_date(on(59))
        ninth, yesterday = show_date(today() - timedelta(days=9)), show_date(today() - timedelta(days=1))
        with use_actor(await clerk()):
            question = await asked(customer)
            assert str(question) == "Late Ltd. is charged CN¥29.50 + €42.50. Post the invoice?"
            assert [(str(label), days) for label, days in question.details] == [
                (f"Late Ltd., INV-2026-000001/1: CN¥29.50, {first} – {last} at 0.05 % a day; days", 59),
                (f"Late Ltd., INV-2026-000002/1: €2.50, {ninth} – {yesterday} at 0.027808 % a day; days", 9),
                (f"Late Ltd., INV-2026-000002/1: €40.00, fee of {show_date(today())}; fees", 1),
            ]
            assert await count("invoice") == 2
            with confirming(question.token):
                await act(Notice, None, "charge", customer=customer)
        assert await count("invoice") == 4
        assert await fetch_value("SELECT sum(amount) FROM crm_collection_charge WHERE currency = 'CNY'") == 2_950

    async def test_a_yes_to_something_else_is_none(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000)
        with use_actor(await clerk()):
            question = await asked(customer)
            await pay(customer, 100_000, on=on(60), oldest=True)
            with confirming(question.token):
                again = await asked(customer)
        assert (again.details[0][1], await count("invoice")) == (59, 1)

    async def test_only_what_was_due_since_a_day(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000)
        await owing(customer, 100_000, due_on=on(10))
        await pay(customer, 200_000, on=on(60), oldest=True)
        with use_actor(await clerk()):
            assert [days for _label, days in (await asked(customer)).details] == [59, 49]
            assert [days for _label, days in (await asked(customer, due_since=on(1))).details] == [49]

    async def test_an_invoice_has_no_more_lines_than_a_document(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("crm_collection.charging.MAX_LINES", 2)
        customer = await debtor()
        for _n in range(3):
            await owing(customer, 100_000)
        await pay(customer, 300_000, on=on(60), oldest=True)
        with use_actor(await clerk()):
            question = await asked(customer)
            assert "Lines left for another invoice: 1." in str(question) and len(question.details) == 2
            with confirming(True):
                await act(Notice, None, "charge", customer=customer)
            assert len((await asked(customer)).details) == 1


class TestTakingBack:
    async def test_voiding_names_the_interest_that_stays(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000)
        principal = int(await fetch_value("SELECT max(id) FROM crm_receivables_invoice"))
        await act(Notice, None, "charge", customer=customer)
        amount = int(await fetch_value("SELECT amount FROM crm_collection_charge"))
        with use_actor(await clerk()):
            with pytest.raises(Unconfirmed) as found:
                await act(Invoice, principal, "void", reason="wrong")
            assert [(str(label), lines) for label, lines in found.value.details] == [
                (f"INV-2026-000002: late interest and fees of CN¥{amount / 100:.2f} on this invoice; lines", 1)
            ]
            assert await fetch_value("SELECT state FROM crm_receivables_invoice WHERE id = $1", principal) == "posted"
            with confirming(found.value.token):
                await act(Invoice, principal, "void", reason="wrong")
            await act(Invoice, principal + 1, "void", reason="its invoice is void")

    async def test_one_question_names_tax_invoices_too(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000)
        principal = int(await fetch_value("SELECT max(id) FROM crm_receivables_invoice"))
        await act(Notice, None, "charge", customer=customer)
        async with transaction():
            await execute("SET LOCAL session_replication_role = replica")  # past the database's own count
            sql = "UPDATE crm_receivables_invoice SET tax_invoiced = total, tax_open = 0 WHERE id = $1"
            await execute(sql, principal)
        with use_actor(await clerk()):
            with pytest.raises(Unconfirmed) as found:
                await act(Invoice, principal, "void", reason="wrong")
            assert "CN¥1,000.00" in str(found.value) and len(found.value.details) == 1
            with confirming(found.value.token):
                await act(Invoice, principal, "void", reason="wrong")

    async def test_so_does_crediting_in_full_alone(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000)
        principal = int(await fetch_value("SELECT max(id) FROM crm_receivables_invoice"))
        await act(Notice, None, "charge", customer=customer)
        with use_actor(await clerk()):
            await act(Invoice, principal, "credit", amount=40_000, reason="part")
            with pytest.raises(Unconfirmed):
                await act(Invoice, principal, "credit", amount=60_000, reason="rest")
            with confirming(True):
                await act(Invoice, principal, "credit", amount=60_000, reason="rest")

    async def test_nothing_is_asked_where_nothing_stays(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000)
        principal = int(await fetch_value("SELECT max(id) FROM crm_receivables_invoice"))
        await act(Notice, None, "charge", customer=customer)
        late = int(await fetch_value("SELECT invoice_id FROM crm_collection_charge"))
        with use_actor(await clerk()):
            await act(Invoice, late, "void", reason="goodwill")
            await act(Invoice, principal, "void", reason="wrong")


async def test_the_endpoint_asks_too(directory: Directory) -> None:
    customer = await debtor("Late Ltd.")
    await owing(customer, 100_000)
    await pay(customer, 100_000, on=on(60), oldest=True)
    path = f"/api/v1/crm_collection/customers/{customer}/charge"
    async with client_of(directory, await fetch_value("SELECT id FROM guanxi_user WHERE administrator")) as client:
        form = await client.get("/crm_collection/notices/actions/charge")
        token = re.search(r'name="_csrf" value="([^"]+)"', form.text)
        assert token is not None
        headers = {"X-CSRF-Token": token[1]}
        for body, status in (({}, 409), ({"confirmed": 1}, 422), ({"due_since": "x"}, 422), ({"sure": True}, 422)):
            assert (await client.post(path, json=body, headers=headers)).status_code == status, body
        asked = (await client.post(path, json={}, headers=headers)).json()
        assert (asked["code"], [each["count"] for each in asked["details"]]) == ("unconfirmed", [59])
        late = {"confirmed": True, "due_since": str(on(1))}
        assert (await client.post(path, json=late, headers=headers)).status_code == 409
        assert await count("invoice") == 1
        made = await client.post(path, json={"confirmed": True}, headers=headers)
        assert (made.status_code, len(made.json()["invoices"])) == (200, 1)
        assert (await client.post(path, json={"confirmed": True}, headers=headers)).status_code == 409
