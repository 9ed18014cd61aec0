"""Contracts that several parties sign on line, one after the other."""

from __future__ import annotations

import asyncio
import subprocess
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import which

import asyncpg
import pytest
from pypdf import PdfReader

from crm_contracts import certificates, signatories, signed_copy as copies
from crm_contracts.choices import ContractState, KeptKind
from crm_contracts.consent_texts import CONSENT_TEXTS
from crm_contracts.following import FOLLOW_SIGNATURES
from crm_contracts.kept_models import KeptDocument
from crm_contracts.signatories import TooLate, Visitor
from crm_contracts.signature_choices import RequestState, SignChannel
from crm_contracts.signature_models import SignatureRequest
from crm_contracts.signing_messages import Answer, Order
from crm_contracts.signing_process import ask_signer
from crm_contracts.strokes import read_strokes
from guanxi import (
    Conflict,
    InvalidInput,
    NotFound,
    enqueue,
    execute,
    fetch,
    fetch_row,
    fetch_value,
    find,
    read_blob,
    today,
    where,
)
from guanxi.jobs import run_pending
from tests.crm_contracts.signing_support import (
    DRAWING,
    PARTIES,
    WANG,
    ZHOU,
    act_on,
    contract_of,
    drawn_up,
    mails_to,
    out,
    request_of,
    states,
    token_for,
    visitor_for,
)
from tests.crm_contracts.support import act, confirmed, draft, line, sign, user

pytestmark = pytest.mark.usefixtures("inside")


async def sign_all() -> None:
    await signatories.sign(await visitor_for(WANG), "王建国", read_strokes(DRAWING))
    await signatories.sign(await visitor_for(ZHOU), "周敏", None)


async def kept_signed(request: SignatureRequest) -> list[KeptDocument]:
    of_contract = where.all_of(where.eq("contract", request.contract_id), where.eq("kind", KeptKind.SIGNED.value))
    return await find(KeptDocument, of_contract)


