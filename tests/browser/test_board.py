"""Moving cards: by mouse, keyboard, touch and menu, with and without scripts, and what the totals say then."""

from __future__ import annotations

from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PageAs, create, token_of


def make_drafts(page: Page, number: int = 1, method: str = "cash") -> str:
    """New draft contracts with a title of their own. Returns the address of the board that shows them alone."""
    title = f"Board {uuid4().hex[:10]}"
    customer = create(page, "crm_core/customers", {"name": f"{title} Ltd.", "phone": "021-63210000"})
    for n in range(number):
        line = {"description": "Pump", "quantity": "1", "unit": "台", "unit_price": 100_00, "tax_rate": "0"}
        values = {"title": f"{title} {n}", "customer": customer, "payment_method": method, "lines": [line]}
        create(page, "crm_contracts/contracts", values)
    return f"/crm_contracts/contracts/board?by=payment_method&q={title}"


def column(page: Page, value: str) -> Locator:
    return page.locator(f'[data-column="{value}"]')


def head(page: Page, value: str) -> Locator:
    return column(page, value).locator(".column-head")


def drag(page: Page, card: Locator, to: Locator) -> None:
    page.mouse.move(*middle(card))
    page.mouse.down()
    x, y = middle(to)
    page.mouse.move(x, y, steps=8)
    page.mouse.up()


def middle(item: Locator) -> tuple[float, float]:
    item.scroll_into_view_if_needed()
    box = item.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 30)


def saved(page: Page, card: Locator) -> str:
    """What the database says of the card's record."""
    href = card.locator("a").first.get_attribute("href")
    return str(page.request.get(f"/api/v1{href}").json()["payment_method"])


def test_a_mouse_drags_a_card_and_takes_it_back(page_as: PageAs) -> None:
    page = page_as()
    page.goto(make_drafts(page, 2))
    expect(head(page, "cash")).to_contain_text("2")
    drag(page, page.locator("[data-card]").first, column(page, "alipay"))
    expect(page.get_by_role("status")).to_contain_text("Moved to Alipay.")
    expect(head(page, "cash")).to_contain_text("1")
    expect(head(page, "cash")).to_contain_text("CN¥100.00")
    expect(head(page, "alipay")).to_contain_text("CN¥100.00")
    moved = column(page, "alipay").locator("[data-card]")
    expect(moved).to_have_count(1)
    assert saved(page, moved) == "alipay"
    assert "board" in page.url, "a drag is no click on the card's link"
    page.get_by_role("button", name="Undo").click()
    expect(column(page, "cash").locator("[data-card]")).to_have_count(2)
    expect(head(page, "alipay")).not_to_contain_text("CN¥")


def test_the_keyboard_moves_a_card_and_stays_with_it(page_as: PageAs) -> None:
    page = page_as()
    page.goto(make_drafts(page))
    link = page.locator("[data-card] a").first
    link.focus()
    page.keyboard.press("Alt+ArrowLeft")
    expect(page.get_by_role("status")).to_contain_text("Moved to Check.")
    expect(column(page, "check").locator("[data-card] a").first).to_be_focused()
    page.keyboard.press("Alt+ArrowRight")
    expect(page.get_by_role("status")).to_contain_text("Moved to Cash.")
    expect(column(page, "cash").locator("[data-card] a").first).to_be_focused()
    page.keyboard.press("Alt+ArrowRight")
    expect(page.get_by_role("status")).to_contain_text("cannot be moved there")
    assert saved(page, page.locator("[data-card]")) == "cash"


def test_a_scroll_never_drags_and_a_long_press_does(page_as: PageAs) -> None:
    page = page_as(width=390, touch=True)
    page.goto(make_drafts(page, 6))
    card = page.locator("[data-card]").first
    touch = Touch(page)
    x, y = middle(card)
    touch("touchStart", x, y)
    for step in range(1, 9):
        touch("touchMove", x, y - 20 * step)
    expect(page.locator(".dragged")).to_have_count(0)
    touch("touchEnd")
    assert saved(page, card) == "cash"
    x, y = middle(card)
    touch("touchStart", x, y)
    expect(page.locator(".dragged")).to_have_count(1)
    for step in range(1, 12):
        touch("touchMove", x - 16 * step, y)
    touch("touchEnd")
    expect(page.get_by_role("status")).to_contain_text("Moved to")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


class Touch:
    """Fingers as the browser's own input, not as events made by a script: so that it scrolls, too."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)

    def __call__(self, type: str, x: float = 0, y: float = 0) -> None:
        points = [] if type == "touchEnd" else [{"x": x, "y": y}]
        self._session.send("Input.dispatchTouchEvent", {"type": type, "touchPoints": points})


def test_the_menu_works_with_and_without_scripts(page_as: PageAs) -> None:
    for scripts in (False, True):
        page = page_as(scripts=scripts)
        page.goto(make_drafts(page))
        page.get_by_label("Move “").click()
        page.get_by_role("button", name="WeChat Pay").click()
        expect(column(page, "wechat").locator("[data-card]")).to_have_count(1)
        expect(page.get_by_role("status")).to_contain_text("Moved to WeChat Pay.")
        assert saved(page, page.locator("[data-card]")) == "wechat"


def test_a_card_goes_back_where_somebody_was_faster(page_as: PageAs) -> None:
    page = page_as()
    page.goto(make_drafts(page))
    card = page.locator("[data-card]")
    token, site = token_of(page)
    id = card.get_attribute("data-card")
    answer = page.request.patch(
        f"/api/v1/crm_contracts/contracts/{id}",
        data={"title": "Changed", "revision": 1},
        headers={"X-CSRF-Token": token, "Origin": site},
    )
    assert answer.status == 200, answer.text()
    drag(page, card, column(page, "alipay"))
    expect(page.get_by_role("status")).to_contain_text("Someone else changed this record")
    expect(column(page, "cash").locator("[data-card]")).to_have_count(1)
    assert saved(page, card) == "cash"


def test_dragging_shows_where_a_card_cannot_go(page_as: PageAs) -> None:
    page = page_as(locale="zh_CN")
    page.goto(make_drafts(page).replace("by=payment_method", "by=state"))
    page.mouse.move(*middle(page.locator("[data-card]")))
    page.mouse.down()
    page.mouse.move(700, 400, steps=4)
    off = page.locator(".column.off")
    expect(off).to_have_count(9)
    assert [each.get_attribute("data-column") for each in off.all()] == [
        *("in_review", "sent", "signed", "active", "suspended", "expired", "terminated", "renewed", "amended")
    ]
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(off).to_have_count(0)
    expect(column(page, "draft").locator("[data-card]")).to_have_count(1)
    drag(page, page.locator("[data-card]"), column(page, "active"))
    expect(page.get_by_role("status")).to_contain_text("此记录不能移到那里。")


def test_a_move_that_asks_opens_its_page(page_as: PageAs) -> None:
    page = page_as()
    page.goto(make_drafts(page).replace("by=payment_method", "by=state"))
    drag(page, page.locator("[data-card]"), column(page, "approved"))
    page.wait_for_url("**/actions/confirm?back=*")
    expect(page.get_by_label("All gifts and promises to the customer are in the annex")).to_be_visible()
    page.get_by_role("link", name="Cancel").click()
    page.wait_for_url("**/contracts/board?*by=state")
