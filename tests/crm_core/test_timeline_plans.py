"""Every source of a customer's timeline finds its rows by an index, also among many of other customers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from crm_core.extensions import CUSTOMER_TIMELINE
from crm_core.views import CUSTOMERS
from guanxi import current_company, execute, fetch, fetch_value, transaction
from guanxi.views.timeline import LIMIT, timeline
from tests.crm_core.support import fill

MANY, OTHERS, CUSTOMER_COUNT = 600, 15_000, 200
_OF = f"CASE WHEN n <= {MANY} THEN $1::bigint ELSE $1 + 1 + n % {CUSTOMER_COUNT - 2} END"
_NOW = "timestamptz '2026-11-22 04:00Z' - n * interval '7 minutes'"
_BIG = {
    "guanxi_audit",
    "guanxi_mail",
    "crm_core_activity",
    "crm_core_contact",
    "crm_care_message",
    "crm_community_post",
    "crm_collection_dispute",
    "crm_collection_notice",
    "crm_collection_promise",
    "crm_contracts_contract",
    "crm_contracts_delivery",
    "crm_loyalty_entry",
    "crm_membership_membership",
    "crm_receivables_entry",
    "crm_receivables_invoice",
    "crm_receivables_payment",
    "crm_referrals_referral",
}
_FILL = (
    f"""INSERT INTO crm_core_activity (customer_id, kind, at, subject, outcome, details, revision, created_at,
        updated_at) SELECT {_OF}, 'call', {_NOW}, 'Call ' || n, 'reached', repeat('x', 100), 1, {_NOW}, {_NOW}""",
    f"""INSERT INTO crm_core_contact (customer_id, name, job_title, mobile, phone, email, wechat, notes, main, archived,
        revision, created_at, updated_at) SELECT {_OF}, 'N' || n, '', '', '', '', '', '', false, false, 1, {_NOW},
        {_NOW}""",
    f"""INSERT INTO guanxi_audit (at, actor_kind, actor_name, action, resource, record_id, label, reason, after,
        request_id) SELECT {_NOW}, 'user', 'Ann', 'create', 'crm_core/addresses', n, '', '',
        jsonb_build_object('customer', {_OF}, 'address', 'A'), ''""",
    f"""INSERT INTO guanxi_mail ("to", to_name, subject, text, html, state, message_id, error, revision, created_at,
        updated_at) SELECT 'c' || (CASE WHEN n <= {MANY} THEN 1 ELSE 2 + n % {CUSTOMER_COUNT - 2} END)
        || '@example.com', '', 'Hello', '', '', 'sent', 'm' || n, '', 1, {_NOW}, {_NOW} WHERE $1::bigint > 0""",
    f"""INSERT INTO guanxi_audit (at, actor_kind, actor_name, action, resource, record_id, label, reason, after,
        request_id) SELECT {_NOW}, 'user', 'Ann', 'update', 'crm_core/customers', {_OF}, '', '', '{{"name": "x"}}',
        ''""",
    f"""INSERT INTO crm_contracts_contract (id, customer_id, title, state, currency, total, subtotal, tax, yearly,
        payment_method, language, our_signatory, their_signatory, terms, terms_en, annex, annex_en, revision,
        created_at, updated_at) SELECT n, {_OF}, 'C' || n, 'draft', 'CNY', 0, 0, 0, 0, 'cash', 'en', '', '', '', '',
        '', '', 1, {_NOW}, {_NOW}""",
    f"""INSERT INTO guanxi_audit (at, actor_kind, actor_name, action, resource, record_id, label, reason, after,
        request_id) SELECT {_NOW}, 'user', 'Ann', 'create', 'crm_contracts/contracts', n, '', '',
        '{{"state": "draft"}}', '' WHERE $1::bigint > 0""",
    f"""INSERT INTO crm_contracts_delivery (id, contract_id, what, quantity, due_on, delivered, accepted_by, state,
        note, revision, created_at, updated_at) SELECT n, n, 'D' || n, 1, ({_NOW})::date, 0, '', 'planned', '', 1,
        {_NOW}, {_NOW} WHERE $1::bigint > 0""",
    f"""INSERT INTO guanxi_audit (at, actor_kind, actor_name, action, resource, record_id, label, reason, after,
        request_id) SELECT {_NOW}, 'user', 'Ann', 'update', 'crm_contracts/deliveries', n, '', '',
        '{{"delivered": "1"}}', '' WHERE $1::bigint > 0""",
    f"""INSERT INTO crm_receivables_invoice (id, number, customer_id, currency, state, status, posted_on, subtotal, tax,
        total, allocated, outstanding, note, revision, created_at, updated_at) SELECT n, 'I' || n, {_OF}, 'CNY',
        'posted', 'open', ({_NOW})::date, 100, 0, 100, 0, 100, '', 1, {_NOW}, {_NOW}""",
    f"""INSERT INTO crm_receivables_entry (kind, posted_on, invoice_id, created_at) SELECT 'invoice', ({_NOW})::date, n,
        {_NOW} WHERE $1::bigint > 0""",
    f"""INSERT INTO crm_receivables_payment (id, number, customer_id, direction, method, account, reference,
        received_on, currency, amount, allocated, refunded, on_account, note, revision, created_at, updated_at)
        SELECT n, 'P' || n, {_OF}, 'in', 'cash', '', '', ({_NOW})::date, 'CNY', 100, 0, 0, 100, '', 1, {_NOW},
        {_NOW}""",
    f"""INSERT INTO crm_collection_notice (number, level_id, level_number, customer_id, channel, run_on, locale,
        address, subject, text, state, result, revision, created_at, updated_at) SELECT 'N' || n, 1, 1, {_OF}, 'mail',
        ({_NOW})::date, 'en', '', 'S', 'T', 'sent', '', 1, {_NOW}, {_NOW}""",
    f"""INSERT INTO crm_collection_promise (customer_id, currency, amount, due_on, made_on, state, received, settled_on,
        note, revision, created_at, updated_at) SELECT {_OF}, 'CNY', 1, ({_NOW})::date, ({_NOW})::date, 'kept', 1,
        ({_NOW})::date, '', 1, {_NOW}, {_NOW}""",
    f"""INSERT INTO crm_collection_dispute (customer_id, invoice_id, currency, amount, reason, state, resolved_on,
        resolution, revision, created_at, updated_at) SELECT {_OF}, n, 'CNY', 1, 'R', 'refused', ({_NOW})::date, '', 1,
        {_NOW}, {_NOW}""",
    f"""INSERT INTO crm_loyalty_member (id, customer_id, card_number, growth, revision, created_at, updated_at)
        SELECT n, $1 + n - 1, 'k' || n, 0, 1, {_NOW}, {_NOW} WHERE n < {CUSTOMER_COUNT}""",
    f"""INSERT INTO crm_loyalty_account (id, member_id, customer_id, type_id, number, balance, held, debt, revision,
        created_at, updated_at) SELECT n, n, $1 + n - 1, (SELECT id FROM crm_loyalty_point_type),
        'k' || n, 0, 0, 0, 1, {_NOW}, {_NOW} WHERE n < {CUSTOMER_COUNT}""",
    f"""INSERT INTO crm_loyalty_entry (account_id, kind, points, growth, balance_after, source, reason, at, actor,
        revision, created_at, updated_at) SELECT CASE WHEN n <= {MANY} THEN 1 ELSE 2 + n % {CUSTOMER_COUNT - 2} END,
        'earn', 5, 5, 5, 's' || n, '', {_NOW}, '', 1, {_NOW}, {_NOW} WHERE $1::bigint > 0""",
    f"""INSERT INTO crm_referrals_referral (referrer_id, referred_id, channel, state, note, currency, amount, refunded,
        referrer_points, referred_points, revision, created_at, updated_at) SELECT {_OF}, 1000000 + n, 'staff',
        'waiting', '', '', 0, 0, 0, 0, 1, {_NOW}, {_NOW}""",
    f"""INSERT INTO crm_care_message (plan_id, customer_id, year, on_day, gift, points, coupon, revision, created_at,
        updated_at) SELECT 1, {_OF}, n, ({_NOW})::date, 'none', 0, '', 1, {_NOW}, {_NOW}""",
    f"""INSERT INTO crm_community_profile (id, customer_id, nickname, nickname_key, main, muted, revision, created_at,
        updated_at) SELECT n, $1 + n - 1, 'N' || n, 'n' || n, true, false, 1, {_NOW}, {_NOW}
        WHERE n < {CUSTOMER_COUNT}""",
    f"""INSERT INTO crm_community_post (topic_id, profile_id, text, state, revision, created_at, updated_at)
        SELECT 1, CASE WHEN n <= {MANY} THEN 1 ELSE 2 + n % {CUSTOMER_COUNT - 2} END, 'x', 'shown', 1, {_NOW}, {_NOW}
        WHERE $1::bigint > 0""",
    f"""INSERT INTO crm_membership_membership (plan_id, customer_id, tier_id, months, state, pay_by, revision,
        created_at, updated_at) SELECT 1, {_OF}, 1, 12, 'waiting', ({_NOW})::date, 1, {_NOW}, {_NOW}""",
)


@pytest.fixture
async def busy(inside: object) -> int:
    """The id of a customer of whom there is much of everything."""
    await fill(CUSTOMER_COUNT, 1)
    id = int(await fetch_value("SELECT min(id) FROM crm_core_customer WHERE code LIKE 'X%'"))
    async with transaction():
        await execute("SET LOCAL session_replication_role = replica")  # past what the database itself checks
        for insert in _FILL:
            source = f"FROM generate_series(1, {MANY + OTHERS}) n"
            head, where, tail = insert.replace("\n", " ").replace("         WHERE", " WHERE").partition(" WHERE ")
            await execute(f"{head} {source}{where}{tail}", id)
    for table in (*_BIG, "crm_loyalty_member", "crm_loyalty_account"):
        await execute(f"VACUUM ANALYZE {table}")
    return id


Spied = list[tuple[str, tuple[Any, ...]]]


@pytest.fixture
def spied(monkeypatch: pytest.MonkeyPatch) -> Iterator[Spied]:
    seen: Spied = []

    async def spy(sql: str, *args: Any) -> Any:
        seen.append((sql, args))
        return await fetch(sql, *args)

    for addon in (
        "core",
        "community",
        "contracts",
        "receivables",
        "collection",
        "loyalty",
        "membership",
        "offers",
        "portal",
        "referrals",
        "care",
        "wallet",
    ):
        monkeypatch.setattr(f"crm_{addon}.timeline.fetch", spy)
    monkeypatch.setattr("crm_core.timeline_mails.fetch", spy)
    monkeypatch.setattr("crm_contracts.delivery_timeline.fetch", spy)
    monkeypatch.setattr("crm_receivables.tax_invoice_timeline.fetch", spy)
    monkeypatch.setattr("guanxi.views.history.fetch", spy)
    yield seen


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("Plans", ()):
        yield from nodes(child)


async def test_no_source_reads_a_whole_table(busy: int, spied: Spied) -> None:
    first = await timeline(CUSTOMERS, busy)
    assert len(first.entries) == LIMIT
    later = await timeline(CUSTOMERS, busy, before=first.earlier)
    assert (len(later.entries), first.failed, later.failed) == (LIMIT, [], [])
    sources = current_company().catalog.extensions(CUSTOMER_TIMELINE)
    assert len(spied) == 2 * (1 + len(sources))  # one statement each
    for sql, args in spied:
        [row] = await fetch(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", *args)
        tree = json.loads(row["QUERY PLAN"]) if isinstance(row["QUERY PLAN"], str) else row["QUERY PLAN"]
        scans = [
            (node["Relation Name"], node["Node Type"], node["Actual Rows"])
            for node in nodes(tree[0]["Plan"])
            if "Relation Name" in node
        ]
        assert [table for table, kind, _rows in scans if kind == "Seq Scan" and table in _BIG] == [], sql
        if "crm_core_activity" in sql:  # in the order of its index: it reads no more than it may show
            assert [rows for table, _kind, rows in scans if table == "crm_core_activity"] == [LIMIT + 1]
