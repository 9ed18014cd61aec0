"""`server.py web`: one web process, started by the supervisor."""

from __future__ import annotations

import click

from guanxi.cli.control import Control, settings_from
from guanxi.settings import read_settings


@click.command("web", hidden=True)
@click.option("--fd", type=int, required=True, help="the listening socket")
@click.option("--orders", type=int, required=True)
@click.option("--reports", type=int, required=True)
def command(fd: int, orders: int, reports: int) -> None:
    """One web process of the supervisor's."""
    control = Control(orders, reports)
    from guanxi.cli.session import load_available  # slow; the databases start meanwhile
    from guanxi.cli.web_process import run

    available = load_available(read_settings())
    given = control.wait_for_orders()
    run(settings_from(given), available, fd, control if given.get("prepare") else None)
