"""What invoices, credit notes and receipts say on paper and on the screen of taxes and of where money went."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from pypdf import PdfReader

from crm_receivables import tax_panels
from crm_receivables.credit_document import build_credit_note
from crm_receivables.credit_models import CreditNote
from crm_receivables.crediting import credit_invoice
from crm_receivables.documents import build_invoice
from crm_receivables.models import Invoice, Payment
from crm_receivables.printing import tax_by_rate
from crm_receivables.receipt import build_receipt
from crm_receivables.settings import ReceivablesSettings
from guanxi import InvalidInput, PdfJob, create, execute, fetch, get, render_pdf, today, update
from guanxi.context import Company
from tests.crm_receivables.support import DAY, figures, new_customer, pay, post, with_settings
from tests.crm_receivables.test_e_invoice import line, posted
from tests.crm_receivables.test_screens import act, draft

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
RATES = "SELECT tax_rate FROM crm_receivables_line WHERE invoice_id = $1 ORDER BY id"


async def text_of(job: PdfJob) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(await render_pdf(job))).pages)


async def invoice_at_rates() -> Invoice:
    return await posted(line(10_600), line(5_300), line(22_600, "13"), line(700, "0"))


async def test_tax_by_rate_sums_to_the_invoice() -> None:
    invoice = await invoice_at_rates()
    lines = await fetch("SELECT * FROM crm_receivables_line WHERE invoice_id = $1", invoice.id)
    assert tax_by_rate(lines, str) == [
        {"rate": "13", "net": "20000", "tax": "2600", "gross": "22600"},
        {"rate": "6", "net": "15000", "tax": "900", "gross": "15900"},
        {"rate": "0", "net": "700", "tax": "0", "gross": "700"},
    ]
    assert (invoice.subtotal, invoice.tax, invoice.total) == (35_700, 3_500, 39_200)


@pytest.mark.parametrize(("language", "title"), [("zh_CN", "各税率税额"), ("en", "Tax by rate")])
async def test_the_invoice_says_the_tax_of_each_rate(language: str, title: str) -> None:
    text = await text_of(await build_invoice(await invoice_at_rates(), language))
    for word in (title, "200.00", "26.00", "226.00", "150.00", "9.00", "159.00"):
        assert word in text, word


async def test_a_credit_note_says_its_lines_and_the_tax_of_each_rate() -> None:
    invoice = await invoice_at_rates()
    ids = [
        row["id"]
        for row in await fetch("SELECT id FROM crm_receivables_line WHERE invoice_id = $1 ORDER BY id", invoice.id)
    ]
    note = await get(CreditNote, await credit_invoice(invoice.id, {ids[0]: 5_300, ids[2]: 11_300}, reason="退货"))
    job = await build_credit_note(note, "zh_CN")
    assert [(each["tax_rate"], each["amount"]) for each in job.data["lines"]] == [("6", "¥53.00"), ("13", "¥113.00")]
    assert job.data["by_rate"] == [
        {"rate": "13", "net": "¥100.00", "tax": "¥13.00", "gross": "¥113.00"},
        {"rate": "6", "net": "¥50.00", "tax": "¥3.00", "gross": "¥53.00"},
    ]
    assert "各税率税额" in await text_of(job)
    table = (await tax_panels.CREDIT_PANEL.load(note.id)).table
    assert table is not None and [row[0] for row in table.rows] == ["13", "6"]


async def test_the_form_says_the_tax_of_each_rate_and_warns_of_lines_without() -> None:
    invoice = await draft(await new_customer())
    data = await tax_panels.PANEL.load(invoice.id)
    assert data.table is not None
    assert [tuple(row) for row in data.table.rows] == [
        ("6", "CN¥236.92", "CN¥14.22", "CN¥251.14"),
        ("0", "CN¥30.00", "CN¥0.00", "CN¥30.00"),
    ]
    assert [figure.value for figure in data.figures] == ["1"]
    await act(Invoice, invoice.id, "post")
    assert (await tax_panels.PANEL.load(invoice.id)).figures == []
    bare = await create(Invoice, {"customer": await new_customer("甲"), "currency": "CNY"})
    assert (await tax_panels.PANEL.load(bare.id)).table is None


async def test_a_line_without_a_rate_has_that_of_the_company() -> None:
    customer = await new_customer()
    lines = [
        {"description": "x", "unit_price": 11_300},
        {"description": "y", "unit_price": 500, "tax_rate": Decimal(0)},
    ]
    with with_settings(ReceivablesSettings(tax_rate=Decimal(13))):
        invoice = await create(Invoice, {"customer": customer, "currency": "CNY", "lines": lines})
        assert [row["tax_rate"] for row in await fetch(RATES, invoice.id)] == [Decimal(13), Decimal(0)]
        assert await figures("invoice", invoice.id, "total", "tax") == (11_800, 1_300)
        ids = [
            row["id"]
            for row in await fetch("SELECT id FROM crm_receivables_line WHERE invoice_id = $1 ORDER BY id", invoice.id)
        ]
    await update(Invoice, invoice.id, {"lines": [{"id": id} for id in ids]})
    assert await figures("invoice", invoice.id, "total", "tax") == (11_800, 1_300)
    plain = await create(Invoice, {"customer": customer, "currency": "CNY", "lines": lines})
    assert [row["tax_rate"] for row in await fetch(RATES, plain.id)] == [Decimal(0), Decimal(0)]


async def test_a_receipt_says_where_all_of_the_money_went() -> None:
    customer = await new_customer()
    await post(customer, 30_000)
    await post(customer, 20_000)
    payment = await pay(customer, 100_005, oldest=True)
    await act(Payment, payment, "refund", amount=5, reason="多付")
    job = await build_receipt(await get(Payment, payment), "zh_CN")
    assert [(row["number"], row["amount"]) for row in job.data["settled"]] == [
        ("INV-2026-000001", "¥300.00"),
        ("INV-2026-000002", "¥200.00"),
    ]
    told = {name: job.data[name] for name in ("amount", "refunded", "on_account", "more", "capital")}
    assert told == {
        **{"amount": "¥1,000.05", "refunded": "¥0.05", "on_account": "¥500.00", "more": ""},
        "capital": "壹仟元零伍分",
    }
    text = await text_of(job)
    for word in ("款项用途", "INV-2026-000002", "2026-01-15", "预收余额", "500.00", "壹仟元零伍分"):
        assert word in text, word


async def test_a_receipt_for_what_is_all_on_account_says_so() -> None:
    payment = await get(Payment, await pay(await new_customer(), 777))
    english = await build_receipt(payment, "en")
    assert (english.data["settled"], english.data["on_account"], english.data["capital"]) == ([], "CN¥7.77", "")
    assert "On account" in await text_of(english)
    assert (await build_receipt(payment, "both")).data["capital"] == "柒元柒角柒分"


async def test_a_refund_is_proposed_with_what_can_be_given_back_and_has_a_day(inside: Company) -> None:
    customer = await new_customer()
    payment = await pay(customer, 1_000)
    (action,) = [each for each in inside.catalog.resource_of[Payment].actions if each.name == "refund"]
    await execute("UPDATE crm_receivables_payment SET held = 300 WHERE id = $1", payment)
    record = await get(Payment, payment)
    assert action.start is not None and action.start(record) == {"amount": 700}
    (day,) = [field for field in action.fields if field.name == "refunded_on"]
    assert day.default is not None and day.default() == today()
    with pytest.raises(InvalidInput) as refused:
        await act(
            Payment, payment, "refund", amount=100, reason="x", refunded_on=today().replace(year=today().year + 1)
        )
    assert list(refused.value.fields) == ["refunded_on"]
    await act(Payment, payment, "refund", amount=100, reason="x", refunded_on=DAY)
    rows = await fetch("SELECT amount, refunded_on FROM crm_receivables_refund WHERE payment_id = $1", payment)
    assert [tuple(row) for row in rows] == [(100, DAY)]
    await execute("UPDATE crm_receivables_payment SET held = amount - refunded WHERE id = $1", payment)
    assert not action.when(await get(Payment, payment))
