"""`server.py jobs`: the background jobs of a company."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from guanxi.cli.options import company_option

if TYPE_CHECKING:
    from guanxi.company import Directory
    from guanxi.db import Record

_STATES = ("waiting", "running", "done", "dead", "discarded")


@click.group("jobs")
def command() -> None:
    """List, retry, discard and run background jobs."""


@command.command("list")
@click.option("--state", type=click.Choice(_STATES), help="Only jobs in this state.")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True)
@company_option
def list_jobs(state: str | None, limit: int, company: str) -> None:
    """The newest jobs first; `dead` are those that failed for good."""
    from guanxi.cli.session import run_in_company
    from guanxi.db import fetch

    async def work(directory: Directory) -> list[Record]:
        return await fetch(
            "SELECT id, name, state, tries, run_at, error FROM guanxi_job"
            " WHERE $1::text IS NULL OR state = $1 ORDER BY id DESC LIMIT $2",
            state,
            limit,
        )

    for row in run_in_company(company, work):
        error = row["error"].strip().splitlines()
        note = f"  {error[-1][:100]}" if error else ""
        when = row["run_at"].strftime("%Y-%m-%d %H:%M:%SZ")
        click.echo(f"{row['id']:>8}  {row['state']:<9}  {row['tries']} tries  {when}  {row['name']}{note}")


@command.command("retry")
@click.argument("id", type=int)
@company_option
def retry_job(id: int, company: str) -> None:
    """Give the job ID all its tries again."""
    from guanxi.cli.session import run_in_company
    from guanxi.jobs import retry

    async def work(directory: Directory) -> None:
        await retry(id)

    run_in_company(company, work)
    click.echo(f"job {id} waits for a worker")


@command.command("discard")
@click.argument("id", type=int)
@company_option
def discard_job(id: int, company: str) -> None:
    """Give the job ID up."""
    from guanxi.cli.session import run_in_company
    from guanxi.jobs import discard

    async def work(directory: Directory) -> None:
        await discard(id)

    run_in_company(company, work)
    click.echo(f"job {id} is discarded")


@command.command("run")
@click.option("--limit", type=click.IntRange(1, 100_000), default=1000, show_default=True)
@company_option
def run_jobs(limit: int, company: str) -> None:
    """Run what is due now, schedules included, in this process."""
    from guanxi.cli.session import run_in_company
    from guanxi.jobs import run_pending

    async def work(directory: Directory) -> int:
        return await run_pending(limit)

    click.echo(f"{run_in_company(company, work)} jobs were run")
