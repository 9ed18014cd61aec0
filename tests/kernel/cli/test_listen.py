from __future__ import annotations

import socket

import pytest

from guanxi.cli.listen import AddressUnusable, PortTaken, listen, shown_address


def test_connections_wait_from_the_start() -> None:
    with listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname(), timeout=5):
        accepted, _address = listener.accept()
        accepted.close()


def test_a_taken_port_is_named() -> None:
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(PortTaken) as raised:
            listen("127.0.0.1", port)
    assert str(raised.value) == f"Port {port} on 127.0.0.1 is in use. Set GUANXI_PORT to another one."


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(AddressUnusable, match=r"192\.0\.2\.1"):
        listen("192.0.2.1", 0)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://localhost:8069"),
        ("0.0.0.0", "http://localhost:8069"),
        ("crm.example.com", "http://crm.example.com:8069"),
        ("2001:db8::1", "http://[2001:db8::1]:8069"),
    ],
)
def test_people_are_shown_an_address_they_can_open(host: str, address: str) -> None:
    assert shown_address(host, 8069) == address
