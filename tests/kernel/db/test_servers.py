from __future__ import annotations

import asyncio
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg
import pytest
import redis

from guanxi.db import DataDirectoryInUse, DirectoryLock, EmbeddedPostgres, EmbeddedValkey

ROOT = Path(__file__).resolve().parents[3]
HOLD = """
import sys, time
from pathlib import Path
from guanxi.db import EmbeddedPostgres, EmbeddedValkey
home = Path(sys.argv[1])
print(EmbeddedPostgres(home / "postgres", durable=False).start())
print(EmbeddedValkey(home / "valkey").start(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def home() -> Iterator[Path]:
    """A directory that root's servers can reach; pytest's own cannot be entered by others."""
    path = Path(tempfile.mkdtemp(prefix="guanxi-servers-"))
    path.chmod(0o711)
    yield path
    EmbeddedPostgres(path / "postgres").destroy()
    EmbeddedValkey(path / "valkey").destroy()
    shutil.rmtree(path)


async def _query(url: str, sql: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()


def query(url: str, sql: str) -> object:
    return asyncio.run(_query(url, sql))


def wait_until(done: Callable[[], bool], seconds: float = 15.0) -> None:
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def answers(url: str) -> bool:
    try:
        return query(url, "SELECT 1") == 1
    except (OSError, asyncpg.PostgresError, asyncpg.InternalClientError):  # cut off in the middle of a word
        return False


def pong(url: str) -> bool:
    client = redis.Redis.from_url(url)
    try:
        return bool(client.ping())
    except redis.ConnectionError:
        return False
    finally:
        client.close()


def start_elsewhere(home: Path) -> tuple[subprocess.Popen[str], str, str]:
    """Another process that starts both servers and holds them."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(home)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    postgres_url, valkey_url = process.stdout.readline().strip(), process.stdout.readline().strip()
    process.stdout.close()
    return process, postgres_url, valkey_url


def test_postgres_keeps_its_data_and_address_over_a_stop(home: Path) -> None:
    server = EmbeddedPostgres(home / "postgres", durable=False)
    url = server.start()
    query(url, "CREATE TABLE kept ()")
    assert query(url, "SHOW password_encryption") == "scram-sha-256"
    server.stop()
    assert not answers(url)
    again = EmbeddedPostgres(home / "postgres", durable=False)
    assert again.start() == url
    assert query(url, "SELECT count(*) FROM kept") == 0
    again.stop()


def test_strangers_are_refused(home: Path) -> None:
    postgres, valkey = EmbeddedPostgres(home / "postgres", durable=False), EmbeddedValkey(home / "valkey")
    address = postgres.start().split("@")[1]
    with pytest.raises(asyncpg.InvalidPasswordError):
        query(f"postgres://guanxi:guess@{address}", "SELECT 1")
    assert not pong("redis://" + valkey.start().split("@")[1])
    postgres.stop()
    valkey.stop()
    assert stat.S_IMODE((home / "postgres" / "postgres.password").stat().st_mode) == 0o600
    assert stat.S_IMODE((home / "valkey" / "valkey.json").stat().st_mode) == 0o600


def test_a_second_start_shares_the_running_server(home: Path) -> None:
    process, url, valkey_url = start_elsewhere(home)
    server, valkey = EmbeddedPostgres(home / "postgres"), EmbeddedValkey(home / "valkey")
    assert (server.start(), valkey.start()) == (url, valkey_url)
    assert not server.owned
    server.stop()
    valkey.stop()
    assert answers(url) and pong(valkey_url)
    process.kill()
    process.wait()


def test_servers_do_not_outlive_a_killed_owner(home: Path) -> None:
    process, url, valkey_url = start_elsewhere(home)
    assert answers(url) and pong(valkey_url)
    process.kill()
    process.wait()
    wait_until(lambda: not answers(url) and not pong(valkey_url))


def test_a_start_right_after_a_kill_gets_a_server_that_stays(home: Path) -> None:
    process, url, _ = start_elsewhere(home)
    query(url, "CREATE TABLE kept ()")
    process.kill()
    process.wait()
    server = EmbeddedPostgres(home / "postgres", durable=False)
    again = server.start()
    assert server.owned
    time.sleep(1)
    assert query(again, "SELECT count(*) FROM kept") == 0
    server.stop()


@pytest.mark.parametrize("victim", ["postmaster", "supervisor"])
def test_a_start_after_the_server_itself_was_killed(home: Path, victim: str) -> None:
    server = EmbeddedPostgres(home / "postgres", durable=True)
    url = server.start()
    query(url, "CREATE TABLE kept ()")
    postmaster = int((home / "postgres" / "postgres" / "cluster" / "postmaster.pid").read_text().split()[0])
    assert server._process is not None
    os.kill(postmaster if victim == "postmaster" else server._process.pid, signal.SIGKILL)
    wait_until(lambda: server.ended and not answers(url))
    assert server.start() == url
    assert query(url, "SELECT count(*) FROM kept") == 0
    assert server.owned and not server.ended
    server.stop()


def test_a_stale_pid_file_of_a_living_stranger_is_no_obstacle(home: Path) -> None:
    server = EmbeddedPostgres(home / "postgres", durable=False)
    server.start()
    pid_file = home / "postgres" / "postgres" / "cluster" / "postmaster.pid"
    text = pid_file.read_text()
    server.stop()
    pid_file.write_text("\n".join([str(os.getpid()), *text.splitlines()[1:]]) + "\n")
    assert answers(server.start())
    server.stop()


@pytest.mark.skipif(os.getuid() != 0, reason="only root needs another user for its servers")
def test_root_changes_no_mode_outside_its_own_directories(home: Path) -> None:
    private = home / "private"
    data = private / "var" / "postgres"
    private.mkdir(mode=0o700)
    places = [*data.parents, Path(sys.prefix), Path(sys.prefix).parent]
    existing = [place for place in places if place.exists()]
    before = [place.stat().st_mode for place in existing]
    server = EmbeddedPostgres(data, durable=False)
    try:
        url = server.start()
        assert answers(url)
        place = server._place()
        assert not place.is_relative_to(private)
        assert stat.S_IMODE(place.stat().st_mode) == 0o700
        assert str(place) in (data / "postgres.moved.txt").read_text()
        server.stop()
        assert server.start() == url
        assert [place.stat().st_mode for place in existing] == before
    finally:
        server.destroy()
    assert not place.exists()


@pytest.mark.skipif(os.getuid() != 0, reason="only root needs another user for its servers")
def test_a_program_out_of_reach_is_copied(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from guanxi.db import accounts

    monkeypatch.setattr(accounts, "SHARED", home / "shared")
    monkeypatch.setattr(accounts.Account, "may_use", lambda self, path: False)
    server = EmbeddedPostgres(home / "postgres", durable=False)
    assert server.program("postgres").is_relative_to(home / "shared")
    assert answers(server.start())
    server.stop()
    valkey = EmbeddedValkey(home / "valkey")
    assert pong(valkey.start())
    valkey.stop()


def test_a_second_server_on_the_same_directory_names_the_first(tmp_path: Path) -> None:
    with (
        DirectoryLock(tmp_path / "var"),
        pytest.raises(DataDirectoryInUse, match=f"process {os.getpid()}"),
        DirectoryLock(tmp_path / "var"),
    ):
        raise AssertionError("not reached")
    with DirectoryLock(tmp_path / "var"):
        pass
