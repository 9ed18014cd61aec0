"""Templates and clauses: versions that never change, and what contracts say by them."""

from __future__ import annotations

import asyncio
from io import BytesIO
from typing import Any

import asyncpg
import pytest
from pypdf import PdfReader

from crm_contracts.document import build_contract
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from crm_contracts.sample import sample_paper
from crm_contracts.settings import ContractSettings
from crm_contracts.template_texts import Bodies, latest_clauses, texts_for
from crm_contracts.text_models import Clause, Template
from guanxi import (
    Actor,
    Conflict,
    DocumentRefused,
    Forbidden,
    InvalidInput,
    create,
    current_company,
    execute,
    expand_texts,
    fetch,
    fetch_value,
    find,
    get,
    render_pdf,
    settings_of,
    update,
    use_actor,
    where,
)
from guanxi.context import Company
from guanxi.records.actions import find_action, run_action
from tests.crm_contracts.support import YES, act, confirmed, draft, line, user

pytestmark = pytest.mark.usefixtures("inside")


async def publish(record: Clause | Template) -> Any:
    resource = current_company().catalog.resource_of[type(record)]
    await run_action(resource, find_action(resource, "publish", "record"), record.id, {})
    return await get(type(record), record.id)


async def clause(code: str, body: str, body_en: str = "") -> Clause:
    made: Clause = await publish(await create(Clause, {"code": code, "name": code, "body": body, "body_en": body_en}))
    return made


async def template(body: str, body_en: str = "") -> Template:
    made: Template = await publish(await create(Template, {"name": "T", "body": body, "body_en": body_en}))
    return made


async def text_of(contract: Contract, language: str = "zh_CN") -> str:
    pdf = await render_pdf(await build_contract(await get(Contract, contract.id), language))
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


async def test_a_company_starts_with_a_standard_contract_in_both_languages() -> None:
    [standard] = await find(Template)
    assert (standard.name, standard.version, standard.changed) == ("标准合同", 1, False)
    assert settings_of(ContractSettings).template == standard.id
    texts = texts_for(sample_paper(), Bodies(standard.body, standard.body_en), await latest_clauses(), ("zh", "en"))
    made = await expand_texts(texts)
    total = "本合同总价为¥185,800.00（大写：人民币壹拾捌万伍仟捌佰元整），含税"
    assert f"{total}；周期性服务全年合计¥33,600.00。" in made["zh"]
    assert "The buyer pays in 2 installments as set out in the payment plan, by bank transfer." in made["en"]
    assert len(made["zh"]) == len(made["en"])
    assert [row.startswith("# ") for row in made["zh"]] == [row.startswith("# ") for row in made["en"]]


async def test_a_contract_says_what_its_template_says_in_each_language() -> None:
    await clause("secrets", "保密两年。", "Kept secret by {{ customer.name }}.")
    made = await template(
        "# 总则\n{{ customer.name }}付{{ contract.total }}，{{ contract.total_words }}。\n{{ clause('secrets') }}",
        "# General\n{{ lines[0].name }} for {{ contract.total }}{% if plan %} in parts{% endif %}.\n"
        "{{ clause('secrets') }}",
    )
    contract = await draft(line(123_456), template=made.id)
    assert contract.terms == "", "the company's standard terms are for contracts without a template"
    chinese, english, both = [await text_of(contract, language) for language in ("zh_CN", "en", "both")]
    assert "靖江市春意空调有限公司付¥1,234.56，人民币壹仟贰佰叁拾肆元伍角陆分。" in chinese and "保密两年。" in chinese
    assert "Line for CN¥1,234.56." in english and "Kept secret by 靖江市春意空调有限公司." in english
    for words in ("总则", "General", "保密两年。", "Kept secret by"):
        assert words in both


async def test_the_version_is_fixed_when_the_contract_leaves_the_draft() -> None:
    item, other = await clause("pay", "付款一"), await clause("unused", "别的")
    made = await template("正文一\n{{ clause('pay') }}")
    running = await draft(template=made.id)
    contract = await act(await draft(template=made.id), "confirm", YES)
    assert contract.document_version == 1 and len(contract.verify_token) == 32
    ids = await fetch_value("SELECT id FROM crm_contracts_clause_version WHERE clause_id = $1", item.id)
    assert contract.clause_versions == {"pay": ids}

    await publish(await update(Clause, item.id, {"body": "付款二"}))
    await publish(await update(Template, made.id, {"body": "正文二\n{{ clause('pay') }}"}))
    await update(Clause, other.id, {"active": False})
    assert "正文一" in await text_of(contract) and "付款一" in await text_of(contract)
    assert "正文二" in await text_of(running) and "付款二" in await text_of(running), "a draft follows"


