"""SQL of what is due: the one way in which runs, previews and forecasts find parts of periods and their prices."""

from __future__ import annotations

MOST_PERIODS = 100
"""of one line that one run of billing looks at"""


def paused_days(contract: str) -> str:
    """The days on which `contract`, an id in SQL, is not charged: a multirange."""
    return f"""COALESCE((
        SELECT range_agg(daterange(w.starts_on, w.ends_on, '[]')) FROM crm_contracts_pause w
        WHERE w.contract_id = {contract}
    ), '{{}}'::datemultirange)"""  # noqa: S608


def scheduled_lines(condition: str) -> str:
    """The recurring lines `l` of contracts `k` with their days as the contract has them now, signed or not.

    An amendment's go on in the periods of the version before it: what is before its start counts as charged.
    """
    later = "l.charged_through IS NULL AND k.counted_from < k.starts_on"
    return f"""
SELECT l.id, l.contract_id, l.description, l.recurrence, l.interval, l.billing,
    CASE WHEN {later} THEN crm_contracts_period_of(k.counted_from, l.recurrence, l.interval, k.starts_on)
        ELSE l.next_period END AS next_period,
    CASE WHEN {later} THEN k.starts_on - 1 ELSE l.charged_through END AS charged_through,
    l.charged, l.cap, l.free_periods, l.amount, l.unit_price, l.discount, l.included, l.period_cap,
    l.blocked, l.stopped, COALESCE(l.anchor_on, k.counted_from, k.starts_on) AS anchor_on,
    LEAST(k.ends_on, k.terminated_on) AS last_on,
    {paused_days("k.id")} AS paused
FROM crm_contracts_contract k JOIN crm_contracts_line l ON l.contract_id = k.id
WHERE l.recurrence <> 'none' AND {condition}
"""  # noqa: S608


def problem(anchor: str) -> str:
    """Why the line `l`, which starts on `anchor`, cannot be charged, or null."""
    return f"crm_contracts_problem({anchor}, l.recurrence, l.interval, l.next_period, l.charged_through, l.amount)"


def next_due(line: str, *, next_period: str, charged_through: str, charged: str, paused: str) -> str:
    """When the row `line` is due next; null where nothing is left, its cap is reached or somebody stopped it."""
    l = line  # noqa: E741
    return (
        f"CASE WHEN {l}.stopped OR {l}.cap <= {charged} THEN NULL ELSE crm_contracts_next_due({l}.anchor_on,"
        f" {l}.recurrence, {l}.interval, {l}.billing, {next_period}, {charged_through}, {l}.last_on, {paused}) END"
    )


def due_parts(lines: str, day: str, most: int = MOST_PERIODS) -> str:
    """The parts of `lines` that are due up to `day`, by the `id` of the line, each with its `amount`: null where that
    is out of range.

    `lines` is a relation with the columns of lines and `paused`. Free periods cost nothing; the part that reaches the
    line's cap is cut, and none comes after it. Of a line billed by usage only the next part is there: what is recorded
    later belongs to later ones, and a surplus of corrections waits for them.
    """
    return f"""
SELECT id, k, due_on, period_start, period_end, complete, quantity, LEAST(price, room - earlier)::bigint AS amount
FROM (
    SELECT l.id, l.billing, l.cap - l.charged AS room, p.k, p.due_on, p.period_start, p.period_end, p.complete,
        used.quantity, cost.price, COALESCE(sum(cost.price) OVER before, 0) AS earlier,
        row_number() OVER before AS place
    FROM {lines} l
    CROSS JOIN LATERAL crm_contracts_due_periods(l.anchor_on, l.recurrence, l.interval, l.billing, l.next_period,
        l.charged_through, l.last_on, l.paused, {day}, {most}) p
    LEFT JOIN LATERAL (
        SELECT COALESCE(sum(u.quantity), 0) AS quantity FROM crm_contracts_usage u
        WHERE u.contract_line_id = l.id AND u.charge_id IS NULL AND u.used_on <= p.period_end
    ) used ON l.billing = 'usage'
    CROSS JOIN LATERAL (SELECT CASE
        WHEN p.k < l.free_periods THEN 0
        WHEN l.billing = 'usage' THEN crm_contracts_usage_price(used.quantity, l.included, l.unit_price, l.discount,
            l.period_cap, p.days_before, p.days_through, p.whole_days)
        ELSE crm_contracts_share(l.amount, p.days_through, p.whole_days)
            - crm_contracts_share(l.amount, p.days_before, p.whole_days)
    END AS price) cost
    WINDOW before AS (PARTITION BY l.id ORDER BY p.period_start ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
) part
WHERE (billing <> 'usage' OR place = 1) AND (room IS NULL OR earlier < room)
"""  # noqa: S608
