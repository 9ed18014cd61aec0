"""What `server.py check` looks at. Each check returns sentences, none where all is well."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from guanxi.addons import AvailableAddons
from guanxi.cli.servers import running_servers
from guanxi.cli.session import open_directory
from guanxi.cli.translations import translation_problems
from guanxi.company import Directory, pending_upgrades
from guanxi.context import SYSTEM, current_company, use_actor, use_company
from guanxi.db import Context, connect_config, fetch, migrations as db_migrations
from guanxi.documents import font_check
from guanxi.imports.blobs import NEEDED
from guanxi.records.audit import verify
from guanxi.settings import read_settings

_NO_DATABASE = "postgres://localhost/none"
"""For contexts that only know models and never connect."""


def translations(available: AvailableAddons) -> list[str]:
    return translation_problems(offer.folder for offer in available.offers.values())


@asynccontextmanager
async def models_known(available: AvailableAddons) -> AsyncIterator[None]:
    """A context without a database, for comparing models with migrations."""
    with Context() as context:
        await context.init(config=connect_config(_NO_DATABASE, available.tortoise_apps()))
        yield


def migrations(available: AvailableAddons) -> list[str]:
    return asyncio.run(_changed_models(available))


async def _changed_models(available: AvailableAddons) -> list[str]:
    async with models_known(available):
        return [
            f"{name}: the models changed; `server.py addon migrate {name}` writes the migration"
            for name, offer in available.offers.items()
            if offer.models and await db_migrations.missing(name, available.migrations(name))
        ]


def fonts(available: AvailableAddons) -> list[str]:
    found = asyncio.run(font_check())
    return [] if found else ["no Chinese font: install fonts-noto-cjk, else documents have missing characters"]


def data(available: AvailableAddons) -> list[str]:
    """Every company: reachable, up to date, its audit log unbroken and its files in place."""
    with running_servers(read_settings()) as addresses:
        settings = read_settings({**os.environ, **addresses})

        async def run() -> list[str]:
            async with open_directory(settings, available) as directory:
                with use_actor(SYSTEM):
                    names = list(await directory.entries())
                    return [problem for name in names for problem in await _company(directory, name)]

        return asyncio.run(run())


async def _company(directory: Directory, name: str) -> list[str]:
    try:
        company = await directory.by_name(name)
    except Exception as error:  # whatever it is, the others are to be looked at as well
        return [f"{name}: cannot be opened: {error}"]
    with use_company(company):
        pending = await pending_upgrades(directory.available)
        problems = [f"{name}: {addon} has migrations to run: {', '.join(files)}" for addon, files in pending.items()]
        if (link := await verify()) is not None:
            problems.append(f"{name}: the audit log was changed; link {link} of its chain is broken")
        return problems + [f"{name}: {problem}" for problem in await _missing_files()]


async def _missing_files() -> list[str]:
    folder = current_company().files
    rows = await fetch(f"{NEEDED} ORDER BY 1")
    gone = [digest for row in rows if not (folder / (digest := row["sha256"])[:2] / digest[2:]).is_file()]
    return [f"the contents of {len(gone)} files are gone, such as {gone[0]}"] if gone else []
