"""Pictures that people send in, made harmless: decoded, made small, and written anew as PNG."""

from __future__ import annotations

import asyncio
from io import BytesIO

from guanxi.errors import InvalidInput, PayloadTooLarge
from guanxi.i18n import _

MAX_BYTES = 1024 * 1024
MAX_SIDE = 512
MAX_PIXELS = 16_000_000
FORMATS = ("PNG", "JPEG", "WEBP")
_one_at_a_time = asyncio.Semaphore(1)
"""decoded, the largest picture takes 64 MB"""


async def clean_picture(content: bytes) -> bytes:
    """A PNG of at most 512 pixels a side that holds nothing but the picture.

    Raises PayloadTooLarge, and InvalidInput for what is no picture of the formats.
    """
    if len(content) > MAX_BYTES:
        raise PayloadTooLarge(_("The picture may have at most 1 MB."))
    async with _one_at_a_time:
        return await asyncio.to_thread(_clean, content)


def _clean(content: bytes) -> bytes:
    from PIL import Image, ImageOps  # few processes ever need it

    try:
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise InvalidInput({"logo": _("The picture has too many pixels.")})
            image.draft("RGB", (MAX_SIDE, MAX_SIDE))  # a large JPEG is decoded small
            turned = ImageOps.exif_transpose(image).convert("RGBA")
    except InvalidInput:
        raise
    except Exception as error:  # Pillow's decoders raise whatever they stumble over
        raise InvalidInput({"logo": _("This is no picture in PNG, JPEG or WebP format.")}) from error
    turned.thumbnail((MAX_SIDE, MAX_SIDE))
    bare = Image.new("RGBA", turned.size)
    bare.paste(turned)
    out = BytesIO()
    bare.save(out, "PNG", optimize=True)
    return out.getvalue()
