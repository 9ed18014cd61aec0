"""Tags as people type them, as the API sends them, and what changes of them make."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

from guanxi.records.tags import MAX_TAGS, TagChange, check_tags, split_tags
from guanxi.records.values import Wrong


def test_tags_are_separated_by_what_people_type() -> None:
    assert check_tags(False, split_tags(" vip, 展会；Key  account、VIP\r\n,,")) == ["vip", "展会", "Key account"]


@pytest.mark.parametrize(
    "value",
    ["vip", [1], ["x" * 41], ["a\x00b"], ["a,b"], [str(n) for n in range(31)], {"add": "x"}, {"set": []}, {}, None],
)
def test_other_values_are_refused(value: Any) -> None:
    with pytest.raises(Wrong):
        check_tags(False, value)


def test_required_means_at_least_one() -> None:
    with pytest.raises(Wrong):
        check_tags(True, [" "])


_TAGS = st.lists(st.sampled_from(["a", "b", "c", "D"]), max_size=4)


@given(_TAGS, _TAGS, _TAGS)
def test_a_change_puts_on_takes_off_and_keeps_the_rest(tags: list[str], add: list[str], remove: list[str]) -> None:
    had = check_tags(False, tags)
    assert isinstance(had, list)
    made = TagChange(tuple(add), tuple(remove)).applied(had)
    assert set(made) == (set(had) - set(remove)) | set(add)
    assert len(made) == len(set(made))
    assert TagChange(tuple(add), tuple(remove)).applied(made) == made or set(add) & set(remove)


def test_a_change_may_not_make_too_many() -> None:
    with pytest.raises(Wrong):
        TagChange(("new",)).applied([str(n) for n in range(MAX_TAGS)])
