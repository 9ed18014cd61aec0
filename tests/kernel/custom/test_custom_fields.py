"""A company's own fields: on forms, in lists, filters, groups, exports, imports and the API, like any other."""

from __future__ import annotations

import asyncio
import io
from typing import Any

import pytest
from openpyxl import load_workbook
from sample_shop.models import Order

from guanxi import records
from guanxi.company import Directory, disable, enable, removal
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.custom.models import CustomField
from guanxi.db import fetch, fetch_value
from guanxi.errors import InvalidInput
from guanxi.i18n import translate
from tests.kernel.web.browser import Browser, forms_in
from tests.kernel.web.conftest import MakeBrowser

FIELDS = "/api/v1/guanxi/custom_fields"
ORDERS = "/sample_shop/orders"
COLOR = {
    "resource": "sample_shop/orders",
    "label": "Color",
    "label_zh": "颜色",
    "kind": "choice",
    "choices": "Red | 红\nBlue | 蓝",
}


async def add(admin: Browser, directory: Directory, **values: Any) -> dict[str, Any]:
    headers = {"X-CSRF-Token": await admin.csrf()}
    answer = await admin.post(FIELDS, json=COLOR | values, headers=headers)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def post(admin: Browser, path: str, values: dict[str, Any]) -> Any:
    return await admin.post(f"/api/v1{path}", json=values, headers={"X-CSRF-Token": await admin.csrf()})


@pytest.fixture
async def colored(admin: Browser, shop_directory: Directory, in_shop: Company) -> Browser:
    await add(admin, shop_directory)
    for name, color in (("Pump", "Red"), ("Boiler", "Blue"), ("Valve", None)):
        answer = await post(admin, ORDERS, {"name": name, "owner": 1, "x_color": color})
        assert answer.status_code == 201, answer.text
    return admin


async def test_a_field_is_in_the_api_and_its_document(colored: Browser) -> None:
    rows = (await colored.get(f"/api/v1{ORDERS}?sort=name")).json()["data"]
    assert [(row["name"], row["x_color"]) for row in rows] == [("Boiler", "Blue"), ("Pump", "Red"), ("Valve", None)]
    document = (await colored.get("/api/openapi.json")).text
    assert "x_color" in document
    wrong = await post(colored, ORDERS, {"name": "X", "owner": 1, "x_color": "Green"})
    assert wrong.status_code == 422 and set(wrong.json()["errors"]) == {"x_color"}


async def test_lists_filter_sort_and_group_by_it(colored: Browser) -> None:
    assert [r["name"] for r in (await colored.get(f"/api/v1{ORDERS}?x_color=Red")).json()["data"]] == ["Pump"]
    page = (await colored.get(f"{ORDERS}?x_color=Red&columns=name,x_color")).text
    assert "Pump" in page and "Boiler" not in page and "Color" in page
    descending = (await colored.get(f"{ORDERS}?sort=-x_color&columns=name,x_color")).text
    assert descending.index("Pump") < descending.index("Boiler") < descending.index("Valve")
    grouped = (await colored.get(f"{ORDERS}?group=x_color")).text
    assert f'href="{ORDERS}?x_color=Red"' in grouped or "x_color=Red" in grouped
    assert (await colored.get(f"{ORDERS}/board?by=x_color")).status_code == 200
    assert (await colored.get(f"{ORDERS}/pivot?rows=x_color")).status_code == 200


async def test_a_form_shows_and_saves_it_in_both_languages(colored: Browser) -> None:
    page = (await colored.get(f"{ORDERS}/1")).text
    assert "Custom fields" in page and "Color" in page
    answer = await colored.submit(f"{ORDERS}/1", {"x_color": "Blue"})
    assert answer.status_code == 303
    assert forms_in((await colored.get(f"{ORDERS}/1")).text)[f"{ORDERS}/1"]["x_color"] == "Blue"
    [entry] = await fetch("SELECT before, after FROM guanxi_audit WHERE action = 'update' AND record_id = 1")
    assert (entry["before"], entry["after"]) == ({"x_color": "Red"}, {"x_color": "Blue"})
    colored.cookies.set("guanxi_locale", "zh_CN")
    await colored.post("/language", data={"_csrf": await colored.csrf(), "locale": "zh_CN", "next": "/"})
    chinese = (await colored.get(f"{ORDERS}/1")).text
    assert "颜色" in chinese and "蓝" in chinese and "自定义字段" in chinese and "Color" not in chinese


