"""`server.py serve`: the supervisor of all processes of one machine."""

from __future__ import annotations

import asyncio
import sys

import click

from guanxi.cli.supervisor import Supervisor
from guanxi.settings import read_settings


@click.command("serve")
def command() -> None:
    """Start Guanxi: web, workers and, where none is given, PostgreSQL and Valkey."""
    sys.exit(asyncio.run(Supervisor(read_settings()).run()))
