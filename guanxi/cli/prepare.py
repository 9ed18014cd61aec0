"""What the first web process does before it serves: upgrades, and on the first run the company `demo`."""

from __future__ import annotations

import secrets
from typing import Any

from guanxi.company import Directory, create_company, pending_upgrades, upgrade
from guanxi.company.demo import load_demo_data
from guanxi.context import SYSTEM, Company, elevated, use_actor, use_company
from guanxi.declare.extensions import BANNER_LINES
from guanxi.settings import Settings

__all__ = ["load_demo_data", "make_demo", "prepare"]

DEMO = "demo"
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")


async def prepare(directory: Directory, settings: Settings, address: str) -> dict[str, Any]:
    """Returns the fields of the supervisor's Banner."""
    with use_actor(SYSTEM):
        entries = await directory.entries()
        password = None if entries else await _first_company(directory, settings)
        for name in await directory.entries():
            with use_company(await directory.by_name(name)):
                if await pending_upgrades(directory.available):
                    await upgrade(directory.available)
        return await _banner(directory, password, address)


async def _first_company(directory: Directory, settings: Settings) -> str | None:
    """Makes `demo`; returns its administrator's password if nobody chose it."""
    password = settings.admin_password or secrets.token_urlsafe(9)
    hosts = LOCAL_HOSTS if settings.host in ("127.0.0.1", "0.0.0.0", "::", "::1") else (*LOCAL_HOSTS, settings.host)
    await make_demo(directory, hosts, password)
    return None if settings.admin_password else password


async def make_demo(directory: Directory, hosts: tuple[str, ...], password: str) -> Company:
    """The company `demo` with every add-on and its demo data."""
    addons = tuple(directory.available.manifests)
    return await create_company(
        directory,
        DEMO,
        title="春意暖通 Chunyi Climate",
        hosts=hosts,
        addons=addons,
        admin_password=password,
        fill=load_demo_data,
    )


async def _banner(directory: Directory, password: str | None, address: str) -> dict[str, Any]:
    names = list(await directory.entries())
    if DEMO not in names:
        return {"login": "", "password": None, "lines": [("Companies", ", ".join(names))]}
    company = await directory.by_name(DEMO)
    lines: list[tuple[str, str]] = []
    with use_company(company), elevated():
        for point in company.catalog.extensions(BANNER_LINES):
            lines += [(str(figure.label), figure.value) for figure in await point(address)]
    return {"login": "admin", "password": password, "lines": lines}
