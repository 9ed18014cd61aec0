"""What a company's people wrote, which may stand on pages of either language."""

from __future__ import annotations

from guanxi.db import fetch

_OURS = (
    "guanxi_audit%",
    "guanxi_job%",
    "guanxi_schedule%",
    "guanxi_session%",
    "guanxi_mail%",
    "%aerich%",
    "guanxi_notif%",
)
_COLUMNS = """
SELECT c.table_name AS table, c.column_name AS column,
    EXISTS (SELECT FROM information_schema.columns o
        WHERE o.table_name = c.table_name AND o.column_name = c.column_name || '_zh') AS translated
FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type IN ('text', 'character varying')
    AND NOT c.table_name LIKE ANY ($1) ORDER BY 1, 2
"""
_REASONS = "SELECT DISTINCT reason FROM guanxi_audit WHERE reason ~ '[\u4e00-\u9fff]'"
"""in the audit log; those that the program gives are in English there"""


async def written(locale: str) -> str:
    """All texts that people wrote, but not those in English that have a Chinese twin (`name`, `name_zh`) if `locale`
    is Chinese, and the other way round: pages must choose."""
    found: list[str] = []
    for table, column, translated in await fetch(_COLUMNS, list(_OURS)):
        other = translated if locale == "zh_CN" else column.endswith("_zh")
        if not other:
            rows = await fetch(f'SELECT DISTINCT "{column}" AS text FROM "{table}" WHERE "{column}" <> \'\'')
            found += [row["text"] for row in rows]
    found += [row["reason"] for row in await fetch(_REASONS)]
    return "\n".join(found)
