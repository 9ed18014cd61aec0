"""Contracts by what they and their files say."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from crm_contracts.choices import KeptKind
from crm_contracts.keeping import keep
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from crm_core.permissions import CorePermission
from guanxi import Forbidden, current_company, delete, execute, fetch_value, update, use_actor
from guanxi.company import Directory
from guanxi.fulltext import find_texts
from guanxi.fulltext.indexing import INDEX_TEXTS
from guanxi.jobs import enqueue
from guanxi.jobs.worker import run_pending
from guanxi.records.files import delete_file, store_file
from tests.crm_contracts.support import active, draft, line, monthly, user
from tests.crm_core.browsing import signed_in
from tests.kernel.web.browser import Browser

pytestmark = pytest.mark.usefixtures("inside")
KEY = "crm_contracts/contracts"


@pytest.fixture
async def admin(directory: Directory) -> AsyncIterator[Browser]:
    async with signed_in(directory) as browser:
        yield browser


async def index() -> None:
    await enqueue(INDEX_TEXTS)
    await run_pending()
    assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE state = 'dead'") == 0


async def found(query: str) -> list[tuple[int, str]]:
    resource = current_company().catalog.resources[KEY]
    return [(hit.record_id, hit.file) for hit in await find_texts(resource, query)]


async def test_by_the_words_of_terms_lines_and_files() -> None:
    one = await draft(line(100, description="中央空调年度维保"), annex="赠送滤网一套。", terms="无", title="Alpha")
    two = await draft(line(100, description="Boiler"), terms="违约金每日万分之五", title="Beta")
    file = await store_file(KEY, two.id, "附件.txt", "乙方应在三日内到场维修".encode())
    await index()
    assert await found("维保") == [(one.id, "")]
    assert await found("滤网 年度") == [(one.id, "")]
    assert await found("违约金") == [(two.id, "")]
    assert await found("到场维修") == [(two.id, "附件.txt")]
    assert await found("bOIL") == [(two.id, "")]
    assert await found("万分之五 到场") == await found("没有") == await found("金") == []
    await update(Contract, one.id, {"annex": "无"})
    await delete_file(file.token)
    await index()
    assert await found("滤网") == await found("到场维修") == []


async def test_signs_of_patterns_are_just_signs() -> None:
    one = await draft(line(100), annex="100% off_line", title="A")
    await draft(line(100), annex="1000 off line", title="B")
    await index()
    assert await found("100%") == await found("off_line") == [(one.id, "")]


async def test_a_deleted_draft_is_gone_and_kept_documents_count_for_their_contract() -> None:
    contract = await active(monthly(100))
    await keep(contract, "zh_CN", KeptKind.SENT, "sent.txt", "见证人王小明".encode())
    doomed = await draft(line(100), annex="见证人另定")
    await store_file(KEY, doomed.id, "a.txt", "见证人名单".encode())
    await index()
    assert await found("王小明") == [(contract.id, "sent.txt")]
    assert await found("见证人") == [(doomed.id, ""), (doomed.id, "a.txt"), (contract.id, "sent.txt")]
    assert (contract.id, f"{contract.number}-signed-zh_CN.pdf") in await found("甲方")
    await delete(Contract, doomed.id)
    await index()
    assert await found("见证人") == [(contract.id, "sent.txt")]
    assert await fetch_value("SELECT count(*) FROM guanxi_file WHERE resource = $1", KEY) == 0


async def test_a_file_that_cannot_be_read_is_tried_once() -> None:
    contract = await draft(line(100))
    await store_file(KEY, contract.id, "broken.pdf", b"%PDF-1.7 nonsense")
    await index()
    assert await fetch_value("SELECT problem FROM guanxi_text WHERE file_id IS NOT NULL") == "unreadable"
    await index()
    assert await fetch_value("SELECT count(*) FROM guanxi_text WHERE file_id IS NOT NULL") == 1


async def test_only_who_sees_the_contract_finds_it() -> None:
    contract = await draft(line(100), annex="滤网")
    await store_file(KEY, contract.id, "a.txt", "滤网".encode())
    await index()
    stranger = await user("stranger", (ContractPermission.READ, CorePermission.READ))
    with use_actor(stranger):
        assert await found("滤网") == []
    with use_actor(await user("nobody", (CorePermission.READ,))), pytest.raises(Forbidden):
        await found("滤网")
    await execute("UPDATE crm_contracts_contract SET owner_id = $2 WHERE id = $1", contract.id, stranger.id)
    with use_actor(stranger):
        assert len(await found("滤网")) == 2


async def test_the_page_and_the_api(admin: Browser) -> None:
    contract = await draft(line(100), annex="赠送<滤网>一套", title="Alpha")
    await index()
    page = await admin.get("/texts/crm_contracts/contracts", params={"q": "滤网"})
    assert page.status_code == 200 and "赠送&lt;<strong>滤网</strong>&gt;一套" in page.text
    assert f'href="/crm_contracts/contracts/{contract.id}"' in page.text
    answer = await admin.get("/api/v1/guanxi/texts", params={"resource": KEY, "q": "滤网"})
    assert [hit["record"] for hit in answer.json()["data"]] == [contract.id]
    for key in ("crm_core/customers", "none/such"):
        assert (await admin.get(f"/texts/{key}")).status_code == 404
        assert (await admin.get("/api/v1/guanxi/texts", params={"resource": key, "q": "x"})).status_code == 404
    linked = await admin.get("/crm_contracts/contracts", params={"q": "滤网"})
    assert "/texts/crm_contracts/contracts?q=%E6%BB%A4%E7%BD%91" in linked.text
