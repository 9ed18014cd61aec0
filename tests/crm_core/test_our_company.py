"""What the company says of itself: one form, whose values came from the settings of other add-ons."""

from __future__ import annotations

import importlib
from typing import Any

import msgspec
import pytest

from crm_contracts.parties import current_parties
from crm_core.our_company import OurCompany, check_company, is_iban
from crm_receivables.parties import seller_now
from guanxi import InvalidInput, execute, fetch_value, settings_of
from guanxi.auth import create_user
from guanxi.company import Directory
from guanxi.context import Company
from tests.conftest import ADMIN_PASSWORD
from tests.crm_contracts.support import draft
from tests.crm_core.browsing import signed_in

PATH = "/settings/crm_core.company"
OURS = OurCompany(
    tax_number="91321282MA1ABCDE2X",
    street="江平路 1 号",
    postcode="214500",
    city="靖江",
    country="CN",
    iban="DE89370400440532013000",
    bic="COBADEFFXXX",
)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, set()),
        ({"country": "XX"}, {"country"}),
        ({"country": "China"}, {"country"}),
        ({"iban": "DE89370400440532013001"}, {"iban"}),
        ({"bic": "!!!", "tax_number": "\u200b"}, {"bic", "tax_number"}),
        ({"country": "", "tax_number": "", "iban": "", "bic": ""}, set()),
    ],
)
def test_what_is_entered_fits(changes: dict[str, Any], wrong: set[str]) -> None:
    changed = msgspec.structs.replace(OURS, **changes)
    if not wrong:
        check_company(changed)
        return
    with pytest.raises(InvalidInput) as refused:
        check_company(changed)
    assert set(refused.value.fields) == wrong


def test_ibans() -> None:
    assert all(map(is_iban, ("DE89370400440532013000", "GB82WEST12345698765432", "NO9386011117947")))
    assert not any(map(is_iban, ("DE88370400440532013000", "DE", "de89370400440532013000", "９" * 22)))


def test_an_address_in_one_line() -> None:
    assert OURS.one_line == "江平路 1 号, 214500 靖江"
    assert msgspec.structs.replace(OURS, address="江苏省靖江市江平路1号").one_line == "江苏省靖江市江平路1号"
    assert OurCompany().one_line == ""


async def test_contracts_and_invoices_say_the_same(directory: Directory, inside: Company) -> None:
    await create_user("clerk", "Clerk", ADMIN_PASSWORD)
    async with signed_in(directory, "clerk") as clerk:
        assert (await clerk.get(PATH)).status_code == 403
    async with signed_in(directory) as admin:
        assert f'href="{PATH}"' in (await admin.get("/settings")).text
        for missing in ("/settings/crm_core.other", "/settings/crm_core."):
            assert (await admin.get(missing)).status_code == 404
        assert (await admin.submit(PATH, {"iban": "DE1"})).status_code == 422
        answer = await admin.submit(PATH, {**msgspec.to_builtins(OURS), "bank": "中国银行"})
        assert (answer.status_code, answer.headers["location"]) == (303, PATH)
        assert (await admin.submit("/settings/crm_core", {"check_after": "3"})).status_code == 303
        page = (await admin.get(PATH)).text
        assert 'value="江平路 1 号"' in page and "中国银行" in page
    stored = await fetch_value("SELECT values FROM guanxi_settings WHERE addon = 'crm_core.company'")
    inside.settings["crm_core.company"] = stored
    inside.cache.clear()
    assert settings_of(OurCompany).bank == "中国银行"
    seller = (await current_parties(await draft()))["seller"]
    assert (seller["address"], seller["bank"], seller["tax_number"]) == (OURS.one_line, "中国银行", OURS.tax_number)
    assert (seller_now().city, seller_now().country) == ("靖江", "CN")


async def test_what_was_set_before_comes_along(inside: Company) -> None:
    await execute("DELETE FROM guanxi_settings")
    old = {
        "crm_contracts": {
            "name_en": "Chunyi",
            "address": "江平路",
            "tax_number": "A1",
            "bank": "中国银行",
            "phone": "",
        },
        "crm_receivables": {"tax_number": "DE123456789", "country": "DE", "iban": OURS.iban, "term_days": 9},
    }
    for addon, values in old.items():
        await execute("INSERT INTO guanxi_settings (addon, values) VALUES ($1, $2)", addon, values)
    role_of_old = "UPDATE guanxi_role SET permissions = $1 WHERE id = (SELECT min(id) FROM guanxi_role)"
    await execute(role_of_old, ["crm_contracts.settings"])
    upgrade = await importlib.import_module("crm_core.migrations.15_our_company").upgrade(None)
    for _time in range(2):
        for statement in upgrade.split(";\n")[:2]:
            await execute(statement)
    moved = msgspec.convert(
        await fetch_value("SELECT values FROM guanxi_settings WHERE addon = 'crm_core.company'"), OurCompany
    )
    assert moved == OurCompany(
        name_en="Chunyi", address="江平路", tax_number="DE123456789", bank="中国银行", country="DE", iban=OURS.iban
    )
    role = await fetch_value("SELECT permissions FROM guanxi_role ORDER BY id LIMIT 1")
    assert role == ["crm_contracts.settings", "crm_core.company.manage"]
    assert await fetch_value("SELECT values FROM guanxi_settings WHERE addon = 'crm_contracts'") == old["crm_contracts"]
