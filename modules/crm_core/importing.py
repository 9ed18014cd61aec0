"""The import of customers: set-based, matched by external id, tax number or name; a second run changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crm_core import rules
from crm_core.birthdays import birthday_error
from crm_core.bulk import (
    RESOURCE,
    Known,
    change_customers,
    columns,
    complete,
    differences,
    insert_customers,
    read_known,
)
from crm_core.choices import Calendar, CustomerKind, Gender, TermKind
from crm_core.company_names import name_key, normalize
from crm_core.name_words import sound_columns
from crm_core.permissions import CorePermission
from crm_core.places import new_place
from guanxi import (
    Existing,
    Field,
    ImportChange,
    Importer,
    ImportProblem,
    ImportResult,
    ImportRow,
    Kind,
    Text,
    _,
    author_id,
    fetch,
    may,
)

_TERMS = ("value_class", "level", "industry", "region", "source")
_BIRTHDAY = ("birth_calendar", "birth_month", "birth_day")
_NAME_PARTS = frozenset(rules.PARTS)


class _Import:
    """One batch."""

    def __init__(self, rows: list[ImportRow]) -> None:
        self.rows = rows
        self.result = ImportResult()
        self.taken: dict[int, int] = {}
        """the row that has already changed a customer, by its id"""

    def problem(self, row: ImportRow, column: str, reason: Text) -> None:
        self.result.problems.append(ImportProblem(row.number, column, reason))

    async def run(self) -> ImportResult:
        terms, departments = await _terms(), await _departments(self.rows)
        known = await read_known([_keys(row.values) for row in self.rows])
        good = [
            (row, values) for row in self.rows if (values := self._checked(row, known, terms, departments)) is not None
        ]
        fresh: list[dict[str, Any]] = []
        changes: list[tuple[Mapping[str, Any], dict[str, Any]]] = []
        for row, values in good:
            found = known.find(values)
            if found is None:
                if not values.get("mobile") and not values.get("phone"):
                    self.problem(row, "mobile", rules.NO_NUMBER)
                    continue
                if not self._right_birthday(row, values):
                    continue
                new = complete({**values, "owner_id": values.get("owner_id") or author_id()})
                if new["department_id"] is None and new["owner_id"] is not None:
                    new["department_id"] = departments.get(new["owner_id"])
                fresh.append(new)
                known.add({**new, "row": row.number})
            else:
                self._change(row, values, found, changes)
        await insert_customers(fresh)
        await change_customers(changes)
        self.result.created, self.result.updated = len(fresh), len(changes)
        return self.result

    def _change(
        self,
        row: ImportRow,
        values: dict[str, Any],
        found: tuple[str, dict[str, Any]],
        changes: list[tuple[Mapping[str, Any], dict[str, Any]]],
    ) -> None:
        field, old = found
        external, known = values.get("external_id"), old.get("external_id")
        earlier = old["row"] if "row" in old else self.taken.get(old["id"])
        if earlier is not None:
            self.problem(row, field, _("Row {row} is the same customer.", row=earlier))
        elif old.get("merged"):
            self.result.unchanged += 1
        elif not old["visible"]:
            self.problem(row, field, _held(old["holder"]))
        elif field != "external_id" and external and known and external != known:
            self.problem(row, field, _("This customer is there already as {code}.", code=old["code"]))
        else:
            values = _permitted(row, values, old)
            if not self._right_birthday(row, {**{name: old[name] for name in _BIRTHDAY}, **values}):
                return
            self.taken[old["id"]] = row.number
            new = _merged(old, values)
            if new is None:
                self.result.unchanged += 1
            else:
                changes.append((old, new))
                self.result.changes.append(ImportChange(row.number, RESOURCE, old["id"], differences(old, new)))

    def _right_birthday(self, row: ImportRow, values: Mapping[str, Any]) -> bool:
        calendar, month, day = (values.get(name) for name in _BIRTHDAY)
        wrong = birthday_error(str(calendar or Calendar.SOLAR), month, day)
        if wrong is not None:
            self.problem(row, "birth_day", wrong)
        return wrong is None

    def _checked(
        self,
        row: ImportRow,
        known: Known,
        terms: Mapping[tuple[str, str], int],
        departments: Mapping[int, int | None],
    ) -> dict[str, Any] | None:
        """Values by column as they are to be written, empty ones left out; None where the row has a problem.

        A row without a country is of the country of the customer that is there.
        """
        values = {name: value for name, value in row.values.items() if value not in (None, "", [])}
        found = known.find(_keys(row.values)) if "country" not in values else None
        errors = rules.clean(values, "CN" if found is None else found[1]["country"])
        for name in _TERMS:
            if name in values:
                term = terms.get((name, normalize(values.pop(name)).casefold()))
                if term is None:
                    errors[name] = _("There is no such term; add it first.")
                values[f"{name}_id"] = term
        owner = values.pop("owner", None)
        if owner is not None:
            if owner != author_id() and not may(CorePermission.ASSIGN):
                errors["owner"] = _("You may only import customers of your own.")
            values["owner_id"], values["department_id"] = owner, departments.get(owner)
        for name, reason in errors.items():
            self.problem(row, name, reason)
        if errors:
            return None
        values["name_key"] = name_key(values["name"])
        return values


def _keys(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a row is found again by, before anything of it was checked."""
    named = {name: values.get(name) or "" for name in ("external_id", "kind", "phone", "mobile", "email")}
    tax, name = values.get("tax_number") or "", values.get("name") or ""
    return {**named, "tax_number": normalize(tax).replace(" ", "").upper(), "name_key": name_key(name)}


