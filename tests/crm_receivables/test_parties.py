"""Who billed whom stays on a posted invoice."""

from __future__ import annotations

import pytest

from crm_core.services import OurCompany
from crm_receivables.actions import INVOICE_ACTIONS
from crm_receivables.models import Invoice
from crm_receivables.parties import Party, parties_of
from crm_receivables.party_renewal import renew_parties
from crm_receivables.places import place_of
from crm_receivables.privacy import PERSONAL
from crm_receivables.services import void_invoice
from guanxi import Conflict, execute, fetch_value, get
from tests.crm_receivables.support import new_customer, post, with_settings

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
SELLER = OurCompany(country="CN", city="靖江", street="江平路 1 号", tax_number="91321282MA1ABCDE2X")
MOVED = OurCompany(country="CN", city="泰州", street="海陵路 9 号", tax_number="91321282MA1ABCDE2X")


async def _posted() -> Invoice:
    with with_settings(SELLER):
        return await get(Invoice, await post(await new_customer("春意空调有限公司"), 1000))


async def _rename(invoice: Invoice) -> None:
    await execute(
        "UPDATE crm_core_customer SET name = '云南新锐', city = '昆明', country = 'CN' WHERE id = $1",
        invoice.customer_id,
    )


async def test_what_changes_later_changes_no_posted_invoice() -> None:
    invoice = await _posted()
    await _rename(invoice)
    with with_settings(MOVED):
        parties = await parties_of(await get(Invoice, invoice.id))
    assert parties.buyer == Party(name="春意空调有限公司", country="CN")
    assert (parties.seller.city, parties.seller.address) == ("靖江", "江平路 1 号")


async def test_names_and_addresses_are_put_right_by_hand_alone() -> None:
    invoice = await _posted()
    await _rename(invoice)
    with with_settings(MOVED):
        await renew_parties(invoice, "搬迁")
    parties = await parties_of(await get(Invoice, invoice.id))
    assert (parties.buyer.name, parties.seller.city) == ("云南新锐", "泰州")
    assert place_of(parties.buyer, "zh_CN") == "中国昆明"
    logged = "SELECT before -> 'buyer' ->> 'name' FROM guanxi_audit WHERE action = 'renew_parties' AND record_id = $1"
    assert await fetch_value(logged, invoice.id) == "春意空调有限公司"


async def test_only_posted_invoices_have_them() -> None:
    invoice = await _posted()
    (action,) = (each for each in INVOICE_ACTIONS if each.name == "renew_parties")
    await void_invoice(invoice.id)
    invoice = await get(Invoice, invoice.id)
    assert action.when is not None and not action.when(invoice)
    with pytest.raises(Conflict):
        await renew_parties(invoice, "")


async def test_a_person_who_is_forgotten_is_on_none() -> None:
    invoice = await _posted()
    assert PERSONAL.erase is not None
    await PERSONAL.erase(invoice.customer_id)
    await _rename(invoice)
    parties = await parties_of(await get(Invoice, invoice.id))
    assert parties.buyer.name == "云南新锐" and parties.seller.city == "靖江"


COLOGNE = Party(name="x", address="Domplatz 1", postcode="50667", city="Köln", country="DE")
JINGJIANG = Party(
    name="x", address="江苏省靖江市人民路1号", postcode="214500", province="江苏省", city="靖江市", country="CN"
)
STREET = Party(name="x", address="人民路1号", postcode="214500", province="江苏省", city="靖江市", country="CN")


@pytest.mark.parametrize(
    ("party", "chinese", "english"),
    [
        (COLOGNE, "德国 Köln Domplatz 1 50667", "Domplatz 1, 50667 Köln, Germany"),
        (JINGJIANG, "中国江苏省靖江市人民路1号 214500", "江苏省靖江市人民路1号, 214500, China"),
        (STREET, "中国江苏省靖江市人民路1号 214500", "人民路1号, 214500 靖江市, 江苏省, China"),
        (
            Party(name="x", address="Lindenstraße 14, Berlin", postcode="10969", city="Berlin", country="DE"),
            *("德国 Lindenstraße 14, Berlin 10969", "Lindenstraße 14, Berlin, 10969, Germany"),
        ),
        (
            Party(name="x", address="Essener Straße 3", postcode="45127", city="Essen", country="DE"),
            *("德国 Essen Essener Straße 3 45127", "Essener Straße 3, 45127 Essen, Germany"),
        ),
        (
            Party(name="x", address="张江路 625 号", province="上海市", city="上海市", country="CN"),
            *("中国上海市张江路 625 号", "张江路 625 号, 上海市, China"),
        ),
        (Party(name="x", country="XX"), "XX", "XX"),
        (Party(name="x"), "", ""),
    ],
)
async def test_a_place_is_one_line_in_the_order_of_the_language(party: Party, chinese: str, english: str) -> None:
    assert (place_of(party, "zh_CN"), place_of(party, "en")) == (chinese, english)
