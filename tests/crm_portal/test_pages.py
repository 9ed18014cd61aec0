from __future__ import annotations

from tests.crm_portal.support import customer, enter, within_a_minute
from tests.kernel.web.browser import Browser, text_of


async def test_the_home_has_a_card_for_each_section(phone: Browser) -> None:
    id = await customer("Some Customer", email="a@b.example")
    await enter(phone, id)
    answer = await phone.get("/portal")
    text = text_of(answer.text)
    assert "Some Customer" in text
    assert text.index(f"open of {id}") < text.index("No letters yet.")
    assert '<a class="all" href="/portal/notes">' in answer.text


async def test_a_section_shows_its_blocks(phone: Browser) -> None:
    id = await customer("Some Customer", email="a@b.example")
    await enter(phone, id)
    answer = await phone.get("/portal/notes")
    assert f'<a href="/portal/notes/{id}.pdf">Note &lt;{id}&gt;</a>' in answer.text
    assert 'data-label="Amount" class="number"><span>¥12,345.00</span>' in answer.text
    text = text_of(answer.text)
    assert "All notes" in text and "No old notes." in text
    assert "Nothing here yet." in (await phone.get("/portal/letters")).text


async def test_pages_need_no_script_and_no_kernel_style(phone: Browser) -> None:
    id = await customer("Some Customer", email="a@b.example")
    await enter(phone, id)
    for path in ("/portal", "/portal/notes", "/portal/my-data", "/portal/none"):
        answer = await phone.get(path)
        assert "<script" not in answer.text and "guanxi.css" not in answer.text and "style=" not in answer.text
        assert "'unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
    css = await phone.get("/static/crm_portal/portal.css")
    assert css.status_code == 200
    for modern in (":has(", "@layer", "light-dark(", "&", "@container"):
        assert modern not in css.text


async def test_own_data_is_what_we_hold(phone: Browser) -> None:
    id = await customer("Some Customer", email="a@b.example", address="Suzhou, Xinghai Street 1", postcode="215000")
    await enter(phone, id)
    text = text_of((await phone.get("/portal/my-data")).text)
    assert "215000 Suzhou, Xinghai Street 1" in text and "a@b.example" in text and "0512-62881234" in text


async def test_a_pdf_comes_in_the_language_asked_for(phone: Browser) -> None:
    id = await customer("Some Customer", email="a@b.example")
    await enter(phone, id)
    answer = await phone.get(f"/portal/notes/{id}.pdf?language=both")
    assert answer.content == f"%PDF-1.7 both {id}".encode()
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == f"inline; filename*=UTF-8''%E4%BE%BF%E7%AC%BA%20{id}.pdf"
    assert (await phone.get(f"/portal/notes/{id}.pdf")).content.startswith(b"%PDF-1.7 en")
    assert (await phone.get(f"/portal/notes/{id}.pdf?language=../x")).status_code == 422
    with within_a_minute():
        answers = [(await phone.get(f"/portal/notes/{id}.pdf")).status_code for _ in range(21)]
    assert answers == [200] * 20 + [429]


async def test_what_is_not_there(phone: Browser) -> None:
    id = await customer("Some Customer", email="a@b.example")
    other = await customer("Other Customer", email="o@b.example")
    await enter(phone, id)
    for path in (
        "/portal/none",
        f"/portal/notes/{other}.pdf",
        "/portal/notes/0.pdf",
        f"/portal/notes/{10**30}.pdf",
        f"/portal/letters/{id}.pdf",
        f"/portal/none/{id}.pdf",
        "/portal/notes/x.pdf",
        "/portal/notes/1/2",
        "/portal/",
        "/portalx",
    ):
        answer = await phone.get(path)
        assert answer.status_code == 404, path
        if path != "/portalx":
            assert 'href="/portal"' in answer.text and "guanxi.css" not in answer.text
    assert (await phone.post("/portal/notes", headers={"X-CSRF-Token": "x"})).status_code == 403
