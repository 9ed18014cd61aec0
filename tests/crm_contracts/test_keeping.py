"""Documents that are kept as they were sent or signed, the seal on them, and scanned copies."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import asyncpg
import pytest
from PIL import Image
from pypdf import PdfReader

from crm_contracts.choices import KeptKind
from crm_contracts.document import build_contract
from crm_contracts.keeping import CONTRACT_DOCUMENT, contract_pdf, keep_document
from crm_contracts.kept_models import KeptDocument
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from crm_contracts.scans import keep_scan
from crm_contracts.seal import current_seal, remove_seal, save_seal
from guanxi import (
    Conflict,
    Forbidden,
    InvalidInput,
    NotFound,
    execute,
    fetch_value,
    find,
    get,
    read_blob,
    render_pdf,
    use_actor,
    where,
)
from guanxi.context import Company
from guanxi.documents import PdfPool
from guanxi.documents.serving import print_document
from guanxi.jobs import run_pending
from guanxi.records import read_file
from tests.crm_contracts.support import SALES, act, active, blank_pdf, confirmed, customer, draft, line, sign, user

pytestmark = pytest.mark.usefixtures("inside")
PDF = blank_pdf()


def picture(color: str = "#c00", kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("RGB", (80, 80), color).save(out, kind)
    return out.getvalue()


async def kept_of(contract: Contract) -> list[KeptDocument]:
    return await find(KeptDocument, where.eq("contract", contract.id))


async def test_a_document_is_printed_and_stored_once() -> None:
    contract = await confirmed(line(100))
    first = await keep_document(contract, "both", KeptKind.SENT)
    again = await keep_document(contract, "both", KeptKind.SENT)
    assert first.id == again.id
    content = await read_blob(first.sha256)
    assert (sha256(content).hexdigest(), len(content)) == (first.sha256, first.size)
    assert (first.name, first.version) == (f"{contract.number}-sent-both.pdf", 1)
    assert await contract_pdf(contract, "both") == content == await print_document(CONTRACT_DOCUMENT, contract, "both")


async def test_what_was_sent_stays_as_it_was_whatever_changes() -> None:
    contract = await confirmed(line(100), language="en")
    kept = await keep_document(contract, "en", KeptKind.SENT)
    await execute("UPDATE crm_contracts_contract SET title = 'Other' WHERE id = $1", contract.id)
    content = await contract_pdf(await get(Contract, contract.id), "en")
    assert sha256(content).hexdigest() == kept.sha256


async def test_two_at_once_keep_one(company: Company) -> None:
    contract = await confirmed(line(100))
    made = await asyncio.gather(*(keep_document(contract, "zh_CN", KeptKind.SENT) for _ in range(4)))
    assert len({each.id for each in made}) == 1 and len(await kept_of(contract)) == 1
    assert await fetch_value("SELECT count(*) FROM guanxi_file WHERE resource = 'crm_contracts/kept-documents'") == 1


async def test_confirming_and_signing_have_the_document_kept_in_its_language() -> None:
    contract = await confirmed(line(100), language="en")
    await run_pending(10)
    [sent] = await kept_of(contract)
    assert (sent.kind, sent.language) == ("sent", "en")
    contract = await sign(contract)
    await run_pending(10)
    signed = (await kept_of(contract))[1]
    assert (signed.kind, signed.version) == ("signed", 1) and signed.sha256 != sent.sha256
    assert sha256(await contract_pdf(contract, "en")).hexdigest() == signed.sha256


async def test_a_job_that_comes_too_late_keeps_nothing_wrong() -> None:
    contract = await sign(await confirmed(line(100)))
    await run_pending(10)
    assert [each.kind for each in await kept_of(contract)] == ["signed"]


async def test_a_void_contract_says_so_though_it_was_sent() -> None:
    contract = await confirmed(line(100), language="en")
    kept = await keep_document(contract, "en", KeptKind.SENT)
    void = await act(contract, "cancel", {"reason": "r"})
    assert sha256(await contract_pdf(void, "en")).hexdigest() != kept.sha256


async def test_the_same_contract_is_the_same_bytes_in_other_processes() -> None:
    job = await build_contract(await active(line(100)), "both")
    prints = []
    for _ in range(2):
        pool = PdfPool()
        prints.append(await pool.render(job))
        await pool.close()
    assert prints[0] == prints[1]


async def test_the_database_refuses_to_change_what_is_kept() -> None:
    await keep_document(await confirmed(line(100)), "en", KeptKind.SENT)
    for statement in (
        "UPDATE crm_contracts_kept_document SET sha256 = ''",
        "DELETE FROM crm_contracts_kept_document",
        "TRUNCATE crm_contracts_kept_document",
    ):
        with pytest.raises(asyncpg.PostgresError):
            await execute(statement)


async def test_the_data_is_attached_as_canonical_json() -> None:
    contract = await active(line(123_456, quantity=2), language="en")
    reader = PdfReader(BytesIO(await render_pdf(await build_contract(contract, "en"))))
    [attachment] = reader.attachment_list
    data = json.loads(attachment.content)
    assert attachment.alternative_name == f"{contract.number}.json" and attachment.subtype == "/application/json"
    assert attachment.content == json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert (data["total"], data["currency"], data["signed_on"]) == (246_912, "CNY", "2026-01-01")
    assert data["lines"][0]["quantity"] == "2" and data["lines"][0]["amount"] == 246_912
    metadata = reader.trailer["/Root"]["/Metadata"].get_data()  # type: ignore[index]
    assert b'pdfaid:part="3"' in metadata and b'pdfaid:conformance="U"' in metadata


async def test_the_seal_is_on_what_is_signed_from_then_on() -> None:
    before = await active(line(100))
    await save_seal(picture())
    waiting, after = await confirmed(line(100)), await active(line(100))
    await remove_seal()
    without = await active(line(100))
    pictures = {
        name: set((await build_contract(contract, "en")).assets)
        for name, contract in {"before": before, "waiting": waiting, "after": after, "without": without}.items()
    }
    assert pictures == {"before": {"qr"}, "waiting": {"qr"}, "after": {"qr", "seal"}, "without": {"qr"}}
    assert len(PdfReader(BytesIO(await contract_pdf(after, "en"))).pages[-1].images) == 1
    await save_seal(picture("#00c"))
    assert (await build_contract(await get(Contract, after.id), "en")).assets["seal"] == (
        await build_contract(after, "en")
    ).assets["seal"], "it keeps the seal that it was signed with"


async def test_only_who_may_changes_the_seal_and_nobody_downloads_it() -> None:
    with use_actor(await user("li")), pytest.raises(Forbidden):
        await save_seal(picture())
    with pytest.raises(InvalidInput):
        await save_seal(b"<svg/>")
    assert await current_seal() is None
    await save_seal(picture())
    token = await fetch_value("SELECT token FROM guanxi_file WHERE resource = 'crm_contracts/seal'")
    with pytest.raises(NotFound):
        await read_file(token)


@pytest.mark.parametrize(("content", "ending"), [(PDF, ".pdf"), (picture(), ".png"), (picture(kind="JPEG"), ".jpg")])
async def test_a_signed_copy_is_kept_by_what_it_holds(content: bytes, ending: str) -> None:
    contract = await confirmed(line(100))
    kept, again = await keep_scan(contract, content), await keep_scan(contract, content)
    assert kept.id == again.id and kept.name == f"{contract.number}-scan{ending}"
    assert await read_blob(kept.sha256) == content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x",
        b"%PDF-1.7 cut off",
        b"%PDF-1.4 junk %%EOF",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
    ],
)
async def test_what_is_no_scan_is_refused(content: bytes) -> None:
    contract = await confirmed(line(100))
    with pytest.raises(InvalidInput):
        await keep_scan(contract, content)
    assert await kept_of(contract) == []


async def test_a_draft_has_no_signed_copy() -> None:
    with pytest.raises(Conflict):
        await keep_scan(await draft(), PDF)


async def test_others_do_not_find_what_is_kept() -> None:
    seller, stranger = await user("seller"), await user("stranger", (*SALES, ContractPermission.READ))
    contract = await confirmed(line(100), customer_id=await customer(owner=seller.id), owner=seller.id)
    kept = await keep_document(contract, "en", KeptKind.SENT)
    with use_actor(seller):
        assert (await get(KeptDocument, kept.id)).sha256 == kept.sha256
    with use_actor(stranger), pytest.raises(NotFound):
        await get(KeptDocument, kept.id)


async def test_a_bilingual_contract_of_three_pages_has_its_fonts_and_is_small(tmp_path: Path) -> None:
    template = await fetch_value("SELECT id FROM crm_contracts_template")
    lines = [line(123_456 + n, description=f"多联机中央空调 {n} 匹（含安装与调试）") for n in range(12)]
    annex = {"annex": "赠送滤网两套\n质保三年", "annex_en": "Two filters free\nThree years of warranty"}
    contract = await active(*lines, template=template, language="both", **annex)
    pdf = await contract_pdf(contract, "both")
    assert len(PdfReader(BytesIO(pdf)).pages) == 3
    assert len(pdf) <= 150_000
    file = tmp_path / "contract.pdf"
    file.write_bytes(pdf)
    if shutil.which("pdffonts") is None and not os.environ.get("CI"):
        pytest.skip("no pdffonts on this machine")
    process = await asyncio.create_subprocess_exec("pdffonts", str(file), stdout=asyncio.subprocess.PIPE)
    output, _errors = await process.communicate()
    fonts = [row.split() for row in output.decode().splitlines()[2:]]
    assert {row[0].partition("+")[2] for row in fonts} == {"Noto-Sans-CJK-SC", "Noto-Sans-CJK-SC-Bold"}
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in fonts), "embedded, a subset, with Unicode"
