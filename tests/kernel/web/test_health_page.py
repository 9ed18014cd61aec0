from __future__ import annotations

import re
from datetime import timedelta

import pytest

from guanxi import __version__, clock
from guanxi.context import Company
from guanxi.db import execute
from guanxi.web import condition
from tests.kernel.web.browser import Browser, text_of
from tests.kernel.web.conftest import MakeBrowser

PATH = "/system-health"


async def _rows(browser: Browser) -> dict[str, tuple[str, str]]:
    """State and finding by the part's title."""
    answer = await browser.get(PATH)
    assert answer.status_code == 200
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td>(.*?)</td><td>(.*?)</td></tr>', answer.text)
    return {title: (text_of(state).strip(), text_of(found).strip()) for title, state, found in rows}


async def test_a_healthy_installation(admin: Browser) -> None:
    rows = await _rows(admin)
    assert rows["Version of Guanxi"] == ("Well", f"{__version__}, tables up to date")
    assert re.fullmatch(r"\d+\.\d+, external, \d+ MB", rows["PostgreSQL"][1])
    assert rows["Worker"][0] == "Well"
    assert rows["Queue of jobs"] == ("Well", "0 waiting, 0 running, 0 failed")
    assert rows["Chinese font for PDF files"][0] == "Well"
    assert rows["Disk of the data"][0] in ("Well", "Look at it")
    assert rows["Sending mail"][0] == "Look at it" and "GUANXI_SMTP_URL" in rows["Sending mail"][1]
    assert rows["Redis or Valkey"][0] == "Look at it"


async def test_jobs_that_nobody_takes_are_trouble(admin: Browser, in_shop: Company) -> None:
    await execute(
        "INSERT INTO guanxi_job (name, addon, payload, state, run_at, tries, done_steps, error, actor_name, created_at)"
        " VALUES ('guanxi.event', 'guanxi', '{}', 'waiting', $1, 0, 0, '', '', $1),"
        "        ('guanxi.event', 'guanxi', '{}', 'dead', $1, 5, 0, 'Boom', '', $1)",
        clock.now() - timedelta(minutes=5),
    )
    rows = await _rows(admin)
    assert rows["Worker"][0] == "Trouble" and "python server.py worker" in rows["Worker"][1]
    assert rows["Queue of jobs"][0] == "Look at it" and "1 waiting, 0 running, 1 failed" in rows["Queue of jobs"][1]


async def test_a_check_that_fails_is_a_finding(admin: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    async def gone(*_args: object) -> condition.Finding:
        raise OSError("the disk is gone")

    monkeypatch.setattr(condition, "_CHECKS", ((condition._DISK, gone),))
    assert await _rows(admin) == {"Disk of the data": ("Trouble", "no answer The log of the server says more.")}


async def test_health_is_for_who_manages(user_of: MakeBrowser) -> None:
    seller = await user_of("sample_shop.read")
    assert (await seller.get(PATH)).status_code == 403
