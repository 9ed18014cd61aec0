"""What becomes of bank lines when customers are merged or anonymized."""

from __future__ import annotations

import pytest

from crm_bank.confirming import Match, confirm
from crm_bank.privacy import PERSONAL
from crm_core.extensions import PERSONAL_DATA
from crm_core.merging import merge, undo
from guanxi import current_company, elevated, transaction
from tests.crm_bank.support import a_line, rows
from tests.crm_bank.test_matching import customer, lines_of

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


async def test_lines_and_known_accounts_follow_a_merge_and_come_back() -> None:
    loser, survivor = await customer("春意空调"), await customer("春意空调有限公司")
    (id,) = await lines_of(a_line(100, account="6222"))
    await confirm(Match(id, loser))
    merge_id = await merge(survivor, loser)
    assert await rows("line", "customer_id") == [(survivor,)]
    assert await rows("learned", "customer_id") == [(survivor,)]
    await undo(merge_id)
    assert await rows("line", "customer_id") == [(loser,)]
    assert await rows("learned", "customer_id") == [(loser,)]


async def test_anonymizing_blanks_who_it_was_and_keeps_the_money() -> None:
    payer = await customer("王小明")
    (id,) = await lines_of(a_line(100, account="6222", name="王小明", text="货款", end_to_end_id="E"))
    await confirm(Match(id, payer))
    assert [row["name"] for row in await PERSONAL.load(payer)] == ["王小明"]
    with elevated():
        async with transaction():
            await PERSONAL.erase(payer)
    assert await rows("line", "amount", "name", "counterparty", "text", "end_to_end_id", "state") == [
        (100, "", "", "", "", "matched")
    ]
    assert await rows("learned", "id") == []
    assert PERSONAL in current_company().catalog.extensions(PERSONAL_DATA)
