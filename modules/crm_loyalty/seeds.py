"""What a company starts with: five tiers as shops have them, and one point for each whole unit of its currency."""

from __future__ import annotations

from datetime import UTC, datetime

from crm_loyalty.choices import Expiry
from guanxi import clock, current_company, execute, exponent

_TIERS = (
    ("Member", "普通会员", 0),
    ("Silver", "银卡会员", 500),
    ("Gold", "金卡会员", 2000),
    ("Platinum", "白金会员", 5000),
    ("Diamond", "钻石会员", 10000),
)
_SINCE = datetime(1970, 1, 1, tzinfo=UTC)


async def seed_program() -> None:
    """Where there is none yet; what a company has changed stays."""
    names, names_zh, thresholds = zip(*_TIERS, strict=True)
    await execute(
        "INSERT INTO crm_loyalty_tier (revision, created_at, updated_at, name, name_zh, threshold,"
        " multiplier, discount, service_class, benefits, benefits_zh)"
        " SELECT 1, $1, $1, t.*, 100, 0, '', '', '' FROM unnest($2::text[], $3::text[], $4::bigint[]) AS t"
        " WHERE NOT EXISTS (SELECT 1 FROM crm_loyalty_tier)",
        clock.now(),
        names,
        names_zh,
        thresholds,
    )
    currency = current_company().currency
    await execute(
        "INSERT INTO crm_loyalty_rule (revision, created_at, updated_at, version, currency, points, amount, expiry,"
        " months, days, valid_from) SELECT 1, $1, $1, 1, $2, 1, $3, $4, 12, 0, $5"
        " WHERE NOT EXISTS (SELECT 1 FROM crm_loyalty_rule)",
        clock.now(),
        currency,
        10 ** exponent(currency),
        Expiry.MONTHS.value,
        _SINCE,
    )
