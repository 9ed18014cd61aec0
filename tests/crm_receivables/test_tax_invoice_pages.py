"""Tax invoices over HTTP: the list of what is to be drawn, its file, the API, and the foot of the payments."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from crm_core.permissions import CorePermission
from crm_receivables.crediting import credit_invoice
from crm_receivables.menus import MENU
from crm_receivables.models import Invoice
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.tax_invoice_settings import TaxInvoiceSettings
from guanxi import Unconfirmed, current_company, fetch_value, use_actor, use_locale
from guanxi.company import Directory
from guanxi.context import confirming
from guanxi.records.actions import find_action, run_action
from tests.crm_receivables.support import count, figures, new_customer, pay, post, user, with_settings
from tests.crm_receivables.tax_support import covered, drawn, next_number
from tests.crm_receivables.test_pages import client_of

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
INVOICES, TAX_INVOICES = "/crm_receivables/invoices", "/crm_receivables/tax_invoices"
_ADMINISTRATOR = "SELECT id FROM guanxi_user WHERE administrator"


async def test_what_is_to_be_drawn_as_a_list_and_as_a_file(directory: Directory) -> None:
    customer = await new_customer()
    open_, done = await post(customer, 123_456), await post(customer, 1_000)
    await drawn(customer, 3_456, (open_, 3_456))
    await drawn(customer, 1_000, (done, 1_000))
    (entry,) = [menu for menu in MENU if "tax_open.gt" in menu.href]
    async with client_of(directory, await fetch_value(_ADMINISTRATOR)) as client:
        shown = await client.get(entry.href)
        assert shown.status_code == 200 and "1,200.00" in shown.text and "INV-2026-000002" not in shown.text
        found = (await client.get(f"/api/v1{INVOICES}", params={"tax_open.gt": "0"})).json()
        assert [(each["tax_open"], each["tax_invoiced"]) for each in found["data"]] == [(120_000, 3_456)]
        asked = await client.get(f"{INVOICES}/export?tax_open.gt=0")
        token = re.search(r'name="_csrf" value="([^"]+)"', asked.text)
        assert token is not None
        form = {"_csrf": token[1], "format": "batch.xlsx"}
        file = await client.post(f"{INVOICES}/export?tax_open.gt=0", data=form)
        assert file.headers["content-disposition"].endswith(".batch.xlsx")
        sheets = load_workbook(BytesIO(file.content)).worksheets
        assert [sheet.max_row for sheet in sheets] == [4, 4]
        none = await client.post(f"{INVOICES}/export?tax_open.lt=0", data=form)
        assert none.status_code == 422


async def test_a_code_that_is_missing_is_said_before_the_file_and_in_it(directory: Directory) -> None:
    await post(await new_customer(), 123_456)
    asked, said = f"{INVOICES}/export?tax_open.gt=0", "INV-2026-000001 (1)"
    async with client_of(directory, await fetch_value(_ADMINISTRATOR)) as client:
        shown = await client.get(asked)
        assert said in shown.text or "INV-2026-000001（1 行）" in shown.text
        token = re.search(r'name="_csrf" value="([^"]+)"', shown.text)
        assert token is not None
        form = {"_csrf": token[1], "format": "batch.xlsx"}
        details = load_workbook(BytesIO((await client.post(asked, data=form)).content)).worksheets[1]
        assert str(details["A1"].value).endswith("第4行缺少商品和服务税收编码，请补填后再上传。")
        with with_settings(TaxInvoiceSettings(tax_code="3040203000000000000")):
            assert "INV-2026-000001" not in (await client.get(asked)).text
            details = load_workbook(BytesIO((await client.post(asked, data=form)).content)).worksheets[1]
            assert "缺少" not in str(details["A1"].value)


async def test_voiding_what_tax_invoices_cover_asks_for_a_red_letter(directory: Directory) -> None:
    customer = await new_customer()
    invoice, other = await post(customer, 10_000), await post(customer, 500)
    await drawn(customer, 10_000, (invoice, 10_000))
    resource = current_company().catalog.resource_of[Invoice]
    action = find_action(resource, "void", "record")
    clerk = await user("clerk", *ReceivablesPermission, CorePermission.READ)
    with use_actor(clerk), use_locale("en"):
        with pytest.raises(Unconfirmed, match=r"a red letter over CN¥100\.00 is due") as asked:
            await run_action(resource, action, invoice, {"reason": "x"})
        assert await figures("invoice", invoice, "state") == ("posted",)
        await run_action(resource, action, other, {"reason": "x"})
        with confirming(asked.value.token):
            await run_action(resource, action, invoice, {"reason": "x"})
    assert await covered(invoice) == (10_000, -10_000)
    (entry,) = [menu for menu in MENU if "tax_open.lt" in menu.href]
    async with client_of(directory, await fetch_value(_ADMINISTRATOR)) as client:
        shown = (await client.get(entry.href)).text
        (due,), (voided,) = await figures("invoice", invoice, "number"), await figures("invoice", other, "number")
        assert due in shown and voided not in shown


async def test_one_is_noted_over_the_api_and_refused_by_field(directory: Directory) -> None:
    customer = await new_customer()
    invoice = await post(customer, 10_600)
    number = next_number()
    whole = {"kind": "digital_special", "number": number, "issued_on": "2026-01-16", "customer": customer}
    amounts = {"net": 10_000, "tax": 600, "parts": [{"invoice": invoice, "amount": 10_600}]}
    async with client_of(directory, await fetch_value(_ADMINISTRATOR)) as client:
        page = await client.get(f"{TAX_INVOICES}/new")
        token = re.search(r'name="_csrf" value="([^"]+)"', page.text)
        assert token is not None
        client.headers["X-CSRF-Token"] = token[1]
        wrong = await client.post(f"/api/v1{TAX_INVOICES}", json={**whole, **amounts, "total": 1})
        assert (wrong.status_code, list(wrong.json()["errors"])) == (422, ["total"])
        assert await count("tax_invoice") == 0
        made = await client.post(f"/api/v1{TAX_INVOICES}", json={**whole, **amounts})
        assert (made.status_code, made.json()["allocated"]) == (201, 10_600)
        assert await covered(invoice) == (10_600, 0)
        more = {**whole, "number": next_number(), **amounts}
        assert (await client.post(f"/api/v1{TAX_INVOICES}", json=more)).status_code == 422
        shown = await client.get(f"{INVOICES}/{invoice}")
        assert number in shown.text
    assert await count("tax_invoice") == 1


async def test_the_foot_of_the_payments_is_money(directory: Directory) -> None:
    customer = await new_customer()
    await credit_invoice(await post(customer, 10_000), 2_000, reason="x")
    await pay(customer, 4_000)
    async with client_of(directory, await fetch_value(_ADMINISTRATOR)) as client:
        shown = (await client.get("/crm_receivables/payments")).text
    assert "¥40.00" in shown and "¥60.00" not in shown


async def test_a_company_without_them_has_no_menu_entries() -> None:
    entries = [menu for menu in MENU if "tax_" in menu.href]
    assert len(entries) == 3 and all(menu.shown() for menu in entries)
    with with_settings(TaxInvoiceSettings(shown=False)):
        assert not any(menu.shown() for menu in entries)
