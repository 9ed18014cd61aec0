"""Contracts that are out for signature, and the signatories' links."""

from __future__ import annotations

import re
from typing import Any

from crm_contracts.models import Contract
from crm_contracts.signatories import Visitor
from crm_contracts.signature_choices import SignChannel
from crm_contracts.signature_models import SignatureRequest
from guanxi import current_company, fetch, fetch_value, find, get, update, where
from guanxi.records.actions import find_action, run_action
from tests.crm_contracts.support import act, confirmed, line

WANG, ZHOU = "wang@example.com", "zhou@example.com"
PARTIES: tuple[dict[str, Any], ...] = (
    {"name": "王建国", "email": WANG, "side": "theirs", "capacity": "总经理"},
    {"name": "周敏", "email": ZHOU, "side": "ours"},
)
DRAWING = "[[10,20,30,40,50,20],[100,100,120,90]]"


async def request_of(contract: Contract) -> SignatureRequest:
    return (await find(SignatureRequest, where.eq("contract", contract.id), order="-id", limit=1))[0]


async def act_on(request: SignatureRequest, name: str, values: dict[str, Any] | None = None) -> SignatureRequest:
    resource = current_company().catalog.resource_of[SignatureRequest]
    await run_action(resource, find_action(resource, name, "record"), request.id, values or {})
    return await get(SignatureRequest, request.id)


async def drawn_up(
    contract: Contract | None = None, parties: tuple[dict[str, Any], ...] = PARTIES, **values: Any
) -> SignatureRequest:
    contract = contract or await confirmed(line(100_00))
    await act(contract, "ask_signatures", {})
    request = await request_of(contract)
    return await update(SignatureRequest, request.id, {"signatories": [dict(each) for each in parties], **values})


async def out(
    contract: Contract | None = None, parties: tuple[dict[str, Any], ...] = PARTIES, **values: Any
) -> SignatureRequest:
    return await act_on(await drawn_up(contract, parties, **values), "send")


async def contract_of(request: SignatureRequest) -> Contract:
    return await get(Contract, request.contract_id)


async def token_for(email: str) -> str:
    """Of the last mail to this address."""
    text = await fetch_value('SELECT secret_text FROM guanxi_mail WHERE "to" = $1 ORDER BY id DESC LIMIT 1', email)
    found = re.search(r"/crm_contracts/sign\?token=([\w-]+)", text or "")
    assert found is not None, text
    return found[1]


async def visitor_for(email: str) -> Visitor:
    return Visitor(channel=SignChannel.LINK, token=await token_for(email), address="203.0.113.7", user_agent="Test/1.0")


async def states(request: SignatureRequest) -> list[str]:
    rows = await fetch("SELECT state FROM crm_contracts_signatory WHERE request_id = $1 ORDER BY id", request.id)
    return [row["state"] for row in rows]


async def mails_to(email: str) -> int:
    return int(await fetch_value('SELECT count(*) FROM guanxi_mail WHERE "to" = $1', email))
