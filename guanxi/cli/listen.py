"""The listening socket: bound once by the supervisor and inherited by all web processes."""

from __future__ import annotations

import errno
import socket

from guanxi.errors import ConfigurationError
from guanxi.i18n import _

BACKLOG = 2048


class PortTaken(ConfigurationError):
    code = "port_taken"
    message = _("Port {port} on {host} is in use. Set GUANXI_PORT to another one.")


class AddressUnusable(ConfigurationError):
    code = "address_unusable"
    message = _("Guanxi cannot listen on {host}:{port}: {cause}")


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections at once; they wait until a web process accepts them."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise AddressUnusable(host=host, port=port, cause=error.strerror or str(error)) from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6 and address[0] == "::":
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(host=host, port=port) from error
        raise AddressUnusable(host=host, port=port, cause=error.strerror or str(error)) from error
    return listener


def shown_address(host: str, port: int) -> str:
    """The address that a person opens: `http://localhost:8069` for one that listens on this machine."""
    name = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::", "::1", "localhost") else host
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"
