"""`server.py serve` as people meet it. One data directory serves the whole file: it is set up once."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from guanxi.cli.listen import listen
from tests.kernel.cli.processes import (
    PATIENCE,
    Process,
    command_line,
    command_lines,
    descendants,
    named,
    status_of,
    wait_until_gone,
)


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    directory = Path(tempfile.mkdtemp(prefix="guanxi-serve-"))
    directory.chmod(0o711)
    yield directory / "var"
    shutil.rmtree(directory)


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def server(data: Path, port: int) -> Iterator[Process]:
    process = Process(data, "serve", GUANXI_PORT=str(port))
    try:
        process.wait_for("Guanxi is ready")
        yield process
    finally:
        process.end()


def test_the_first_start_makes_a_company_and_says_how_to_sign_in(server: Process, port: int) -> None:
    server.wait_for("Password")
    assert f"http://localhost:{port}" in server.output
    assert len(named(r"Password +(\S+) +\(shown this once", server.output)) >= 12
    assert status_of(port, "/readyz") == 200


def test_a_second_start_on_the_same_data_names_the_first(server: Process, data: Path, port: int) -> None:
    for other_port in (port, port + 1):
        second = Process(data, "serve", GUANXI_PORT=str(other_port))
        assert second.wait() == 1
        pid = server.process.pid
        assert second.output == f"server.py: Another server (process {pid}) is using the data directory {data}.\n"
    assert status_of(port, "/readyz") == 200


def test_a_taken_port_is_named(data: Path) -> None:
    with listen("127.0.0.1", 0) as listener:
        taken = listener.getsockname()[1]
        process = Process(data, "serve", GUANXI_PORT=str(taken))
        assert process.wait() == 1
    assert process.output == f"server.py: Port {taken} on 127.0.0.1 is in use. Set GUANXI_PORT to another one.\n"


def test_a_web_process_that_dies_is_started_again(server: Process, port: int) -> None:
    family = descendants(server.process.pid)
    (web,) = [pid for pid in family if "server.py web" in command_line(pid)]
    os.kill(web, signal.SIGKILL)
    server.wait_for("web 1 ended (signal SIGKILL)")
    assert status_of(port, "/readyz") == 200  # waits in the socket's queue meanwhile


def test_commands_use_the_servers_that_run(server: Process, data: Path) -> None:
    command = Process(data, "company", "list")
    assert command.wait() == 0
    assert command.output.split()[:2] == ["demo", "guanxi_demo"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_everything(server: Process, number: signal.Signals) -> None:
    family = descendants(server.process.pid)
    server.process.send_signal(number)
    assert server.wait() == 0
    wait_until_gone(family)


def test_nothing_outlives_a_supervisor_that_is_killed(server: Process) -> None:
    family = descendants(server.process.pid)
    assert len(family) >= 6  # web, worker, two servers and what watches them
    server.process.kill()
    wait_until_gone(family)
    server.wait()


@pytest.mark.parametrize("later", [0.0, 0.4, 0.8, 1.2])
def test_a_signal_during_the_start_ends_everything(data: Path, port: int, later: float) -> None:
    process = Process(data, "serve", GUANXI_PORT=str(port))
    deadline = time.monotonic() + PATIENCE
    while len(family := descendants(process.process.pid)) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(later)
    process.process.send_signal(signal.SIGINT)
    assert process.wait() == 0
    assert str(data) not in command_lines()
    wait_until_gone(family)
