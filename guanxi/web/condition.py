"""How the installation is: each part with what was found, whether that is well, and what to do where it is not."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import structlog
from redis.asyncio import Redis

from guanxi import __version__, clock
from guanxi.addons import AvailableAddons
from guanxi.company import pending_upgrades
from guanxi.context import current_company
from guanxi.db import EmbeddedPostgres, EmbeddedValkey, fetch_row, fetch_value
from guanxi.declare.labels import Tone
from guanxi.documents import font_check
from guanxi.i18n import Text, _, listed
from guanxi.settings import Settings
from guanxi.views.formats import show_datetime, show_number

logger = structlog.stdlib.get_logger("guanxi.web")
_PATIENCE = 8.0
"""seconds for one check"""
_LATE = timedelta(minutes=2)
_MEGABYTE = 1024 * 1024
_LOW_DISK, _LEAST_DISK = 2000 * _MEGABYTE, 200 * _MEGABYTE
_OLDEST_POSTGRES = 15
_SERVER = "SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS size"
_QUEUE = """
SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) FILTER (WHERE state = 'running') AS running,
       count(*) FILTER (WHERE state = 'dead') AS dead,
       min(run_at) FILTER (WHERE state = 'waiting') AS oldest,
       max(finished_at) FILTER (WHERE state = 'done') AS last_done
