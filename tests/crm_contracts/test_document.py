"""The contract as a PDF: what it says, its fonts, and that it is the same each time (A26)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from crm_contracts.document import CONTRACT_LANGUAGES, build_contract
from crm_contracts.models import Contract
from guanxi import execute, get, render_pdf, update
from guanxi.context import Company
from tests.crm_contracts.support import act, confirmed, draft, line, monthly, product, sign

PLAN = [
    {"label": "预付款", "percent": Decimal(30)},
    {"label": "尾款", "percent": Decimal(70), "due_on": date(2026, 3, 1)},
]


async def full() -> Contract:
    care = await product()
    lines = [{"product": care.id, "quantity": Decimal(12)}, monthly(5_000, description="云平台"), line(3_456)]
    annex = {"annex": "赠送滤网两套\n质保三年", "annex_en": "Two filters free"}
    return await sign(await confirmed(*lines, installments=PLAN, title="中央空调", language="both", **annex))


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def fonts_of(pdf: bytes) -> set[str]:
    found = set()
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            [inner] = font.get_object()["/DescendantFonts"]
            assert "/FontFile3" in inner.get_object()["/FontDescriptor"], "embedded"
            found.add(str(font.get_object()["/BaseFont"]).partition("+")[2])
    return found


async def test_the_chinese_contract(inside: Company) -> None:
    contract = await full()
    text = text_of(await render_pdf(await build_contract(contract, "zh_CN")))
    assert contract.number is not None and contract.number in text
    for words in ("甲方（买方）", "靖江市春意空调有限公司", "空调维保", "按月计费", "人民币壹仟贰佰叁拾肆元伍角陆分"):
        assert words in text
    assert "¥1,234.56" in text and "2026年1月1日" in text and "质保三年" in text and "370.37" in text
    assert "第 1 页" in text and "Party" not in text and "草稿" not in text


async def test_the_english_contract(inside: Company) -> None:
    text = text_of(await render_pdf(await build_contract(await full(), "en")))
    for words in (
        "Party A (buyer)",
        "Maintenance",
        "charged each month",
        "CN¥1,234.56",
        "January 1, 2026",
        "Page 1 of",
    ):
        assert words in text
    assert "甲方" not in text and "人民币" not in text


async def test_both_languages_side_by_side(inside: Company) -> None:
    pdf = await render_pdf(await build_contract(await full(), "both"))
    text = text_of(pdf)
    for words in ("甲方（买方）", "Party A (buyer)", "Maintenance", "January 1, 2026", "Two filters free", "质保三年"):
        assert words in text


@pytest.mark.parametrize("language", CONTRACT_LANGUAGES)
async def test_fonts_are_embedded(inside: Company, language: str) -> None:
    pdf = await render_pdf(await build_contract(await full(), language))
    assert fonts_of(pdf) == {"Noto-Sans-CJK-SC", "Noto-Sans-CJK-SC-Bold"}


async def test_the_same_contract_is_the_same_bytes(inside: Company) -> None:
    contract = await full()
    first = await render_pdf(await build_contract(contract, "both"))
    await execute("UPDATE crm_core_customer SET name = '改名有限公司' WHERE id = $1", contract.customer_id)
    again = await render_pdf(await build_contract(await get(Contract, contract.id), "both"))
    assert first == again
    reader = PdfReader(BytesIO(first))
    assert reader.metadata is not None and reader.metadata.creation_date == datetime(2026, 1, 1, tzinfo=UTC)
    assert reader.metadata.title == f"中央空调 {contract.number}"


async def test_drafts_and_void_contracts_say_so(inside: Company) -> None:
    contract = await draft(line(100))
    assert "草稿" in text_of(await render_pdf(await build_contract(contract, "zh_CN")))
    contract = await update(Contract, contract.id, {"title": "<b>& {{ 7*7 }}</b>"})
    assert "<b>& {{ 7*7 }}</b>" in text_of(await render_pdf(await build_contract(contract, "en")))
    void = await act(contract, "cancel", {"reason": "r"})
    assert "Void" in text_of(await render_pdf(await build_contract(void, "en")))
