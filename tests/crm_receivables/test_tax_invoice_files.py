"""The two files that go to the tax bureau's system and come back from it."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook

from crm_core.services import OurCompany
from crm_receivables.crediting import credit_invoice
from crm_receivables.models import Invoice
from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.posting import NewInstallment, NewInvoice, NewLine, post_invoices
from crm_receivables.tax_invoice_choices import TaxInvoiceKind, TaxInvoiceState
from crm_receivables.tax_invoice_columns import BASIC, DETAIL
from crm_receivables.tax_invoice_export import write_table, write_workbook
from crm_receivables.tax_invoice_models import TaxInvoice
from crm_receivables.tax_invoice_reading import confirmation_in, kind_of, reversed_in, state_of, words_in
from crm_receivables.tax_invoice_settings import TaxInvoiceSettings, check_settings
from guanxi import Actor, InvalidInput, execute, fetch, fetch_row, get, included_tax, use_actor
from guanxi.errors import Forbidden
from guanxi.imports import dry_run, start_import
from guanxi.imports.plan import read_plan
from guanxi.imports.table import read_table
from guanxi.imports.target import find_target
from guanxi.jobs import run_pending
from tests.crm_receivables.support import DAY, count, new_customer, with_settings
from tests.crm_receivables.tax_support import again, covered, drawn

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
KEY = "crm_receivables/tax_invoices"
HEADINGS = (
    *("发票代码", "发票号码", "数电票号码", "销方识别号", "销方名称", "购方识别号", "购买方名称", "开票日期"),
    *("金额", "税额", "价税合计", "发票来源", "发票票种", "发票状态", "是否正数发票", "发票风险等级", "开票人", "备注"),
)
BUYER = "91320100MA1BUYER0X"


async def a_buyer(name: str = "春意空调有限公司", tax_number: str = BUYER) -> int:
    id = await new_customer(name)
    await execute("UPDATE crm_core_customer SET tax_number = $2 WHERE id = $1", id, tax_number)
    return id


async def invoiced(customer_id: int, *lines: tuple[int, str]) -> Invoice:
    made = [
        NewLine(
            description="=维保\n服务", amount=amount, tax=included_tax(amount, Decimal(rate)), tax_rate=Decimal(rate)
        )
        for amount, rate in lines
    ]
    total = sum(line.amount for line in made)
    plan = (NewInstallment(due_on=DAY, amount=total),)
    (id,) = await post_invoices(
        [NewInvoice(customer_id=customer_id, currency="CNY", posted_on=DAY, lines=tuple(made), installments=plan)]
    )
    assert id is not None
    return await get(Invoice, id)


def row(number: str, total: str, **more: str) -> dict[str, str]:
    """A row of the tax bureau's export; `net` and `tax` in it are of 6 %."""
    amount = Decimal(total)
    tax = (amount * 6 / 106).quantize(Decimal("0.01"))
    said = {
        "数电票号码": number,
        "购方识别号": BUYER,
        "购买方名称": "春意空调有限公司",
        "开票日期": "2026-01-16 23:30:05",
    }
    sums = {
        "金额": str(amount - tax),
        "税额": str(tax),
        "价税合计": total,
        "是否正数发票": "是" if amount > 0 else "否",
    }
    kind = {
        "发票来源": "电子发票服务平台",
        "发票票种": "数电发票（增值税专用发票）",
        "发票状态": "正常",
        "开票人": "王芳",
    }
    return said | sums | kind | more


