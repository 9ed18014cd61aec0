"""Documents that try to read files, reach the network, or never end. Each gets a typed error, in time."""

from __future__ import annotations

import base64
import socket
import time
import zlib
from collections.abc import AsyncIterator, Callable, Iterator

import pytest
import pytest_asyncio

from guanxi.documents import DocumentRefused, DocumentTimeout, DocumentTooLarge, PdfPool

from .samples import small

pytestmark = pytest.mark.asyncio(loop_scope="module")

LIMIT = 2.5
SECRET = "root:x:0:0"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def pool() -> AsyncIterator[PdfPool]:
    pool = PdfPool(timeout=LIMIT, memory_mb=900)
    yield pool
    await pool.close()


@pytest.fixture(scope="module")
def trap() -> Iterator[socket.socket]:
    """A loopback port that nobody may knock at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def data_uri(content: bytes, kind: str = "image/svg+xml") -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def svg(body: str) -> str:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return data_uri(f'<svg {names} width="9" height="9" viewBox="0 0 9 9">{body}</svg>'.encode())


def png(side: int) -> bytes:
    """A black square that decodes to side * side bytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    size = side.to_bytes(4, "big")
    rows = zlib.compress(bytes((side + 1) * min(side, 1000)), 9)
    header = chunk(b"IHDR", size + size + b"\x08\x00\x00\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


URLS = [
    "file:///etc/passwd",
    "/etc/passwd",
    "FILE:/etc/passwd",
    "http://HOST/x.png",
    "//HOST/x",
    "ftp://HOST/x",
]
PLACES = [
    '<img src="{url}">',
    '<img srcset="{url}"><img src="{url}">',
    '<link rel=attachment href="{url}">',
    '<link rel=stylesheet href="{url}">',
    '<a rel=attachment href="{url}">x</a>',
    '<style>@import url("{url}");</style>',
    '<style>p {{ background: url("{url}") }}</style><p>x',
    '<style>p::before {{ content: url("{url}") }}</style><p>x',
    '<style>li {{ list-style-image: url("{url}") }}</style><li>x',
    '<style>@page {{ @top-left {{ content: url("{url}") }} }}</style>x',
    '<style>@font-face {{ font-family: f; src: url("{url}") }} p {{ font-family: f }}</style><p>x',
    '<object data="{url}"></object>',
    '<embed src="{url}">',
    '<iframe src="{url}"></iframe>',
    '<base href="{url}"><img src="x.png">',
    '<svg width=9 height=9><image href="{url}" width=9 height=9 /></svg>',
]
SVG_PLACES = [
    '<image xlink:href="{url}" width="9" height="9"/>',
    '<g xml:base="{url}"><image href="x" width="9" height="9"/></g>',
]
SVG_PLACES_NEVER_FOLLOWED = [
    '<use xlink:href="{url}#x"/>',
    '<style>@import url("{url}");</style><rect width="9" height="9"/>',
]


def pages(places: list[str], host: str, wrap: Callable[[str], str] = str) -> list[str]:
    return [wrap(place.format(url=url.replace("HOST", host))) for place in places for url in URLS]


def as_image(body: str) -> str:
    return f'<img src="{svg(body)}">'


async def test_nothing_outside_the_document_is_touched(pool: PdfPool, trap: socket.socket) -> None:
    host = f"127.0.0.1:{trap.getsockname()[1]}"
    for page in pages(PLACES, host) + pages(SVG_PLACES, host, as_image):
        with pytest.raises(DocumentRefused) as caught:
            await pool.render(small(page))
        assert caught.value.reason in ("outside_resource", "broken_resource", "forbidden_element")
    for page in pages(SVG_PLACES_NEVER_FOLLOWED, host, as_image):
        assert SECRET.encode() not in await pool.render(small(page))
    with pytest.raises(BlockingIOError):
        trap.accept()


HEAVY = {
    "nested divs": ("<div>" * 300, DocumentRefused),
    "nested inline": ("<b><i>" * 400, DocumentRefused),
    "nested tables": ("<table><tr><td>" * 200, DocumentRefused),
    "nested svg": (f'<img src="{svg("<g>" * 3000 + "</g>" * 3000)}">', DocumentRefused),
    "colspan": ("<table><tr><td colspan=100000>x</table>", DocumentTooLarge),
    "colspan, other digits": ("<table><tr><td colspan='٩٩٩٩٩'>x</table>", DocumentTooLarge),
    "rowspan": ("<table><tr><td rowspan=1_0000>x</table>", DocumentTooLarge),
    "col span": ("<table><col span=100000><tr><td>x</table>", DocumentTooLarge),
    "rows": ("<table>" + "<tr><td>x" * 2000 + "</table>", DocumentTooLarge),
    "elements": ("<p>x" * 30_000, DocumentTooLarge),
    "pages": ("<style>@page { size: 5mm; margin: 0 }</style>" + "<p style='break-after: page'>" * 260, None),
    "tiny pages": ("<style>@page { size: 1mm; margin: 0 }</style>" + "some words " * 5000, None),
    "huge box": ("<p style='height: 1000000000mm'>x", None),
    "columns": ("<p style='column-count: 1000000'>" + "x " * 2000, None),
    "grid": ("<div style='display: grid; grid-template-columns: repeat(1000000, 1px)'><p>x</div>", None),
    "loops": ("{% for a in many %}" * 6 + "{% endfor %}" * 6, DocumentTimeout),
    "doubling": (
        "{% set s = namespace(t='xxxxxxxx') %}" + "{% set s.t = s.t ~ s.t %}" * 40 + "{{ s.t }}",
        None,
    ),
    "image uri": ("<img src='data:image/png;base64," + "A" * 2_000_000 + "'>", DocumentTooLarge),
    "pixels": (f'<img src="{data_uri(png(30_000), "image/png")}">', DocumentTooLarge),
    "postscript": (
        f'<img src="{data_uri(b"%!PS-Adobe-3.0 EPSF-3.0 (x) run", "image/png")}">',
        DocumentRefused,
    ),
    "entities": (
        '<img src="'
        + data_uri(
            b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "xxxxxxxxxx">'
            + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 20) for n in range(9))
            + b']><svg xmlns="http://www.w3.org/2000/svg"><text>&j;</text></svg>'
        )
        + '">',
        DocumentRefused,
    ),
    "external entity": (
        '<img src="'
        + data_uri(
            b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
            b'<svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>'
        )
        + '">',
        DocumentRefused,
    ),
    "use bomb": (
        '<img src="'
        + svg(
            '<g id="a0"><rect width="1" height="1"/></g>'
            + "".join(f'<g id="a{n + 1}">' + f'<use href="#a{n}"/>' * 10 + "</g>" for n in range(8))
        )
        + '">',
        None,
    ),
    "script link": ("<a href='javascript:alert(1)'>x</a>", DocumentRefused),
    "local link": ("<a href='file:///etc/passwd'>x</a>", DocumentRefused),
    "form": ("<form action='http://127.0.0.1/'><input name=a></form>", DocumentRefused),
    "class": ("{{ ''.__class__ }}", DocumentRefused),
    "repeat": ("{{ 'a' * 10 ** 9 }}", DocumentRefused),
}


@pytest.mark.parametrize("name", HEAVY)
async def test_heavy_document_ends_in_time(pool: PdfPool, name: str) -> None:
    template, expected = HEAVY[name]
    started = time.monotonic()
    try:
        await pool.render(small(template, data={"many": list(range(100))}))
    except (DocumentRefused, DocumentTooLarge, DocumentTimeout) as error:
        assert expected is None or type(error) is expected
        assert error.status in (413, 422)
    else:
        assert expected is None
    assert time.monotonic() - started < LIMIT + 8


async def test_pool_still_prints_afterwards(pool: PdfPool) -> None:
    assert (await pool.render(small())).startswith(b"%PDF-1.7")
