"""Hostile templates, names and pictures of contracts: nothing is read, nobody is asked, each ends in time.

`tests/kernel/documents` tries the printer itself; this goes through the pages and contracts that people use.
"""

from __future__ import annotations

import asyncio
import base64
import socket
import time
import zlib
from collections.abc import AsyncIterator, Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader

from crm_contracts.document import build_contract
from crm_contracts.models import Contract
from crm_contracts.publishing import make_version
from crm_contracts.scans import kind_of_scan
from crm_contracts.text_models import Template
from guanxi import GuanxiError, clean_picture, create, fetch_value, get, render_pdf
from guanxi.company import Directory
from guanxi.documents import close_process_pool
from tests.crm_contracts.support import customer, draft, line
from tests.crm_core.browsing import signed_in
from tests.kernel.web.browser import Browser
from tests.security.corpus import TEMPLATES, XSS

pytestmark = pytest.mark.usefixtures("inside")
LONGEST = 20.0
"""seconds for one document"""
SECRET = "root:x:0:0"

ESCAPES = (
    *("{{ ''.__class__.__mro__ }}", "{{ ''|attr('__class__') }}", "{{ customer.__init__.__globals__ }}"),
    *("{{ clause.__call__.__globals__ }}", "{{ clause.__class__ }}", "{{ self._TemplateReference__context }}"),
    *("{{ lipsum.__globals__['os'].popen('id').read() }}", "{{ cycler.__init__.__globals__ }}", "{{ config }}"),
    *("{% include '/etc/passwd' %}", "{% import '/etc/passwd' as x %}", "{% extends 'file:///etc/passwd' %}"),
    *("{{ '{0.__class__}'.format(customer) }}", "{{ ['{0.__class__}']|map('format', 1)|list }}"),
    *("{{ customer.clear() }}", "{{ lines.append(1) }}", "{{ dict.mro() }}", "{{ namespace.__init__ }}"),
    *("{{ clause('../../etc/passwd') }}", "{{ clause(customer) }}", "{{ clause() }}", "{{ clause('a', 'b') }}"),
)
BOMBS = (
    "{% for a in 'xxxxxxxxxx' * 900 %}" * 4 + "{% endfor %}" * 4,
    "{% set s = namespace(t='xxxxxxxx') %}" + "{% set s.t = s.t ~ s.t %}" * 40,
    "{% set s = namespace(t='x') %}{% for a in 'x' * 9000 %}{% set s.t = s.t|replace('x', 'xx') %}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% for a in 'x' * 9000 %}{{ 'x' * 9000 }}{% endfor %}",
    "{% for a in 'x' * 9000 %}x\n{% endfor %}",
    *(
        "{{ 'a' * 10 ** 9 }}",
        "{{ 10 ** 10000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ 'a'.center(10 ** 9) }}",
    ),
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "{% if 1 %}" * 300 + "{% endif %}" * 300,
    "{{ [" + "[" * 400 + "]" * 400 + "] }}",
)


@pytest.fixture(autouse=True)
async def printer() -> AsyncIterator[None]:
    yield
    await close_process_pool()


@pytest.fixture
async def admin(directory: Directory) -> AsyncIterator[Browser]:
    async with signed_in(directory) as browser:
        yield browser


@pytest.fixture
def trap() -> Iterator[socket.socket]:
    """A loopback port that nobody may knock at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def markup(host: str) -> list[str]:
    """Names and texts that would reach out, were they taken for markup."""
    places = (
        "<img src='{}'>",
        "<link rel=attachment href='{}'>",
        "<style>@import url({});</style>",
        "<iframe src='{}'>",
    )
    urls = (f"http://{host}/x", f"//{host}/x", "file:///etc/passwd", "/etc/passwd")
    made = [place.format(url) for place in places for url in urls]
    made.append(f"<svg><image href='http://{host}/x'/></svg>")
    return [*made, "<div>" * 300, "<table><td colspan=100000>", "<p style='column-count:100000'>", "x" * 5000]


async def test_hostile_templates_end_in_time_with_a_place_while_the_server_answers(admin: Browser) -> None:
    csrf = await admin.csrf()
    waits: list[float] = []

    async def watch() -> None:
        while True:
            started = time.monotonic()
            assert (await admin.get("/healthz")).status_code == 200
            waits.append(time.monotonic() - started)
            await asyncio.sleep(0.1)

    watching = asyncio.create_task(watch())
    for body in (*ESCAPES, *BOMBS):
        started = time.monotonic()
        answer = await admin.post("/crm_contracts/preview?part=1", data={"_csrf": csrf, "body": body})
        assert time.monotonic() - started < LONGEST, body[:60]
        assert answer.status_code in (200, 422), (answer.status_code, body[:60])
        assert SECRET not in answer.text and "object at 0x" not in answer.text
    watching.cancel()
    assert len(waits) > 20 and max(waits) < 2


@pytest.mark.parametrize("body", ESCAPES)
async def test_no_template_gets_out(admin: Browser, body: str) -> None:
    answer = await admin.post("/crm_contracts/preview?part=1", data={"_csrf": await admin.csrf(), "body": body})
    assert answer.status_code == 422 and 'data-line="1"' in answer.text


async def test_hostile_names_and_texts_are_printed_as_texts(trap: socket.socket) -> None:
    host = f"127.0.0.1:{trap.getsockname()[1]}"
    hostile = [*markup(host), *XSS, *TEMPLATES]
    plain = " ".join(hostile)
    template = await create(
        Template, {"name": "T", "body": "{{ customer.name }}\n{{ contract.title }}\n{{ contract.annex }}"}
    )
    await make_version(template)
    contract = await draft(
        *(line(5, description=text[:300]) for text in hostile[:40]),
        title=hostile[0][:200],
        customer_id=await customer(hostile[1][:120]),
        template=template.id,
        annex=plain[:19_000],
    )
    started = time.monotonic()
    pdf = await render_pdf(await build_contract(await get(Contract, contract.id), "both"))
    assert time.monotonic() - started < LONGEST
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert SECRET not in text and "<img src=" in text and "{{" in text
    assert await fetch_value("SELECT count(*) FROM crm_core_customer") == 1
    with pytest.raises(BlockingIOError):
        trap.accept()


def png(side: int) -> bytes:
    """A square that decodes to side * side bytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    size = side.to_bytes(4, "big")
    rows = zlib.compress(bytes(side + 1) * min(side, 500), 9)
    header = chunk(b"IHDR", size + size + b"\x08\x00\x00\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PICTURES = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    "svg with an entity": b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>',
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n(x) run",
    "pixels": png(30_000),
    "cut off": png(50)[:60],
    "html": b"<html><script>alert(1)</script>",
    "data": base64.b64encode(png(5)),
    "nothing": b"",
}


@pytest.mark.parametrize("name", PICTURES)
async def test_hostile_pictures_become_neither_seal_nor_signed_copy(name: str) -> None:
    started = time.monotonic()
    with pytest.raises(GuanxiError) as caught:
        await clean_picture(PICTURES[name])
    assert 400 <= caught.value.status < 500
    with pytest.raises(GuanxiError) as caught:
        await asyncio.to_thread(kind_of_scan, PICTURES[name])
    assert 400 <= caught.value.status < 500
    assert time.monotonic() - started < LONGEST
