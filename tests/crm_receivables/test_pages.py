"""Aging and the journal as pages and files, for those who may see them."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import httpx
import pytest

from crm_receivables import journal_postings
from crm_receivables.crediting import credit_invoice
from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.settings import ReceivablesSettings
from crm_receivables.writing_off import request_write_off
from guanxi import create_user, fetch_value, today
from guanxi.auth.sessions import open_session
from guanxi.company import Directory
from guanxi.settings import Settings
from guanxi.web.app import create_app
from tests.crm_receivables.support import new_customer, pay, post, with_settings

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
JOURNAL, AGING = "/crm_receivables/journal", "/crm_receivables/aging"
EXCHANGE, RATES = "/crm_receivables/exchange", "/crm_receivables/exchange_rates"
_OURS = {"Origin": "http://testserver"}
DAYS = {"since": "2026-01-01", "until": "2026-01-31"}


@asynccontextmanager
async def client_of(directory: Directory, user_id: int) -> AsyncIterator[httpx.AsyncClient]:
    cookies = {"guanxi_session": (await open_session(user_id)).cookie}
    transport = httpx.ASGITransport(app=create_app(directory, Settings()))
    async with httpx.AsyncClient(
        transport=transport, base_url="http://testserver", cookies=cookies, headers=_OURS
    ) as client:
        yield client


async def test_the_journal_as_a_page_and_as_files(directory: Directory) -> None:
    customer = await new_customer()
    await post(customer, 123_456)
    await pay(customer, 23_456, oldest=True)
    async with client_of(directory, await fetch_value("SELECT id FROM guanxi_user WHERE administrator")) as client:
        shown = await client.get(JOURNAL, params=DAYS)
        assert shown.status_code == 200 and "1,000.00" in shown.text
        token = re.search(r'name="_csrf" value="([^"]+)"', shown.text)
        assert token is not None
        form = {**DAYS, "_csrf": token[1]}
        text = await client.post(f"{JOURNAL}/export", data={**form, "format": "beancount"})
        assert "Assets:Receivable  1234.56 CNY" in text.text
        assert "journal-2026-01-01-2026-01-31.beancount" in text.headers["content-disposition"]
        rows = (await client.post(f"{JOURNAL}/export", data={**form, "format": "csv"})).text.splitlines()
        assert len(rows) == 1 + 2 + 2 + 2
        balance = (await client.get(f"/api/v1{JOURNAL}", params=DAYS)).json()
        assert {row["account"]: row["closing"] for row in balance["rows"]} == {
            **{"cash": 23_456, "receivable": 100_000, "revenue": -123_456},
            "credit": 0,
        }
        for wrong in ({"since": "x"}, {"since": "2026-02-01", "until": "2026-01-01"}, {"since": "0001-01-01"}):
            assert (await client.get(JOURNAL, params=wrong)).status_code == 422
        assert (await client.get(JOURNAL)).status_code == 200
        assert (await client.post(f"{JOURNAL}/export", data={**form, "format": "pdf"})).status_code == 422
        assert (await client.post(f"{JOURNAL}/export", data={**DAYS, "format": "csv"})).status_code == 403
    exported = "SELECT count(*) FROM guanxi_audit WHERE action = 'export' AND resource = 'crm_receivables/journal'"
    assert await fetch_value(exported) == 2


async def test_an_account_of_the_journal_leads_to_its_documents(
    directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer = await new_customer()
    invoice = await post(customer, 10_000)
    payment = await pay(customer, 4_000, on=date(2026, 1, 20), oldest=True)
    note = await credit_invoice(invoice, 1_000, reason="x", on=date(2026, 1, 21))
    with with_settings(ReceivablesSettings(write_off_limit=1_000)):
        loss = (await request_write_off(invoice, 500, "x"))[0]
    days = {"since": "2026-01-01", "until": str(today()), "currency": "CNY"}
    async with client_of(directory, await fetch_value("SELECT id FROM guanxi_user WHERE administrator")) as client:
        shown = (await client.get(JOURNAL, params=days)).text
        assert "account=receivable&amp;currency=CNY" in shown and f"/crm_receivables/invoices/{invoice}" not in shown
        shown = (await client.get(JOURNAL, params={**days, "account": "credit"})).text
        for path in (f"payments/{payment}", f"credit_notes/{note}", f"write_offs/{loss}"):
            assert f'href="/crm_receivables/{path}"' in shown
        assert f"/crm_receivables/invoices/{invoice}" not in shown
        assert (
            f'href="/crm_receivables/invoices/{invoice}"'
            in (await client.get(JOURNAL, params={**days, "account": "revenue"})).text
        )
        monkeypatch.setattr(journal_postings, "AT_ONCE", 1)
        seen, path = [], f"{JOURNAL}?{httpx.QueryParams({**days, 'account': 'receivable'})}"
        while path:
            shown = (await client.get(path)).text
            seen += re.findall(r'href="/crm_receivables/((?:invoices|payments|credit_notes|write_offs)/[0-9]+)"', shown)
            more = re.search(r'href="(\?[^"]*after=[^"]*)#postings"', shown)
            path = f"{JOURNAL}{html.unescape(more[1])}" if more else ""
        assert seen == [f"invoices/{invoice}", f"payments/{payment}", f"credit_notes/{note}", f"write_offs/{loss}"]
        for wrong in ({"account": "x"}, {"account": "cash", "currency": "cny"}, {"account": "cash", "after": "x"}):
            assert (await client.get(JOURNAL, params={**days, **wrong})).status_code == 422
        for mark in ("2026-01-01.", "2026-01-01.-1", "2026-13-01.1", f"2026-01-01.{10**18}", "x" * 99):
            asked = {**days, "account": "cash", "after": mark}
            assert (await client.get(JOURNAL, params=asked)).status_code == 422


async def test_who_sees_receivables_does_not_see_the_journal(directory: Directory) -> None:
    role = await fetch_value(
        "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
        " VALUES ('Clerk', '', $1, 1, now(), now()) RETURNING id",
        [P.READ.value, P.SEE_ALL.value],
    )
    async with client_of(directory, await create_user("clerk", "Clerk", roles=[role])) as client:
        assert (await client.get(AGING)).status_code == 200
        for path in (
            JOURNAL,
            f"{JOURNAL}/export",
            f"/api/v1{JOURNAL}?since=2026-01-01&until=2026-01-31",
            "/crm_receivables/month_closes",
            EXCHANGE,
            RATES,
            f"{RATES}/new",
            f"/api/v1{EXCHANGE}",
            f"/api/v1{RATES}",
        ):
            assert (await client.get(path)).status_code == 403


async def test_exchange_differences_as_a_page_and_over_the_api(directory: Directory) -> None:
    customer = await new_customer()
    await post(customer, 100_000, currency="USD")
    async with client_of(directory, await fetch_value("SELECT id FROM guanxi_user WHERE administrator")) as client:
        token = re.search(r'name="_csrf" value="([^"]+)"', (await client.get(RATES + "/new")).text)
        assert token is not None
        day = {"as_of": "2026-01-31"}
        assert "no exchange rate of USD on or before Jan 15, 2026" in (await client.get(EXCHANGE, params=day)).text
        form = {"currency": "USD", "day": "2026-01-01", "rate": "7.05", "_csrf": token[1]}
        assert (await client.post(RATES + "/new", data={**form, "rate": "-1"})).status_code == 422
        assert (await client.post(RATES + "/new", data=form)).status_code == 303
        assert (await client.post(RATES + "/new", data={**form, "_csrf": "x"})).status_code == 403
        shown = await client.get(EXCHANGE, params=day)
        assert "7,050.00" in shown.text and "Not booked yet" in shown.text
        report = (await client.get(f"/api/v1{EXCHANGE}", params=day)).json()
        assert (report["currency"], report["closed"], report["missing"]) == ("CNY", False, [])
        assert report["rows"] == [
            {
                **{"currency": "USD", "position": 100_000, "rate_on": "2026-01-01", "rate": "7.0500000000"},
                **{"value": 705_000, "historic": 705_000, "valuation": 0, "realized": 0, "unrealized": 0},
            }
        ]
        for wrong in ("x", "0001-01-01", "9999-12-31"):
            assert (await client.get(EXCHANGE, params={"as_of": wrong})).status_code == 422
            assert (await client.get(f"/api/v1{EXCHANGE}", params={"as_of": wrong})).status_code == 422
        assert (await client.get(EXCHANGE)).status_code == 200
        assert "In total, in CNY" in (await client.get(AGING, params=day)).text


async def test_aging_as_a_page_and_as_csv(directory: Directory) -> None:
    customer = await new_customer("云南新锐")
    await post(customer, 100_000)
    async with client_of(directory, await fetch_value("SELECT id FROM guanxi_user WHERE administrator")) as client:
        day = date(2026, 3, 1).isoformat()
        assert "1,000.00" in (await client.get(AGING, params={"as_of": day, "customer": customer})).text
        rows = (await client.get(AGING, params={"as_of": day, "format": "csv"})).text.splitlines()
        assert rows[1].startswith("CNY,云南新锐,0.00,0.00,1000.00")
        assert (await client.get(AGING, params={"as_of": "31 November"})).status_code == 422


async def test_the_statement_as_a_page_and_as_a_pdf(directory: Directory) -> None:
    customer = await new_customer("云南新锐")
    await post(customer, 123_400)
    path = f"/crm_receivables/statement?customer={customer}"
    async with client_of(directory, await fetch_value("SELECT id FROM guanxi_user WHERE administrator")) as client:
        shown = await client.get(f"{path}&since=2026-01-01&until=2026-01-31")
        assert "1,234.00" in shown.text and "云南新锐" in shown.text
        pdf = await client.get(f"{path}&pdf=both")
        assert (pdf.status_code, pdf.content[:4], pdf.headers["cache-control"]) == (200, b"%PDF", "private, no-store")
        for wrong in ("&since=x", "&pdf=fr", "&currency=USD", "&since=2026-02-01&until=2026-01-01"):
            assert (await client.get(path + wrong)).status_code == 422
        for none in ("?customer=x", "?customer=99999999"):
            assert (await client.get("/crm_receivables/statement" + none)).status_code == 404


async def test_statements_are_found_from_the_menu_and_from_the_aging(directory: Directory) -> None:
    customer = await new_customer("云南新锐")
    await post(customer, 123_400)
    link = f"/crm_receivables/statement?customer={customer}&amp;currency=CNY"
    async with client_of(directory, await fetch_value("SELECT id FROM guanxi_user WHERE administrator")) as client:
        for path in ("/crm_receivables/statement", "/crm_receivables/statement?customer="):
            shown = await client.get(path)
            assert shown.status_code == 200 and link in shown.text and "云南新锐" in shown.text
        assert 'href="/crm_receivables/statement"' in shown.text
        assert link in (await client.get(AGING, params={"as_of": "2026-03-01"})).text
        found = await client.get("/crm_receivables/statement", params={"customer": "", "customer.text": "云南"})
        assert (found.status_code, found.headers["location"]) == (303, "/crm_core/customers?q=%E4%BA%91%E5%8D%97")


async def test_the_outlook_as_a_page(directory: Directory) -> None:
    customer = await new_customer()
    await post(customer, 123_400)
    await post(customer, 55, currency="USD")
    path = "/crm_receivables/outlook"
    async with client_of(directory, await fetch_value("SELECT id FROM guanxi_user WHERE administrator")) as client:
        assert "1,234.00" in (await client.get(path)).text
        assert "$0.55" in (await client.get(path, params={"currency": "USD", "as_of": "2026-01-20"})).text
        assert (await client.get(path, params={"as_of": "2020-01-01"})).status_code == 200
        for wrong in ("soon", "0001-01-01", "9999-12-31"):
            assert (await client.get(path, params={"as_of": wrong})).status_code == 422
        assert (await client.get(f"/api/v1{path}")).json()["collection"][0]["outstanding"] == 123_400
