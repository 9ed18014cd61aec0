"""One TortoiseContext per company: its configuration, opening and closing, and which one a task works in."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextvars import ContextVar, Token
from types import ModuleType
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit

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


_tokens: ContextVar[tuple[Token[TortoiseContext | None], ...]] = ContextVar("guanxi_contexts", default=())


def connect_config(url: str, apps: Apps) -> dict[str, Any]:
    """Tortoise's configuration for one database: our engine, bounded pools and time-outs, times in UTC.

    `GUANXI_DB_POOL` is the most connections a pool may hold (10). Raises ConfigurationError on a URL of
    anything but PostgreSQL and on a pool size that is none.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.hostname:
        raise ConfigurationError(_("The database address must look like postgres://user:password@host/name."))
    options = dict(parse_qsl(parts.query))
    credentials: dict[str, Any] = {
        "host": parts.hostname,
        "port": parts.port or 5432,
        "user": unquote(parts.username or "") or None,
        "password": unquote(parts.password or "") or None,
        "database": unquote(parts.path.lstrip("/")),
        "minsize": 1,
        "maxsize": _pool_size(),
        "command_timeout": 60,
        "timeout": 10,
        "server_settings": dict(_SERVER_SETTINGS),
    }
    if "sslmode" in options:
        credentials["ssl"] = options.pop("sslmode")
    if options:
        raise ConfigurationError(_("The database address has an option other than sslmode."))
    return {
        "connections": {"default": {"engine": "guanxi.db.engine", "credentials": credentials}},
        "apps": {
            name: {"models": [_module_name(module) for module in modules], "default_connection": "default"}
            for name, modules in apps.items()
        },
        "use_tz": True,
        "timezone": "UTC",
    }


def _pool_size() -> int:
    text = os.environ.get("GUANXI_DB_POOL") or "10"
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 100:
        raise ConfigurationError(_("GUANXI_DB_POOL must be a number from 1 to 100."))
    return int(text)


def _module_name(module: ModuleType | str) -> str:
    return module if isinstance(module, str) else module.__name__


class Context(TortoiseContext):
    """A TortoiseContext that any number of tasks may enter at once: `with context:`.

    Tortoise's own keeps its token on the object, so the second task to leave would reset the first one's.
    """

    def __enter__(self) -> Self:
        _tokens.set((*_tokens.get(), _current_context.set(self)))
        return self

    def __exit__(self, *exc: object) -> None:
        *outer, token = _tokens.get()
        _tokens.set(tuple(outer))
        _current_context.reset(token)


async def open_context(url: str, apps: Apps) -> Context:
    """A context whose pool is connected. `with context:` makes it the one that this task works in."""
    context = Context()
    with context:
        await context.init(config=connect_config(url, apps))
        await context.db("default").create_connection(with_db=True)
    return context


async def model_context(apps: Apps) -> Context:
    """A context that knows the models and has no database: to compare them with their migrations."""
    context = Context()
    with context:
        await context.init(config=connect_config("postgres://nobody@localhost/none", apps))
    return context


async def close_context(context: TortoiseContext) -> None:
    with context:
        await context.close_connections()
