"""Every screen there is: what links lead to, and what they do not."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page

from tests.security.crawling import Page as Links

_FILES = re.compile(r"/(documents|files|export|rejected|static|api|kept)(/|$)|\.(pdf|csv|xlsx|json|css)$")
_MOST = 400
"""pages that are read to find links; a loop of links would never end"""
ALIKE = ("import", "delete", "disable", "enable", "remove")
"""pages that are the same for every list and every add-on but for a name"""


def kind_of(path: str) -> str:
    """The path without its numbers, and whether it groups: two of a kind look alike."""
    parts = urlsplit(path)
    last = parts.path.rpartition("/")[2]
    if last in ALIKE:
        return last
    grouped = "?group" if "group=" in parts.query else ""
    return re.sub(r"/(\d+|[0-9a-f]{32})(?=/|$)", "/#", parts.path) + grouped


def screens(page: Page, starts: list[str]) -> list[str]:
    """The addresses of one screen of each kind that can be reached by links, found without scripts."""
    waiting, found, kinds = list(starts), list(starts), set(map(kind_of, starts))
    read = 0
    while waiting and read < _MOST:
        answer = page.request.get(waiting.pop(0))
        read += 1
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        for link in Links(answer.text()).links:
            parts = urlsplit(urljoin(answer.url, link))
            path = f"{parts.path}?{parts.query}" if parts.query else parts.path
            ours = parts.netloc == urlsplit(answer.url).netloc and not _FILES.search(parts.path)
            if ours and kind_of(path) not in kinds:
                kinds.add(kind_of(path))
                waiting.append(path)
                found.append(path)
    return found


def starts_for(page: Page) -> list[str]:
    """What no link leads to, beside the home page: each view of each list, and the pages for developers and errors."""
    paths = page.request.get("/api/openapi.json").json()["paths"]
    lists = [path.removeprefix("/api/v1") for path in paths if re.fullmatch(r"/api/v1/[a-z_]+/[a-z_-]+", path)]
    found = [
        "/",
        "/ui",
        "/palette",
        "/palette?q=a",
        "/texts/crm_contracts/contracts",
        "/notifications",
        "/account",
        "/no-such-page",
    ]
    found += ["/crm_core/customers?group=stage", "/crm_core/customers?stage=lost&x=1"]
    amended = page.request.get("/api/v1/crm_contracts/contracts?amends.null=0&limit=1").json()["data"]
    found += [f"/crm_contracts/compare/{contract['id']}" for contract in amended]
    for path in lists:
        if page.request.get(path).status == 200:
            views = [f"{path}/{view}" for view in ("new", "board", "pivot", "calendar")]
            found += [path, *(view for view in views if page.request.get(view).status == 200)]
    return found
