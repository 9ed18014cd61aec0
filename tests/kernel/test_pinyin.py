from __future__ import annotations

import pytest

from guanxi.pinyin import rank, readings


@pytest.mark.parametrize(
    ("character", "read"),
    [("啊", ("a",)), ("座", ("zuo",)), ("户", ("hu",)), ("女", ("nv",)), ("略", ("lve",)), ("行", ("xing", "hang"))],
)
def test_characters_are_read_by_the_table(character: str, read: tuple[str, ...]) -> None:
    assert readings(character) == read


@pytest.mark.parametrize("character", ["a", "，", "é", "\U00020000", "丂", "", "客户"])
def test_what_is_no_common_character_has_no_reading(character: str) -> None:
    assert readings(character) == ()


@pytest.mark.parametrize("query", ["kehu", "kh", "keh", "khu", "KeHu", "客h"])
def test_a_word_is_found_by_its_pinyin(query: str) -> None:
    assert rank(query, "客户") == 2


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("客户", "客户", 0),
        ("新建", "新建合同", 1),
        ("xjht", "新建合同", 2),
        ("合同", "新建合同", 3),
        ("ht", "新建合同", 4),
        ("ht xj", "新建合同", 6),
        ("合同 新建", "新建合同", 4),
        ("yinhang", "银行", 2),
        ("nc", "New customer", 2),
        ("customer new", "New customer", 4),
        ("HT-2026", "HT-2026-001128", 1),
        ("kehus", "客户", None),
        ("xj kh", "新建合同", None),
        ("kk", "客户", None),
    ],
)
def test_better_places_rank_before_others(query: str, text: str, expected: int | None) -> None:
    assert rank(query, text) == expected
