from __future__ import annotations

import pytest

import guanxi
from guanxi.i18n import Text, _, best_locale, current_locale, language_tag, translate, use_locale


def test_a_text_waits_for_its_reader() -> None:
    text = _("At most {limit} characters.", limit=5)
    assert str(text) == "At most 5 characters."
    assert text.format(limit=9) != text and str(text.format(limit=9)) == "At most 9 characters."
    with use_locale("zh_CN"):
        assert current_locale() == "zh_CN"
    with use_locale("tlh"):
        assert current_locale() == "en"


def test_what_has_no_translation_stays_readable() -> None:
    assert translate(Text("Nobody translated {this}", {"this": "that"}), "zh_CN") == "Nobody translated that"


@pytest.mark.parametrize(
    ("header", "locale"),
    [("zh-CN,zh;q=0.9,en;q=0.8", "zh_CN"), ("de-DE,en;q=0.5", "en"), ("zh-TW", "zh_CN"), ("", "en"), (",;,", "en")],
)
def test_reads_what_a_browser_asks_for(header: str, locale: str) -> None:
    assert best_locale(header) == locale


def test_language_tags() -> None:
    assert language_tag("zh_CN") == "zh-CN"


def test_every_public_name_is_there() -> None:
    assert [name for name in guanxi.__all__ if not hasattr(guanxi, name)] == []
    with pytest.raises(AttributeError):
        getattr(guanxi, "nothing")  # noqa: B009
