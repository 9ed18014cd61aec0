"""The pages of the import of vCards speak of cards, in the reader's language."""

from __future__ import annotations

import re

import pytest

from guanxi import execute
from guanxi.company import Directory
from tests.crm_core.browsing import signed_in
from tests.crm_core.test_vcard_files import FILE
from tests.kernel.web.browser import forms_in, text_of

pytestmark = pytest.mark.usefixtures("inside")
PAGE = "/crm_core/import/vcards"
RAW = re.compile(r"full_name|job_title|more_numbers|more_addresses|\bCSV\b|XLSX")


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", ("Import: vCards", "Choose a .vcf file", "Part of the card", "Job title", "Import 2 cards", "Card")),
        ("zh_CN", ("导入：vCard 名片", "选择 .vcf 文件", "名片中的项目", "职务", "导入 2 张名片", "名片")),
    ],
)
async def test_no_page_speaks_of_tables_or_of_names_of_fields(
    directory: Directory, locale: str, words: tuple[str, ...]
) -> None:
    async with signed_in(directory) as admin:
        await execute("UPDATE guanxi_user SET locale = $1", locale)
        first = await admin.get(PAGE)
        data = {"_csrf": await admin.csrf()}
        columns = await admin.post(PAGE, files={"file": ("a.vcf", FILE)}, data=data)
        check = await admin.post(PAGE, data={**forms_in(columns.text)[""], "step": "check"})
        rejected = await admin.post(PAGE, data={**forms_in(check.text)[""], "step": "rejected"})
    texts = [text_of(answer.text) for answer in (first, columns, check)]
    assert [RAW.findall(text) for text in texts] == [[], [], []]
    assert 'accept=".vcf' in first.text
    name, choose, part, job, take, card = words
    assert name in texts[0] and choose in texts[0]
    assert part in texts[1] and job in texts[1]
    assert take in texts[2] and card in texts[2]
    assert rejected.content.decode("utf-8-sig").split(",")[0] in ("Name", "名称")
