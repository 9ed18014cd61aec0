from __future__ import annotations

import asyncio
import re
from html import unescape

import httpx

from crm_portal import links
from guanxi import fetch, fetch_value
from guanxi.addons import AvailableAddons
from guanxi.auth import TokenInvalid, load_session
from guanxi.company import Directory, disable, enable
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.declare.access import PUBLIC
from guanxi.web.pages import KERNEL_PAGES
from tests.conftest import ADMIN_PASSWORD
from tests.crm_portal.support import customer, enter, mails
from tests.kernel.web.browser import Browser


def staff_paths(company: Company) -> list[str]:
    """Every page and every address of a resource that is for users."""
    pages = [*KERNEL_PAGES, *(page for offer in company.catalog.offers for page in offer.pages)]
    found = [
        page.path.replace("{name}", "crm_core").replace("{addon}", "crm_core").replace("{id:int}", "1")
        for page in pages
        if page.access is not PUBLIC and not page.path.startswith("/portal")
    ]
    for resource in company.catalog.resources.values():
        found += [
            f"{resource.path}{rest}" for rest in ("", "/new", "/options", "/export", "/import", "/1", "/1/delete")
        ]
        found += [f"{resource.path}/1/actions/{action.name}" for action in resource.actions]
        found += [f"{resource.path}/1/documents/{document.name}" for document in resource.documents]
    return found


def api_paths(company: Company) -> list[tuple[str, str]]:
    found = [("GET", "/api/openapi.json")]
    for resource in company.catalog.resources.values():
        found += [(method, f"/api/v1/{resource.key}") for method in ("GET", "POST")]
        found += [(method, f"/api/v1/{resource.key}/1") for method in ("GET", "PATCH", "DELETE")]
        found += [("POST", f"/api/v1/{resource.key}/1/actions/{action.name}") for action in resource.actions]
    for offer in company.catalog.offers:
        found += [
            (endpoint.method, f"/api/v1/{offer.addon}{endpoint.path}")
            for endpoint in offer.endpoints
            if endpoint.access is not PUBLIC
        ]
    return found


async def tables() -> list[tuple[str, int]]:
    names = await fetch(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('guanxi_session')"
        " ORDER BY tablename"
    )
    return [(row[0], await fetch_value(f'SELECT count(*) FROM "{row[0]}"')) for row in names]


async def test_a_customers_session_opens_no_page_for_users(phone: Browser, inside: Company) -> None:
    """Also where its cookie is sent under the name of the users' cookie."""
    await enter(phone, await customer("Some Customer", email="a@b.example"))
    value = phone.cookies["guanxi_portal"]
    csrf = await fetch_value("SELECT csrf FROM guanxi_session WHERE realm = 'portal'")
    phone.cookies.clear()
    before = await tables()
    both = {"Cookie": f"guanxi_session={value}; guanxi_portal={value}", "X-CSRF-Token": csrf}
    paths = staff_paths(inside)
    assert len(paths) > 60
    for path in paths:
        for method in ("GET", "POST"):
            answer = await phone.request(method, path, headers=both)
            refused = answer.status_code == 303 and answer.headers["location"].startswith("/sign-in")
            assert refused or answer.status_code == 404, (method, path, answer.status_code)
    for method, path in api_paths(inside):
        answer = await phone.request(method, path, headers=both, json={} if method in ("POST", "PATCH") else None)
        assert answer.status_code in (401, 404), (method, path, answer.status_code)
    assert await tables() == before


async def test_a_users_session_opens_no_page_of_the_portal(phone: Browser, inside: Company) -> None:
    id = await customer("Some Customer", email="a@b.example")
    await phone.sign_in("admin", ADMIN_PASSWORD)
    value = phone.cookies["guanxi_session"]
    both = {"Cookie": f"guanxi_session={value}; guanxi_portal={value}"}
    for path in ("/portal", "/portal/notes", "/portal/my-data", f"/portal/notes/{id}.pdf"):
        for headers in ({}, both):
            answer = await phone.get(path, headers=headers)
            assert (answer.status_code, answer.headers["location"]) == (303, f"/portal/sign-in?next={path}")
    await enter(phone, id)
    assert (await phone.get("/portal")).status_code == 200
    assert (await phone.get("/account")).status_code == 200, "one browser may have both sessions"
    await phone.submit("/portal/sign-out", page="/portal/my-data")
    assert (await phone.get("/account")).status_code == 200


async def test_of_parallel_redeems_one_enters(inside: Company) -> None:
    token = await links.hand_over(await customer("Some Customer", email="a@b.example"), minutes=5)

    async def attempt() -> bool:
        try:
            entrance = await links.enter(token)
        except TokenInvalid:
            return False
        return entrance.session is not None

    assert sorted(await asyncio.gather(*(attempt() for _ in range(50)))) == [False] * 49 + [True]
    assert await fetch_value("SELECT count(*) FROM guanxi_session WHERE realm = 'portal'") == 1
    assert await fetch_value("SELECT count FROM crm_portal_visit") == 1


