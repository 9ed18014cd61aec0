"""`server.py api-key`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import click

from guanxi.cli.options import company_option

if TYPE_CHECKING:
    from guanxi.company import Directory


@click.group("api-key")
def command() -> None:
    """Make API keys."""


@command.command("create")
@click.argument("login")
@click.option("--name", default="command line", show_default=True, help="What the key is for.")
@click.option("--permission", "permissions", multiple=True, help="One the key has; none: all that LOGIN has.")
@click.option("--days", type=click.IntRange(1, 3650), help="When the key ends; never without this.")
@company_option
def create(login: str, name: str, permissions: tuple[str, ...], days: int | None, company: str) -> None:
    """Make a key that acts as the user LOGIN. It is shown this once."""
    from guanxi import clock
    from guanxi.auth.api_keys import create_api_key
    from guanxi.cli.session import run_in_company
    from guanxi.cli.user import user_id

    async def work(directory: Directory) -> str:
        until = None if days is None else clock.now() + timedelta(days=days)
        return (await create_api_key(await user_id(login), name, permissions, until)).key

    click.echo(run_in_company(company, work))
