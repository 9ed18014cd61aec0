"""The parts of a company's name, and numbers in their one spelling."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, strategies as st

from crm_core import numbers
from crm_core.company_names import NameParts, name_key, normalize, parse_company_name, places
from crm_core.name_similarity import compare, compared
from crm_core.name_words import compared_columns, sound, words


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
        ("春意（上海）贸易有限公司", NameParts("上海", "春意", "贸易", "有限公司")),
        ("春意贸易有限公司【上海】", NameParts("上海", "春意", "贸易", "有限公司")),
        ("春意贸易上海有限公司", NameParts("上海", "春意", "贸易", "有限公司")),
        ("上海春意贸易有限公司南京分公司", NameParts("上海", "春意", "贸易", "有限公司", "南京分公司")),
        ("上海春意贸易有限公司（南京分公司）", NameParts("上海", "春意", "贸易", "有限公司", "南京分公司")),
        ("春意空调第一分公司", NameParts("", "春意", "空调", "", "第一分公司")),
        ("靖江市春意空调经营部（个体工商户）", NameParts("靖江市", "春意", "空调", "经营部", "", ("个体工商户",))),
        ("华联超市管理有限公司", NameParts("", "华联", "超市管理", "有限公司")),
        ("朝阳轮胎有限公司", NameParts("", "朝阳", "轮胎", "有限公司")),
        ("上海市浦东新区春意贸易有限公司", NameParts("上海市浦东新区", "春意", "贸易", "有限公司")),
        ("Acme (China) Co., Ltd.", NameParts("China", "Acme", "", "Co., Ltd.")),
        ("（上海）", NameParts("", "（上海）", "", "")),
        ("", NameParts()),
    ],
)
def test_a_name_has_four_parts(name: str, parts: NameParts) -> None:
    assert parse_company_name(name) == parts


@pytest.mark.parametrize(
    ("region", "found"),
    [
        ("", ()),
        ("靖江市", ("靖江",)),
        ("江苏省苏州市工业园区", ("江苏", "苏州", "工业园")),
        ("Hong Kong", ("hongkong",)),
    ],
)
def test_places_of_a_region(region: str, found: tuple[str, ...]) -> None:
    assert places(region) == found


@given(
    st.sampled_from(["", "靖江市", "上海", "江苏省苏州市"]),
    st.text("春意华达恒瑞金龙", min_size=2, max_size=4),
    st.sampled_from(["", "空调", "贸易", "精密机械"]),
    st.sampled_from(["有限公司", "股份有限公司", "厂"]),
    st.sampled_from(["", "南京分公司"]),
)
def test_the_parts_together_are_the_name(region: str, trade: str, business: str, form: str, branch: str) -> None:
    name = region + trade + business + form + branch
    parts = parse_company_name(name)
    assert parts.region + parts.trade_name + parts.business + parts.legal_form + parts.branch == name
    assert parts.branch == branch


@given(st.text(max_size=60))
def test_any_text_is_parsed_and_folding_it_again_changes_nothing(text: str) -> None:
    parts = parse_company_name(text)
    assert bool(parts.trade_name) == bool(normalize(text))
    assert normalize(normalize(text)) == normalize(text)
    assert name_key(name_key(text)) == name_key(text)
    assert words(" ".join(words(text))) == words(text)
    kept = compared_columns(text, "organization")
    assert bool(kept["name_sound"]) == bool(kept["name_key"])
    assert len(kept["name_sound"]) <= 120 and len(kept["name_place"]) <= 60


@pytest.mark.parametrize(
    "text", ["（" + "州" * 190 + "x）", "市" * 200, "分公司" * 66, ", " * 100, "（" * 200, "上海" * 100 + "分公司"]
)
def test_a_name_that_is_none_is_parsed_at_once(text: str) -> None:
    started = time.perf_counter()
    assert parse_company_name(text).trade_name
    compare(compared(text), compared(text[:-1]))
    assert time.perf_counter() - started < 0.5


def test_how_a_name_sounds() -> None:
    assert sound("春意") == sound("纯意") == sound("春義") == "chunyi"
    assert sound("The Smith & Sons") == sound("smith and sons") == "smithsons"
    assert compared_columns("江苏省靖江市春意空调有限公司", "organization") == {
        **{"name_key": "江苏省靖江市春意空调有限公司", "name_sound": "chunyi", "name_place": "靖江"}
    }
    assert compared_columns("欧阳靖江", "person")["name_sound"] == "ouyangjingjiang"


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


@pytest.mark.parametrize(
    ("typed", "country", "shown"),
    [
        ("+1 415 555 0101", "US", "+1 415-555-0101"),
        ("(415) 555-0101", "US", "+1 415-555-0101"),
        ("030 5550 0102", "DE", "+49 30 55500102"),
        ("+49 30 55500102", "US", "+49 30 55500102"),
        ("０２０ ７９４６ ０１０１", "GB", "+44 20 7946 0101"),
        ("138 0013 8000", "GB", "13800138000"),
    ],
)
def test_foreign_numbers_are_written_as_the_world_does(typed: str, country: str, shown: str) -> None:
    assert numbers.mobile(typed, country) == shown
    assert numbers.landline(shown, country) == shown


@pytest.mark.parametrize(("typed", "country"), [("123", "US"), ("415 555 0101", "XX"), ("call me", "GB"), ("+", "DE")])
def test_what_is_no_number_anywhere_is_refused(typed: str, country: str) -> None:
    with pytest.raises(numbers.WrongNumber) as caught:
        numbers.landline(typed, country)
    assert caught.value.text == numbers.PHONE


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