async def test_exports_and_imports_have_it(colored: Browser) -> None:
    form = {"_csrf": await colored.csrf(), "format": "xlsx", "fields": "all"}
    answer = await colored.post(f"{ORDERS}/export", data=form)
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    head, *rows = sheet.iter_rows(values_only=True)
    place = head.index("Color")
    assert sorted(str(row[place]) for row in rows) == ["Blue", "None", "Red"]
    answer = await colored.post(
        f"/api/v1/imports{ORDERS}",
        content=b"Name,Owner,Color\nFan,admin,Red\nTap,admin,Pink\n",
        headers={"Content-Type": "text/csv", "X-CSRF-Token": await colored.csrf()},
        params={"dry_run": "true"},
    )
    assert answer.status_code == 200, answer.text
    assert [(problem["row"], problem["column"]) for problem in answer.json()["problems"]] == [(3, "x_color")]


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("text", "oak", "oak"),
        ("multiline", "a\nb", "a\nb"),
        ("integer", 12, "12"),
        ("decimal", "1.5", "1.5"),
        ("boolean", True, "1"),
        ("date", "2026-11-22", "2026-11-22"),
        ("email", "a@b.cn", "a@b.cn"),
        ("phone", "0512-62881234", "0512-62881234"),
        ("url", "https://a.cn", "https://a.cn"),
    ],
)
async def test_every_kind_comes_back_as_it_went_in(
    admin: Browser, shop_directory: Directory, in_shop: Company, kind: str, value: Any, text: str
) -> None:
    made = await add(admin, shop_directory, kind=kind, choices="", label="颜色", label_zh="")
    assert made["name"] == "x_yanse"
    answer = await post(admin, ORDERS, {"name": "Pump", "owner": 1, "x_yanse": value})
    assert answer.status_code == 201, answer.text
    got = (await admin.get(f"/api/v1{ORDERS}/1")).json()["x_yanse"]
    assert got == value or (kind == "decimal" and float(got) == 1.5)
    form = forms_in((await admin.get(f"{ORDERS}/1")).text)[f"{ORDERS}/1"]
    assert form["x_yanse"].replace("\r", "") == text or kind == "multiline"
    wrong = {"integer": 1.5, "decimal": "x", "boolean": "x", "date": "x", "email": "x", "url": "x"}.get(kind)
    if wrong is not None:
        answer = await post(admin, ORDERS, {"name": "Pump", "owner": 1, "x_yanse": wrong})
        assert answer.status_code == 422 and set(answer.json()["errors"]) == {"x_yanse"}


async def test_a_required_field_binds_people_and_no_older_record(
    admin: Browser, shop_directory: Directory, in_shop: Company
) -> None:
    old = await records.create(Order, {"name": "Old", "owner_id": 1})
    await add(admin, shop_directory, required=True)
    answer = await post(admin, ORDERS, {"name": "New", "owner": 1})
    assert answer.status_code == 422 and set(answer.json()["errors"]) == {"x_color"}
    path, headers = f"/api/v1{ORDERS}/{old.id}", {"X-CSRF-Token": await admin.csrf()}
    assert (await admin.patch(path, json={"name": "Older"}, headers=headers)).status_code == 200
    assert (await admin.patch(path, json={"x_color": "Red"}, headers=headers)).status_code == 200
    assert (await admin.patch(path, json={"x_color": None}, headers=headers)).status_code == 422
    with use_company(await shop_directory.by_name("shop")), use_actor(SYSTEM):
        await records.create(Order, {"name": "By the program", "owner_id": 1})


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"resource": "sample_shop/none"}, "resource"),
        ({"resource": "guanxi/users"}, "resource"),
        ({"label": ""}, "label"),
        ({"name": 'x"; DROP TABLE x; --'}, "name"),
        ({"name": "名"}, "name"),
        ({"label": "🙂"}, "name"),
        ({"kind": "json"}, "kind"),
        ({"choices": ""}, "choices"),
        ({"choices": "Red\nRed"}, "choices"),
        ({"choices": "| 红"}, "choices"),
        ({"choices": "x" * 61}, "choices"),
        ({"kind": "text"}, "choices"),
    ],
)
async def test_wrong_declarations_change_nothing(
    admin: Browser, in_shop: Company, values: dict[str, Any], field: str
) -> None:
    answer = await post(admin, "/guanxi/custom_fields", COLOR | values)
    assert answer.status_code == 422 and set(answer.json()["errors"]) == {field}
    assert await fetch_value("SELECT count(*) FROM guanxi_custom_field") == 0


async def test_names_are_unique_for_a_kind_of_record(admin: Browser, shop_directory: Directory) -> None:
    await add(admin, shop_directory)
    again = await post(admin, "/guanxi/custom_fields", COLOR)
    assert again.status_code == 422
    await add(admin, shop_directory, resource="sample_shop/shops")


