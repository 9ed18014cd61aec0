"""Logs: one event a line, for people or as JSON, with the request, the company and the actor they belong to.

Everything goes to standard error, also what libraries log through the standard `logging`. Passwords, tokens
and keys are masked; a request's query never shows up.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from typing import Any

import structlog

from guanxi.context import current_actor, current_company, current_request_id

MASK = "***"

_SECRET_KEY = re.compile(r"passw|secret|token|authorization|cookie|api_?key|session_id|csrf", re.IGNORECASE)
_URL_PASSWORD = re.compile(r"(?<=://)([^/\s:@]*):[^/\s@]+@")
_QUIET = ("asyncio", "arq", "fontTools", "uvicorn", "weasyprint")

Event = MutableMapping[str, Any]


def configure_logs(log_format: str, process: str, level: int = logging.INFO) -> None:
    """Set up this process's logs, `json` or for people; `process` names it in every line: `web`, `worker`."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _Where(process),
        structlog.processors.format_exc_info,
        mask_secrets,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.ExtraAdder(), *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _renderer(log_format)],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def log_request(method: str, path: str, status: int, milliseconds: float, **where: str) -> None:
    """The one line of a request. `path` comes without its query, which may hold names and keys.

    `where`: what `whereabouts()` was when the answer began, since it is outside of the company by its end.
    """
    _requests.info("request", method=method, path=path, status=status, ms=round(milliseconds, 1), **where)


def whereabouts() -> dict[str, str]:
    """The request, the company and the actor's id, those that are known: never a name."""
    actor = current_actor()
    known = {"request_id": current_request_id()}
    if actor.id is not None:
        known["actor"] = f"{actor.realm or actor.kind}:{actor.id}"
    with suppress(LookupError):
        known["company"] = current_company().name
    return {key: value for key, value in known.items() if value}


def mask_secrets(_logger: Any, _name: str, event: Event) -> Event:
    """Masks values whose key sounds secret, and passwords in addresses, down into nested values."""
    return {key: MASK if _SECRET_KEY.search(key) else _masked(value) for key, value in event.items()}


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        return _URL_PASSWORD.sub(rf"\1:{MASK}@", value)
    if isinstance(value, Mapping):
        return {
            key: MASK if isinstance(key, str) and _SECRET_KEY.search(key) else _masked(item)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [_masked(item) for item in value]
    return value


class _Where:
    def __init__(self, process: str) -> None:
        self.process = process

    def __call__(self, _logger: Any, _name: str, event: Event) -> Event:
        for key, value in {"process": self.process, **whereabouts()}.items():
            event.setdefault(key, value)
        return event


def _renderer(log_format: str) -> structlog.typing.Processor:
    if log_format == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), pad_event_to=0)


_requests = structlog.stdlib.get_logger("guanxi.requests")
