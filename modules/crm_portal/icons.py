"""What a phone shows for the installed portal: the company's logo, or a card in its color."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from guanxi import Company

WORKER = (Path(__file__).parent / "static" / "worker.js").read_bytes()
_SAFE = 0.62
"""of a side: what is left of an icon that a phone cuts to a circle"""


def version_of(company: Company) -> str:
    return hashlib.sha256(f"{company.color} {company.logo}".encode()).hexdigest()[:12]


@lru_cache(maxsize=32)
def draw(color: str, logo: bytes, size: int) -> bytes:
    """A PNG. The logo stands on white; without one there is a white card on the color."""
    from PIL import Image, ImageDraw  # few processes ever need it

    icon = Image.new("RGB", (size, size), "#ffffff" if logo else color)
    side = int(size * _SAFE)
    if logo:
        with Image.open(BytesIO(logo)) as opened:
            picture = opened.convert("RGBA")
        scale = side / max(picture.size)
        picture = picture.resize((max(1, int(picture.width * scale)), max(1, int(picture.height * scale))))
        icon.paste(picture, ((size - picture.width) // 2, (size - picture.height) // 2), picture)
    else:
        _card(ImageDraw.Draw(icon), color, size, side)
    out = BytesIO()
    icon.save(out, "PNG", optimize=True)
    return out.getvalue()


def _card(draw: Any, color: str, size: int, side: int) -> None:
    left, height = (size - side) / 2, side * 0.66
    top, unit = (size - height) / 2, side / 12
    draw.rounded_rectangle((left, top, left + side, top + height), radius=unit, fill="#ffffff")
    draw.rectangle((left, top + 1.6 * unit, left + side, top + 3 * unit), fill=color)
    draw.rectangle((left + unit, top + 4.6 * unit, left + 5 * unit, top + 5.4 * unit), fill=color)
    draw.rectangle((left + unit, top + 6.2 * unit, left + 3.4 * unit, top + 7 * unit), fill=color)
    draw.rectangle((left + 8.4 * unit, top + 4.4 * unit, left + 11 * unit, top + 7 * unit), fill=color)
