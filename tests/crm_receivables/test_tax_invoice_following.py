"""Tax invoices follow a merge of customers, stand in the timeline and in the data of a person; the demo has some."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crm_core import merging
from crm_core.permissions import CorePermission
from crm_receivables.crediting import credit_invoice
from crm_receivables.privacy import PERSONAL
from crm_receivables.tax_invoice_timeline import SOURCE
from crm_receivables.writing_off import request_write_off
from guanxi import Conflict, TimelineMark, Tone, fetch, fetch_value, use_actor, use_locale
from tests.crm_core.support import MANAGER, customer, user
from tests.crm_receivables.support import DAY, assert_ties, figures, new_customer, post
from tests.crm_receivables.tax_support import again, covered, drawn, red

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
LAST = TimelineMark(datetime(9999, 1, 1, tzinfo=UTC), 2**63 - 1)


async def _pair() -> tuple[int, int]:
    survivor = await customer("上海云帆信息技术有限公司")
    return survivor.id, (await customer("上海云帆信息技术有限公司旧")).id


async def test_they_follow_a_merge_and_go_back() -> None:
    survivor, loser = await _pair()
    invoice = await post(loser, 1_000)
    made, alone = await drawn(loser, 600, (invoice, 600)), await drawn(loser, 50)
    boss = await user("Boss", (*MANAGER, CorePermission.MERGE))
    with use_actor(boss):
        id = await merging.merge(survivor, loser)
    assert {(await again(each)).customer_id for each in (made, alone)} == {survivor}
    since = await drawn(survivor, 400, (invoice, 400))
    with use_actor(boss):
        await merging.undo(id)
    assert {(await again(each)).customer_id for each in (made, alone, since)} == {loser}
    assert await covered(invoice) == (1_000, 0)
    await assert_ties()


async def test_one_that_covers_invoices_of_both_since_stands_in_the_way_of_undoing() -> None:
    survivor, loser = await _pair()
    theirs, own = await post(loser, 1_000), await post(survivor, 1_000)
    boss = await user("Boss", (*MANAGER, CorePermission.MERGE))
    with use_actor(boss):
        id = await merging.merge(survivor, loser)
    await drawn(survivor, 2_000, (theirs, 1_000), (own, 1_000))
    with use_actor(boss), pytest.raises(Conflict) as caught:
        await merging.undo(id)
    assert "take that off it first" in str(caught.value)
    assert await figures("invoice", theirs, "customer_id") == (survivor,)


async def test_the_timeline_tells_of_them() -> None:
    id = await new_customer()
    blue = await drawn(id, 10_600, tax=600, remark="首付")
    letter = await red(blue, 600)
    with use_locale("en"):
        found = await SOURCE.load([id], LAST, 10)
    assert [(str(event.title), event.text, event.note, event.on) for event in found] == [
        ("Red letter noted", f"{letter.number} · -CN¥6.00 · Digital, general", "", DAY),
        ("Tax invoice noted", f"{blue.number} · CN¥106.00 · Digital, general", "首付", DAY),
    ]
    assert (found[0].tone, found[1].href) == (Tone.WARN, f"/crm_receivables/tax_invoices/{blue.id}")
    assert [event.id for event in await SOURCE.load([id], TimelineMark(found[0].at, found[0].id), 10)] == [blue.id]


async def test_the_data_of_a_person_holds_reasons_and_tax_invoices_until_they_are_erased() -> None:
    id = await new_customer("李娜")
    invoice = await post(id, 10_000)
    await credit_invoice(invoice, 1_000, reason="Moved away")
    await request_write_off(invoice, 500, "Lost her job")
    await drawn(id, 600, buyer_tax_number="32010219900101001X", remark="Flat 7")
    held = {row["kind"]: (row["reference"], row["note"]) for row in await PERSONAL.load(id) if row["kind"] != "payment"}
    assert held == {
        "invoice": ("", ""),
        "credit_note": ("", "Moved away"),
        "write_off": ("", "Lost her job"),
        "tax_invoice": ("32010219900101001X", "李娜 · Flat 7"),
    }
    await PERSONAL.erase(id)
    assert {row["note"] for row in await PERSONAL.load(id)} == {""}
    assert await fetch_value("SELECT buyer_name || buyer_tax_number FROM crm_receivables_tax_invoice") == ""
    assert [row["total"] for row in await fetch("SELECT total FROM crm_receivables_tax_invoice")] == [600]
