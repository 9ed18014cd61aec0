"""Jobs, audit log, mailbox, roles and users, as people read them."""

from __future__ import annotations

from guanxi import clock
from guanxi.context import Company
from guanxi.db import fetch_value
from guanxi.jobs import run_pending
from guanxi.mail.outbox import send_mail
from guanxi.views.jobs import cron_words
from tests.kernel.web.browser import Browser, text_of
from tests.kernel.web.conftest import MakeBrowser

JOB = (
    "INSERT INTO guanxi_job (name, addon, payload, state, run_at, tries, done_steps, total_steps, error, actor_name,"
    " created_at, result) VALUES ('guanxi.import', 'guanxi', '{}', $1, $2, 2, 30, 120, $3, 'Chen', $2, $4) RETURNING id"
)


async def _job(state: str, error: str = "", result: dict[str, int] | None = None) -> int:
    return int(await fetch_value(JOB, state, clock.now(), error, result))


async def test_open_jobs_come_first_with_progress_and_buttons(admin: Browser, in_shop: Company) -> None:
    dead, done = await _job("dead", "ValueError: row 7\nmore"), await _job("done", result={"created": 3})
    page = (await admin.get("/guanxi/jobs")).text
    assert f'href="/guanxi/jobs/{dead}"' in page and f'href="/guanxi/jobs/{done}"' not in page
    assert '<progress max="120" value="30"' in page and "30 of 120" in text_of(page)
    assert "ValueError: row 7" in page and "more" not in text_of(page.partition("<tbody>")[2].partition("</tbody>")[0])
    assert f'href="/guanxi/jobs/{done}"' in (await admin.get("/guanxi/jobs?state=done")).text
    assert (await admin.get("/guanxi/jobs?state=lost")).status_code == 422
    assert (await admin.get("/guanxi/jobs?after=x")).status_code == 422
    assert (await admin.submit(f"/guanxi/jobs/{dead}/actions/retry", page="/guanxi/jobs")).status_code == 303
    assert await fetch_value("SELECT state FROM guanxi_job WHERE id = $1", dead) == "waiting"


async def test_one_job(admin: Browser, in_shop: Company) -> None:
    dead, done = await _job("dead", "ValueError: row 7"), await _job("done", result={"created": 3})
    page = text_of((await admin.get(f"/guanxi/jobs/{dead}")).text)
    assert "All tries failed." in page and "ValueError: row 7" in page and "Run again" in page
    assert "New 3" in text_of((await admin.get(f"/guanxi/jobs/{done}")).text)
    assert (await admin.get("/guanxi/jobs/999999")).status_code == 404


async def test_schedules_are_listed_with_their_last_result(admin: Browser, in_shop: Company) -> None:
    await run_pending(0)
    page = text_of((await admin.get("/guanxi/jobs")).text)
    assert "Delete old finished jobs every day at 03:17" in page and "not yet" in page


def test_cron_in_words() -> None:
    words = {
        "* * * * *": "every minute",
        "*/5 * * * *": "every 5 minutes",
        "7 * * * *": "every hour at minute 7",
        "17 3 * * *": "every day at 03:17",
        "0 9 * * 1": "every Monday at 09:00",
        "30 0 1 * *": "on day 1 of each month at 00:30",
        "0 0 1 1 *": "0 0 1 1 *",
    }
    assert {cron: cron_words(cron) for cron in words} == words


async def test_audit_entries_are_filtered_and_read_as_a_table(admin: Browser, in_shop: Company) -> None:
    await admin.submit("/settings/company", {"title": "Harbor Works"})
    page = (await admin.get("/guanxi/audit?resource=guanxi/company")).text
    assert "Settings changed" in page and "Company settings" in page
    entry = await fetch_value("SELECT id FROM guanxi_audit WHERE resource = 'guanxi/company'")
    shown = text_of((await admin.get(f"/guanxi/audit/{entry}")).text)
    assert "Name of the company Shop Harbor Works" in shown
    assert "Time zone" not in shown.partition("What changed")[2]
    for query in ("action=delete", "since=2030-01-01", "until=2001-01-01", "user=1&resource=guanxi/jobs"):
        assert "Nothing matches" in (await admin.get(f"/guanxi/audit?{query}")).text
    assert "Settings changed" in text_of((await admin.get("/guanxi/audit?user=1&since=2020-01-01")).text)


async def test_audit_filters_that_cannot_be_taken(admin: Browser) -> None:
    for query in ("since=yesterday", "user=x", "after=zzz", "record_id=0"):
        assert (await admin.get(f"/guanxi/audit?{query}")).status_code == 422
    assert (await admin.get("/guanxi/audit/999999999")).status_code == 404


async def test_lists_of_permissions_show_what_came_and_went(admin: Browser, in_shop: Company) -> None:
    data = {"_csrf": await admin.csrf(), "permission": ["sample_shop.read", "guanxi.audit.read"]}
    await admin.post("/guanxi/roles/1/actions/set_permissions", data=data)
    entry = await fetch_value("SELECT max(id) FROM guanxi_audit WHERE action = 'set_permissions'")
    shown = text_of((await admin.get(f"/guanxi/audit/{entry}")).text).partition("What changed")[2]
    assert "Read the audit log" in shown and "sample_shop.read" not in shown


async def test_a_mail_is_read_as_text(admin: Browser, user_of: MakeBrowser, in_shop: Company) -> None:
    data = {"company": "<b>Shop</b>", "hours": 1, "name": "Chen"}
    secret = {"link": "http://testserver/password/secret-token"}
    id = await send_mail("chen@example.com", "guanxi/password_link", data, secret=secret, locale="en")
    page = (await admin.get(f"/guanxi/mails/{id}")).text
    assert "&lt;b&gt;Shop&lt;/b&gt;" in page and "secret-token" in page
    assert "No mail server is set" in page
    reader = await user_of("guanxi.mail.read")
    page = (await reader.get(f"/guanxi/mails/{id}")).text
    assert "secret-token" not in page and "are masked here" in page
    assert (await reader.get("/guanxi/mails/999999")).status_code == 404


async def test_roles_users_and_keys_say_what_they_allow(admin: Browser, user_of: MakeBrowser, in_shop: Company) -> None:
    await user_of("sample_shop.read")
    role = await fetch_value("SELECT id FROM guanxi_role WHERE name = 'user0'")
    page = text_of((await admin.get(f"/guanxi/roles/{role}")).text)
    assert "Users with this role" in page and "User0 user0 Yes" in page
    user = await fetch_value("SELECT id FROM guanxi_user WHERE login = 'user0'")
    page = text_of((await admin.get(f"/guanxi/users/{user}")).text)
    assert "What the user may do" in page and "From role" in page and "sample_shop.read" not in page
    assert "Has every permission." in text_of((await admin.get("/guanxi/users/1")).text)


async def test_what_others_may_do_is_for_who_manages_users(user_of: MakeBrowser, in_shop: Company) -> None:
    seller = await user_of("sample_shop.read")
    assert "What the user may do" not in (await seller.get("/guanxi/users/1")).text
