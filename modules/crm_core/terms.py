"""The words that a company starts with: three levels, four industries, four regions (CUST-08, CUST-11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from crm_core.choices import TermKind
from crm_core.plan_seeds import add_plans
from guanxi import AuditItem, Choice, Text, _, audit_many, clock, fetch

_DEFAULTS: dict[TermKind, tuple[tuple[str, str], ...]] = {
    TermKind.LEVEL: (("Key account", "重点客户"), ("Standard", "一般客户"), ("Small", "小客户")),
    TermKind.INDUSTRY: (
        ("Manufacturing", "制造业"),
        ("Trade and retail", "商贸零售"),
        ("Information technology", "信息技术"),
        ("Services", "服务业"),
    ),
    TermKind.REGION: (
        ("East China", "华东"),
        ("South China", "华南"),
        ("North China", "华北"),
        ("West China", "西部"),
    ),
    TermKind.SOURCE: (
        ("Referral", "转介绍"),
        ("Exhibition", "展会"),
        ("Website", "官网"),
        ("Cold call", "电话开发"),
    ),
}


class ValuePreset(Choice):
    """The lists of value classes in use; a company starts with the first and may have one of its own."""

    IMPORTANT = "important", _("Important, potential, ordinary")
    HIGH_VALUE = "high_value", _("High value, potential, ordinary")
    VIP = "vip", _("VIP, ordinary, potential")
    TYPES = "types", _("Type T, type R, key account")
    LETTERS = "letters", _("A, B, C, D")


_PRESETS: dict[ValuePreset, tuple[tuple[str, str], ...]] = {
    ValuePreset.IMPORTANT: (("Important", "重要客户"), ("Potential", "潜在客户"), ("Ordinary", "普通客户")),
    ValuePreset.HIGH_VALUE: (("High value", "高价值客户"), ("Potential", "潜在客户"), ("Ordinary", "普通客户")),
    ValuePreset.VIP: (("VIP", "VIP客户"), ("Ordinary", "普通客户"), ("Potential", "潜在客户")),
    ValuePreset.TYPES: (("Type T", "T型客户"), ("Type R", "R型客户"), ("Key account", "大客户")),
    ValuePreset.LETTERS: (("A", "A类"), ("B", "B类"), ("C", "C类"), ("D", "D类")),
}


async def _add(kind: TermKind, words: tuple[tuple[str, str], ...]) -> int:
    rows = await fetch(
        "INSERT INTO crm_core_term (kind, name, name_zh, position, active, revision, created_at, updated_at)"
        " SELECT $1, name, name_zh, position * 10, true, 1, $4, $4"
        " FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS word (name, name_zh, position)"
        " ON CONFLICT (kind, name) DO NOTHING RETURNING id, name, name_zh",
        kind.value,
        [name for name, _name_zh in words],
        [name_zh for _name, name_zh in words],
        clock.now(),
    )
    items = [AuditItem(row["id"], row["name"], after={"kind": kind.value, "name_zh": row["name_zh"]}) for row in rows]
    await audit_many("create", "crm_core/terms", items)
    return len(rows)


async def seed_terms() -> None:
    """Where a kind has no term yet, its defaults; what a company has taken out stays out."""
    present = {row["kind"] for row in await fetch("SELECT DISTINCT kind FROM crm_core_term")}
    for kind, words in (*_DEFAULTS.items(), (TermKind.VALUE_CLASS, _PRESETS[ValuePreset.IMPORTANT])):
        if kind not in present:
            await _add(kind, words)


async def add_value_classes(preset: ValuePreset) -> int:
    """How many of the preset's words were not there yet. Each gets a plan of contact, switched off."""
    added = await _add(TermKind.VALUE_CLASS, _PRESETS[preset])
    await add_plans(name for name, _name_zh in _PRESETS[preset])
    return added


async def wrong_terms(values: Mapping[str, Any], names: Iterable[str]) -> dict[str, Text]:
    """Errors by field of relations to terms, each called like its kind: a region is no level."""
    given = {name: values[f"{name}_id"] for name in names if values.get(f"{name}_id")}
    if not given:
        return {}
    rows = await fetch("SELECT id, kind FROM crm_core_term WHERE id = ANY($1::bigint[])", list(given.values()))
    known = {(row["kind"], row["id"]) for row in rows}
    return {name: _("There is no such record.") for name, id in given.items() if (name, id) not in known}
