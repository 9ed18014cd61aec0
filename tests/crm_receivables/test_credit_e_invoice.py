"""Credit notes as Factur-X data: the same schema and business rules as invoices, whatever is credited."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any

import facturx
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from lxml import etree
from pypdf import PdfReader

from crm_core.permissions import CorePermission
from crm_core.services import OurCompany
from crm_receivables.amounts import MAX_LINES, line_taxes
from crm_receivables.choices import ReversalCause
from crm_receivables.credit_document import build_credit_note
from crm_receivables.credit_models import CreditNote
from crm_receivables.crediting import credit_invoice
from crm_receivables.e_invoice import e_invoice
from crm_receivables.e_invoice_views import CREDIT_ENDPOINT, CREDIT_PANEL
from crm_receivables.models import Invoice
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.reversing import reverse_payment
from crm_receivables.settings import ReceivablesSettings
from guanxi import Call, Conflict, NotFound, fetch, fetch_row, get, render_pdf, use_actor
from guanxi.context import Company
from tests.crm_receivables.support import user, with_settings
from tests.crm_receivables.test_e_invoice import SELLER, broken_rules, line, posted, texts

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


@pytest.fixture(autouse=True)
def e_invoices(inside: Company) -> Iterator[None]:
    with with_settings(SELLER, ReceivablesSettings(e_invoices=True)):
        yield


async def credited(invoice: Invoice, amounts: Any = None, reason: str = "少用一天") -> CreditNote:
    return await get(CreditNote, await credit_invoice(invoice.id, amounts, reason=reason))


async def xml_of(note: CreditNote) -> bytes:
    made = await e_invoice(note)
    assert made is not None and made.missing == ()
    return made.xml


async def test_a_credit_note_says_what_it_credits() -> None:
    invoice = await posted(line(1000), line(1130, "13"), line(500, "0"))
    note = await credited(invoice, 1315)
    xml = await xml_of(note)
    assert facturx.xml_check_xsd(xml, flavor="factur-x", level="en16931")
    assert broken_rules(xml) == []
    assert [each for each in texts(xml, "TypeCode") if each != "VAT"] == ["381"]
    (reference,) = etree.fromstring(xml).iter("{*}InvoiceReferencedDocument")
    assert [text for each in reference.itertext() if (text := each.strip())] == [invoice.number, "20260115"]
    assert texts(xml, "Content") == ["少用一天"]
    assert texts(xml, "GrandTotalAmount") == texts(xml, "DuePayableAmount") == ["13.15"]
    assert all(Decimal(each) >= 0 for each in texts(xml, "LineTotalAmount"))


async def test_it_has_the_lines_that_were_credited_and_the_tax_of_each_rate() -> None:
    invoice = await posted(line(10_600), line(22_600, "13"), line(700, "0"))
    ids = [row["id"] for row in await fetch("SELECT id FROM crm_receivables_line WHERE invoice_id = $1", invoice.id)]
    xml = await xml_of(await credited(invoice, {min(ids): 5_300, sorted(ids)[1]: 11_300}))
    assert texts(xml, "LineTotalAmount") == ["50.00", "100.00", "150.00"]
    assert texts(xml, "RateApplicablePercent") == ["6.00", "13.00", "13.00", "6.00"]
    assert (texts(xml, "BasisAmount"), texts(xml, "CalculatedAmount")) == (["100.00", "50.00"], ["13.00", "3.00"])


@settings(max_examples=20, deadline=None, suppress_health_check=[*HealthCheck])
@given(
    lines=st.lists(
        st.tuples(st.integers(1, 10**8), st.sampled_from(["13", "9", "6", "1.5", "0"])), min_size=1, max_size=10
    ),
    cuts=st.lists(st.integers(1, 99), max_size=3),
    reason=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40),
)
async def test_all_parts_follow_the_rules_and_come_to_the_invoice(
    lines: list[tuple[int, str]], cuts: list[int], reason: str
) -> None:
    invoice = await posted(*(line(amount, rate) for amount, rate in lines))
    left = invoice.total
    notes = []
    for percent in cuts:
        if part := left * percent // 100:
            notes.append(await credited(invoice, part, reason))
            left -= part
    notes.append(await credited(invoice, None, reason))
    for note in notes:
        assert broken_rules(await xml_of(note)) == []
    assert (sum(note.total for note in notes), sum(note.tax for note in notes)) == (invoice.total, invoice.tax)


@pytest.mark.parametrize(("amount", "rate"), [(285, "19"), (326, "13"), (2270, "6"), (3, "6")])
async def test_many_equal_lines_in_parts_follow_the_rules(amount: int, rate: str) -> None:
    """Taxes of parts that are rounded line by line are units off the sum's at 250 of them."""
    taxes = line_taxes([(amount, Decimal(rate))] * MAX_LINES)
    invoice = await posted(*(line(amount, rate, tax=tax) for tax in taxes))
    ids = [row["id"] for row in await fetch("SELECT id FROM crm_receivables_line WHERE invoice_id = $1", invoice.id)]
    notes = [await credited(invoice, dict.fromkeys(ids, part)) for part in (1, amount // 2)]
    notes.append(await credited(invoice))
    assert [broken_rules(await xml_of(note)) for note in notes] == [[], [], []]
    assert sum(note.tax for note in notes) == invoice.tax


async def test_it_is_in_the_pdf() -> None:
    note = await credited(await posted(line(1000)), 300)
    pdf = await render_pdf(await build_credit_note(note, "both"))
    name, xml = facturx.get_xml_from_pdf(pdf, check_xsd=True, check_schematron=False)
    assert (name, xml) == ("factur-x.xml", await xml_of(note))
    root: Any = PdfReader(BytesIO(pdf)).trailer["/Root"]
    assert root["/AF"][0].get_object()["/AFRelationship"] == "/Alternative"
    assert b"<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>" in root["/Metadata"].get_data()


async def test_a_reversed_note_has_none_and_what_is_missing_is_said() -> None:
    invoice = await posted(line(1000), line(1000))
    first, second = await credited(invoice, 300), await credited(invoice, 200)
    await reverse_payment(first.payment_id, cause=ReversalCause.MISTAKE)
    assert await e_invoice(await get(CreditNote, first.id)) is None
    assert len((await CREDIT_PANEL.load(second.id)).figures) == 1
    with with_settings(OurCompany()):
        bare = await credited(await posted(line(1000)), 300)
        made = await e_invoice(bare)
        assert made is not None and len(made.missing) == 1
        with pytest.raises(Conflict):
            await CREDIT_ENDPOINT.handler(Call(None, {"id": bare.id}, {}))
        assert (await build_credit_note(bare, "en")).enclosures == []
    with with_settings(ReceivablesSettings()):
        assert await e_invoice(second) is None
        assert (await CREDIT_PANEL.load(second.id)).figures == []


async def test_only_who_sees_the_note_gets_it() -> None:
    note = await credited(await posted(line(1000)), 300)
    with (
        use_actor(await user("seller", CorePermission.READ, ReceivablesPermission.READ)),
        pytest.raises(NotFound),
    ):
        await CREDIT_ENDPOINT.handler(Call(None, {"id": note.id}, {}))
    found = await CREDIT_ENDPOINT.handler(Call(None, {"id": note.id}, {}))
    assert found.xml.encode() == await xml_of(note)
    row = await fetch_row("SELECT total, tax FROM crm_receivables_credit_note WHERE id = $1", note.id)
    assert row is not None and tuple(row) == (300, 17)
