"""What a printed document holds: fonts, dates, attachments, the same bytes every time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
import pytest_asyncio
from PIL import Image
from pypdf import PdfReader

from guanxi.documents import DocumentRefused, DocumentTooLarge, Enclosure, PdfJob, PdfPool, font_check

from .samples import contract, small

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def pool() -> AsyncIterator[PdfPool]:
    pool = PdfPool()
    yield pool
    await pool.close()


def fonts_of(pdf: bytes) -> dict[str, bytes]:
    """The embedded fonts by name."""
    found = {}
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            file = descriptor["/FontFile3"] if "/FontFile3" in descriptor else descriptor["/FontFile2"]
            found[str(font.get_object()["/BaseFont"])] = file.get_data()
    return found


async def test_contract_has_chinese_fonts_two_pages_and_is_small(pool: PdfPool) -> None:
    pdf = await pool.render(contract())
    reader = PdfReader(BytesIO(pdf))
    text = "".join(page.extract_text() for page in reader.pages)
    assert {name.partition("+")[2] for name in fonts_of(pdf)} == {"Noto-Sans-CJK-SC", "Noto-Sans-CJK-SC-Bold"}
    assert len(pdf) < 100_000
    assert len(reader.pages) == 2
    assert "陆拾柒万叁仟叁佰柒拾肆元整" in text
    assert "第 2 页，共 2 页" in text
    assert reader.metadata is not None
    assert reader.metadata.title == "销售合同 HT-2026-000318"
    assert reader.metadata.creation_date == datetime.fromisoformat("2026-11-22T08:30:00+00:00")
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"  # type: ignore[index]


async def test_english_document_counts_pages_in_english(pool: PdfPool) -> None:
    reader = PdfReader(BytesIO(await pool.render(small())))
    assert "Page 1 of 1" in reader.pages[0].extract_text()
    assert reader.trailer["/Root"]["/Lang"] == "en"  # type: ignore[index]


async def test_a_word_without_end_is_broken(pool: PdfPool) -> None:
    word = "W" * 200
    parties = f"<div class=parties><div><strong>{word}</strong></div><div><strong>Seller</strong></div></div>"
    lines = f"<table class=lines><tr><td>{word}</td><td class=num>¥100.00</td></tr></table>"
    page = PdfReader(BytesIO(await pool.render(small(parties + lines)))).pages[0]
    words = page.extract_text().split()
    assert "¥100.00" in words and "Seller" in words
    assert max(map(len, words)) < 100


async def test_embedded_font_holds_no_unused_glyphs(pool: PdfPool) -> None:
    (font,) = fonts_of(await pool.render(small("<p>中文合同"))).values()
    assert len(font) < 10_000


async def test_same_job_gives_same_bytes_in_other_processes() -> None:
    job = contract(enclosures=[Enclosure("data.xml", "application/xml", b"<a/>")], pdf_variant="pdf/a-3b")
    prints = []
    for _ in range(2):
        pool = PdfPool()
        prints += [await pool.render(job), await pool.render(job)]
        await pool.close()
    assert len(set(prints)) == 1


async def test_other_content_gives_other_identifier(pool: PdfPool) -> None:
    first, second = [PdfReader(BytesIO(await pool.render(small(title=title)))) for title in "ab"]
    assert first.trailer["/ID"] != second.trailer["/ID"]


async def test_archive_variant_carries_its_attachment(pool: PdfPool) -> None:
    job = contract(
        enclosures=[Enclosure("发票.xml", "application/xml", b"<invoice/>", "Alternative")],
        xmp=[b'<rdf:RDF xmlns:rdf="urn:own"/>'],
        pdf_variant="pdf/a-3b",
    )
    reader = PdfReader(BytesIO(await pool.render(job)))
    metadata = reader.trailer["/Root"]["/Metadata"].get_data()  # type: ignore[index]
    (attachment,) = reader.attachment_list
    assert b'pdfaid:part="3"' in metadata and b'pdfaid:conformance="B"' in metadata
    assert (attachment.alternative_name, attachment.content) == ("发票.xml", b"<invoice/>")
    assert attachment.subtype == "/application/xml"
    [file] = reader.trailer["/Root"]["/AF"]  # type: ignore[index]
    assert file.get_object()["/AFRelationship"] == "/Alternative"
    assert b'<rdf:RDF xmlns:rdf="urn:own"/>' in metadata


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
async def test_pictures_of_every_format_are_drawn(pool: PdfPool, kind: str) -> None:
    out = BytesIO()
    Image.new("RGB", (40, 30), "#c00").save(out, kind)
    job = small("<img src='asset:seal'>", assets={"seal": out.getvalue()}, pdf_variant="pdf/a-3u")
    [picture] = PdfReader(BytesIO(await pool.render(job))).pages[0].images
    assert picture.image is not None and picture.image.size == (40, 30)


async def test_table_head_is_repeated_and_rows_are_whole(pool: PdfPool) -> None:
    template = (
        "<table class=lines><thead><tr><th>Head</th></tr></thead>"
        "{% for n in rows %}<tr><td>top {{ n }}<br>end {{ n }}</td></tr>{% endfor %}</table>"
    )
    reader = PdfReader(BytesIO(await pool.render(small(template, data={"rows": list(range(90))}))))
    texts = [page.extract_text() for page in reader.pages]
    assert len(texts) > 2
    for text in texts:
        assert text.count("Head") == 1
        assert text.count("top ") == text.count("end ")


async def test_css_comes_after_the_base_sheet(pool: PdfPool) -> None:
    reader = PdfReader(BytesIO(await pool.render(small(css="@page { size: A5 landscape }"))))
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 420]


async def test_missing_glyphs_are_logged(pool: PdfPool, caplog: pytest.LogCaptureFixture) -> None:
    await pool.render(small("<p>\U0001fbff\U000e0fff"))
    assert "unsupported by fonts" in caplog.text


async def test_fonts_for_chinese_are_found() -> None:
    assert await font_check() == ["Noto Sans CJK SC"]


async def test_many_jobs_at_once_get_each_its_own_answer(pool: PdfPool) -> None:
    async def text_of(number: int) -> str:
        pdf = await pool.render(small("<p>Document {{ n }}!", data={"n": number}))
        return PdfReader(BytesIO(pdf)).pages[0].extract_text()

    texts = await asyncio.gather(*(text_of(number) for number in range(12)))
    assert [f"Document {number}!" in text for number, text in enumerate(texts)] == [True] * 12


@pytest.mark.parametrize(
    ("data", "detail"),
    [
        ({"total": Decimal("1.5")}, "data.total is a Decimal"),
        ({"total": 1.5}, "data.total is a float"),
        ({"lines": [{"at": datetime(2026, 1, 1)}]}, "data.lines.0.at is a datetime"),
        ({"user": object()}, "data.user is a object"),
        ({"a": (1, 2)}, "data.a is a tuple"),
        ({1: "a"}, "data has a key that is no text"),
    ],
)
async def test_only_plain_data_gets_in(pool: PdfPool, data: dict[Any, Any], detail: str) -> None:
    with pytest.raises(DocumentRefused) as caught:
        await pool.render(small(data=data))
    assert (caught.value.status, caught.value.reason, caught.value.detail) == (422, "data", detail)


@pytest.mark.parametrize(
    "changes",
    [
        {"data": {"n": 2**70}},
        {"data": {"name": "\ud800"}},
        {"created": datetime(2026, 1, 1)},
        {"enclosures": [Enclosure("../x", "text/plain", b"")]},
        {"enclosures": [Enclosure("x", "text/plain /Launch", b"")]},
    ],
)
async def test_odd_jobs_are_refused(pool: PdfPool, changes: dict[str, Any]) -> None:
    with pytest.raises(DocumentRefused):
        await pool.render(small(**changes))


async def test_very_large_job_is_refused_before_it_is_sent(pool: PdfPool) -> None:
    job: PdfJob = small(assets={"x": bytes(33 * 1024 * 1024)})
    with pytest.raises(DocumentTooLarge) as caught:
        await pool.render(job)
    assert caught.value.reason == "data_size"