async def pdfsig(path: Path) -> str:
    """What poppler says of the signatures of a file."""
    process = await asyncio.create_subprocess_exec("pdfsig", path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    told, _ = await process.communicate()
    return told.decode()


@pytest.mark.usefixtures("unprinted")
async def test_the_parties_sign_in_order_and_the_contract_is_signed_by_itself() -> None:
    request = await out()
    assert (request.state, await states(request)) == (RequestState.OPEN, ["asked", "waiting"])
    assert (await contract_of(request)).state is ContractState.SENT
    kept = await fetch_row("SELECT * FROM crm_contracts_kept_document WHERE id = $1", request.kept_id)
    assert kept is not None and (kept["kind"], kept["sha256"], kept["version"]) == ("sent", request.sha256, 1)
    assert (request.consent, request.consent_sha256) == ("1", CONSENT_TEXTS["1"].sha256)
    assert await mails_to(ZHOU) == 0
    await signatories.see(await visitor_for(WANG))
    assert await states(request) == ["seen", "waiting"]
    await signatories.sign(await visitor_for(WANG), "王建国", read_strokes(DRAWING))
    assert await states(request) == ["signed", "asked"]
    assert (await contract_of(request)).state is ContractState.SENT
    await signatories.sign(await visitor_for(ZHOU), "周敏", None)
    contract = await contract_of(request)
    assert (contract.state, contract.our_signatory, contract.their_signatory) == (
        ContractState.ACTIVE,
        "周敏",
        "王建国",
    )
    assert contract.signed_on == today()
    assert (await request_of(contract)).state is RequestState.COMPLETED
    row = await fetch_row("SELECT * FROM crm_contracts_signatory WHERE request_id = $1 ORDER BY id", request.id)
    assert row is not None
    assert (row["channel"], row["method"], row["address"], row["user_agent"]) == (
        "link",
        "drawn",
        "203.0.113.7",
        "Test/1.0",
    )
    assert row["strokes"] == [[10, 20, 30, 40, 50, 20], [100, 100, 120, 90]]


async def test_the_kept_document_is_the_one_that_was_shown_with_a_page_of_evidence() -> None:
    request = await out()
    await sign_all()
    await run_pending()
    (kept,) = await kept_signed(request)
    original, content = await read_blob(request.sha256), await read_blob(kept.sha256)
    assert content.startswith(original) and sha256(original).hexdigest() == request.sha256
    pages = PdfReader(BytesIO(content)).pages
    text = "".join(page.extract_text() for page in pages[len(PdfReader(BytesIO(original)).pages) :])
    for part in ("签署记录", request.sha256, "王建国", "总经理", WANG, "203.0.113.7", "Test/1.0", "Asia/Shanghai"):
        assert part in text.replace("\n", ""), part
    assert CONSENT_TEXTS["1"].zh[:12] in text.replace("\n", "")
    assert kept.fingerprint == ""
    again = await copies.signed_copy(await contract_of(request), "zh_CN")
    assert again.content == content


@pytest.mark.skipif(which("pdfsig") is None, reason="no pdfsig (poppler)")
async def test_the_companys_certificate_signs_what_is_kept(tmp_path: Path) -> None:
    await certificates.make()
    certificate = await certificates.current_certificate()
    assert certificate is not None
    online, by_hand = await out(), await sign(await confirmed(line(100)))
    await sign_all()
    await run_pending()
    for contract_id in (online.contract_id, by_hand.id):
        row = await fetch_row(
            "SELECT * FROM crm_contracts_kept_document WHERE contract_id = $1 AND kind = 'signed'", contract_id
        )
        assert row is not None and row["fingerprint"] == certificate["fingerprint"]
        content = await read_blob(row["sha256"])
        path = tmp_path / f"{contract_id}.pdf"
        path.write_bytes(content)
        told = await pdfsig(path)
        assert "Signature is Valid." in told and "Total document signed" in told and "ETSI.CAdES.detached" in told
        path.write_bytes(content.replace(b"/Type /Catalog", b"/Type /Katalog", 1))
        told = await pdfsig(path)
        assert "Signature is Valid." not in told
    assert content.startswith(b"%PDF-")
    original = await read_blob(online.sha256)
    (kept,) = await kept_signed(online)
    assert (await read_blob(kept.sha256)).startswith(original)


async def test_a_worker_that_dies_between_signing_and_keeping_keeps_once(monkeypatch: pytest.MonkeyPatch) -> None:
    request = await out()
    await sign_all()

    async def dies(order: Order) -> Answer:
        await ask_signer(order)
        raise asyncio.CancelledError

    with monkeypatch.context() as patch:
        patch.setattr("crm_contracts.signed_copy.ask_signer", dies)
        with pytest.raises(asyncio.CancelledError):
            await copies.signed_copy(await contract_of(request), "zh_CN")
    assert await kept_signed(request) == []
    await run_pending()
    await run_pending()
    assert len(await kept_signed(request)) == 1


@pytest.mark.usefixtures("unprinted")
async def test_a_link_that_is_none_leads_nowhere() -> None:
    request = await out()
    for wrong in (
        Visitor(channel=SignChannel.LINK, token="x" * 43),
        Visitor(channel=SignChannel.LINK),
        Visitor(channel=SignChannel.USER, signatory_id=1, email=""),
        Visitor(channel=SignChannel.USER, signatory_id=1, email=WANG),  # theirs sign by their link
        Visitor(channel=SignChannel.PORTAL, signatory_id=1, email=WANG, customer_id=999_999),
        Visitor(channel=SignChannel.PORTAL, signatory_id=1, email="other@example.com", customer_id=1),
    ):
        with pytest.raises(NotFound):
            await signatories.sign(wrong, "王建国", None)
    assert await states(request) == ["asked", "waiting"]
    hashes = await fetch("SELECT hash FROM crm_contracts_signing_link")
    assert (await token_for(WANG)) not in {row["hash"] for row in hashes}
    token = await token_for(WANG)
    assert not any(token in row["text"] for row in await fetch("SELECT text FROM guanxi_mail"))


@pytest.mark.usefixtures("unprinted")
async def test_nobody_signs_out_of_turn_or_twice() -> None:
    request = await out()
    first = await visitor_for(WANG)
    await signatories.sign(first, "王建国", None)
    with pytest.raises(TooLate):
        await signatories.sign(first, "王建国", None)
    with pytest.raises(TooLate):
        await signatories.decline(first, "too late")
    assert await states(request) == ["signed", "asked"]
    with pytest.raises(asyncpg.RestrictViolationError):
        await execute("UPDATE crm_contracts_signatory SET signed_name = 'x' WHERE state = 'signed'")


@pytest.mark.usefixtures("unprinted")
async def test_two_clicks_at_once_sign_once() -> None:
    request = await out()
    first, clicks = await visitor_for(WANG), 6
    results = await asyncio.gather(
        *(signatories.sign(first, "王建国", None) for _ in range(clicks)), return_exceptions=True
    )
    assert sum(isinstance(result, TooLate) for result in results) == clicks - 1
    last = await visitor_for(ZHOU)
    results = await asyncio.gather(
        *(signatories.sign(last, "周敏", None) for _ in range(clicks)), return_exceptions=True
    )
    assert sum(isinstance(result, TooLate) for result in results) == clicks - 1
    assert await fetch_value("SELECT count(*) FROM guanxi_audit WHERE action = 'Signed on line'") == 2
    assert (await request_of(await contract_of(request))).state is RequestState.COMPLETED


@pytest.mark.usefixtures("unprinted")
async def test_who_declines_ends_it_and_the_owner_hears_why() -> None:
    owner = await user("owner")
    contract = await confirmed(line(100), owner=owner.id)
    request = await out(contract)
    await signatories.decline(await visitor_for(WANG), "价格不对")
    ended = await request_of(contract)
    assert (ended.state, ended.reason, await states(request)) == (
        RequestState.DECLINED,
        "价格不对",
        ["declined", "waiting"],
    )
    assert (await contract_of(request)).state is ContractState.SENT
    told = await fetch("SELECT kind, detail FROM guanxi_notification WHERE user_id = $1 ORDER BY id", owner.id)
    assert [tuple(row) for row in told] == [("signature", "价格不对")]


@pytest.mark.usefixtures("unprinted")
async def test_what_is_taken_back_void_or_signed_by_hand_is_signed_by_nobody_else() -> None:
    for step, values in (
        ("revise", {"reason": "price"}),
        ("cancel", {"reason": "gone"}),
        ("sign", {"signed_on": today(), "our_signatory": "A", "their_signatory": "B"}),
    ):
        contract = await confirmed(line(100))
        request = await out(contract)
        visitor = await visitor_for(WANG)
        await act(contract, step, values)
        assert (await request_of(contract)).state is RequestState.WITHDRAWN, step
        with pytest.raises(TooLate):
            await signatories.sign(visitor, "王建国", None)
        assert (await states(request))[0] == "asked"
    contract = await act(await draft(line(100)), "confirm", {"annex_complete": True})
    request = await out(contract)
    await act_on(request, "withdraw", {"reason": ""})
    with pytest.raises(TooLate):
        await signatories.sign(await visitor_for(WANG), "王建国", None)


@pytest.mark.usefixtures("unprinted")
async def test_another_version_of_the_contract_is_not_signed() -> None:
    request = await out()
    await execute("UPDATE crm_contracts_contract SET document_version = 2 WHERE id = $1", request.contract_id)
    with pytest.raises(TooLate):
        await signatories.sign(await visitor_for(WANG), "王建国", None)


@pytest.mark.usefixtures("unprinted")
async def test_time_reminds_and_ends() -> None:
    owner = await user("owner")
    request = await out(await confirmed(line(100), owner=owner.id), days=10, remind_days=3)
    first = await token_for(WANG)

    async def after(days: int) -> None:
        back = timedelta(days=days)
        await execute("UPDATE crm_contracts_signature_request SET expires_at = expires_at - $1::interval", back)
        await execute(
            "UPDATE crm_contracts_signatory SET asked_at = asked_at - $1::interval,"
            " reminded_at = reminded_at - $1::interval",
            back,
        )
        await enqueue(FOLLOW_SIGNATURES)
        await run_pending()

    await after(2)
    assert await mails_to(WANG) == 1
    await after(1)
    await after(0)
    assert await mails_to(WANG) == 2
    assert await token_for(WANG) != first
    await signatories.see(Visitor(channel=SignChannel.LINK, token=first))  # the earlier link still works
    await after(7)
    assert (await request_of(await contract_of(request))).state is RequestState.EXPIRED
    assert await mails_to(WANG) == 2
    with pytest.raises(TooLate):
        await signatories.sign(Visitor(channel=SignChannel.LINK, token=first), "王建国", None)
    titles = await fetch("SELECT title->>'message' AS title FROM guanxi_notification WHERE user_id = $1", owner.id)
    assert [row["title"] for row in titles][-1] == "Not everybody signed in time: {title}"


@pytest.mark.usefixtures("unprinted")
async def test_one_request_of_a_contract_is_open_and_wants_both_sides() -> None:
    contract = await confirmed(line(100))
    request = await out(contract)
    await act(contract, "ask_signatures", {})
    assert (await request_of(contract)).id == request.id
    with pytest.raises(asyncpg.UniqueViolationError):
        await execute(
            "INSERT INTO crm_contracts_signature_request (contract_id, title, state, language, days, remind_days,"
            " version, sha256, consent, consent_sha256, reason, revision, created_at, updated_at)"
            " SELECT contract_id, title, state, language, days, remind_days, version, sha256, consent, consent_sha256,"
            " reason, 1, now(), now() FROM crm_contracts_signature_request WHERE id = $1",
            request.id,
        )
    await act_on(request, "withdraw", {"reason": "again"})
    await act_on(await drawn_up(contract), "send")
    other = await confirmed(line(100))
    with pytest.raises(InvalidInput):
        await out(other, PARTIES[:1])
    with pytest.raises(InvalidInput):
        await out(other, ({**PARTIES[0], "email": ""}, PARTIES[1]))
    assert (await request_of(other)).state is RequestState.DRAFT


@pytest.mark.usefixtures("unprinted")
async def test_a_draft_of_a_contract_has_nothing_to_sign() -> None:
    with pytest.raises(Conflict):
        await act(await draft(line(100)), "ask_signatures", {})


async def test_names_with_markup_are_names() -> None:
    request = await out(parties=({**PARTIES[0], "name": "<b>王</b> & {{ 7*7 }}"}, PARTIES[1]))
    await signatories.sign(await visitor_for(WANG), "<script>alert(1)</script>", None)
    await signatories.sign(await visitor_for(ZHOU), "{% for %}", None)
    await run_pending()
    (kept,) = await kept_signed(request)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(await read_blob(kept.sha256))).pages)
    assert "<script>alert(1)</script>" in text and "{{ 7*7 }}" in text and "{% for %}" in text


@pytest.mark.parametrize(("typed", "said"), [("王 建国", "王建国"), ("张三", "王建国 (张三)")])
async def test_the_owner_hears_who_signed_in_whose_place(typed: str, said: str) -> None:
    owner = await user("owner")
    await out(await confirmed(line(100_00), owner=owner.id))
    await execute("DELETE FROM guanxi_notification")
    await signatories.sign(await visitor_for(WANG), typed, None)
    [told] = await fetch("SELECT * FROM guanxi_notification WHERE user_id = $1", owner.id)
    assert said in str(dict(told)) and (typed in str(dict(told))) == (typed in said)
    audited = (
        "SELECT after FROM guanxi_audit WHERE resource = 'crm_contracts/signature-requests' ORDER BY id DESC LIMIT 1"
    )
    assert said in str(await fetch_value(audited))
