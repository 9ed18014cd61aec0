"""Makes the pictures of the guide: `.venv/bin/python docs/make_pictures.py [NAME …]`, with the development packages.

Starts a Guanxi with demo data in a folder of its own, photographs its screens in both languages and ends it.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
PORT = "8469"
PASSWORD = "only for these pictures"
DESK, PHONE = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)
LANGUAGES = ("en", "zh_CN")
COLORS = 256
PAGES = {
    "home": "/",
    "customers": "/crm_core/customers",
    "contract": "/crm_contracts/contracts?state=active&sort=total",
    "aging": "/crm_receivables/aging",
    "collection": "/crm_collection/work",
    "groups": "/crm_contracts/contracts?group=state",
    "board": "/crm_contracts/contracts/board",
    "pivot": "/crm_contracts/contracts/pivot?rows=state&columns=starts_on%3Aquarter&measure=total",
    "campaign": "/crm_loyalty/campaigns/2",
    "simulator": "/crm_loyalty/simulator?amount=268&freight=20&lines=TEA%20100%0ACUP%20120",
}
OPENED = ("contract",)
"""of these lists the last record is shown"""


@dataclass(frozen=True)
class Demo:
    address: str
    portal_link: str


@contextmanager
def running_demo() -> Iterator[Demo]:
    data = Path(tempfile.mkdtemp(prefix="guanxi-pictures-"))
    data.chmod(0o711)
    environment = {
        **os.environ,
        "GUANXI_DATA": str(data / "var"),
        "GUANXI_PORT": PORT,
        "GUANXI_ADMIN_PASSWORD": PASSWORD,
    }
    command = [sys.executable, str(ROOT / "server.py"), "serve"]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert server.stdout is not None
        for line in server.stdout:
            link = re.search(r"(http://\S+?)/portal/enter\S+", line)
            if link:
                yield Demo(link[1], link[0])
                return
        raise SystemExit("the server did not start")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()
        shutil.rmtree(data)


def save(page: Page, name: str, language: str) -> None:
    """Few colors are enough for screens, and make small files. Names on the command line are all that is saved."""
    if sys.argv[1:] and name not in sys.argv[1:]:
        return
    shot = Image.open(io.BytesIO(page.screenshot()))
    path = PICTURES / (f"{name}.png" if language == "en" else f"{name}.{language}.png")
    shot.convert("RGB").quantize(COLORS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)} {path.stat().st_size // 1024} KB")


def use_language(page: Page, language: str) -> None:
    if page.locator("html").get_attribute("lang") != language.replace("_", "-"):
        with page.expect_navigation():
            page.locator("form[action$='/language'] button").click()


def photograph_desk(page: Page) -> None:
    page.goto("/sign-in")
    page.locator("[name=login]").fill("admin")
    page.locator("[name=password]").fill(PASSWORD)
    with page.expect_navigation():
        page.locator("[name=password]").press("Enter")
    for language in LANGUAGES:
        use_language(page, language)
        for name, path in PAGES.items():
            page.goto(path)
            if name in OPENED:
                with page.expect_navigation():
                    page.locator("tbody td.first a").last.click()
            save(page, name, language)


def photograph_portal(page: Page, demo: Demo) -> None:
    page.goto(demo.portal_link)
    with page.expect_navigation():
        page.locator("form[action='/portal/enter'] button").click()
    for language in LANGUAGES:
        use_language(page, language)
        save(page, "portal", language)
        page.goto("/portal/points")
        save(page, "portal_points", language)
        page.goto("/portal")


def main() -> None:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    PICTURES.mkdir(exist_ok=True)
    with running_demo() as demo, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        photograph_desk(browser.new_page(viewport=DESK, base_url=demo.address))
        photograph_portal(browser.new_page(viewport=PHONE, base_url=demo.address), demo)
        browser.close()


if __name__ == "__main__":
    main()
