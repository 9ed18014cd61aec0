"""Whether a request wrote anything: PostgreSQL numbers each transaction that writes, and knows which it committed."""

from __future__ import annotations

from guanxi.db import fetch, fetch_value

_NOTED = frozenset({"guanxi_attempt", "guanxi_session", "guanxi_api_key"})
"""attempts are counted even where they fail; when a session or key was last used is noted once a minute"""


class Watch:
    """Looks from one call to the next. Nobody else may write meanwhile, no vacuum either."""

    def __init__(self) -> None:
        self._next = 0

    async def look(self) -> list[str]:
        """What was written and committed since the last look: names of tables, or `?` for rows deleted."""
        first, self._next = self._next, int(await fetch_value("SELECT txid_snapshot_xmax(txid_current_snapshot())"))
        if self._next <= first or not first:
            return []
        written = await fetch(
            "SELECT x FROM generate_series($1::bigint, $2::bigint) x WHERE txid_status(x) = 'committed'",
            first,
            self._next - 1,
        )
        if not written:
            return []
        tables = set(await _tables([row["x"] for row in written])) or {"?"}
        return sorted(tables - _NOTED)


async def _tables(transactions: list[int]) -> list[str]:
    rows = await fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    found = [
        name
        for (name,) in rows
        if await fetch_value(f"SELECT 1 FROM {name} WHERE xmin::text::bigint = ANY($1) LIMIT 1", transactions)
    ]
    return found


async def stop_vacuum(stopped: bool) -> None:
    """It would write, too. Of the whole server, which is the tests' own."""
    await fetch(f"ALTER SYSTEM {'SET autovacuum = off' if stopped else 'RESET autovacuum'}")
    await fetch("SELECT pg_reload_conf()")
