"""Bilingual contracts of three pages as PDF a second, by a pool of two printing processes."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import time
from base64 import b64encode
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from decimal import Decimal
from functools import partial
from io import BytesIO

import msgspec
from pypdf import PdfReader
from weasyprint import HTML

from benchmarks.harness import Machine, Result, Taken, one_company, rates
from crm_contracts.document import build_contract
from crm_contracts.models import Contract
from guanxi import create, elevated, fetch_value
from guanxi.context import current_company
from guanxi.documents import PdfJob, PdfPool
from guanxi.documents.child import NICE
from guanxi.documents.printing import BASE_CSS
from guanxi.documents.sandbox import expand
from guanxi.documents.texts import expand_texts

PROCESSES = 2
DOCUMENTS = 12
"""in a round, each another one"""
ROUNDS = 3
PAGES = 3


async def measure(servers: Machine) -> Result:
    """The floor is WeasyPrint alone with the same HTML and style sheet, in as many processes."""
    async with one_company(servers):
        jobs = await _jobs()
    pages = [_html(job) for job in jobs]
    pool = PdfPool(PROCESSES, max_waiting=DOCUMENTS)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, mp_context=context, initializer=partial(os.nice, NICE)) as bare:
        try:
            ours, theirs = await _print(pool, jobs), await _print_bare(bare, pages)  # starts all processes
            _compare(ours[0], theirs[0])

            async def once() -> Taken:
                started = time.perf_counter()
                await _print(pool, jobs)
                between = time.perf_counter()
                await _print_bare(bare, pages)
                return Taken(between - started, time.perf_counter() - between)

            value, floor = await rates(ROUNDS, DOCUMENTS, once)
        finally:
            await pool.close()
    return Result(value, floor, "documents/s")


async def _jobs() -> list[PdfJob]:
    """One contract by the standard template, under many titles."""
    customers = current_company().catalog.resources["crm_core/customers"].model
    lines = [
        {"description": f"多联机中央空调 {n} 匹（含安装与调试）", "unit_price": 123_456 + n, "tax_rate": Decimal(13)}
        for n in range(12)
    ]
    with elevated():
        customer = await create(customers, {"name": "靖江市春意空调有限公司", "phone": "0523-84801234"})
        contract = await create(
            Contract,
            {
                "title": "中央空调",
                "customer": customer.id,
                "currency": "CNY",
                "starts_on": date(2026, 1, 1),
                "language": "both",
                "template": await fetch_value("SELECT id FROM crm_contracts_template"),
                "lines": lines,
            },
        )
        job = await build_contract(contract, "both")
    return [msgspec.structs.replace(job, data=job.data | {"title": f"中央空调 {n}"}) for n in range(DOCUMENTS)]


def _html(job: PdfJob) -> str:
    html = expand(job.template, job.data | {"texts": expand_texts(job.texts)})
    html = html.replace("<head>", f'<html lang="{job.language}"><head>', 1)
    for name, content in job.assets.items():
        html = html.replace(f"asset:{name}", f"data:image/svg+xml;base64,{b64encode(content).decode()}")
    return html


async def _print(pool: PdfPool, jobs: Sequence[PdfJob]) -> list[bytes]:
    return await asyncio.gather(*(pool.render(job) for job in jobs))


async def _print_bare(pool: ProcessPoolExecutor, pages: Sequence[str]) -> list[bytes]:
    loop = asyncio.get_running_loop()
    return await asyncio.gather(*(loop.run_in_executor(pool, _bare, html) for html in pages))


def _bare(html: str) -> bytes:
    """Runs in a process of the floor."""
    pdf: bytes = HTML(string=html).write_pdf(stylesheets=[BASE_CSS], pdf_variant="pdf/a-3u")
    return pdf


def _compare(ours: bytes, bare: bytes) -> None:
    """Both say the same on as many pages."""
    readers = [PdfReader(BytesIO(each)) for each in (ours, bare)]
    texts = [[page.extract_text() for page in reader.pages] for reader in readers]
    assert texts[0] == texts[1] and len(texts[0]) == PAGES, [len(text) for text in texts]
    print(f"  {len(ours) / 1024:.0f} KB a document, bare {len(bare) / 1024:.0f} KB")
