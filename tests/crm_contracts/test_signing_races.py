"""Signing on line while others change the contract, without the portal, and what becomes of people's data."""

from __future__ import annotations

import asyncio

import pytest

from crm_contracts import signatories
from crm_contracts.choices import ContractState
from crm_contracts.permissions import ContractPermission
from crm_contracts.privacy import PERSONAL
from crm_contracts.signatories import TooLate
from crm_contracts.signature_choices import RequestState
from guanxi import Conflict, Unconfirmed, current_company, fetch, today, use_actor
from guanxi.addons import AvailableAddons
from guanxi.company import Directory, disable
from guanxi.context import SYSTEM, confirming, use_company
from tests.crm_contracts.signing_support import WANG, ZHOU, contract_of, out, request_of, visitor_for
from tests.crm_contracts.support import act, confirmed, customer, line, user

pytestmark = pytest.mark.usefixtures("inside", "unprinted")


@pytest.mark.parametrize("step", ["revise", "cancel"])
async def test_the_last_signature_and_a_step_back_never_both_happen(step: str) -> None:
    for _round in range(4):
        request = await out()
        await signatories.sign(await visitor_for(WANG), "王建国", None)
        last, contract = await visitor_for(ZHOU), await contract_of(request)
        signed, back = await asyncio.gather(
            signatories.sign(last, "周敏", None), act(contract, step, {"reason": "x"}), return_exceptions=True
        )
        now, ended = await contract_of(request), await request_of(contract)
        if isinstance(signed, BaseException):
            assert isinstance(signed, TooLate) and not isinstance(back, BaseException)
            assert now.state in (ContractState.DRAFT, ContractState.CANCELLED)
            assert ended.state is RequestState.WITHDRAWN
        else:
            assert isinstance(back, Conflict)
            assert (now.state, ended.state) == (ContractState.ACTIVE, RequestState.COMPLETED)


async def test_without_the_portal_the_links_are_enough(directory: Directory, available: AvailableAddons) -> None:
    await disable(available, "crm_portal")
    with use_company(await directory.refresh("test")), use_actor(SYSTEM):
        assert not current_company().catalog.has("crm_portal")
        request = await out()
        await signatories.sign(await visitor_for(WANG), "王建国", None)
        await signatories.sign(await visitor_for(ZHOU), "周敏", None)
        assert (await contract_of(request)).state is ContractState.ACTIVE


async def test_a_person_reads_what_was_kept_and_what_nobody_signed_is_forgotten() -> None:
    buyer = await customer()
    request = await out(await confirmed(line(100), customer_id=buyer))
    await signatories.sign(await visitor_for(WANG), "王建国", None)
    withdrawn = await out(await confirmed(line(100), customer_id=buyer))
    await act(await contract_of(withdrawn), "cancel", {"reason": "x"})
    with use_actor(SYSTEM):
        told = await PERSONAL.load(buyer)
        await PERSONAL.erase(buyer)
    assert [each["email"] for row in told for each in row["signatories"]] == [WANG, WANG]
    assert told[0]["signatories"][0]["address"] == "203.0.113.7"
    rows = await fetch("SELECT request_id, name, email FROM crm_contracts_signatory WHERE side = 'theirs' ORDER BY id")
    assert [tuple(row) for row in rows] == [(request.id, "王建国", WANG), (withdrawn.id, "", "")]


async def test_signing_on_paper_while_it_is_out_is_asked_first() -> None:
    request = await out()
    contract = await contract_of(request)
    by_hand = {"signed_on": today(), "our_signatory": "A", "their_signatory": "B"}
    with use_actor(await user("clerk", [*map(str, ContractPermission), "crm_core.customers.read"])):
        with pytest.raises(Unconfirmed):
            await act(contract, "sign", by_hand)
        assert (await request_of(contract)).state is RequestState.OPEN
        with confirming(True):
            await act(contract, "sign", by_hand)
    assert (await request_of(contract)).state is RequestState.WITHDRAWN
