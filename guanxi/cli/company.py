"""`server.py company`: companies, their backups and restoring them."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from guanxi.cli.backup import Manifest
    from guanxi.company import Directory
    from guanxi.context import Company


@click.group("company")
def command() -> None:
    """List, make, back up and restore companies."""


@command.command("list")
def list_companies() -> None:
    """All companies with their hosts and databases."""
    from guanxi.cli.session import run_with_directory

    async def work(directory: Directory) -> None:
        for entry in (await directory.entries()).values():
            click.echo(f"{entry.name:<20} {entry.database:<30} {', '.join(entry.hosts)}")

    run_with_directory(work)


@command.command("create")
@click.argument("name")
@click.option("--title", help="What people read; else the name.")
@click.option("--host", "hosts", multiple=True, help="A host name at which the company answers; may be repeated.")
@click.option("--addon", "addons", multiple=True, help="An add-on to enable; may be repeated.")
@click.option("--zone", default="Asia/Shanghai", show_default=True)
@click.option("--currency", default="CNY", show_default=True)
@click.option("--locale", default="zh_CN", show_default=True, type=click.Choice(("en", "zh_CN")))
def create(
    name: str,
    title: str | None,
    hosts: tuple[str, ...],
    addons: tuple[str, ...],
    zone: str,
    currency: str,
    locale: str,
) -> None:
    """Make the company NAME with the administrator `admin`."""
    from guanxi.cli.session import run_with_directory
    from guanxi.company import create_company
    from guanxi.settings import read_settings

    chosen = read_settings().admin_password
    password = chosen or secrets.token_urlsafe(12)

    async def work(directory: Directory) -> Company:
        return await create_company(
            directory,
            name,
            title=title or name,
            hosts=tuple(host.lower() for host in hosts),
            addons=addons,
            admin_password=password,
            zone=zone,
            currency=currency,
            locale=locale,
        )

    run_with_directory(work)
    click.echo(f"company {name} is ready; login admin{'' if chosen else f', password {password}'}")


@command.command("backup")
@click.argument("name")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The file to write; must not exist.")
def backup(name: str, out: Path | None) -> None:
    """Write all of the company NAME into one file, while it goes on working."""
    from guanxi import clock
    from guanxi.cli.backup import write_backup
    from guanxi.cli.session import run_in_company
    from guanxi.context import current_company

    if out is not None and out.exists():
        raise click.UsageError(f"{out} is there already")

    async def work(directory: Directory) -> tuple[Path, Manifest]:
        stamp = clock.now().strftime("%Y%m%dT%H%M%SZ")
        path = out or directory.data / "backups" / f"{name}-{stamp}.tar"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path, await write_backup(current_company(), path)

    path, manifest = run_in_company(name, work)
    click.echo(f"{path} ({path.stat().st_size:,} bytes, {manifest.files} files)")


@command.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--as", "name", required=True, help="The name of the company to make; must be free.")
@click.option("--host", "hosts", multiple=True, help="A host name at which it answers; may be repeated.")
def restore(file: Path, name: str, hosts: tuple[str, ...]) -> None:
    """Make a company from the backup FILE, in a new database."""
    from guanxi.cli.restore import restore_backup
    from guanxi.cli.session import run_with_directory

    async def work(directory: Directory) -> Manifest:
        return await restore_backup(directory, file, name, tuple(host.lower() for host in hosts))

    manifest = run_with_directory(work)
    click.echo(f"company {name} is what {manifest.company} was at {manifest.at:%Y-%m-%d %H:%M:%S} UTC")
