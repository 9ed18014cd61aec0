"""A person at a browser: reads what is on the page, fills in by label, presses by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, ViewportSize, expect

DESK = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)
PATIENCE = 20_000
"""Milliseconds"""
expect.set_options(timeout=PATIENCE)


class Screen:
    def __init__(self, browser: Browser, site: str, *, size: ViewportSize = DESK, scripts: bool = True) -> None:
        self.site = site
        self.scripts = scripts
        self.context = browser.new_context(
            viewport=size, locale="zh-CN", java_script_enabled=scripts, base_url=site, timezone_id="Asia/Shanghai"
        )
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        """what scripts and the policy of the page complained about"""
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._hear)

    def _hear(self, said: ConsoleMessage) -> None:
        """All but forms that are shown again with what is wrong."""
        if said.type == "error" and "status of 422" not in said.text:
            self.errors.append(said.text)

    def open(self, path: str) -> None:
        answer = self.page.goto(path)
        assert answer is not None and answer.status == 200, (path, answer and answer.status)

    def status(self, path: str) -> int:
        """What the server answers to this user."""
        return self.context.request.get(path, max_redirects=0).status

    def sign_in(self, login: str, password: str) -> None:
        self.open("/sign-in")
        self.page.locator("[name=login]").fill(login)
        self.page.locator("[name=password]").fill(password)
        self.page.locator("[name=password]").press("Enter")
        expect(self.page).to_have_url(f"{self.site}/")

    def use_language(self, name: str) -> None:
        self.page.locator("form[action$='/language']").get_by_role("button", name=name).click()
        expect(self.page.locator("html")).to_have_attribute("lang", "en" if name == "English" else "zh-CN")

    def press(self, name: str) -> None:
        """A button, or a link that looks like one, on the page itself; until the next page is there."""
        main = self.page.locator("main")
        button = main.get_by_role("button", name=name, exact=True)
        with self.page.expect_navigation():
            button.or_(main.get_by_role("link", name=name, exact=True)).first.click()

    def follow(self, name: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name, exact=True).first.click()

    def menu(self) -> list[str]:
        return self.page.locator("aside nav a").all_inner_texts()

    def fill(self, values: Mapping[str, str]) -> None:
        """By the field's name: text, date, choice, or a relation by what it is called."""
        for name, value in values.items():
            search = self.page.locator(f"[name='{name}.text']")
            control = search if search.count() else self.page.locator(f"main [name='{name}']")
            self._unfold(control)
            if control.evaluate("element => element.tagName") == "SELECT":
                control.select_option(label=value)
            else:
                control.fill(value)
                if search.count() and self.page.locator("[role=combobox]").count():
                    self.page.get_by_role("option", name=value).first.click()

    def _unfold(self, control: Locator) -> None:
        """Opens what the control is folded away in."""
        folds = control.locator("xpath=ancestor::details[not(@open)]")
        while folds.count():
            folds.first.locator("summary").first.click()

    def tick(self, name: str, ticked: bool = True) -> None:
        self.page.locator(f"input[type=checkbox][name='{name}']").set_checked(ticked)

    def upload(self, file: Path) -> None:
        self.page.locator("[type=file]").set_input_files(file)

    def sees(self, *texts: str) -> None:
        for text in texts:
            expect(self.page.locator("body")).to_contain_text(text)

    def sees_not(self, *texts: str) -> None:
        for text in texts:
            expect(self.page.locator("body")).not_to_contain_text(text)

    def card(self, title: str) -> Locator:
        """The section of the page with this heading."""
        return self.page.locator("main section, main aside").filter(
            has=self.page.get_by_role("heading", name=title, exact=True)
        )

    def figures(self, title: str = "") -> dict[str, str]:
        """What the page, or its card of this heading, says by label."""
        part = self.card(title) if title else self.page.locator("main")
        expect(part).to_have_count(1)
        labels, values = part.locator("dt").all_inner_texts(), part.locator("dd").all_inner_texts()
        return dict(zip(labels, values, strict=True))

    def rows(self, within: Locator | None = None) -> list[list[str]]:
        """The texts of the first table's cells, without the boxes that choose rows."""
        table = (within or self.page.locator("main")).locator("table").first
        found = [row.locator("td:not(.pick)").all_inner_texts() for row in table.locator("tbody tr").all()]
        return [[re.sub(r"\s+", " ", text).strip() for text in row] for row in found]

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Loads the page again until it is so: a worker is at it."""
        for _attempt in range(PATIENCE // 200):
            if condition():
                return
            self.page.wait_for_timeout(200)
            self.page.reload()
        raise AssertionError(f"it did not happen: {self.page.locator('main').inner_text()}")

    def record_id(self) -> int:
        found = re.search(r"/(\d+)(?:$|\?)", self.page.url)
        assert found, self.page.url
        return int(found[1])

    def download(self, path: str) -> bytes:
        answer = self.context.request.get(path)
        assert answer.status == 200, (path, answer.status)
        return answer.body()

    def close(self) -> None:
        self.context.close()
