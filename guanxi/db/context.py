"""One TortoiseContext per company: its configuration, opening and closing, and which one a task works in."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any
from urllib.parse import unquote, urlsplit

from tortoise.context import TortoiseContext, _current_context

from guanxi.errors import ConfigurationError
from guanxi.i18n import _

Apps = Mapping[str, Sequence[ModuleType | str]]

_SERVER_SETTINGS = {
    "application_name": "guanxi",
    "idle_in_transaction_session_timeout": "60s",
    "jit": "off",
    "lock_timeout": "10s",
    "statement_timeout": "30s",
    "timezone": "UTC",
}


def connect_config(url: str, apps: Apps) -> dict[str, Any]:
    """Tortoise's configuration for one database: our engine, bounded pools and time-outs, times in UTC.

    `GUANXI_DB_POOL` is the most connections a pool may hold (10). Raises ConfigurationError on a URL of
    anything but PostgreSQL.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.hostname:
        raise ConfigurationError(_("The database address must look like postgres://user:password@host/name."))
    credentials = {
        "host": parts.hostname,
        "port": parts.port or 5432,
        "user": unquote(parts.username or "") or None,
        "password": unquote(parts.password or "") or None,
        "database": unquote(parts.path.lstrip("/")),
        "minsize": 1,
        "maxsize": int(os.environ.get("GUANXI_DB_POOL", "10")),
        "command_timeout": 60,
        "timeout": 10,
        "server_settings": dict(_SERVER_SETTINGS),
    }
    return {
        "connections": {"default": {"engine": "guanxi.db.engine", "credentials": credentials}},
        "apps": {
            name: {"models": list(modules), "default_connection": "default"} for name, modules in apps.items()
        },
        "use_tz": True,
        "timezone": "UTC",
    }


async def open_context(url: str, apps: Apps) -> TortoiseContext:
    """A context whose pool is connected. Use it with `use_context`; several live side by side."""
    context = TortoiseContext()
    with use_context(context):
        await context.init(config=connect_config(url, apps))
        await context.db("default").create_connection(with_db=True)
    return context


async def close_context(context: TortoiseContext) -> None:
    with use_context(context):
        await context.close_connections()


@contextmanager
def use_context(context: TortoiseContext) -> Iterator[TortoiseContext]:
    """Makes `context` the one that models and SQL of this task use.

    Tortoise's own `with context:` keeps its token on the context, which breaks when two tasks enter it.
    """
    token = _current_context.set(context)
    try:
        yield context
    finally:
        _current_context.reset(token)
