"""Pairs of characters: any part of a text of two characters or more is found by them, and nothing else is missed."""

from __future__ import annotations

from hypothesis import given, strategies as st

from guanxi.fulltext.finding import marked
from guanxi.fulltext.grams import LONGEST, grams, terms_of, tidy

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(before=TEXT, wanted=TEXT, after=TEXT)
def test_every_part_of_a_text_is_found(before: str, wanted: str, after: str) -> None:
    text = tidy(f"{before} {wanted} {after}")
    for term in terms_of(wanted[:100]):
        assert set(grams(term)) <= set(grams(text))


@given(text=TEXT)
def test_tidying_twice_is_tidying_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


def test_grams_are_numbers_of_postgresql() -> None:
    found = grams("空调维保合同 Air conditioning")
    assert found == sorted(set(found)) and all(-(2**31) <= gram < 2**31 for gram in found)
    assert grams("AIR") == grams("air") and grams("a b") == []


def test_full_width_forms_and_spaces() -> None:
    assert tidy("ＨＴ－２０２６　　\n\x00合同") == "HT-2026 合同"
    assert len(tidy("合" * LONGEST * 3)) == LONGEST


def test_terms() -> None:
    assert terms_of(" 维保  a 条款 ") == ["维保", "条款"]
    assert terms_of("a b") == [] and len(terms_of("ab " * 50)) == 8


def test_marks() -> None:
    assert marked("the Boiler, a boiler", "boiler") == [
        ("the ", False),
        ("Boiler", True),
        (", a ", False),
        ("boiler", True),
    ]
    assert marked("无匹配", "合同") == [("无匹配", False)]
    assert "".join(text for text, _wanted in marked("Straße ab", "ab")) == "Straße ab"
