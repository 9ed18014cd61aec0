"""Settings of the process, read once from the environment. This is the list of all of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guanxi.errors import ConfigurationError
from guanxi.i18n import _

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    port: int = 8069
    """GUANXI_PORT"""
    host: str = "127.0.0.1"
    """GUANXI_HOST: the address to listen on"""
    data: Path = ROOT / "var"
    """GUANXI_DATA: files, archives and the embedded servers"""
    admin_password: str | None = None
    """GUANXI_ADMIN_PASSWORD: for the first administrator; a random one is printed once when unset"""
    database_url: str | None = None
    """DATABASE_URL: a PostgreSQL server; embedded when unset"""
    redis_url: str | None = None
    """REDIS_URL: a Redis or Valkey server; embedded when unset"""
    base_url: str | None = None
    """GUANXI_BASE_URL: the address in mails, `https://crm.example.com`; else http://<company's host>:<port>"""
    web_processes: int = 2
    """GUANXI_WEB_PROCESSES"""
    worker_processes: int = 1
    """GUANXI_WORKER_PROCESSES"""
    addons_path: tuple[Path, ...] = ()
    """GUANXI_ADDONS_PATH: more folders with add-ons, separated like PATH"""
    smtp_url: str | None = None
    """GUANXI_SMTP_URL: `smtp://user:password@host:587` or `smtps://`; without it mail stays in the mailbox"""
    mail_from: str = "Guanxi <guanxi@localhost>"
    """GUANXI_MAIL_FROM"""
    trusted_proxies: str = "127.0.0.1"
    """GUANXI_TRUSTED_PROXIES: addresses whose X-Forwarded-* headers count"""
    log_format: str = "console"
    """GUANXI_LOG_FORMAT: `console` or `json`"""
    secure_cookies: bool = False
    """GUANXI_SECURE_COOKIES: `1` where the site is served over https only"""
    metrics_token: str | None = None
    """GUANXI_METRICS_TOKEN: a bearer token for /metrics; without it only this machine may read them"""


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise ConfigurationError(_("GUANXI_PORT must be a number from 1 to 65535."))
    return int(text)


def _processes(name: str, text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 64:
        raise ConfigurationError(_("{name} must be a number from 1 to 64."), name=name)
    return int(text)


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Raises ConfigurationError where a value cannot be read."""
    get = environ.get
    extra = tuple(Path(part) for part in get("GUANXI_ADDONS_PATH", "").split(os.pathsep) if part)
    return Settings(
        port=_port(get("GUANXI_PORT", "8069")),
        host=get("GUANXI_HOST", "127.0.0.1"),
        data=Path(get("GUANXI_DATA") or ROOT / "var").resolve(),
        admin_password=get("GUANXI_ADMIN_PASSWORD") or None,
        database_url=get("DATABASE_URL") or None,
        redis_url=get("REDIS_URL") or None,
        base_url=(get("GUANXI_BASE_URL") or "").rstrip("/") or None,
        web_processes=_processes("GUANXI_WEB_PROCESSES", get("GUANXI_WEB_PROCESSES", "2")),
        worker_processes=_processes("GUANXI_WORKER_PROCESSES", get("GUANXI_WORKER_PROCESSES", "1")),
        addons_path=extra,
        smtp_url=get("GUANXI_SMTP_URL") or None,
        mail_from=get("GUANXI_MAIL_FROM") or "Guanxi <guanxi@localhost>",
        trusted_proxies=get("GUANXI_TRUSTED_PROXIES") or "127.0.0.1",
        log_format=get("GUANXI_LOG_FORMAT") or "console",
        secure_cookies=get("GUANXI_SECURE_COOKIES") == "1",
        metrics_token=get("GUANXI_METRICS_TOKEN") or None,
    )