FROM guanxi_job
"""
_fonts: dict[str, list[str]] = {}
"""found once for the life of the process"""


@dataclass(frozen=True, slots=True)
class Finding:
    title: Text
    found: str
    tone: Tone = Tone.OK
    advice: Text | None = None


Check = Callable[[Settings, AvailableAddons], Awaitable[Finding]]


async def findings(settings: Settings, available: AvailableAddons) -> list[Finding]:
    """One after another; a check that fails is a finding, too."""
    made = []
    for title, check in _CHECKS:
        try:
            async with asyncio.timeout(_PATIENCE):
                made.append(await check(settings, available))
        except Exception:
            logger.warning("a check of the installation failed", check=title.message, exc_info=True)
            made.append(Finding(title, str(_("no answer")), Tone.BAD, _("The log of the server says more.")))
    return made


async def _version(settings: Settings, available: AvailableAddons) -> Finding:
    pending = await pending_upgrades(available)
    if pending:
        older = _("The tables of {names} are older than the code. Restart the server: it brings them up to date.")
        return Finding(_VERSION, __version__, Tone.BAD, older.format(names=listed(pending)))
    return Finding(_VERSION, str(_("{version}, tables up to date", version=__version__)))


async def _database(settings: Settings, available: AvailableAddons) -> Finding:
    row = await fetch_row(_SERVER)
    assert row is not None
    version = str(row["version"]).partition(" ")[0]
    embedded = await asyncio.to_thread(_is_embedded, settings.data, current_company().database_url)
    text = _("{version}, embedded, {size}") if embedded else _("{version}, external, {size}")
    found = str(text.format(version=version, size=show_size(row["size"])))
    if int(version.partition(".")[0]) < _OLDEST_POSTGRES:
        return Finding(_DATABASE, found, Tone.WARN, _("Guanxi is tested with PostgreSQL 15 and later."))
    return Finding(_DATABASE, found)


def _is_embedded(data: Path, url: str) -> bool:
    if not (data / "postgres.json").exists():
        return False
    return _same_server(EmbeddedPostgres(data).find(), url)


def _same_server(one: str | None, other: str) -> bool:
    here, there = urlsplit(one or ""), urlsplit(other)
    return (here.hostname, here.port) == (there.hostname, there.port)


async def _redis(settings: Settings, available: AvailableAddons) -> Finding:
    missing = _("Jobs and limits work without it, a little later. Start it, or mend REDIS_URL.")
    if not settings.redis_url:
        return Finding(_REDIS, str(_("not set")), Tone.WARN, missing)
    async with Redis.from_url(settings.redis_url, socket_timeout=2, socket_connect_timeout=2) as client:
        try:
            info = await client.info("server")
        except Exception:
            return Finding(_REDIS, str(_("no answer")), Tone.WARN, missing)
    name = "Valkey" if "valkey_version" in info else "Redis"
    version = info.get("valkey_version") or info.get("redis_version")
    embedded = await asyncio.to_thread(_is_embedded_redis, settings.data, settings.redis_url)
    text = _("{name} {version}, embedded") if embedded else _("{name} {version}, external")
    return Finding(_REDIS, str(text.format(name=name, version=version)))


def _is_embedded_redis(data: Path, url: str) -> bool:
    return (data / "valkey.json").exists() and _same_server(EmbeddedValkey(data).find(), url)


async def _queue(settings: Settings, available: AvailableAddons) -> Finding:
    row = await fetch_row(_QUEUE)
    assert row is not None
    counts = {name: show_number(row[name]) for name in ("waiting", "running", "dead")}
    found = str(_("{waiting} waiting, {running} running, {dead} failed", **counts))
    if row["dead"]:
        advice = _("Look at the failed jobs on the page Jobs: run them again, or discard them.")
        return Finding(_JOBS, found, Tone.WARN, advice)
    return Finding(_JOBS, found)


async def _workers(settings: Settings, available: AvailableAddons) -> Finding:
    """Workers keep no list of themselves: one is there where nothing that is due waits."""
    now = clock.now()
    row = await fetch_row(_QUEUE)
    assert row is not None
    due = await fetch_value("SELECT min(next_at) FROM guanxi_schedule")
    late = [moment for moment in (row["oldest"], due) if moment is not None and moment < now - _LATE]
    last = show_datetime(row["last_done"]) if row["last_done"] else str(_("never", context="a job was done"))
    if late and not row["running"]:
        advice = _("No worker takes jobs. Start one: python server.py worker")
        return Finding(_WORKERS, str(_("work is due since {time}", time=show_datetime(min(late)))), Tone.BAD, advice)
    return Finding(_WORKERS, str(_("last job done: {time}", time=last)))


async def _mail(settings: Settings, available: AvailableAddons) -> Finding:
    if not settings.smtp_url:
        advice = _("Mails stay in the mailbox. Set GUANXI_SMTP_URL to send them.")
        return Finding(_MAIL, str(_("not set")), Tone.WARN, advice)
    server = urlsplit(settings.smtp_url).hostname or ""
    failed = await fetch_value("SELECT count(*) FROM guanxi_mail WHERE state = 'failed'")
    if failed:
        found = _("{server}, {count} not sent", server=server, count=show_number(failed))
        return Finding(_MAIL, str(found), Tone.WARN, _("Look at the mailbox for what the mail server says."))
    return Finding(_MAIL, server)


async def _chinese(settings: Settings, available: AvailableAddons) -> Finding:
    if "found" not in _fonts:
        _fonts["found"] = await font_check()
    if _fonts["found"]:
        return Finding(_FONTS, ", ".join(_fonts["found"][:2]))
    return Finding(
        _FONTS,
        str(_("none", context="found")),
        Tone.BAD,
        _("PDF files lack Chinese characters. Install fonts-noto-cjk."),
    )


async def _disk(settings: Settings, available: AvailableAddons) -> Finding:
    usage = await asyncio.to_thread(shutil.disk_usage, settings.data)
    found = str(_("{free} free of {total}", free=show_size(usage.free), total=show_size(usage.total)))
    if usage.free < _LOW_DISK:
        tone = Tone.BAD if usage.free < _LEAST_DISK else Tone.WARN
        return Finding(_DISK, found, tone, _("Make room, or move GUANXI_DATA to a larger disk."))
    return Finding(_DISK, found)


def show_size(size: int) -> str:
    """In megabytes, from ten thousand of them on in gigabytes."""
    megabytes = size / _MEGABYTE
    if megabytes >= 10_000:
        return f"{show_number(round(megabytes / 1024))} GB"
    return f"{show_number(max(1, round(megabytes)))} MB"


_VERSION, _DATABASE, _REDIS = _("Version of Guanxi"), _("PostgreSQL"), _("Redis or Valkey")
_JOBS, _WORKERS, _MAIL = _("Queue of jobs"), _("Worker"), _("Sending mail")
_FONTS, _DISK = _("Chinese font for PDF files"), _("Disk of the data")
_CHECKS: tuple[tuple[Text, Check], ...] = (
    (_VERSION, _version),
    (_DATABASE, _database),
    (_REDIS, _redis),
    (_WORKERS, _workers),
    (_JOBS, _queue),
    (_MAIL, _mail),
    (_FONTS, _chinese),
    (_DISK, _disk),
)
