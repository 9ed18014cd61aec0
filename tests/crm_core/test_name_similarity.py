"""What agrees of two names, and how sure that makes."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from crm_core.name_similarity import PROBABLE, WORTH_A_LOOK, Likeness, compare, compared, edits

_FULL = "靖江市春意空调有限公司"
_REGIONS = ("靖江市", "江苏省", "上海", "（上海）", "")
_TRADES = ("春意", "纯意", "华达", "东方明珠", "Acme", "The ", "360", "一", "二")
_ENDS = ("空调", "食品", "贸易", "有限公司", "集团", "厂", "南京分公司", " Ltd.", " & ", "")
_WORDS = st.sampled_from((*_REGIONS, *_TRADES, *_ENDS))
_NAMES = st.lists(_WORDS, max_size=6).map("".join) | st.text(max_size=20)


def _confidence(one: str, other: str) -> int:
    return compare(compared(one), compared(other)).confidence


@pytest.mark.parametrize(
    "other",
    [
        "春意空调",
        "靖江春意",
        "江苏省靖江市春意空调有限责任公司",
        "春意（靖江）空调有限公司",
        "春意空调（靖江市）股份有限公司",
        "靖江市春意空条有限公司",
        "靖江市春意空调有限公",
        "靖江市春意空調有限公司",
    ],
)
def test_spellings_of_one_name_are_probably_the_same(other: str) -> None:
    assert _confidence(_FULL, other) >= PROBABLE


@pytest.mark.parametrize(
    "other",
    [
        "春意",
        "南京市春意空调有限公司",
        "靖江市春意食品有限公司",
        "靖江市春意空调设备有限公司",
        "靖江市春意空调厂",
        "靖江市春意集团有限公司",
        "靖江市纯意空调有限公司",
        "靖江市春意空调有限公司上海分公司",
    ],
)
def test_what_differs_in_a_part_is_worth_a_look_and_no_more(other: str) -> None:
    assert WORTH_A_LOOK <= _confidence(_FULL, other) < PROBABLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("苏州恒达机械有限公司司", "苏州恒达机械有限公司"),
        ("苏州恒达机械限公司", "苏州恒达机械有限公司"),
        ("海口椰风超巿有限公司", "海口椰风超市有限公司"),
        ("廈門鷺島遊艇有限公司", "厦门鹭岛游艇有限公司"),
        ("杭州娃哈哈饮料有限公司", "杭州哇哈哈饮料有限公司"),
        ("江苏省泰州市海陵区明珠宾馆", "泰州明珠宾馆"),
        ("中国工商银行南京支行", "工商银行南京支行"),
        ("Böhm Gerätebau GmbH", "Boehm Geraetebau GmbH"),
        ("Café Rivière S.A.", "Cafe Riviere SA"),
        ("Nordlicht Coffee Company, Inc.", "Nordlicht Coffee Co."),
        ("Tanaka Denki K.K.", "Tanaka Denki Kabushiki Kaisha"),
    ],
)
def test_slips_and_conventions_do_not_make_another_company(one: str, other: str) -> None:
    assert _confidence(one, other) >= PROBABLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("World Importers Ltd.", "World Exporters Ltd."),
        ("Nordlicht Coffee Corp.", "Nordlicht Coffee Co."),
        ("苏州华诚机械有限公司", "苏州华城机械有限公司"),
        ("泰州市海陵区明珠宾馆", "泰州市姜堰区明珠宾馆"),
        ("江苏明珠宾馆", "江苏省泰州市明珠宾馆"),
    ],
)
def test_what_looks_like_a_slip_and_is_another_name(one: str, other: str) -> None:
    assert _confidence(one, other) < PROBABLE


@pytest.mark.parametrize(
    "other", ["靖江市夏至空调有限公司", "靖江市春江空调有限公司", "空调有限公司", "Acme Ltd.", "", "（"]
)
def test_another_trade_name_is_another_company(other: str) -> None:
    assert _confidence(_FULL, other) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("江苏春意空调有限公司", "江苏靖江春意空调有限公司"),
        ("中铁一局建设有限公司", "中铁二局建设有限公司"),
        ("Delta 1 Logistics Ltd", "Delta 2 Logistics Ltd"),
        ("Acme Inc.", "Acme GmbH"),
        ("Adventure Works (China) Co., Ltd.", "Adventure Works Co., Ltd."),
        ("春意空调", "春意空调 (2)"),
    ],
)
def test_names_that_look_much_alike_and_are_not_the_same(one: str, other: str) -> None:
    assert _confidence(one, other) < PROBABLE


def test_it_says_what_agrees() -> None:
    same = compare(compared("靖江春意空调"), compared(_FULL))
    alike = compare(compared("南京纯意空调有限公司"), compared(_FULL))
    branch = compare(compared(f"{_FULL}上海分公司"), compared(_FULL))
    assert same == Likeness(98, region=True, business=True, trade_name=True)
    assert (alike.region, alike.business, alike.trade_name, alike.sounds) == (False, True, False, True)
    assert (branch.confidence, branch.branch) == (60, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Smith & Sons Ltd", "The Smith and Sons Limited"),
        ("Northwind Traders Ltd", "NORTHWIND TRADER LTD."),
        ("Proseware Pty Ltd", "Proseware Pty. Limited"),
        ("Acme", "Acme, Inc."),
    ],
)
def test_foreign_names(one: str, other: str) -> None:
    assert _confidence(one, other) >= PROBABLE


@given(_NAMES, _NAMES)
def test_comparing_is_symmetric_and_never_sure(one: str, other: str) -> None:
    first, second = compared(one), compared(other)
    likeness = compare(first, second)
    assert likeness == compare(second, first)
    assert 0 <= likeness.confidence <= 99


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("", "", 0), ("ab", "ba", 1), ("abc", "abd", 1), ("春意", "春意达", 1), ("abcd", "dcba", 3)],
)
def test_edits(one: str, other: str, count: int) -> None:
    assert edits(one, other) == edits(other, one) == count
