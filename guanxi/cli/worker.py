"""`server.py worker`: one process that runs background jobs."""

from __future__ import annotations

import click


@click.command("worker")
@click.option("--orders", type=int, hidden=True)
@click.option("--reports", type=int, hidden=True)
def command(orders: int | None, reports: int | None) -> None:
    """Run background jobs only, beside a Guanxi that serves, here or on another machine.

    On another machine set DATABASE_URL and REDIS_URL, and share GUANXI_DATA for the files.
    """
    from guanxi.cli.control import Control, settings_from
    from guanxi.cli.session import load_available
    from guanxi.cli.worker_process import run, run_alone
    from guanxi.settings import read_settings

    if orders is None or reports is None:
        run_alone()
        return
    control = Control(orders, reports)
    available = load_available(read_settings())
    run(settings_from(control.wait_for_orders()), available)
