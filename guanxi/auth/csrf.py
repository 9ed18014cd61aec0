"""Cross-site request forgery and open redirects: pure checks on plain values, called by the middleware.

Forms that are sent without a session (signing in, asking for a link) are checked by where they come from
alone. A double-submit cookie would add nothing: every browser sends Origin or Sec-Fetch-Site with a POST and
no page can forge them, while a cookie can be planted by a neighboring subdomain.
"""

from __future__ import annotations

import hmac
from collections.abc import Collection
from urllib.parse import urlsplit

from guanxi.auth.errors import CsrfFailed

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_NEXT_MAXIMUM = 2000


def check_csrf(
    method: str,
    *,
    session_token: str | None,
    sent_token: str | None,
    origin: str | None,
    fetch_site: str | None,
    own_origins: Collection[str],
) -> None:
    """Raises CsrfFailed on an unsafe request that one of our own pages did not send.

    `session_token` is the session's, None where there is no session; `sent_token` comes from the form or the
    X-CSRF-Token header; `origin` and `fetch_site` are the headers Origin and Sec-Fetch-Site; `own_origins`
    the request's own scheme and host and GUANXI_BASE_URL. Requests with an API key need no check.
    """
    if method in SAFE_METHODS:
        return
    if not _from_our_page(origin, fetch_site, own_origins):
        raise CsrfFailed()
    if session_token is not None and not same_token(session_token, sent_token):
        raise CsrfFailed()


def _from_our_page(origin: str | None, fetch_site: str | None, own_origins: Collection[str]) -> bool:
    """Browsers send Sec-Fetch-Site to https and localhost only; `none` is a reload or a bookmark.

    `Origin: null` comes from sandboxed frames, but also from our own pages under a strict Referrer-Policy.
    """
    if fetch_site is not None and fetch_site not in ("same-origin", "none"):
        return False
    if origin is None or origin == "null":
        return fetch_site == "same-origin"
    own = {_origin(address) for address in own_origins}
    return _origin(origin) in own


def _origin(address: str) -> tuple[str, str, int | None]:
    """Scheme, host and port of an address, the default port filled in."""
    try:
        parts = urlsplit(address)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
        return parts.scheme, parts.hostname or "", port
    except ValueError:
        return "", "", -1


def same_token(expected: str, sent: str | None) -> bool:
    """Compares in constant time; an empty token equals nothing."""
    given = (sent or "").encode("utf-8", "surrogatepass")
    return hmac.compare_digest(expected.encode(), given) and bool(expected)


def safe_next(path: str | None, default: str = "/") -> str:
    """`path` where it is an address on this site, also as lenient browsers read it; else `default`."""
    if not path or len(path) > _NEXT_MAXIMUM or not path.startswith("/") or path.startswith("//"):
        return default
    if "\\" in path or not path.isprintable():
        return default
    try:
        parts = urlsplit(path)
    except ValueError:
        return default
    return default if parts.scheme or parts.netloc else path
