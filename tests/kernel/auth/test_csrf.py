from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given, strategies as st

from guanxi.auth import CsrfFailed, check_csrf, safe_next

OWN = ("https://crm.example.com",)


def passes(
    method: str = "POST",
    session_token: str | None = "secret",
    sent_token: str | None = "secret",
    origin: str | None = "https://crm.example.com",
    fetch_site: str | None = "same-origin",
) -> bool:
    try:
        check_csrf(
            method,
            session_token=session_token,
            sent_token=sent_token,
            origin=origin,
            fetch_site=fetch_site,
            own_origins=OWN,
        )
    except CsrfFailed as refused:
        assert (refused.status, refused.code) == (403, "csrf_failed")
        return False
    return True


def test_our_own_forms_pass() -> None:
    assert passes()
    assert passes(fetch_site=None)
    assert passes(origin=None)
    assert passes(origin="null")
    assert passes(origin="https://crm.example.com:443", fetch_site=None)
    assert passes(origin="HTTPS://CRM.example.com", fetch_site=None)
    assert passes(method="DELETE", fetch_site="none")


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_reading_needs_nothing(method: str) -> None:
    assert passes(method, "secret", None, "https://evil.example", "cross-site")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "post", "TRACE", "ANYTHING"])
def test_everything_else_needs_the_token(method: str) -> None:
    assert not passes(method, sent_token=None)
    assert not passes(method, sent_token="")
    assert not passes(method, sent_token="Secret")
    assert not passes(method, sent_token="\ud800")
    assert not passes(method, session_token="", sent_token="")


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://crm.example.com",
        "https://crm.example.com:8443",
        "https://crm.example.com.evil.example",
        "https://evil.crm.example.com",
        "https://crm.example.com@evil.example",
        "https://[",
        "https://crm.example.com:x",
        "",
        "null",
        None,
    ],
)
def test_the_token_alone_is_not_enough(origin: str | None) -> None:
    assert not passes(origin=origin, fetch_site=None)
    assert not passes(origin=origin, fetch_site="none")


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "Same-Origin "])
def test_other_sites_are_refused_whatever_origin_says(site: str) -> None:
    assert not passes(fetch_site=site)


def test_a_form_without_a_session_is_checked_by_where_it_comes_from() -> None:
    assert passes(session_token=None, sent_token=None)
    assert not passes(session_token=None, sent_token=None, origin="https://evil.example", fetch_site=None)
    assert not passes(session_token=None, sent_token=None, fetch_site="cross-site")
    assert not passes(session_token=None, sent_token=None, origin=None, fetch_site=None)


@pytest.mark.parametrize("path", ["/", "/crm_core/customers?stage=lead&q=春意", "/a/b#c", "/a?next=//x"])
def test_addresses_on_this_site(path: str) -> None:
    assert safe_next(path) == path


@pytest.mark.parametrize(
    "path",
    [
        None,
        "",
        "a",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "/a\\b",
        "\\\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        " /a",
        "/\t/evil.example",
        "/\n/evil.example",
        "/a\r\nSet-Cookie: x=y",
        "/\x00",
        "/\u2028",
        "/\ud800",
        "/" + "x" * 3000,
    ],
)
def test_addresses_elsewhere(path: str | None) -> None:
    assert safe_next(path) == "/"
    assert safe_next(path, "/home") == "/home"


@given(st.text(alphabet="/\\.:@%ax \t\n?#", max_size=12))
def test_nothing_leads_to_another_host(path: str) -> None:
    target = safe_next(path).translate({ord("\t"): None, ord("\n"): None}).replace("\\", "/")
    assert urlsplit(urljoin("https://crm.example.com/sign-in", target)).netloc == "crm.example.com"
