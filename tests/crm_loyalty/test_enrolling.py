"""Staff make customers members before they have points: once, in their own scope."""

from __future__ import annotations

import asyncio

import pytest

from crm_core.permissions import CorePermission
from crm_loyalty import services
from crm_loyalty.permissions import LoyaltyPermission as P
from guanxi import fetch, fetch_value
from tests.clients import MakeClient, make_client
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.test_screens import API

__all__ = ["make_client"]
pytestmark = pytest.mark.asyncio(loop_scope="module")
PATH = f"{API}/members/actions/enroll"
_NOTED = "SELECT count(*) FROM guanxi_audit WHERE action = 'enroll' AND record_id = $1"


async def test_a_customer_becomes_a_member_once(make_client: MakeClient, make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    client = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ, P.EARN)
    first = await client.post(PATH, json={"customer": customer})
    assert first.status_code == 200, first.text
    data = first.json()["data"]
    assert data["new"] is True and len(data["card_number"]) == 16
    again = await client.post(PATH, json={"customer": customer})
    assert again.status_code == 200 and again.json()["data"] == {**data, "new": False}
    assert await fetch_value(_NOTED, data["member_id"]) == 1
    found = await services.balance(customer)
    assert (found.balance, found.tier, found.card_number) == (0, "Member", data["card_number"])
    assert await services.ledger_differences() == []


async def test_only_in_ones_own_scope_and_with_the_permission(
    make_client: MakeClient, make_customer: MakeCustomer
) -> None:
    customer = await make_customer()
    reader = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ, P.REDEEM)
    assert (await reader.post(PATH, json={"customer": customer})).status_code == 403
    stranger = await make_client(CorePermission.READ, P.READ, P.EARN)
    for body in ({"customer": customer}, {"customer": 10**9}, {"customer": None}, {"customer": "x"}, {}):
        assert (await stranger.post(PATH, json=body)).status_code in (400, 404, 422), body
    assert await fetch("SELECT 1 FROM crm_loyalty_member") == []


async def test_many_at_once_make_one_member(make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    joined = await asyncio.gather(*(services.enroll(customer) for _n in range(12)))
    assert len({(each.member_id, each.card_number) for each in joined}) == 1
    assert await fetch_value("SELECT count(*) FROM crm_loyalty_account WHERE customer_id = $1", customer) == 1