async def test_what_one_edits_is_not_what_contracts_say() -> None:
    made = await template("只有一条")
    contract = await draft(template=made.id)
    changed = await update(Template, made.id, {"body": "另有一条"})
    assert (changed.version, changed.changed) == (1, True)
    assert "只有一条" in await text_of(contract)
    assert (await update(Template, made.id, {"body": "只有一条"})).changed is False
    with pytest.raises(Conflict):
        await publish(await get(Template, made.id))


async def test_the_database_refuses_to_change_a_version() -> None:
    await template("一")
    for table in ("crm_contracts_template_version", "crm_contracts_clause_version"):
        for statement in (f"UPDATE {table} SET body = 'x'", f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):
            with pytest.raises(asyncpg.PostgresError, match="never changed"):
                await execute(statement)


async def test_only_published_templates_are_for_contracts_and_used_ones_stay() -> None:
    unpublished = await create(Template, {"name": "T", "body": "x"})
    with pytest.raises(InvalidInput) as caught:
        await draft(template=unpublished.id)
    assert set(caught.value.fields) == {"template"}
    away = await template("x")
    contract = await draft(template=away.id)
    await update(Template, away.id, {"active": False})
    with pytest.raises(InvalidInput):
        await draft(template=away.id)
    assert (await update(Contract, contract.id, {"title": "Other"})).template_id == away.id


FAULTS = {
    "{{ customer.nam }}": "zh, line 1: 'dict object' has no attribute 'nam'",
    "一\n{% if %}": "zh, line 2: ",
    "一\n{{ clause('nothing') }}": "zh, line 2: there is no published clause 'nothing'",
    "{% for a in lines %}{% for b in 'xxxxxxxxxx' * 900 %}{% for c in 'xxxxxxxxxx' * 900 %}{% endfor %}{% endfor %}"
    "{% endfor %}": "zh, line 1",
}


@pytest.mark.parametrize("body", FAULTS)
async def test_a_broken_text_is_not_published(body: str) -> None:
    made = await create(Template, {"name": "T", "body": body})
    with pytest.raises(DocumentRefused) as caught:
        await publish(made)
    assert caught.value.status == 422 and caught.value.detail.startswith(FAULTS[body])
    assert await fetch_value("SELECT count(*) FROM crm_contracts_template_version WHERE template_id = $1", made.id) == 0


async def test_a_contract_that_its_template_fails_for_stays_a_draft() -> None:
    made = await template("一\n{{ plan[0].label }}")
    contract = await draft(template=made.id)
    with pytest.raises(DocumentRefused) as caught:
        await act(contract, "confirm", YES)
    assert caught.value.detail.startswith("zh, line 2: ")
    again = await get(Contract, contract.id)
    assert (again.state, again.number, again.document_version) == ("draft", None, 0)


async def test_a_clause_that_is_named_by_a_made_up_code_is_refused() -> None:
    await clause("pay", "付款")
    made_up = "{{ clause('p' ~ 'ay') }}"
    with pytest.raises(DocumentRefused, match="no published clause 'pay'"):
        await template(made_up)
    made = await template("{{ clause('pay') }}")
    nested = await create(Clause, {"code": "all", "name": "All", "body": made_up})
    with pytest.raises(DocumentRefused, match="line 1: there is no published clause"):
        await publish(nested)
    assert made.version == 1


async def test_contracts_without_a_template_keep_their_own_terms() -> None:
    contract = await confirmed(line(100), terms="只此一条", terms_en="This only")
    assert contract.template_version_id is None and contract.document_version == 1
    assert "只此一条" in await text_of(contract) and "This only" in await text_of(contract, "en")


async def test_writing_and_publishing_are_permissions_of_their_own() -> None:
    reader = await user("reader", (ContractPermission.READ,))
    writer = await user("writer", (ContractPermission.READ, ContractPermission.TEMPLATES))
    with use_actor(reader), pytest.raises(Forbidden):
        await create(Template, {"name": "T", "body": "x"})
    with use_actor(writer):
        made = await create(Template, {"name": "T", "body": "x"})
        with pytest.raises(Forbidden):
            await publish(made)
    publisher = Actor(
        kind="user", id=writer.id, name="writer", permissions=writer.permissions | {str(ContractPermission.PUBLISH)}
    )
    with use_actor(publisher):
        await publish(made)
    row = await fetch(
        "SELECT number, body, published_by_id FROM crm_contracts_template_version ORDER BY id DESC LIMIT 1"
    )
    assert [tuple(each) for each in row] == [(1, "x", writer.id)]


async def test_two_who_publish_at_once_make_one_version(company: Company) -> None:
    made = await create(Template, {"name": "T", "body": "x"})
    results = await asyncio.gather(publish(made), publish(made), return_exceptions=True)
    assert sum(isinstance(each, Template) for each in results) == 1
    assert sum(isinstance(each, Conflict) for each in results) == 1
    assert [each.version for each in await find(Template, where.eq("id", made.id))] == [1]
