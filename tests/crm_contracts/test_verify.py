"""The public page on which anybody who holds a contract's document checks it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from hypothesis import given, strategies as st

from crm_contracts.choices import KeptKind
from crm_contracts.document import verify_address
from crm_contracts.keeping import keep_document
from crm_contracts.models import Contract
from crm_contracts.signatories import sign
from crm_contracts.verify import PER_ADDRESS, covered
from guanxi import create_user, read_blob
from guanxi.company import Directory
from tests.conftest import ADMIN_PASSWORD
from tests.crm_contracts.signing_support import contract_of, out, visitor_for
from tests.crm_contracts.support import active, confirmed, draft, line
from tests.crm_core.browsing import signed_in, visitor
from tests.kernel.web.browser import Browser, text_of

pytestmark = pytest.mark.usefixtures("inside")


@pytest.fixture
async def anybody(directory: Directory) -> AsyncIterator[Browser]:
    async with visitor(directory) as browser:
        yield browser


def path_of(contract: Contract) -> str:
    return f"/crm_contracts/verify/{contract.verify_token}"


async def test_it_shows_state_day_and_covered_names_and_no_amounts(anybody: Browser) -> None:
    contract = await active(line(123_456), title="空调采购")
    assert verify_address(contract).endswith(path_of(contract)) and len(contract.verify_token) == 32
    kept = await keep_document(contract, "zh_CN", KeptKind.SIGNED)
    answer = await anybody.get(path_of(contract))
    text = text_of(answer.text)
    assert answer.status_code == 200 and answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert 'name="robots" content="noindex' in answer.text
    assert f"Contract {contract.number}" in text and "靖江*******公司" in text and kept.sha256 in text
    for secret in ("靖江市春意", "1,234", "空调采购", "0523"):
        assert secret not in answer.text


async def test_names_are_readable_to_users_who_may_see_the_contract(directory: Directory, anybody: Browser) -> None:
    request = await out()
    for email in ("wang@example.com", "zhou@example.com"):
        await sign(await visitor_for(email), "王建国" if email[0] == "w" else "周敏", None)
    contract = await contract_of(request)
    page, href = text_of((await anybody.get(path_of(contract))).text), f'href="/crm_contracts/contracts/{contract.id}"'
    assert "王*国" in page and "周*" in page and "Names are covered in part." in page
    assert "王建国" not in page and "靖江市春意空调有限公司" not in page
    await create_user("clerk", "Clerk", ADMIN_PASSWORD)
    async with signed_in(directory, "clerk") as clerk:
        answer = await clerk.get(path_of(contract))
        assert "王*国" in answer.text and "王建国" not in answer.text and href not in answer.text
    async with signed_in(directory) as admin:
        answer = await admin.get(path_of(contract))
        for name in ("王建国", "周敏", "靖江市春意空调有限公司"):
            assert name in answer.text
        assert href in answer.text and answer.headers["cache-control"] == "no-store"


async def test_a_file_is_compared_by_its_hash_and_not_stored(anybody: Browser) -> None:
    contract = await active(line(100))
    kept = await keep_document(contract, "zh_CN", KeptKind.SIGNED)
    content = await read_blob(kept.sha256)
    form = (await anybody.forms(path_of(contract)))[path_of(contract)]
    same = await anybody.post(path_of(contract), data=form, files={"file": ("a.pdf", content, "application/pdf")})
    assert same.status_code == 200 and "byte for byte" in same.text
    other = await anybody.post(path_of(contract), data=form, files={"file": ("a.pdf", content + b" ", "text/html")})
    assert other.status_code == 200 and "none of the documents" in other.text
    assert (await anybody.post(path_of(contract), data=form)).status_code == 422
    huge = {"file": ("a.pdf", b"x" * 22 * 1024 * 1024, "application/pdf")}
    assert (await anybody.post(path_of(contract), data=form, files=huge)).status_code == 413
    foreign = await anybody.post(path_of(contract), data=form, headers={"Origin": "http://evil.example"})
    assert foreign.status_code == 403


async def test_drafts_and_unknown_addresses_are_not_found(anybody: Browser) -> None:
    contract = await draft(line(100))
    assert contract.verify_token is None and verify_address(contract) == ""
    for token in ("None", "", "x" * 32, "x" * 1000, "%00", "'"):
        assert (await anybody.get(f"/crm_contracts/verify/{token}")).status_code == 404
    first, second = await confirmed(line(100)), await confirmed(line(100))
    assert first.verify_token != second.verify_token


async def test_nobody_tries_addresses_without_end(anybody: Browser) -> None:
    statuses = [(await anybody.get(f"/crm_contracts/verify/{n}")).status_code for n in range(2 * PER_ADDRESS + 1)]
    assert set(statuses) == {404, 429}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("", ""),
        ("王", "*"),
        ("王伟", "王*"),
        ("王建国", "王*国"),
        ("春意空调", "春**调"),
        ("靖江市春意空调有限公司", "靖江*******公司"),
        ("Guanxi Ltd.", "Gu*******d."),
    ],
)
def test_names_are_covered(name: str, shown: str) -> None:
    assert covered(name) == shown


@given(st.text(max_size=60))
def test_a_covered_name_is_as_long_and_shows_four_characters_at_most(name: str) -> None:
    shown = covered(name)
    assert len(shown) == len(name)
    assert sum(a == b != "*" for a, b in zip(name, shown, strict=True)) <= 4