def csv_of(*rows: dict[str, str]) -> bytes:
    text = StringIO()
    writer = csv.DictWriter(text, HEADINGS, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("gb18030")


async def imported(*rows: dict[str, str]) -> tuple[int, int, int, int]:
    id = await start_import(KEY, "全量发票查询导出结果.csv", csv_of(*rows))
    await run_pending(10)
    job = await fetch_row("SELECT state, error, result FROM guanxi_job WHERE id = $1", id)
    assert job is not None and (job["state"], job["error"]) == ("done", "")
    result = job["result"]
    return result["created"], result["updated"], result["unchanged"], result["skipped"]


def digits(last: int) -> str:
    return f"2632{last:016}"


async def the(number: str) -> TaxInvoice:
    (found,) = await fetch("SELECT id FROM crm_receivables_tax_invoice WHERE number = $1", number)
    return await get(TaxInvoice, found["id"])


def sheets(content: bytes) -> list[list[dict[str, Any]]]:
    book = load_workbook(BytesIO(content))
    found = []
    for sheet in book.worksheets:
        _note, _limits, headings, *rows = sheet.iter_rows(values_only=True)
        found.append([{k: v for k, v in zip(headings, each, strict=True) if v is not None} for each in rows])
    return found


async def test_the_file_to_draw_from() -> None:
    buyer, person = await a_buyer(), await new_customer("李娜")
    await execute("UPDATE crm_core_customer SET kind = 'person' WHERE id = $1", person)
    first, second = await invoiced(buyer, (10_600, "6"), (11_300, "13")), await invoiced(person, (5_000, "0"))
    with with_settings(TaxInvoiceSettings(tax_code="3040203000000000000", special=True)):
        basic, details = sheets(await write_workbook([first.id, second.id]))
    assert [(each["发票流水号"], each["发票类型"], each["受票方自然人标识"], each["是否含税"]) for each in basic] == [
        (first.number, "增值税专用发票", "否", "是"),
        (second.number, "普通发票", "是", "是"),
    ]
    assert basic[0]["购买方纳税人识别号"] == BUYER and basic[0]["备注"] == first.number
    assert details[0] == {
        **{"发票流水号": first.number, "项目名称": "=维保 服务", "商品和服务税收编码": "3040203000000000000"},
        **{"数量": "1", "单价": "106.00", "金额": "106.00", "税率": "0.06"},
    }
    assert [(each["金额"], each["税率"]) for each in details[1:]] == [("113.00", "0.13"), ("50.00", "0")]


async def test_only_what_is_left_is_in_the_file() -> None:
    buyer = await a_buyer()
    part, whole, done = [await invoiced(buyer, (6_000, "6"), (3_000, "13")) for _each in range(3)]
    await drawn(buyer, 1_000, (part.id, 1_000))
    await credit_invoice(part.id, 2_000, reason="x")
    await drawn(buyer, 9_000, (done.id, 9_000))
    basic, details = sheets(await write_workbook([part.id, whole.id, done.id]))
    assert [each["发票流水号"] for each in basic] == [part.number, whole.number]
    assert [each["金额"] for each in details] == ["40.00", "20.00", "60.00", "30.00"]
    assert "数量" not in details[0] and details[2]["数量"] == "1"
    table = list(csv.DictReader(StringIO((await write_table([part.id, whole.id])).decode("utf-8-sig"))))
    assert [(each["购买方名称"], each["金额"]) for each in table] == [
        *[("春意空调有限公司", "40.00"), ("春意空调有限公司", "20.00")],
        *[("春意空调有限公司", "60.00"), ("春意空调有限公司", "30.00")],
    ]
    assert list(table[0]) == [*BASIC, *DETAIL[1:]] and table[0]["项目名称"].startswith("'=")
    with pytest.raises(InvalidInput):
        await write_workbook([done.id])


async def test_what_was_drawn_comes_in_and_finds_its_invoices() -> None:
    buyer = await a_buyer()
    first, second = await invoiced(buyer, (10_600, "6")), await invoiced(buyer, (5_300, "6"))
    rows = [
        row(digits(1), "106.00", 备注=f"合同款 {first.number}"),
        row(digits(2), "30.00", 备注=f"{second.number}，首付"),
        row(digits(3), "23.00", 备注=f"编号：{second.number}"),
        row(digits(4), "9.99", 发票票种="数电发票（普通发票）"),
        row("", "8.00", 发票代码="033001900111", 发票号码="12345678", 发票票种="增值税普通发票"),
    ]
    assert await imported(*rows) == (5, 0, 0, 0)
    assert (await covered(first.id), await covered(second.id)) == ((10_600, 0), (5_300, 0))
    made = await the(digits(1))
    assert (made.kind, made.net, made.tax, made.total) == (TaxInvoiceKind.DIGITAL_SPECIAL, 10_000, 600, 10_600)
    assert (made.customer_id, made.drawer, str(made.issued_on)) == (buyer, "王芳", "2026-01-16")
    assert (await the(digits(4))).kind is TaxInvoiceKind.DIGITAL_GENERAL
    paper = await the("12345678")
    assert (paper.kind, paper.code, paper.allocated) == (TaxInvoiceKind.PAPER_GENERAL, "033001900111", 0)
    assert await imported(*rows) == (0, 0, 5, 0)
    assert await count("tax_invoice") == 5


async def test_red_letters_come_in_and_the_state_follows() -> None:
    buyer = await a_buyer()
    invoice = await invoiced(buyer, (10_600, "6"))
    remark = f"被红冲蓝字数电发票号码：{digits(1)} 红字发票信息确认单编号：32000126010000001"
    blue, red = row(digits(1), "106.00", 备注=str(invoice.number)), row(digits(2), "-40.00", 备注=remark)
    assert await imported(red, blue) == (2, 0, 0, 0)
    found = await the(digits(2))
    assert (found.reverses_number, found.confirmation_number) == (digits(1), "32000126010000001")
    assert (await covered(invoice.id), (await the(digits(1))).state) == (
        (6_600, 4_000),
        TaxInvoiceState.PARTLY_REVERSED,
    )
    assert await imported({**blue, "发票状态": "已红冲-部分"}, red) == (0, 0, 2, 0)
    assert await imported({**blue, "发票状态": "已红冲-全额"}) == (0, 1, 0, 0)
    assert (await the(digits(1))).state == TaxInvoiceState.REVERSED


async def test_one_that_was_voided_since_covers_nothing() -> None:
    invoice = await invoiced(await a_buyer(), (10_600, "6"))
    paper = {"数电票号码": "", "发票代码": "0330019001", "发票号码": "00000001", "发票票种": "增值税专用发票"}
    said = row("", "106.00", 备注=str(invoice.number)) | paper
    assert await imported(said) == (1, 0, 0, 0)
    assert await covered(invoice.id) == (10_600, 0)
    assert await imported({**said, "发票状态": "已作废"}) == (0, 1, 0, 0)
    assert (await covered(invoice.id), (await again(await the("00000001"))).state) == (
        (0, 10_600),
        TaxInvoiceState.VOID,
    )


async def test_what_cannot_be_taken_is_said_by_row() -> None:
    buyer, other = await a_buyer(), await a_buyer("Other", "91320100MA1OTHER0X")
    theirs = await invoiced(other, (10_600, "6"))
    await a_buyer("甲", "SAME"), await a_buyer("乙", "SAME")
    await drawn(buyer, 500, number=digits(90))
    bad = [
        row(digits(1), "106.00", 税额="5.99"),
        row(digits(2), "106.00", 是否正数发票="否"),
        row("263200000000000001", "106.00"),
        row("", "106.00"),
        row(digits(3), "106.00", 发票票种="机动车销售统一发票"),
        row(digits(4), "106.00", 发票状态="?"),
        row(digits(5), "106.00", 销方识别号="91999999999999999X"),
        row(digits(6), "106.00", 购方识别号="", 购买方名称="不认识"),
        row(digits(7), "106.00", 购方识别号="SAME", 购买方名称="丙"),
        row(digits(8), "106.00", 备注=str(theirs.number)),
        row(digits(9), "-1.00"),
        row(digits(90), "6.00"),
        row(digits(10), "106.00", 开票日期="2099-01-01 00:00:00"),
        row(digits(11), "0.00"),
        row(digits(12), "5.00"),
    ]
    with with_settings(OurCompany(tax_number="91321282MA1ABCDE2X")):
        tried = await dry_run(KEY, "x.csv", csv_of(*bad))
        assert (tried.created, tried.unchanged, tried.skipped) == (1, 0, 14)
        assert sorted((problem.row, problem.column) for problem in tried.problems) == [
            *[(2, "total"), (3, "positive"), (4, "number"), (5, "number"), (6, "kind"), (7, "state")],
            *[(8, "seller_tax_number"), (9, "buyer_name"), (10, "buyer_name"), (11, "buyer_name")],
            *[(12, "reverses_number"), (13, "number"), (14, "issued_at"), (15, "net")],
        ]
        assert await count("tax_invoice") == 1
        assert await imported(*bad) == (1, 0, 0, 14)


async def test_a_sheet_with_a_row_for_each_line_is_refused() -> None:
    """信息汇总表: its rows are parts of tax invoices."""
    await a_buyer()
    lines = [row(digits(1), "106.00"), row(digits(1), "53.00"), row(digits(2), "5.00"), row(digits(2), "5.00")]
    assert await imported(*lines) == (1, 0, 1, 2)
    assert await count("tax_invoice") == 1


async def test_columns_that_are_not_taken_are_named() -> None:
    plan = read_plan(read_table(csv_of(row(digits(1), "1.00"))), find_target(KEY))
    assert plan.unknown == ["发票来源", "发票风险等级"] and plan.missing == []


async def test_importing_takes_its_permission() -> None:
    reader = Actor(kind="user", id=1, permissions=frozenset({P.READ, P.IMPORT}))
    with use_actor(reader), pytest.raises(Forbidden):
        await dry_run(KEY, "x.csv", csv_of())


@pytest.mark.parametrize(
    ("text", "digital", "kind"),
    [
        ("数电发票（增值税专用发票）", True, TaxInvoiceKind.DIGITAL_SPECIAL),
        ("数电纸质发票(普通发票)", True, TaxInvoiceKind.DIGITAL_GENERAL),
        ("增值税电子专用发票", False, TaxInvoiceKind.ELECTRONIC_SPECIAL),
        ("增值税电子普通发票", False, TaxInvoiceKind.ELECTRONIC_GENERAL),
        ("增值税专用发票", False, TaxInvoiceKind.PAPER_SPECIAL),
        ("增值税普通发票（卷票）", False, TaxInvoiceKind.PAPER_GENERAL),
        ("paper_general", False, TaxInvoiceKind.PAPER_GENERAL),
        ("Digital, special", True, TaxInvoiceKind.DIGITAL_SPECIAL),
        ("机动车销售统一发票", False, None),
    ],
)
async def test_words_of_kinds(text: str, digital: bool, kind: TaxInvoiceKind | None) -> None:
    assert kind_of(text, digital) is kind


async def test_words_of_states_and_remarks() -> None:
    said = ("正常", "", "已红冲-部分", "已红冲-全额", "已作废", "void", "?")
    assert [state and state.value for state in map(state_of, said)] == [
        *("normal", "normal", "partly_reversed", "reversed", "void", "void", None)
    ]
    assert reversed_in("被红冲蓝字发票号码: 12345678") == "12345678" and reversed_in("发票号码：12345678") == ""
    assert confirmation_in("红字确认单编号：A1234567") == "A1234567" and confirmation_in("确认") == ""
    assert words_in("订单INV-2026-000001；inv/7, INV-2026-000001") == ["INV-2026-000001", "inv/7"]


async def test_a_tax_code_has_nineteen_digits() -> None:
    check_settings(TaxInvoiceSettings(tax_code="3040203000000000000"))
    with pytest.raises(InvalidInput):
        check_settings(TaxInvoiceSettings(tax_code="304"))