def _held(holder: str | None) -> Text:
    if holder is None:
        return _("This customer is there already, without an owner.")
    return _("This customer is there already; {holder} holds it.", holder=holder)


def _permitted(row: ImportRow, values: dict[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
    """What the row says, as far as it may change the customer. A calendar without a day is none."""
    if row.existing is Existing.CHANGE:
        return values
    held = {**old, "birth_calendar": old["birth_month"] and old["birth_calendar"]}
    allowed = {name: value for name, value in values.items() if row.may_change(held[name])}
    allowed.pop("department_id", None)
    if "owner_id" in allowed:
        allowed["department_id"] = values["department_id"]
    return allowed


def _merged(old: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any] | None:
    """The customer with what the row says; None where that is nothing new. What the row leaves empty stays."""
    changed = {name: value for name, value in values.items() if old[name] != value}
    if not changed:
        return None
    if {"name", "kind"} & changed.keys():
        kind = values.get("kind") or old["kind"]
        changed.update(rules.name_parts(values["name"], kind))
        changed.update(sound_columns(values["name"], kind))
    changed.update(new_place(old, values))
    return {**{name: old[name] for name in ("id", *columns())}, **changed}


async def _terms() -> dict[tuple[str, str], int]:
    """Ids by kind and name, in either language."""
    rows = await fetch("SELECT id, kind, name, name_zh FROM crm_core_term WHERE active ORDER BY id DESC")
    return {(row["kind"], word.casefold()): row["id"] for row in rows for word in (row["name_zh"], row["name"]) if word}


async def _departments(rows: list[ImportRow]) -> dict[int, int | None]:
    owners = {row.values.get("owner") for row in rows} | {author_id()}
    found = await fetch(
        "SELECT id, department_id FROM guanxi_user WHERE id = ANY($1::bigint[])",
        [owner for owner in owners if owner is not None],
    )
    return {row["id"]: row["department_id"] for row in found}


async def write(rows: list[ImportRow]) -> ImportResult:
    return await _Import(rows).run()


CUSTOMERS_IMPORT = Importer(
    name="customers",
    title=_("Import customers"),
    permission=CorePermission.IMPORT,
    write=write,
    batch=2000,
    changes_existing=True,
    fields=(
        Field("name", _("Full name"), kind=Kind.TEXT, required=True, max_length=200),
        Field("external_id", _("External number"), kind=Kind.TEXT, required=False, max_length=80),
        Field("kind", _("Kind"), kind=Kind.CHOICE, choices=CustomerKind, required=False),
        Field("tax_number", _("Tax number", "customer"), kind=Kind.TEXT, required=False, max_length=30),
        Field("phone", _("Phone"), kind=Kind.PHONE, required=False, max_length=30),
        Field("mobile", _("Mobile"), kind=Kind.PHONE, required=False, max_length=30),
        Field("email", _("E-mail"), kind=Kind.EMAIL, required=False, max_length=254),
        Field("fax", _("Fax"), kind=Kind.PHONE, required=False, max_length=30),
        Field("website", _("Website"), kind=Kind.URL, required=False, max_length=200),
        Field("country", _("Country"), kind=Kind.TEXT, required=False, max_length=2),
        Field("province", _("Province"), kind=Kind.TEXT, required=False, max_length=60),
        Field("city", _("City"), kind=Kind.TEXT, required=False, max_length=60),
        Field("district", _("District"), kind=Kind.TEXT, required=False, max_length=60),
        Field("address", _("Address"), kind=Kind.TEXT, required=False, max_length=300),
        Field("postcode", _("Postcode"), kind=Kind.TEXT, required=False, max_length=12),
        Field("introduction", _("Introduction"), kind=Kind.MULTILINE, required=False),
        Field("owner", _("Owner", "customer"), kind=Kind.RELATION, to="guanxi/users", required=False),
        Field("tags", _("Tags"), kind=Kind.TAGS, required=False),
        Field("gender", _("Gender"), kind=Kind.CHOICE, choices=Gender, required=False),
        Field("birth_calendar", _("Birthday: calendar"), kind=Kind.CHOICE, choices=Calendar, required=False),
        Field("birth_month", _("Birthday: month"), kind=Kind.INTEGER, required=False, minimum=1, maximum=12),
        Field("birth_day", _("Birthday: day"), kind=Kind.INTEGER, required=False, minimum=1, maximum=31),
        *(Field(str(kind), kind.label, kind=Kind.TEXT, required=False, max_length=60) for kind in TermKind),
    ),
    aliases={
        "name": (
            "公司名称",
            "客户名称",
            "企业名称",
            "单位名称",
            "名称",
            "客户全称",
            "Company",
            "Customer",
            "Company name",
        ),
        "external_id": ("外部编号", "客户编号", "原系统编号", "ID", "External ID", "Customer number"),
        "kind": ("客户类型", "类型", "Type"),
        "tax_number": ("统一社会信用代码", "税号", "纳税人识别号", "VAT", "Tax ID"),
        "phone": ("电话", "座机", "固定电话", "公司电话", "联系电话", "Telephone", "Tel"),
        "mobile": ("手机", "手机号", "手机号码", "移动电话", "Mobile phone", "Cell"),
        "email": ("邮箱", "电子邮箱", "电子邮件", "Email", "E-mail address"),
        "fax": ("传真",),
        "tags": ("标签", "客户标签", "Labels"),
        "website": ("网址", "网站", "官网", "URL"),
        "country": ("国家", "国别"),
        "province": ("省份", "省/直辖市"),
        "city": ("城市", "地级市"),
        "district": ("区", "县", "区/县"),
        "gender": ("称谓",),
        "birth_calendar": ("历法",),
        "birth_month": ("生日月", "出生月"),
        "birth_day": ("生日日", "出生日"),
        "address": ("地址", "详细地址", "公司地址", "通讯地址"),
        "postcode": ("邮编", "邮政编码", "ZIP", "Postal code"),
        "introduction": ("客户介绍", "简介", "公司简介", "备注", "Notes", "Description"),
        "owner": ("负责人", "业务员", "销售", "跟进人", "Sales", "Salesperson"),
        "level": ("客户级别", "级别", "等级"),
        "industry": ("行业", "所属行业"),
        "region": ("区域", "地区", "所属区域"),
        "source": ("来源", "客户来源"),
        "value_class": ("客户价值", "价值等级"),
    },
)
