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


_UNITS = (
    ("piece", "个", "C62"),
    ("set", "套", "SET"),
    ("unit", "台", "C62"),
    ("kg", "千克", "KGM"),
    ("tonne", "吨", "TNE"),
    ("meter", "米", "MTR"),
    ("m²", "平方米", "MTK"),
    ("m³", "立方米", "MTQ"),
    ("liter", "升", "LTR"),
    ("hour", "小时", "HUR"),
    ("day", "天", "DAY"),
    ("month", "月", "MON"),
    ("year", "年", "ANN"),
    ("lump sum", "项", "LS"),
)
_RATES = (
    ("VAT 13 %", "增值税 13%", "13", "S"),
    ("VAT 9 %", "增值税 9%", "9", "S"),
    ("VAT 6 %", "增值税 6%", "6", "S"),
    ("VAT 3 %", "增值税 3%", "3", "S"),
    ("VAT 1 %", "增值税 1%", "1", "S"),
    ("Exempt from VAT", "免征增值税", "0", "E"),
)
"""of China; a company of another country adds its own"""


async def ensure_dictionaries() -> None:
    """Units and rates of tax, where there are none yet."""
    units, units_zh, codes = zip(*_UNITS, strict=True)
    await execute(
        "INSERT INTO crm_contracts_unit (name, name_zh, code, active, revision, created_at, updated_at)"
        " SELECT name, name_zh, code, true, 1, $1, $1"
        " FROM unnest($2::text[], $3::text[], $4::text[]) AS t (name, name_zh, code)"
        " WHERE NOT EXISTS (SELECT FROM crm_contracts_unit)",
        clock.now(),
        units,
        units_zh,
        codes,
    )
    rates, rates_zh, percents, categories = zip(*_RATES, strict=True)
    await execute(
        "INSERT INTO crm_contracts_tax_rate"
        " (name, name_zh, percent, category, active, revision, created_at, updated_at)"
        " SELECT name, name_zh, percent::numeric, category, true, 1, $1, $1"
        " FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS t (name, name_zh, percent, category)"
        " WHERE NOT EXISTS (SELECT FROM crm_contracts_tax_rate)",
        clock.now(),
        rates,
        rates_zh,
        percents,
        categories,
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
