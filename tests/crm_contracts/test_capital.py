"""Amounts in Chinese capitals: known answers by the rules for filling in bills (正确填写票据和结算凭证的基本规定)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from crm_contracts.capital import MAX_MINOR, capital_amount

KNOWN = {
    0: "零元整",
    1: "壹分",
    5: "伍分",
    10: "壹角整",
    15: "壹角伍分",
    90: "玖角整",
    100: "壹元整",
    101: "壹元零壹分",
    110: "壹元壹角整",
    123: "壹元贰角叁分",
    1_000: "壹拾元整",
    1_001: "壹拾元零壹分",
    1_100: "壹拾壹元整",
    10_000: "壹佰元整",
    10_100: "壹佰零壹元整",
    11_000: "壹佰壹拾元整",
    140_950: "壹仟肆佰零玖元伍角整",
    123_456: "壹仟贰佰叁拾肆元伍角陆分",
    100_500: "壹仟零伍元整",
    105_000: "壹仟零伍拾元整",
    100_001: "壹仟元零壹分",
    1_000_000: "壹万元整",
    1_000_100: "壹万零壹元整",
    1_001_000: "壹万零壹拾元整",
    1_010_000: "壹万零壹佰元整",
    1_100_000: "壹万壹仟元整",
    10_000_000: "壹拾万元整",
    10_000_100: "壹拾万零壹元整",
    600_714: "陆仟零柒元壹角肆分",
    10_700_053: "壹拾万柒仟元伍角叁分",  # 零 may stand before 伍角, or be left out
    1_640_902: "壹万陆仟肆佰零玖元零贰分",
    32_500: "叁佰贰拾伍元整",
    100_000_000: "壹佰万元整",
    101_000_000: "壹佰零壹万元整",
    100_000_001: "壹佰万元零壹分",
    1_000_000_000: "壹仟万元整",
    1_001_000_100: "壹仟零壹万零壹元整",
    10_000_000_000: "壹亿元整",
    10_000_000_100: "壹亿零壹元整",
    10_000_100_000: "壹亿零壹仟元整",
    10_001_000_000: "壹亿零壹万元整",
    10_100_000_000: "壹亿零壹佰万元整",
    11_000_000_000: "壹亿壹仟万元整",
    11_000_000_100: "壹亿壹仟万零壹元整",
    100_010_001_000: "壹拾亿零壹拾万零壹拾元整",
    1_000_000_000_000: "壹佰亿元整",
    100_000_000_000_000: "壹万亿元整",
    100_000_000_000_100: "壹万亿零壹元整",
    MAX_MINOR: "壹拾万亿元整",
    MAX_MINOR - 1: "玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
    -1: "负壹分",
    -123_456: "负壹仟贰佰叁拾肆元伍角陆分",
}


@pytest.mark.parametrize("minor", KNOWN)
def test_known_answers(minor: int) -> None:
    assert capital_amount(minor) == KNOWN[minor]


@pytest.mark.parametrize("minor", [MAX_MINOR + 1, -MAX_MINOR - 1])
def test_larger_amounts_are_refused(minor: int) -> None:
    with pytest.raises(ValueError):
        capital_amount(minor)


DIGITS = {digit: value for value, digit in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def _below_ten_thousand(text: str) -> int:
    total, digit = 0, 0
    for char in text:
        if char in UNITS:
            total, digit = total + digit * UNITS[char], 0
        else:
            digit = DIGITS[char]
    return total + digit


def read_back(text: str) -> int:
    """Minor units, read as a person does: 亿 and 万 split the number, the rest is below ten thousand."""

    def whole(part: str) -> int:
        for unit, size in (("亿", 10**8), ("万", 10**4)):
            if unit in part:
                high, _unit, low = part.rpartition(unit)
                return whole(high) * size + whole(low)
        return _below_ten_thousand(part)

    yuan, found, cents = text.removesuffix("整").rpartition("元")
    jiao, fen = re.search(r"(.)角", cents), re.search(r"(.)分", cents)
    return (whole(yuan) * 100 if found else 0) + (DIGITS[jiao[1]] * 10 if jiao else 0) + (DIGITS[fen[1]] if fen else 0)


@given(st.integers(0, MAX_MINOR))
def test_every_amount_reads_back_without_doubled_noughts(minor: int) -> None:
    text = capital_amount(minor)
    assert read_back(text) == minor
    assert "零零" not in text and "零元" not in text.removeprefix("零元") and "零万" not in text and "零亿" not in text
