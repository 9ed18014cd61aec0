"""How a company looks to people: its color and its logo."""

from __future__ import annotations

import re

from guanxi import records
from guanxi.auth.permissions import KernelPermission
from guanxi.company.pictures import clean_picture
from guanxi.context import current_company, require
from guanxi.db import execute, transaction
from guanxi.errors import InvalidInput
from guanxi.i18n import _
from guanxi.records.blobs import write_blob

DEFAULT_COLOR = "#3152e5"
_COLOR = re.compile(r"#[0-9a-f]{6}", re.ASCII)


def check_color(text: str) -> str:
    """`#rrggbb` in small letters; empty for the color that Guanxi has by itself. Raises InvalidInput."""
    color = text.strip().lower()
    if color and not _COLOR.fullmatch(color):
        raise InvalidInput({"color": _("Enter a color such as #3152e5.")})
    return "" if color == DEFAULT_COLOR else color


async def save_logo(content: bytes | None) -> None:
    """Keeps the picture as the company's logo; None takes the present one away.

    Raises InvalidInput where it is no picture, PayloadTooLarge.
    """
    require(KernelPermission.SETTINGS_MANAGE)
    digest = "" if content is None else await write_blob(await clean_picture(content))
    before = current_company().logo
    if digest == before:
        return
    async with transaction():
        await execute("UPDATE guanxi_company SET logo = $1", digest)
        await records.audit("settings", "guanxi/company", 1, before={"logo": before}, after={"logo": digest})
        await records.bump_revision()
