"""Enumerations whose members carry a translatable label."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from guanxi.i18n import Text

_UNNAMED = Text("")
"""for look-ups by value, `Stage("open")`; every member is written with its label"""


class Labeled(StrEnum):
    """Members are written `NAME = "value", _("Label")`."""

    label: Text

    def __new__(cls, value: str, label: Text = _UNNAMED) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Tone(StrEnum):
    """How a badge looks; the text always says it too."""

    NEUTRAL = "neutral"
    INFO = "info"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


class Choice(StrEnum):
    """Values of a choice field: `ACTIVE = "active", _("Active"), Tone.OK` (the tone may be left out)."""

    label: Text
    tone: Tone

    def __new__(cls, value: str, label: Text = _UNNAMED, tone: Tone = Tone.NEUTRAL) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.tone = tone
        return member
