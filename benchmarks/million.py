"""A million customers, made by PostgreSQL itself in under a minute: names, owners and states as in a grown company."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

_STEP = 100_000
_FILL = """
INSERT INTO crm_core_customer (code, kind, name, name_key, name_region, trade_name, name_business, legal_form, stage,
    level_id, industry_id, source_id, country, phone, mobile, email, fax, website, address, postcode, tax_number,
    introduction, owner_id, trading, next_contact_on, last_contact_on, locale, archived, revision, created_at,
    updated_at)
SELECT 'C2026-' || lpad(n::text, 7, '0'), CASE WHEN a % 7 = 0 THEN 'person' ELSE 'organization' END,
    name, name, city, trade, business, '有限公司',
    (ARRAY['potential', 'potential', 'potential', 'intent', 'intent', 'formal', 'formal', 'lost'])[1 + b % 8],
    levels[1 + c % cardinality(levels)], industries[1 + d % cardinality(industries)],
    CASE WHEN d % 4 > 0 THEN sources[1 + a % cardinality(sources)] END,
    CASE WHEN c % 40 = 0 THEN 'DE' ELSE 'CN' END, '0512-' || (60000000 + n), '139' || lpad(n::text, 8, '0'),
    'c' || n || '@example.com', '', '', city || '人民路' || n || '号', '214500', '', '',
    owners[1 + e % cardinality(owners)],
    b % 3 = 0, CASE WHEN a % 3 = 0 THEN current_date + d % 90 - 30 END,
    CASE WHEN c % 5 > 0 THEN current_date - b % 365 END, 'zh_CN', e % 50 = 0, 1,
    now() - (1000000 - n) * interval '2 minutes', now()
FROM (SELECT *, city || trade || business || '有限公司' AS name FROM (
    SELECT n, a, b, c, d, e,
        (ARRAY['苏州市', '靖江市', '上海', '南京市', '杭州市', '无锡市', '常州市', '宁波市'])[1 + a % 8] AS city,
        CASE WHEN d % 4000 = 0 THEN '春意' ELSE chr(19968 + c % 3000) || chr(20000 + d % 2000) END AS trade,
        (ARRAY['空调', '暖通设备', '机电', '电子', '环境科技', '建筑安装'])[1 + b % 6] AS business
    FROM generate_series($1::int, $2::int) n, LATERAL (SELECT
        (hashint4extended(n, 1) & 1048575)::int AS a, (hashint4extended(n, 2) & 1048575)::int AS b,
        (hashint4extended(n, 3) & 1048575)::int AS c, (hashint4extended(n, 4) & 1048575)::int AS d,
        (hashint4extended(n, 5) & 1048575)::int AS e) AS dice) AS parts) AS named,
    (SELECT array_agg(id) FILTER (WHERE kind = 'level') AS levels,
        array_agg(id) FILTER (WHERE kind = 'industry') AS industries,
        array_agg(id) FILTER (WHERE kind = 'source') AS sources FROM crm_core_term) AS terms,
    (SELECT $3::bigint[] AS owners) AS people
"""
_INDEXES = """
SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS sql FROM pg_index i
WHERE i.indrelid = 'crm_core_customer'::regclass AND NOT i.indisunique
"""


@asynccontextmanager
async def without_indexes(connection: asyncpg.Connection) -> AsyncIterator[None]:
    """Inside the block customers have no indexes but unique ones; they are made again at its end."""
    indexes = await connection.fetch(_INDEXES)
    for index in indexes:
        await connection.execute(f"DROP INDEX {index['name']}")
    yield
    for index in indexes:
        await connection.execute(index["sql"])


async def load_million(url: str, owners: list[int], count: int = 1_000_000) -> None:
    """Indexes that are not unique are dropped meanwhile, as for a restored backup."""
    connection = await asyncpg.connect(url, server_settings={"maintenance_work_mem": "512MB"})
    try:
        async with without_indexes(connection):
            for first in range(0, count, _STEP):
                await connection.execute(_FILL, first, min(first + _STEP, count) - 1, owners)
        await connection.execute("VACUUM (ANALYZE) crm_core_customer")
    finally:
        await connection.close()
