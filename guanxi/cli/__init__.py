"""The commands of `server.py`. Each is imported only when it is asked for."""

from __future__ import annotations

import importlib
import sys
from typing import cast

import click

from guanxi.errors import GuanxiError, InvalidInput

COMMANDS = {
    "serve": "Start Guanxi: web, workers and, where none is given, PostgreSQL and Valkey.",
    "worker": "Run background jobs only.",
    "check": "Look for what is wrong with the add-ons, the data and this machine.",
    "addon": "List, enable, disable, remove or begin add-ons.",
    "company": "List, make, back up and restore companies.",
    "user": "Make users and set their passwords.",
    "api-key": "Make API keys.",
    "import": "Import a CSV or XLSX file.",
    "jobs": "List, retry, discard and run background jobs.",
    "translations": "Collect the texts to translate.",
}
_INTERNAL = ("web",)
_MODULES = {"api-key": "api_key", "import": "imports"}


class Commands(click.Group):
    """Finds the command `name` in `guanxi.cli.<name>`, under the name `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS and cmd_name not in _INTERNAL:
            return None
        module = importlib.import_module(f"guanxi.cli.{_MODULES.get(cmd_name, cmd_name)}")
        return cast(click.Command, module.command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def commands() -> None:
    """Guanxi, an add-on server for customer relationships."""


def main() -> None:
    """Runs the command line. A known error is told in its own words, with exit code 1, never as a trace."""
    try:
        commands.main(prog_name="server.py")
    except InvalidInput as error:
        wrong = [f"  {name}: {text}" for name, text in error.fields.items()]
        sys.exit("\n".join([f"server.py: {error}", *wrong]))
    except GuanxiError as error:
        sys.exit(f"server.py: {error}")
