"""`server.py user`: users of a company."""

from __future__ import annotations

import secrets
import sys
from typing import TYPE_CHECKING

import click

from guanxi.cli.options import company_option

if TYPE_CHECKING:
    from guanxi.company import Directory


@click.group("user")
def command() -> None:
    """Make users and set their passwords."""


@command.command("create")
@click.argument("login")
@click.option("--name", help="The person's name; else the login.")
@click.option("--email", default="")
@click.option("--role", "roles", multiple=True, help="The key of a role, such as sales; may be repeated.")
@click.option("--administrator", is_flag=True)
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input; else one is made up.")
@company_option
def create(
    login: str,
    name: str | None,
    email: str,
    roles: tuple[str, ...],
    administrator: bool,
    password_stdin: bool,
    company: str,
) -> None:
    """Make the user LOGIN."""
    from guanxi.auth.users import create_user
    from guanxi.cli.session import run_in_company
    from guanxi.context import current_company

    password, shown = _password(password_stdin)

    async def work(directory: Directory) -> int:
        return await create_user(
            login,
            name or login,
            password,
            email=email,
            roles=await _role_ids(roles),
            administrator=administrator,
            locale=current_company().locale,
        )

    click.echo(f"user {login} has the id {run_in_company(company, work)}{shown}")


@command.command("password")
@click.argument("login")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input; else one is made up.")
@company_option
def set_password(login: str, password_stdin: bool, company: str) -> None:
    """Set the password of LOGIN and end their sessions."""
    from guanxi.auth import users
    from guanxi.cli.session import run_in_company

    password, shown = _password(password_stdin)

    async def work(directory: Directory) -> None:
        await users.set_password(await user_id(login), password)

    run_in_company(company, work)
    click.echo(f"the password of {login} is set{shown}")


async def user_id(login: str) -> int:
    """Raises click.UsageError where there is no such user."""
    from guanxi.auth.names import normalize_login
    from guanxi.db import fetch_value

    found = await fetch_value("SELECT id FROM guanxi_user WHERE login = $1", normalize_login(login))
    if found is None:
        raise click.UsageError(f"there is no user {login}")
    return int(found)


async def _role_ids(keys: tuple[str, ...]) -> list[int]:
    from guanxi.db import fetch

    rows = await fetch("SELECT id, key FROM guanxi_role WHERE key = ANY($1::text[])", list(keys))
    if missing := set(keys) - {row["key"] for row in rows}:
        raise click.UsageError(f"there is no role {', '.join(sorted(missing))}")
    return [row["id"] for row in rows]


def _password(from_stdin: bool) -> tuple[str, str]:
    """The password, and what to say of it."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n"), ""
    password = secrets.token_urlsafe(12)
    return password, f"; password: {password}"
