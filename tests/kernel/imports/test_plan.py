from __future__ import annotations

from pathlib import Path

import pytest

from guanxi.context import Actor, Company, use_actor, use_company
from guanxi.errors import Forbidden, NotFound
from guanxi.i18n import load_catalogues
from guanxi.imports import Plan, Table, WrongColumns, find_target, read_plan
from tests.kernel.imports.support import CLERK

READER = Actor(kind="user", id=8, permissions=frozenset({"sample.read"}))


def plan_of(company: Company, key: str, *headings: str, mapping: dict[int, str] | None = None) -> Plan:
    with use_company(company), use_actor(CLERK):
        return read_plan(Table(list(headings), [(2, ["x"] * len(headings))]), find_target(key), mapping)


async def test_columns_are_guessed_by_name_label_and_alias(company: Company) -> None:
    plan = plan_of(company, "sample/members", "ＣＯＤＥ", "name", "Credit  Limit", "Region_ID", "Colour", "", "Code")
    assert plan.columns == {0: "code", 1: "name", 2: "limit", 3: "region"}
    assert plan.unknown == ["Colour", "Code"]
    assert plan.missing == []
    assert plan_of(company, "sample/scores", "customer no", "Points*").columns == {0: "member", 1: "points"}
    assert plan_of(company, "sample/scores", "会员", "points").columns == {0: "member", 1: "points"}


async def test_columns_are_guessed_by_labels_in_chinese(company: Company, tmp_path: Path) -> None:
    catalogue = tmp_path / "locale" / "zh_CN" / "LC_MESSAGES" / "messages.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid "Code"\nmsgstr "编号"\n\nmsgid "Credit limit"\nmsgstr "信用额度"\n', "utf-8")
    load_catalogues([tmp_path / "locale"])
    try:
        plan = plan_of(company, "sample/members", "编号", "Name", "信用额度")
    finally:
        load_catalogues([])
    assert plan.columns == {0: "code", 1: "name", 2: "limit"}


async def test_a_required_field_without_a_column_is_an_error(company: Company) -> None:
    plan = plan_of(company, "sample/members", "Name", "Stage")
    assert [field.name for field in plan.missing] == ["code"]
    with pytest.raises(WrongColumns) as caught:
        plan.check()
    assert {name: str(text) for name, text in caught.value.fields.items()} == {
        "code": "No column gives Code, which is required."
    }


@pytest.mark.parametrize("mapping", [{9: "code"}, {-1: "code"}, {0: "revision"}, {0: "id"}, {0: "nothing"}])
async def test_a_mapping_names_columns_and_fields_that_exist(company: Company, mapping: dict[int, str]) -> None:
    with pytest.raises(WrongColumns):
        plan_of(company, "sample/members", "a", "b", mapping=mapping)


async def test_two_columns_for_one_field_are_an_error(company: Company) -> None:
    plan = plan_of(company, "sample/scores", "a", "b", "c", mapping={0: "member", 1: "member", 2: "points"})
    with pytest.raises(WrongColumns) as caught:
        plan.check()
    assert list(caught.value.fields) == ["member"]


async def test_who_may_not_write_may_not_import(company: Company) -> None:
    with use_company(company):
        for key in ("sample/members", "sample/scores"):
            with use_actor(READER), pytest.raises(Forbidden):
                find_target(key)
        with use_actor(CLERK):
            for key in ("sample/nothing", "members", "", "other/members"):
                with pytest.raises(NotFound):
                    find_target(key)
