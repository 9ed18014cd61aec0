"""What counts as the same form sent again."""

from __future__ import annotations

from guanxi.web.once import FIELD, sent_key


def test_the_same_form_has_the_same_key_whatever_its_csrf_token() -> None:
    form = {FIELD: "token", "name": "x"}
    assert sent_key(form, 7) == sent_key({"_csrf": "c", **form}, 7) is not None


def test_other_values_other_records_and_other_people_are_other_forms() -> None:
    form = {FIELD: "token", "format": "csv"}
    keys = [
        sent_key(form, 7, (1, 2)),
        sent_key({**form, "format": "xlsx"}, 7, (1, 2)),
        sent_key(form, 8, (1, 2)),
        sent_key(form, 7, (1, 3)),
        sent_key({**form, FIELD: "other"}, 7, (1, 2)),
    ]
    assert len(set(keys)) == 5


def test_a_form_without_a_token_has_none() -> None:
    assert sent_key({"name": "x"}, 7) is None
