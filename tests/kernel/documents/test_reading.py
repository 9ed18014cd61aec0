"""Texts of uploaded files, honest and hostile, read by a child that can be killed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterator

import openpyxl
import pytest

from guanxi.documents import DocumentError, PdfPool
from tests.kernel.documents.samples import small

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture
async def pool() -> AsyncIterator[PdfPool]:
    pool = PdfPool()
    yield pool
    await pool.close()


def docx(body: str, head: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{head}<w:document {_WORD}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


def xlsx() -> bytes:
    workbook, out = openpyxl.Workbook(), io.BytesIO()
    workbook.active.append(["维保", 12])
    workbook.save(out)
    return out.getvalue()


async def test_what_is_in_files_of_all_kinds(pool: PdfPool) -> None:
    paragraph = "<w:p><w:r><w:t>维保</w:t></w:r><w:r><w:t>合同</w:t></w:r></w:p><w:p><w:r><w:t>Second</w:t></w:r></w:p>"
    assert await pool.read("a.docx", docx(paragraph)) == "维保合同\nSecond"
    assert await pool.read("表.XLSX", xlsx()) == "维保 12.0"
    assert await pool.read("a.txt", "维保".encode("gb18030")) == "维保"
    html = "<p>维保<script>no</script><style>no</style> <b>合同</b>"
    assert await pool.read("a.html", html.encode()) == "维保 合同"
    pdf = await pool.render(small("<p>空调维保合同</p>"))
    assert "空调维保合同" in await pool.read("a.pdf", pdf)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.png", b"\x89PNG", "kind"),
        ("noending", b"x", "kind"),
        ("a.pdf", b"%PDF-1.7 nonsense", "unreadable"),
        ("a.docx", b"PK\x03\x04 nonsense", "unreadable"),
        ("a.xlsx", b"PK\x03\x04 nonsense", "unreadable"),
        ("a.docx", docx("<w:p>"), "unreadable"),
        ("a.docx", docx("x" * 60_000_000), "size"),
    ],
)
async def test_what_cannot_be_read(pool: PdfPool, name: str, content: bytes, reason: str) -> None:
    with pytest.raises(DocumentError) as refused:
        await pool.read(name, content)
    assert refused.value.reason == reason


async def test_an_endless_text_is_cut(pool: PdfPool) -> None:
    assert len(await pool.read("a.txt", b"a" * 5_000_000)) == 300_000


async def test_entities_do_not_swell_and_open_no_file(pool: PdfPool) -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    swelling = docx("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", f'<!DOCTYPE d [<!ENTITY a0 "aaaaaaaaaa">{levels}]>')
    outside = docx("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
    for content in (swelling, outside):
        with pytest.raises(DocumentError) as refused:
            await pool.read("a.docx", content)
        assert refused.value.reason in ("unreadable", "memory")
    assert await pool.read("a.txt", b"still there") == "still there"
