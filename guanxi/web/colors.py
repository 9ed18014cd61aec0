"""Colors and how well they can be read on each other (WCAG 2.2: relative luminance and contrast)."""

from __future__ import annotations

from typing import NamedTuple

TEXT = 4.5
"""the least contrast of text"""
SHAPE = 3.0
"""of outlines, icons and bars"""
_STEPS = 50


class Color(NamedTuple):
    """Red, green and blue from 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def of(cls, text: str) -> Color:
        """From `#rrggbb`."""
        return cls(int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    def mixed(self, other: Color, share: float) -> Color:
        """With so much (0 to 1) of the other."""
        return Color(*(round(a + (b - a) * share) for a, b in zip(self, other, strict=True)))


WHITE, BLACK, INK = Color(255, 255, 255), Color(0, 0, 0), Color(10, 14, 28)


def _luminance(color: Color) -> float:
    red, green, blue = (_linear(part / 255) for part in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: Color, other: Color) -> float:
    """From 1 (the same) to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(color: Color) -> Color:
    """Text that can be read on `color`: white where that is enough, else the darker of two blacks that is."""
    return next((ink for ink in (WHITE, INK) if contrast(ink, color) >= TEXT), BLACK)


def readable_on(color: Color, grounds: tuple[Color, ...], least: float) -> Color:
    """`color`, made just so much darker or lighter that it has the contrast on each of the grounds.

    Darker where the grounds are light, lighter where they are dark.
    """
    towards = BLACK if _luminance(grounds[0]) > 0.18 else WHITE
    for step in range(_STEPS + 1):
        made = color.mixed(towards, step / _STEPS)
        if all(contrast(made, ground) >= least for ground in grounds):
            return made
    return towards
