"""The parts of a company's name, and numbers in their one spelling."""

from __future__ import annotations

import pytest

from crm_core import numbers
from crm_core.company_names import NameParts, name_key, normalize, parse_company_name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("靖江市春意空调有限公司", NameParts("靖江市", "春意", "空调", "有限公司")),
        ("江苏省苏州市工业园区华达精密机械有限公司", NameParts("江苏省苏州市工业园区", "华达", "精密机械", "有限公司")),
        ("阿里巴巴（中国）网络技术有限公司", NameParts("中国", "阿里巴巴", "网络技术", "有限公司")),
        ("北京小米科技有限责任公司", NameParts("北京", "小米", "科技", "有限责任公司")),
        ("海尔集团公司", NameParts("", "海尔", "", "集团公司")),
        ("春意空调", NameParts("", "春意", "空调", "")),
        ("Northwind Traders Ltd.", NameParts("", "Northwind Traders", "", "Ltd.")),
        ("张三", NameParts("", "张三", "", "")),
        ("", NameParts()),
    ],
)
def test_a_name_has_four_parts(name: str, parts: NameParts) -> None:
    assert parse_company_name(name) == parts


def test_full_width_letters_and_digits_become_plain_ones_and_punctuation_stays() -> None:
    assert normalize("　ＡＣＭＥ（中国）  ３号，二楼 ") == "ACME（中国） 3号，二楼"


def test_spellings_of_one_name_have_one_key() -> None:
    assert name_key("ＡＣＭＥ （中国） Co., Ltd.") == name_key("acme(中国) CO LTD") == "acme中国coltd"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("０５１２－６２８８１２３４", "0512-62881234"),
        ("051262881234转801", "0512-62881234-801"),
        ("010-88881234", "010-88881234"),
        ("(0512)6288123", "0512-6288123"),
        ("400-820-8820", "400-820-8820"),
    ],
)
def test_a_landline_has_one_spelling(typed: str, stored: str) -> None:
    assert numbers.landline(typed) == stored


@pytest.mark.parametrize("typed", ["62881234", "+86-512-62881234", "0512-628812345", "0512-628812", "phone"])
def test_a_landline_needs_its_area_code_and_seven_or_eight_digits(typed: str) -> None:
    with pytest.raises(numbers.WrongNumber) as caught:
        numbers.landline(typed)
    assert caught.value.text == numbers.LANDLINE


@pytest.mark.parametrize(
    ("typed", "stored"), [("１３８１２３４５６７８", "13812345678"), ("+86 138-1234-5678", "13812345678")]
)
def test_a_mobile_number_is_eleven_digits(typed: str, stored: str) -> None:
    assert numbers.mobile(typed) == stored


@pytest.mark.parametrize("typed", ["1381234567", "138123456789", "23812345678", "abc"])
def test_more_or_fewer_digits_are_refused(typed: str) -> None:
    with pytest.raises(numbers.WrongNumber) as caught:
        numbers.mobile(typed)
    assert caught.value.text == numbers.MOBILE_LENGTH


def test_foreign_numbers_may_have_a_plus() -> None:
    assert numbers.mobile("+1 415 555 0101", "US") == "+1 415 555 0101"


def test_a_postcode_has_six_digits() -> None:
    assert numbers.postcode("２１４５００") == "214500"
    for wrong in ("21450", "2145000", "21450a"):
        with pytest.raises(numbers.WrongNumber):
            numbers.postcode(wrong)


def test_the_last_character_of_a_tax_number_is_checked() -> None:
    assert numbers.tax_number("91350100m000100y43") == "91350100M000100Y43"
    with pytest.raises(numbers.WrongNumber) as caught:
        numbers.tax_number("91350100M000100Y44")
    assert caught.value.text == numbers.TAX_CHECK
    with pytest.raises(numbers.WrongNumber) as caught:
        numbers.tax_number("91350100I000100Y43")
    assert caught.value.text == numbers.TAX_LENGTH
    assert numbers.tax_number("de 123456789", "DE") == "DE123456789"
