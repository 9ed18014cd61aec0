"""Options that several commands take."""

from __future__ import annotations

import click

company_option = click.option("--company", default="demo", show_default=True, help="The company's name.")
