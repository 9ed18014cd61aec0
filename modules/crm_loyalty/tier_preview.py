"""How many members a change of tiers would move, told before it is saved: reckoned as it will be, without writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crm_loyalty.choices import TierMeasure, TierWindow
from guanxi import Change, _, ask, clock, fetch_row, fetch_value, today

_LEVELS = """
tiers AS (
    SELECT id, threshold FROM crm_loyalty_tier WHERE id <> $1
    UNION ALL SELECT $1::bigint, $2::bigint WHERE $2::bigint IS NOT NULL
), steps AS (
    SELECT threshold, lead(threshold) OVER (ORDER BY threshold) AS next FROM tiers
)
"""
"""$1 and $2: the tier that changes and its threshold; 0 and NULL: the tiers as they are"""
_BY_GROWTH = f"""
WITH {_LEVELS}, placed AS (
    SELECT coalesce(t.threshold, -1) AS before,
        greatest(coalesce(s.threshold, -1), coalesce(g.threshold, -1)) AS after
    FROM crm_loyalty_member m LEFT JOIN tiers t ON t.id = m.tier_id LEFT JOIN tiers g ON g.id = m.granted_tier_id
    LEFT JOIN steps s ON s.threshold <= m.growth AND (s.next IS NULL OR m.growth < s.next)
)
"""  # noqa: S608
_BY_FIGURE = f"""
WITH RECURSIVE {_LEVELS}, program AS MATERIALIZED (
    SELECT w.measure, w.keep_months, crm_loyalty_window(jsonb_populate_record(p, $3::jsonb), $4::date) AS since
    FROM crm_loyalty_tier_program p CROSS JOIN LATERAL jsonb_populate_record(p, $3::jsonb) w
), roots AS (
    SELECT id, id AS root FROM crm_loyalty_member WHERE merged_into_id IS NULL
    UNION ALL SELECT m.id, r.root FROM crm_loyalty_member m JOIN roots r ON m.merged_into_id = r.id
), taken AS (
    SELECT reverses_id, -sum(growth) AS growth, sum(amount) AS amount FROM crm_loyalty_entry
    WHERE kind = 'take_back' GROUP BY 1
), bought AS (
    SELECT r.root, e.growth - coalesce(b.growth, 0) AS growth, e.amount, coalesce(b.amount, 0) AS refunded,
        v.currency IS NULL OR v.currency = (SELECT currency FROM guanxi_company) AS own
    FROM crm_loyalty_entry e JOIN crm_loyalty_account a ON a.id = e.account_id
        AND a.type_id = (SELECT id FROM crm_loyalty_point_type WHERE code = 'points')
    JOIN roots r ON r.id = a.member_id
    LEFT JOIN crm_loyalty_rule v ON v.id = e.rule_id LEFT JOIN taken b ON b.reverses_id = e.id
    WHERE e.kind = 'earn' AND e.at >= (SELECT since FROM program)
), figures AS (
    SELECT root, coalesce(CASE (SELECT measure FROM program) WHEN 'growth' THEN sum(growth)
        WHEN 'spend' THEN sum(greatest(0, amount - refunded)) FILTER (WHERE own AND amount IS NOT NULL)
        ELSE count(*) FILTER (WHERE amount > refunded) END, 0)::bigint AS figure
    FROM bought GROUP BY 1
), placed AS (
    SELECT coalesce(t.threshold, -1) AS before, greatest(coalesce(g.threshold, -1), coalesce(s.threshold, -1),
        CASE WHEN NOT $5 AND (SELECT keep_months FROM program) > 0 THEN coalesce(e.threshold, -1) END) AS after
    FROM crm_loyalty_member m LEFT JOIN figures f ON f.root = m.id
    LEFT JOIN tiers t ON t.id = m.tier_id LEFT JOIN tiers e ON e.id = m.earned_tier_id
    LEFT JOIN tiers g ON g.id = m.granted_tier_id AND m.granted_until > $6
    LEFT JOIN steps s ON s.threshold <= coalesce(f.figure, 0) AND (s.next IS NULL OR coalesce(f.figure, 0) < s.next)
)
"""  # noqa: S608
"""`crm_loyalty_figure` of all members at once; $5: tiers are made in another way, so that none is kept. Reviews and
given tiers that ended today have been seen to by the nightly job."""
_COUNT = """
SELECT count(*) FILTER (WHERE after > before) AS up, count(*) FILTER (WHERE after < before) AS down,
    count(*) FILTER (WHERE after = before) AS stay FROM placed
"""
_TAKEN = "SELECT EXISTS (SELECT FROM crm_loyalty_tier WHERE threshold = $1 AND id <> $2)"
_PROGRAM = ("measure", "period", "months", "keep_months")


@dataclass(frozen=True, slots=True)
class Moves:
    """Members by what happens to their tier in force."""

    up: int
    down: int
    stay: int


async def tier_moves(tier_id: int, threshold: int) -> Moves:
    """Where this tier had this threshold; 0: a new one."""
    row = await fetch_row("SELECT measure, period, months, keep_months FROM crm_loyalty_tier_program")
    assert row is not None  # there is one, always
    return await _moves(tier_id, threshold, dict(row), afresh=False)


async def program_moves(made: Mapping[str, Any]) -> Moves:
    """Where tiers were made so: measure, period, months, keep_months."""
    return await _moves(0, None, made, afresh=True)


async def _moves(tier_id: int, threshold: int | None, made: Mapping[str, Any], *, afresh: bool) -> Moves:
    by_growth = made["measure"] == TierMeasure.GROWTH and made["period"] == TierWindow.ALL_TIME
    if by_growth and not made["keep_months"]:
        row = await fetch_row(_BY_GROWTH + _COUNT, tier_id, threshold)
    else:
        values = {name: made[name] for name in _PROGRAM}
        row = await fetch_row(_BY_FIGURE + _COUNT, tier_id, threshold, values, today(), afresh, clock.now())
    assert row is not None  # an aggregate
    return Moves(row["up"], row["down"], row["stay"])


async def ask_about_tier(change: Change) -> None:
    """Before a new tier, or another threshold. Raises Unconfirmed where that moves anybody."""
    threshold, id = change.values.get("threshold"), change.before.id if change.before is not None else 0
    if threshold is None or await fetch_value(_TAKEN, threshold, id):
        return  # nothing moves, or it is refused
    _ask(await tier_moves(id, threshold))


async def ask_about_program(change: Change) -> None:
    """Before tiers are made in another way. Raises Unconfirmed where that moves anybody."""
    if change.values:
        _ask(await program_moves({name: change.now(name) for name in _PROGRAM}))


def _ask(moves: Moves) -> None:
    if moves.up or moves.down:
        details = [
            (_("Members who go up"), moves.up),
            (_("Members who go down"), moves.down),
            (_("Members who stay"), moves.stay),
        ]
        ask(_("This changes the tiers of members. Save it?"), details)
