"""`server.py addon`: the add-ons of a company, and the start of a new one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from guanxi.cli.options import company_option

if TYPE_CHECKING:
    from guanxi.company import Directory, RemovalPlan


@click.group("addon")
def command() -> None:
    """List, enable, disable, remove or begin add-ons."""


@command.command("list")
@company_option
def list_addons(company: str) -> None:
    """All add-ons here, and which of them the company has enabled."""
    from guanxi.cli.session import run_in_company
    from guanxi.context import current_company

    async def work(directory: Directory) -> None:
        for name, manifest in directory.available.manifests.items():
            state = "enabled" if current_company().catalog.has(name) else "-"
            click.echo(f"{name:<24} {manifest.version:<8} {state:<8} {manifest.shown_title()}")

    run_in_company(company, work)


@command.command("enable")
@click.argument("name")
@company_option
def enable_addon(name: str, company: str) -> None:
    """Enable NAME and what it needs."""
    from guanxi.cli.session import run_in_company
    from guanxi.company import enable

    async def work(directory: Directory) -> list[str]:
        return await enable(directory.available, name)

    enabled = run_in_company(company, work)
    click.echo(f"enabled: {', '.join(enabled)}" if enabled else f"{name} is enabled already")


@command.command("disable")
@click.argument("name")
@company_option
def disable_addon(name: str, company: str) -> None:
    """Disable NAME. Its data stays."""
    from guanxi.cli.session import run_in_company
    from guanxi.company import disable

    async def work(directory: Directory) -> None:
        await disable(directory.available, name)

    run_in_company(company, work)
    click.echo(f"disabled: {name}")


@command.command("remove")
@click.argument("name")
@company_option
@click.option("--yes", is_flag=True, help="Really remove it; without this the command only says what would go.")
def remove_addon(name: str, company: str, yes: bool) -> None:
    """Delete the tables and rows of NAME, after writing them to an archive."""
    from guanxi.cli.session import run_in_company
    from guanxi.company import disable, plan_removal, remove
    from guanxi.context import current_company

    async def work(directory: Directory) -> tuple[RemovalPlan, Path | None]:
        plan = await plan_removal(directory.available, name)
        if not yes:
            return plan, None
        if current_company().catalog.has(name):
            await disable(directory.available, name)
        return plan, await remove(directory.available, name, expected_rows=plan.rows)

    plan, archive = run_in_company(company, work)
    for table, rows in plan.tables.items():
        click.echo(f"{table:<40} {rows:>10} rows")
    click.echo(f"{'waiting jobs':<40} {plan.waiting_jobs:>10}")
    click.echo(f"removed; archive: {archive}" if archive else "nothing was changed; --yes removes all of this")


@command.command("migrate")
@click.argument("name")
def migrate_addon(name: str) -> None:
    """Write the next migration of NAME (or `guanxi`) where its models have changed. Read it before use."""
    import asyncio

    from guanxi.cli.checks import models_known
    from guanxi.cli.session import load_available
    from guanxi.db.migrations import make
    from guanxi.settings import read_settings

    available = load_available(read_settings())
    if name not in available.offers:
        raise click.UsageError(f"there is no add-on {name}")

    async def work() -> Path | None:
        async with models_known(available):
            return await make(name, available.migrations(name))

    click.echo(asyncio.run(work()) or "the models have not changed")


@command.command("new")
@click.argument("name")
@click.option("--title", help="What people read; else made from the name.")
@click.option("--title-zh", help="The same in Chinese; else the title.")
def new_addon(name: str, title: str | None, title_zh: str | None) -> None:
    """Begin an add-on: modules/NAME with a first resource, and its tests."""
    from guanxi.cli.skeletons import write_addon
    from guanxi.settings import ROOT

    title = title or name.replace("_", " ").capitalize()
    for path in write_addon(name, title, title_zh or title, ROOT):
        click.echo(path.relative_to(ROOT))
