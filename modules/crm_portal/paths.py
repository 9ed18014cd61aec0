"""Where somebody goes after signing in: only to a page of the portal's own."""

from __future__ import annotations

from urllib.parse import urlsplit

from crm_portal.permissions import PORTAL
from guanxi import safe_next

_DOORS = frozenset(
    f"{PORTAL.path}/{name}"
    for name in ("sign-in", "code", "with-password", "enter", "sign-out", "language", "new-email")
)


def own_path(sent: str) -> str:
    """`sent` where it is a page of the portal, also as lenient browsers read it; else the portal's home."""
    target = safe_next(sent, PORTAL.path)
    path = urlsplit(target).path
    dots = any(part.lower().replace("%2e", ".") in (".", "..") for part in path.split("/"))
    return target if PORTAL.owns(path) and path not in _DOORS and not dots else PORTAL.path


def next_of(sent: str) -> str:
    """For a hidden field: empty where it is the home anyway."""
    path = own_path(sent)
    return "" if path == PORTAL.path else path
