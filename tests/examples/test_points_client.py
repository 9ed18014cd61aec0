"""The example of a till, against the API itself: the whole way of an order, and answers that get lost."""

from __future__ import annotations

import httpx
import pytest

from crm_loyalty import services
from crm_loyalty.permissions import LoyaltyPermission as P
from examples.points_client import PointsClient, Refused, sell
from guanxi import fetch_value
from guanxi.auth import create_api_key, create_user, set_roles
from guanxi.company import Directory
from guanxi.settings import Settings
from guanxi.web.app import create_app
from tests.crm_loyalty.conftest import customer, make_customer, program, shared_company, shared_directory

__all__ = ["customer", "make_customer", "program", "shared_company", "shared_directory"]
pytestmark = pytest.mark.asyncio(loop_scope="module")


class Losing(httpx.AsyncBaseTransport):
    """Carries every request out, and loses each `nth` answer."""

    def __init__(self, carrier: httpx.AsyncBaseTransport, nth: int) -> None:
        self.carrier, self.nth, self.sent = carrier, nth, 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self.carrier.handle_async_request(request)
        self.sent += 1
        if self.sent % self.nth == 0:
            raise httpx.ReadTimeout("lost on the way", request=request)
        return answer


async def _client(directory: Directory, nth: int = 10**9) -> PointsClient:
    role = await fetch_value(
        "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
        " VALUES ('Till ' || (SELECT count(*) FROM guanxi_role), '', $1, 1, now(), now()) RETURNING id",
        ["crm_core.customers.read", "crm_core.customers.see_all", str(P.READ), str(P.EARN), str(P.REDEEM)],
    )
    user = await create_user(f"till{role}", "Till")
    await set_roles(user, [role])
    carrier = httpx.ASGITransport(app=create_app(directory, Settings()), raise_app_exceptions=False)
    key = (await create_api_key(user, "till")).key
    return PointsClient("http://testserver", key, transport=Losing(carrier, nth))


async def test_an_order_from_quote_to_refund(customer: int, shared_directory: Directory) -> None:
    await services.earn(customer, 80, "start")
    async with await _client(shared_directory) as till:
        assert await sell(till, customer, 12_800, 50, "order:1") == 80 - 50 + 127
        assert await sell(till, customer, 12_800, 50, "order:1") == 80 - 50 + 127, "sent again, booked once"
        assert (await till.refund(customer, "order:1", 12_800, "return:1"))["balance"] == 30
        spent = await till.redeem(customer, 10, "shop:1")
        assert (await till.reverse(spent["entry_id"], "back:1"))["balance"] == 30
        hold = await till.hold(customer, 30, "cart:1")
        assert (await till.release(hold))["state"] == "released"
        quoted = await till.quote({"customer_id": customer, "amount": 12_800, "source": "order:2"})
        assert (quoted["points"], quoted["available"]) == (128, 30)
        with pytest.raises(Refused) as refused:
            await till.redeem(customer, 31, "shop:2")
        assert (refused.value.status, refused.value.code) == (409, "loyalty_not_enough_points")
        assert (await till.balance(customer))["available"] == 30


async def test_a_till_that_knows_a_card_alone(customer: int, shared_directory: Directory) -> None:
    await services.earn(customer, 80, "start")
    card = (await services.balance(customer)).card_number
    async with await _client(shared_directory) as till:
        assert await sell(till, card, 12_800, 50, "order:card") == 80 - 50 + 127
        assert (await till.refund(card, "order:card", 12_800, "return:card"))["balance"] == 30
        assert (await till.redeem(card, 10, "shop:card"))["balance"] == 20
        assert (await till.balance(card)) == (await till.balance(customer))


async def test_lost_answers_book_nothing_twice(
    customer: int, shared_directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("examples.points_client.asyncio.sleep", _at_once)
    await services.earn(customer, 1_000, "start")
    async with await _client(shared_directory, nth=2) as till:
        for n in range(10):
            await sell(till, customer, 1_000, 20, f"order:{n}")
        assert (await till.balance(customer))["balance"] == 1_000 - 10 * 20 + 10 * 9
    assert await services.ledger_differences() == []


async def test_a_till_that_died_halfway_does_the_order_again(customer: int, shared_directory: Directory) -> None:
    await services.earn(customer, 60, "start")
    async with await _client(shared_directory) as till:
        await till.hold(customer, 50, "order:1:hold")
        assert await sell(till, customer, 10_000, 50, "order:1") == 60 - 50 + 99
    found = await services.balance(customer)
    assert (found.balance, found.held) == (109, 0)


async def test_a_page_of_a_proxy_is_a_refusal_without_a_code() -> None:
    def proxy(request: httpx.Request) -> httpx.Response:
        return httpx.Response(404, html="<h1>Not here</h1>")

    async with PointsClient("http://testserver", "key", transport=httpx.MockTransport(proxy)) as till:
        with pytest.raises(Refused, match="Not Found") as refused:
            await till.balance(1)
    assert (refused.value.status, refused.value.code) == (404, "")


async def _at_once(seconds: float) -> None:
    """Does not wait."""
