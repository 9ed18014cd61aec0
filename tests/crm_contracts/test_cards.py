"""Cards of the home page: exact figures, and links to exactly those contracts."""

from __future__ import annotations

from datetime import UTC, date, datetime

from crm_contracts import cards
from guanxi import Company, clock, execute, use_actor, use_locale
from guanxi.db import count_statements
from tests.crm_contracts.support import active, confirmed, customer, draft, line, monthly, user
from tests.links import behind

NOON = datetime(2026, 6, 15, 4, tzinfo=UTC)
APPROVALS, WATCH, SIGNED = cards.HOME


async def test_what_waits_and_what_ends(inside: Company) -> None:
    seller = await user("seller")
    with clock.travel(NOON):
        own = await customer(owner=seller.id)
        await active(monthly(600), title="soon", starts_on=date(2026, 1, 1), ends_on=date(2026, 7, 15))
        await active(monthly(600), title="later", starts_on=date(2026, 1, 1), ends_on=date(2026, 7, 16))
        await confirmed(title="to sign", customer_id=own)
        await draft(title="draft")
        with count_statements() as counted:
            shown = await WATCH.load()
        assert counted.count == 1
        assert [figure.value for figure in shown.figures] == ["1", "1"]
        assert [[row["title"] for row in await behind(f.href)] for f in shown.figures] == [["to sign"], ["soon"]]
        assert shown.table is not None and [row[0] for row in shown.table.rows] == ["soon", "to sign"]
        with use_actor(seller):
            mine = await WATCH.load()
            assert [figure.value for figure in mine.figures] == ["1", "0"]
            assert mine.table is not None and [row[0] for row in mine.table.rows] == ["to sign"]


async def test_open_billing_problems_are_counted(inside: Company) -> None:
    contract = await active(monthly(600), starts_on=date(2026, 1, 1))
    await execute(
        "INSERT INTO crm_contracts_billing_problem (contract_id, contract_line_id, line, reason, state, revision,"
        " created_at, updated_at) SELECT $1, id, 'x', 'amount', state, 1, now(), now()"
        " FROM crm_contracts_line, (VALUES ('open'), ('cleared')) s (state) WHERE contract_id = $1",
        contract.id,
    )
    shown = await WATCH.load()
    assert [figure.value for figure in shown.figures][2:] == ["1"]
    assert len(await behind(shown.figures[2].href)) == 1


async def test_what_was_signed_by_month(inside: Company) -> None:
    seller = await user("seller")
    own = await customer(owner=seller.id)
    with clock.travel(NOON), use_locale("en"):
        for title, day, amount, code, whose in (
            ("a", "2026-06-01", 1_000, "CNY", own),
            ("b", "2026-06-15", 50, "USD", None),
            ("c", "2026-04-30", 200, "CNY", None),
            ("d", "2025-12-31", 9, "CNY", None),
            ("void", "2026-06-02", 7, "CNY", None),
        ):
            made = await active(line(amount), title=title, currency=code, customer_id=whose)
            state = "cancelled" if title == "void" else "active"
            await execute(
                "UPDATE crm_contracts_contract SET signed_on = $2, state = $3 WHERE id = $1",
                made.id,
                date.fromisoformat(day),
                state,
            )
        with count_statements() as counted:
            shown = await SIGNED.load()
        assert counted.count == 1
        assert [figure.value for figure in shown.figures] == ["CN¥10.00", "$0.50", "2"]
        links = [[row["title"] for row in await behind(figure.href)] for figure in shown.figures]
        assert links == [["a"], ["b"], ["b", "a"]]
        chart = shown.chart
        assert chart is not None and chart.currency == "CNY"
        assert dict(zip(chart.labels, chart.series[0].values, strict=True)) == {
            **{"Jan": 0, "Feb": 0, "Mar": 0},
            **{"Apr": 200, "May": 0, "Jun": 1_000},
        }
        assert [row["title"] for row in await behind(chart.hrefs[3])] == ["c"]
        with use_actor(seller):
            mine = await SIGNED.load()
            assert [figure.value for figure in mine.figures] == ["CN¥10.00", "1"]


async def test_nothing_signed(inside: Company) -> None:
    assert str((await SIGNED.load()).empty) == "Nothing was signed in the last months."
