"""Two versions beside each other: over the API and as a page, for those who may see both."""

from __future__ import annotations

import httpx
import pytest

from crm_contracts.comparing import comparison
from crm_contracts.document import build_contract
from crm_contracts.models import Contract
from crm_contracts.paper import read_paper
from crm_contracts.permissions import ContractPermission
from crm_contracts.versions import VERSIONS_PANEL, pair_of
from guanxi import Company, NotFound, current_company, fetch_value, get, render_pdf, today, update, use_actor
from guanxi.auth.sessions import open_session
from guanxi.company import Directory
from guanxi.records.actions import find_action, run_action
from guanxi.settings import Settings
from guanxi.web.app import create_app
from tests.crm_contracts.support import YES, act, active, customer, line, monthly, product, sign, user


async def next_version(contract: Contract) -> Contract:
    resource = current_company().catalog.resource_of[Contract]
    outcome = await run_action(resource, find_action(resource, "amend", "record"), contract.id, {"from_on": None})
    return await get(Contract, outcome.data["id"])


async def two_versions() -> tuple[Contract, Contract]:
    care = await product(price=500)
    contract = await active(
        *(line(900), monthly(product=care.id, unit_price=500), monthly(70, description="Seats")),
        **{"starts_on": today(), "terms": "一、质保期为两年。\n二、不变。", "annex": "Gift", "title": "Care"},
    )
    made = await next_version(contract)
    kept = await fetch_value("SELECT min(id) FROM crm_contracts_line WHERE contract_id = $1", made.id)
    changes = {
        "terms": "一、质保期为三年。\n二、不变。",
        "title": "Care plus",
        "lines": [{"id": kept, "unit_price": 600}, monthly(10, description="Support")],
    }
    return contract, await update(Contract, made.id, changes)


async def test_what_differs(inside: Company) -> None:
    before, after = await two_versions()
    found = await comparison(*await pair_of(after.id, None))
    assert (found.before.id, found.after.id, found.after.version) == (before.id, after.id, 2)
    assert {each.name: (each.before, each.after) for each in found.fields if each.name in ("title", "yearly")} == {
        "title": ("Care", "Care plus"),
        "yearly": ("CN¥68.40", "CN¥73.20"),
    }
    assert [(each.description, each.status) for each in found.lines] == [
        ("Line", "stays"),
        ("Line", "changed"),
        ("Seats", "removed"),
        ("Support", "added"),
    ]
    assert [(each.name, each.before, each.after) for each in found.lines[1].changes] == [
        ("unit_price", "CN¥5.00", "CN¥6.00"),
        ("amount", "CN¥5.00", "CN¥6.00"),
    ]
    [text] = found.texts
    assert text.name == "terms" and [each.changed for each in text.paragraphs] == [True, False]
    assert [piece.text for piece in text.paragraphs[0].after if piece.kind == "added"] == ["三"]


async def test_texts_of_a_template_as_they_are_made_out(inside: Company) -> None:
    template = await fetch_value("SELECT min(id) FROM crm_contracts_template")
    contract = await active(monthly(), starts_on=today(), template=template)
    found = await comparison(contract, await next_version(contract))
    assert {text.name for text in found.texts} <= {"terms", "terms_en"}


async def test_only_versions_of_the_contract_that_one_may_see(inside: Company) -> None:
    seller = await user("seller")
    own, foreign = await customer(owner=seller.id), await customer("另一家公司")
    mine = await active(monthly(), starts_on=today(), customer_id=own)
    alone = await active(monthly(), starts_on=today(), customer_id=foreign)
    other = await next_version(alone)
    await next_version(mine)
    for id, with_id in ((mine.id, alone.id), (mine.id, mine.id), (mine.id, 999_999)):
        with pytest.raises(NotFound):
            await pair_of(id, with_id)
    with use_actor(seller):
        assert len(await pair_of(mine.id, None)) == 2
        for id in (alone.id, other.id):
            with pytest.raises(NotFound):
                await pair_of(id, None)


async def test_the_panel_lists_versions(inside: Company) -> None:
    before, after = await two_versions()
    table = (await VERSIONS_PANEL.load(before.id)).table
    assert table is not None and [row[0] for row in table.rows] == ["1", "2"]
    assert table.hrefs == [f"/crm_contracts/contracts/{each.id}" for each in (before, after)]
    assert (await VERSIONS_PANEL.load((await active(monthly())).id)).table is None


async def test_the_document_says_what_it_amends(inside: Company) -> None:
    before, after = await two_versions()
    after = await sign(await act(after, "confirm", YES), on=today())
    paper = await read_paper(after)
    assert f'"amends":{{"number":"{before.number}"'.encode() in paper.canonical()
    job = await build_contract(after, "both")
    assert before.number in job.data["basis"]["main"] and before.number in job.data["basis"]["other"]
    assert (await render_pdf(job))[:5] == b"%PDF-"


async def test_page_and_api(directory: Directory, inside: Company) -> None:
    before, after = await two_versions()
    cookie = (await open_session(await fetch_value("SELECT id FROM guanxi_user WHERE administrator"))).cookie
    transport = httpx.ASGITransport(app=create_app(directory, Settings()), raise_app_exceptions=False)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://testserver", cookies={"guanxi_session": cookie}
    ) as client:
        page = await client.get(f"/crm_contracts/compare/{after.id}")
        assert page.status_code == 200
        assert "<del>两</del>" in page.text and "<ins>三</ins>" in page.text
        assert (await client.get(f"/crm_contracts/compare/{before.id}?with={after.id}")).status_code == 200
        for wrong in ("?with=x", f"?with={'9' * 30}", f"?with={'9' * 18}", "?with=0", "?with=-1", "?with=%00"):
            assert (await client.get(f"/crm_contracts/compare/{after.id}{wrong}")).status_code == 404, wrong
        api = "/api/v1/crm_contracts/contracts"
        answer = await client.get(f"{api}/{after.id}/comparison")
        assert answer.status_code == 200 and answer.json()["before"]["id"] == before.id
        assert (await client.get(f"{api}/{after.id}/comparison?with={before.id}")).json() == answer.json()
        assert (await client.get(f"{api}/999999/comparison")).status_code == 404
        assert (await client.get(f"{api}/{after.id}/comparison?with=x")).status_code in (400, 404, 422)


def test_reading_contracts_is_enough() -> None:
    assert VERSIONS_PANEL.access is ContractPermission.READ
