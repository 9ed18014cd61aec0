"""What a company starts with: contract types that most have, and those of the business that the rules come from."""

from __future__ import annotations

from guanxi import clock, execute

_TYPES = (
    ("Sale of goods", "销售合同"),
    ("Services", "服务合同"),
    ("Maintenance", "维保合同"),
    ("Subscription", "订阅合同"),
    ("Recruitment site, virtual", "招聘网虚拟合同"),
)


async def ensure_seeds() -> None:
    """Where there is none yet; what a company has changed stays."""
    names, names_zh = zip(*_TYPES, strict=True)
    await execute(
        "INSERT INTO crm_contracts_type (name, name_zh, active, revision, created_at, updated_at)"
        " SELECT name, name_zh, true, 1, $1, $1 FROM unnest($2::text[], $3::text[]) AS t (name, name_zh)"
        " WHERE NOT EXISTS (SELECT FROM crm_contracts_type)",
        clock.now(),
        names,
        names_zh,
    )