async def test_only_who_may_keeps_fields(user_of: MakeBrowser, in_shop: Company) -> None:
    clerk = await user_of("sample_shop.read", "sample_shop.write", "guanxi.settings.manage")
    assert (await clerk.get("/guanxi/custom_fields")).status_code == 403
    assert (await post(clerk, "/guanxi/custom_fields", COLOR)).status_code == 403
    keeper = await user_of("guanxi.fields.manage")
    assert (await post(keeper, "/guanxi/custom_fields", COLOR)).status_code == 201


async def test_put_away_it_keeps_its_values_and_removed_it_is_gone(colored: Browser, shop_directory: Directory) -> None:
    headers = {"X-CSRF-Token": await colored.csrf()}
    assert (await colored.patch(f"{FIELDS}/1", json={"active": False}, headers=headers)).status_code == 200
    assert "x_color" not in (await colored.get(f"/api/v1{ORDERS}/1")).json()
    assert (await colored.get(f"/api/v1{ORDERS}?x_color=Red")).status_code == 422
    assert (await colored.patch(f"{FIELDS}/1", json={"active": True}, headers=headers)).status_code == 200
    assert (await colored.get(f"/api/v1{ORDERS}/1")).json()["x_color"] == "Red"
    fixed = await colored.patch(f"{FIELDS}/1", json={"kind": "text", "choices": ""}, headers=headers)
    assert fixed.status_code == 422
    answer = await colored.post(f"{FIELDS}/1/actions/remove", json={}, headers=headers)
    assert answer.status_code == 200, answer.text
    assert "x_color" not in (await colored.get(f"/api/v1{ORDERS}/1")).json()
    assert await fetch_value("SELECT count(*) FROM guanxi_custom_field") == 0
    await add(colored, shop_directory)
    assert (await colored.get(f"/api/v1{ORDERS}/1")).json()["x_color"] is None


async def test_work_goes_on_while_a_field_comes(admin: Browser, shop_directory: Directory, in_shop: Company) -> None:
    """Statements that connections have prepared are made again; nobody sees an error but "busy"."""
    csrf = {"X-CSRF-Token": await admin.csrf()}

    async def work(number: int) -> set[int]:
        found = set()
        for turn in range(15):
            answer = await admin.post(f"/api/v1{ORDERS}", json={"name": f"{number} {turn}", "owner": 1}, headers=csrf)
            found.add(answer.status_code)
        return found

    async def add_some() -> None:
        for label in ("Size", "Weight", "Taste"):
            await add(admin, shop_directory, label=label, kind="text", choices="")

    *found, _none = await asyncio.gather(*(work(number) for number in range(4)), add_some())
    assert set().union(*found) <= {201, 503}  # type: ignore[arg-type]
    assert (await post(admin, ORDERS, {"name": "After", "owner": 1, "x_size": "L"})).status_code == 201


async def test_a_chinese_name_comes_back_when_it_is_changed_back(admin: Browser, shop_directory: Directory) -> None:
    await add(admin, shop_directory)
    headers = {"X-CSRF-Token": await admin.csrf()}
    shown = []
    for name in ("色彩", "颜色", ""):
        answer = await admin.patch(f"{FIELDS}/1", json={"label_zh": name}, headers=headers)
        assert answer.status_code == 200, answer.text
        company = await shop_directory.refresh("shop")
        field = company.catalog.resources["sample_shop/orders"].field("x_color")
        assert field is not None
        shown.append(translate(field.label, "zh_CN"))
    assert shown == ["色彩", "颜色", "Color"]


async def test_a_field_stays_as_long_as_its_add_on_is_disabled(colored: Browser, shop_directory: Directory) -> None:
    company = await shop_directory.by_name("shop")
    with use_company(company), use_actor(SYSTEM):
        await disable(shop_directory.available, "sample_shop")
    await shop_directory.refresh("shop")
    headers = {"X-CSRF-Token": await colored.csrf()}
    refused = await colored.post(f"{FIELDS}/1/actions/remove", json={}, headers=headers)
    assert refused.status_code == 409 and "Enable the add-on first" in refused.text
    with use_company(await shop_directory.refresh("shop")), use_actor(SYSTEM):
        await enable(shop_directory.available, "sample_shop")
    assert (await colored.get(f"/api/v1{ORDERS}/1")).json()["x_color"] == "Red"
    assert (await colored.post(f"{FIELDS}/1/actions/remove", json={}, headers=headers)).status_code == 200


async def test_removing_the_add_on_takes_its_fields(colored: Browser, shop_directory: Directory) -> None:
    company = await shop_directory.by_name("shop")
    with use_company(company), use_actor(SYSTEM):
        await disable(shop_directory.available, "sample_shop")
        await removal.remove(shop_directory.available, "sample_shop")
        assert await records.count(CustomField) == 0


async def test_the_program_refuses_unknown_columns(in_shop: Company) -> None:
    with pytest.raises(InvalidInput):
        await records.create(Order, {"name": "Pump", "owner_id": 1, "x_color": "Red"})
