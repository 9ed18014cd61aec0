"""`server.py check`: what is wrong, without serving."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    pass


@click.command("check")
@click.option("--translations", is_flag=True, help="Only whether all texts are translated.")
@click.option("--migrations", is_flag=True, help="Only whether the models have changes without a migration.")
def command(translations: bool, migrations: bool) -> None:
    """Look for what is wrong; exit code 1 where something is.

    Without options: add-ons, translations, fonts, databases, pending migrations and the audit chain.
    """
    from guanxi.cli import checks
    from guanxi.cli.session import load_available
    from guanxi.settings import read_settings

    available = load_available(read_settings())
    parts = {
        "translations": (checks.translations, translations),
        "migrations": (checks.migrations, migrations),
    }
    chosen = [(title, part) for title, (part, wanted) in parts.items() if wanted]
    problems = 0
    for title, part in chosen or [
        ("translations", checks.translations),
        ("fonts", checks.fonts),
        ("data", checks.data),
    ]:
        found = part(available)
        problems += len(found)
        click.echo(f"{title}: {f'{len(found)} problems' if found else 'ok'}")
        for problem in found:
            click.echo(f"  {problem}")
    sys.exit(1 if problems else 0)