async def test_a_token_opens_only_what_it_is_for(phone: Browser, inside: Company) -> None:
    id = await customer("Some Customer", email="a@b.example")
    token = await links.hand_over(id, minutes=5)
    assert (await phone.post("/portal/enter", data={"token": token, "customer": str(id)})).status_code == 410
    assert (await phone.post(f"/password/{token}", data={"new": "x" * 20, "again": "x" * 20})).status_code == 410
    stored = await fetch_value("SELECT string_agg(hash, ' ') FROM guanxi_one_time_token")
    assert token not in stored
    assert (await phone.post("/portal/enter", data={"token": token})).status_code == 303


async def test_other_sites_cannot_send_the_forms(phone: Browser, inside: Company) -> None:
    id = await customer("Some Customer", email="a@b.example")
    token = await links.hand_over(id, minutes=5)
    evil = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    assert (await phone.post("/portal/enter", data={"token": token}, headers=evil)).status_code == 403
    assert (await phone.post("/portal/sign-in", data={"email": "a@b.example"}, headers=evil)).status_code == 403
    await enter(phone, id)
    for path in ("/portal/sign-out", "/portal/language", "/portal/enter"):
        assert (await phone.post(path, data={"token": token, "locale": "en"})).status_code == 403, "no CSRF token"
    assert (await phone.get("/portal")).status_code == 200


async def test_reading_writes_nothing(phone: Browser, inside: Company) -> None:
    id = await customer("Some Customer", email="a@b.example")
    await enter(phone, id)
    before = await tables()
    for path in ("/portal", "/portal/notes", "/portal/my-data", "/portal/sign-in", "/portal/enter?token=x"):
        assert (await phone.get(path)).status_code in (200, 303)
    assert await tables() == before


async def crawl(browser: Browser, start: str) -> set[str]:
    """The pages of the portal that links lead to from here, each of which answers."""
    seen, waiting = {start}, [start]
    while waiting:
        path = waiting.pop()
        answer = await browser.get(path, follow_redirects=True)
        assert answer.status_code == 200, path
        for href in re.findall(r'href="(/portal[^"]*)"', answer.text):
            if unescape(href) not in seen:
                seen.add(unescape(href))
                waiting.append(unescape(href))
        assert len(seen) < 60, "links without an end"
    return seen


async def test_links_lead_to_pages_that_answer_and_write_nothing(phone: Browser, app: object, inside: Company) -> None:
    await enter(phone, await customer("Some Customer", email="a@b.example"))
    counted = ("guanxi_attempt", 1)  # a document is limited
    before = await tables()
    found = await crawl(phone, "/portal")
    assert {"/portal/card", "/portal/password", "/portal/my-data/consents", "/portal/my-data/email"} <= found
    async with Browser(app) as nobody:
        assert "/portal/with-password?next=/portal/notes" in await crawl(nobody, "/portal/sign-in?next=/portal/notes")
    assert set(await tables()) - set(before) <= {counted}


async def test_a_link_never_follows_the_host_header(phone: Browser, inside: Company) -> None:
    await customer("Some Customer", email="a@b.example")
    answer = await phone.post(
        "/portal/sign-in", data={"email": "a@b.example"}, headers={"X-Forwarded-Host": "evil.example"}
    )
    assert answer.status_code == 200
    [(_to, text)] = await mails()
    assert "\nhttp://testserver:8069/portal/enter?token=" in text and "evil" not in text


async def test_where_the_addon_is_disabled_there_is_no_portal(
    phone: Browser, portal_directory: Directory, portal_addons: AvailableAddons, inside: Company
) -> None:
    await enter(phone, await customer("Some Customer", email="a@b.example"))
    value = phone.cookies["guanxi_portal"]
    assert (await phone.get("/portal")).status_code == 200
    await disable(portal_addons, "sample_notes")
    await disable(portal_addons, "crm_portal")
    company = await portal_directory.refresh("portal")
    for path in ("/portal", "/portal/sign-in", "/portal/enter", "/portal/notes", "/crm_portal/invite/1"):
        answer: httpx.Response = await phone.get(path)
        assert answer.status_code == 404, path
        assert (await phone.get(path, headers={"Cookie": f"guanxi_session={value}"})).status_code == 404
    with use_company(company), use_actor(SYSTEM):
        assert await load_session(value) is None
        await enable(portal_addons, "crm_portal")
    await portal_directory.refresh("portal")
    assert (await phone.get("/portal")).status_code == 200
