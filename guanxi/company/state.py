"""What a company's database says of it, read into the `Company` that requests and jobs work with."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from tortoise.context import TortoiseContext

from guanxi.addons import AvailableAddons
from guanxi.context import Company
from guanxi.custom.catalogs import extended
from guanxi.custom.columns import custom_fields
from guanxi.db import fetch, fetch_row, fetch_value
from guanxi.errors import ConfigurationError
from guanxi.i18n import _


async def revision() -> int:
    return int(await fetch_value("SELECT revision FROM guanxi_company"))


async def enabled_addons() -> set[str]:
    return {row["name"] for row in await fetch("SELECT name FROM guanxi_addon WHERE enabled")}


async def load_company(
    name: str,
    hosts: tuple[str, ...],
    database_url: str,
    context: TortoiseContext,
    available: AvailableAddons,
    files: Path,
) -> Company:
    """The company as its database has it now. Runs inside `with context:`."""
    row = await fetch_row("SELECT * FROM guanxi_company")  # before an upgrade it may lack columns
    if row is None:
        raise ConfigurationError(_("The database of {name} is no company's."), name=name)
    settings = {row["addon"]: row["values"] for row in await fetch("SELECT addon, values FROM guanxi_settings")}
    return Company(
        name=name,
        title=row["title"],
        hosts=hosts,
        zone=ZoneInfo(row["zone"]),
        currency=row["currency"],
        locale=row["locale"],
        database_url=database_url,
        tortoise=context,
        catalog=extended(available.catalog(await enabled_addons()), await custom_fields(), name),
        files=files,
        revision=row["revision"],
        color=row.get("color", ""),
        logo=row.get("logo", ""),
        greeted=row.get("greeted", True),
        settings=settings,
    )
