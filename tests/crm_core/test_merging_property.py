"""Whatever two customers have in every add-on: a merge keeps what they owe and own, and undoing it brings all back."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_contracts.models import Contract
from crm_core import merging
from crm_core.models import Activity, Contact
from crm_loyalty import services as points
from crm_loyalty.errors import NoAccount
from crm_portal.queries import add_link, note_visit
from crm_receivables.services import outstanding, refund_payment, unallocate, void_invoice
from guanxi import Company, Conflict, create, execute, fetch, fetch_value
from guanxi.desk.notes import add_note
from guanxi.desk.todos import add_todo
from tests.crm_core.support import customer, user
from tests.crm_receivables.support import assert_ties, pay, post

pytestmark = pytest.mark.usefixtures("inside")
_RUNS = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    print_blob=True,
)
_numbers = itertools.count(1)
_KINDS = (
    *("contact", "activity", "contract", "note", "todo", "external", "visit", "link"),
    *("invoice", "draft", "pay", "settle", "refund", "unallocate", "void", "earn", "redeem", "hold"),
)
_STEPS = st.lists(st.tuples(st.sampled_from(_KINDS), st.booleans(), st.integers(1, 200)), max_size=16)
_LEDGERS = "^crm_(receivables_(entry|posting)|loyalty_(entry|consumption|tier_change)|core_(merge.*|changed))$"
_HANGING = ("guanxi_note", "guanxi_todo", "guanxi_file", "guanxi_external_key")
_TOUCHED = {
    "crm_core_customer": {"revision", "updated_at"},
    "crm_loyalty_account": {"updated_at"},
    "crm_loyalty_member": {"updated_at"},
}


class Life:
    """Things that happen to one customer."""

    def __init__(self, id: int) -> None:
        self.id = id
        self.payments: list[int] = []
        self.invoices: list[int] = []
        self.contacts: list[int] = []

    async def step(self, kind: str, which: bool, number: int) -> None:
        try:
            await self._do(kind, which, number)
        except (Conflict, NoAccount):
            return

    async def _do(self, kind: str, which: bool, number: int) -> None:
        match kind:
            case "contact":
                made = await create(Contact, {"customer": self.id, "name": f"C{number}", "main": which})
                self.contacts.append(made.id)
            case "activity":
                contact = self.contacts[0] if which and self.contacts else None
                await create(Activity, {"customer": self.id, "kind": "note", "subject": "x", "contact": contact})
            case "contract":
                await create(Contract, {"customer": self.id, "title": f"T{number}", "currency": "CNY"})
            case "note":
                await add_note("crm_core/customers", self.id, f"n{number}")
            case "todo":
                assignee = await fetch_value("SELECT id FROM guanxi_user WHERE administrator ORDER BY id LIMIT 1")
                await add_todo(f"t{number}", assignee_id=assignee, resource="crm_core/customers", record_id=self.id)
            case "external":
                sql = "INSERT INTO guanxi_external_key (resource, key, record_id) VALUES ('crm_core/customers', $1, $2)"
                await execute(sql, f"k{next(_numbers)}", self.id)
            case "visit":
                await note_visit(self.id)
            case "link":
                await add_link("a@b.cn", self.id)
            case _:
                await self._money(kind, which, number)

    async def _money(self, kind: str, which: bool, number: int) -> None:
        source = f"s{next(_numbers)}"
        match kind:
            case "invoice":
                self.invoices.append(await post(self.id, number, number + 5))
            case "pay" | "settle":
                self.payments.append(await pay(self.id, number, oldest=kind == "settle"))
            case "refund" if self.payments:
                await refund_payment(self.payments[-which], number)
            case "unallocate" if self.payments:
                await unallocate(self.payments[-which])
            case "void" if self.invoices:
                await void_invoice(self.invoices[-which])
            case "earn":
                await points.earn(self.id, number, source)
            case "redeem":
                await points.redeem(self.id, number, source)
            case "hold":
                await points.hold(self.id, number, source)


async def snapshot(ids: tuple[int, int]) -> dict[str, Any]:
    """Every row of every table of business, but the ledgers, of which the effect counts: whatever only they hold."""
    rows = await fetch(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ '^crm_' AND relname !~ $1 ORDER BY 1", _LEDGERS
    )
    found: dict[str, Any] = {}
    for table in (*(row["relname"] for row in rows), *_HANGING):
        only = " WHERE remaining > 0" if table == "crm_loyalty_lot" else ""
        data = [row["row"] for row in await fetch(f"SELECT to_jsonb(t) AS row FROM {table} t{only} ORDER BY id")]
        found[table] = [{k: v for k, v in row.items() if k not in _TOUCHED.get(table, ())} for row in data]
    found["journal"] = [
        tuple(row)
        for row in await fetch(
            "SELECT e.posted_on, p.customer_id, p.account, p.currency, sum(p.amount) FROM crm_receivables_posting p"
            " JOIN crm_receivables_entry e ON e.id = p.entry_id WHERE p.account IN ('receivable', 'credit')"
            " GROUP BY 1, 2, 3, 4 HAVING sum(p.amount) <> 0 ORDER BY 1, 2, 3, 4"
        )
    ]
    found["points"] = [await points.balance(id) for id in ids]
    return found


async def owed(id: int) -> int:
    return (await outstanding(id)).get("CNY", 0)


async def _live(id: int, steps: list[tuple[str, bool, int]], life: Life | None = None) -> Life:
    life = life or Life(id)
    life.id = id
    for kind, which, number in steps:
        await life.step(kind, which, number)
    return life


@_RUNS
@given(steps=_STEPS, others=_STEPS)
async def test_a_merge_ties_and_undoing_it_restores_everything(
    company: Company, steps: list[tuple[str, bool, int]], others: list[tuple[str, bool, int]]
) -> None:
    survivor, loser = [
        (await customer(f"上海云帆{next(_numbers)}有限公司", phone=phone)).id for phone in ("0512-62881234", "")
    ]
    await _live(survivor, steps)
    await _live(loser, others)
    before = await snapshot((survivor, loser))
    debts = [await owed(survivor), await owed(loser)]
    ours, theirs = before["points"]

    merge = await merging.merge(survivor, loser)
    await assert_ties()
    assert await points.ledger_differences() == []
    assert [await owed(survivor), await owed(loser)] == [sum(debts), 0]
    merged = await points.balance(survivor)
    assert merged.balance == ours.balance + theirs.balance
    assert (merged.growth, merged.held) == (ours.growth + theirs.growth, ours.held + theirs.held)
    assert (await points.balance(loser)).balance == 0
    left = "SELECT count(*) FROM crm_contracts_contract WHERE customer_id = $1"
    assert await fetch_value(left, loser) == 0

    await merging.undo(merge)
    await assert_ties()
    assert await points.ledger_differences() == []
    after = await snapshot((survivor, loser))
    for table, rows in before.items():
        assert after[table] == rows, table


@_RUNS
@given(steps=_STEPS, others=_STEPS, since=_STEPS)
async def test_whatever_happened_since_undoing_ties_or_changes_nothing(
    company: Company,
    steps: list[tuple[str, bool, int]],
    others: list[tuple[str, bool, int]],
    since: list[tuple[str, bool, int]],
) -> None:
    """What came since may concern the documents and contacts that were moved, too."""
    survivor, loser = [(await customer(f"上海云帆{next(_numbers)}有限公司")).id for _n in range(2)]
    await _live(survivor, steps)
    life = await _live(loser, others)
    merge = await merging.merge(survivor, loser)
    await _live(survivor, since, life)
    before = await snapshot((survivor, loser))
    debt, balance = await owed(survivor), (await points.balance(survivor)).balance
    try:
        await merging.undo(merge)
    except Conflict:
        assert await snapshot((survivor, loser)) == before
        return
    await assert_ties()
    assert await points.ledger_differences() == []
    assert await owed(survivor) + await owed(loser) == debt
    assert sum([(await points.balance(id)).balance for id in (survivor, loser)]) == balance
    torn = "SELECT count(*) FROM crm_core_activity a JOIN crm_core_contact c ON c.id = a.contact_id"
    assert await fetch_value(f"{torn} WHERE a.customer_id <> c.customer_id") == 0


async def test_all_of_it_at_once() -> None:
    """What the property may miss by chance: every kind of step on both sides."""
    await user("Li")
    survivor, loser = [(await customer(f"上海云帆{n}有限公司")).id for n in (1, 2)]
    for id in (survivor, loser):
        life = Life(id)
        for kind in ("earn", *_KINDS):
            await life.step(kind, True, 50)
    before = await snapshot((survivor, loser))
    await merging.undo(await merging.merge(survivor, loser))
    assert await snapshot((survivor, loser)) == before
    assert await fetch_value("SELECT count(*) FROM crm_core_customer WHERE archived") == 0
    assert [row["id"] for row in await fetch("SELECT id FROM crm_core_customer ORDER BY id")] == [survivor, loser]
