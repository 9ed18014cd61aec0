"""What a customer sees of the contracts, and what not."""

from __future__ import annotations

import pytest

from crm_contracts.portal import CONTRACTS_SECTION
from guanxi import InvalidInput, NotFound
from guanxi.context import Company
from tests.crm_contracts.support import act, active, confirmed, customer, draft, line


async def test_customers_see_their_contracts_but_no_drafts_and_nobody_elses(inside: Company) -> None:
    buyer, other = await customer(), await customer("南通瑞和机电有限公司")
    assert (await CONTRACTS_SECTION.summary(buyer)).empty is not None
    mine = await active(line(123_456), customer_id=buyer, title="空调采购")
    hidden = await draft(customer_id=buyer)
    void = await act(await confirmed(customer_id=buyer), "cancel", {"reason": "r"})
    foreign = await active(customer_id=other)

    assert [figure.value for figure in (await CONTRACTS_SECTION.summary(buyer)).figures] == ["1", "0"]
    [block] = await CONTRACTS_SECTION.blocks(buyer)
    assert block.data.table is not None
    assert [row[:4] for row in block.data.table.rows] == [(mine.number, "空调采购", "In force", "CN¥1,234.56")]
    assert block.data.table.hrefs == [f"/portal/contracts/{mine.id}.pdf?language=zh_CN"]

    assert CONTRACTS_SECTION.document is not None
    name, pdf = await CONTRACTS_SECTION.document(buyer, mine.id, "both")
    assert (name, pdf[:5]) == (f"{mine.number}.pdf", b"%PDF-")
    for contract in (hidden, void, foreign):
        with pytest.raises(NotFound):
            await CONTRACTS_SECTION.document(buyer, contract.id, "en")
    with pytest.raises(InvalidInput):
        await CONTRACTS_SECTION.document(buyer, mine.id, "fr")
