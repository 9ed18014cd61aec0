"""How the contract's document words its texts, days and numbers: in one language, or in both beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from babel.dates import format_date

from guanxi import Text, _, plain_amount, translate

_LOCALES = {"zh_CN": ("zh_CN",), "en": ("en",), "both": ("zh_CN", "en")}
Pair = dict[str, str]
"""`main`, and `other`: the other language's, else empty"""


class Words:
    def __init__(self, language: str) -> None:
        self.locales: Sequence[str] = _LOCALES[language]

    @property
    def two(self) -> bool:
        return len(self.locales) == 2

    @property
    def main(self) -> str:
        return self.locales[0]

    def both(self, text: Text) -> str:
        return " ".join(translate(text, locale) for locale in self.locales)

    def pair(self, text: Text) -> Pair:
        return _pair([translate(text, locale) for locale in self.locales])

    def sentence(self, text: Text, number: str, **days: Pair) -> Pair:
        """A text with a number and days, each in its own language."""
        sides = ("main", "other")[: len(self.locales)]
        made = [
            translate(text.format(number=number, **{name: day[side] for name, day in days.items()}), locale)
            for side, locale in zip(sides, self.locales, strict=True)
        ]
        return _pair(made)

    def day(self, day: date | None) -> Pair:
        """Empty for no day."""
        return _pair([format_date(day, "long", locale) if day else "" for locale in self.locales])

    def term(self, start: date | None, end: date | None) -> Pair:
        """`January 1, 2026 – December 31, 2026`; from a day on where there is no end."""
        if start is None or end is None:
            return self._begin(start) if start else self.day(end)
        first, last = self.day(start), self.day(end)
        return {name: f"{first[name]} – {last[name]}" if last[name] else "" for name in first}

    def _begin(self, start: date) -> Pair:
        days = [format_date(start, "long", locale) for locale in self.locales]
        begins = _("from {day}")
        return _pair(
            [translate(begins.format(day=day), locale) for day, locale in zip(days, self.locales, strict=True)]
        )

    def choose(self, chinese: str, english: str) -> dict[str, list[str]]:
        """The paragraphs of a text as `pair` has them; the other language's where one is not written."""
        zh, en = paragraphs(chinese), paragraphs(english)
        if self.two:
            return {"main": zh, "other": en}
        wanted, other = (zh, en) if self.main == "zh_CN" else (en, zh)
        return {"main": wanted or other, "other": []}


def _pair(texts: list[str]) -> Pair:
    main, *other = texts
    return {"main": main, "other": other[0] if other else ""}


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def show_amount(minor: int, currency: str) -> str:
    """`1,234.50`: a column's amounts stand without the currency's sign."""
    return f"{Decimal(plain_amount(minor, currency)):,f}"


def show_decimal(value: Decimal) -> str:
    """`12.5`: without noughts at the end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
