"""A till or shop that works with points: what an order would earn, holding and spending points, earning, refunds.

    python -m examples.points_client http://localhost:8069 API-KEY CARD-NUMBER

Needs httpx alone. A member is named by the number of their card, as it is scanned, or by the customer's id. Amounts are
in the currency's smallest unit, such as fen; points are whole numbers. Every step has a source of one's own, such as
the order's number: it books once, however often it is sent, so that what failed on the way is simply sent again.
"""

from __future__ import annotations

import asyncio
import sys
import uuid
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

import httpx

TRIES = 4
_AGAIN = frozenset({429, 502, 503, 504})
_NAMESPACE = uuid.UUID("6f1c2b1e-4c1d-4e0e-9d7c-0d2f6b1f3a55")


Member = str | int
"""the number of a card, or the id of a customer"""


def _named(member: Member) -> dict[str, Any]:
    return {"card": member} if isinstance(member, str) else {"customer_id": member}


class Refused(Exception):
    """The answer says why not: `code` for programs, such as `loyalty_not_enough_points`, and a title for people."""

    def __init__(self, answer: httpx.Response) -> None:
        said = answer.headers.get("content-type", "").startswith("application/")
        problem = answer.json() if said else {}  # a proxy in between answers with a page
        self.status: int = answer.status_code
        self.code: str = problem.get("code", "")
        super().__init__(problem.get("title", answer.reason_phrase))


class PointsClient:
    """Steps of the points program of one company. Raises Refused, and httpx.TransportError when all tries failed."""

    def __init__(self, address: str, key: str, *, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._http = httpx.AsyncClient(
            base_url=f"{address.rstrip('/')}/api/v1/crm_loyalty",
            headers={"Authorization": f"Bearer {key}"},
            timeout=10,
            transport=transport,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def balance(self, member: Member) -> dict[str, Any]:
        by_card = isinstance(member, str)
        path = f"/balance?{urlencode({'card': member})}" if by_card else f"/customers/{member}/balance"
        return await self._send("GET", path)

    async def quote(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """What an order would earn, and by which rules; books nothing."""
        return await self._send("POST", "/quote", order)

    async def earn(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """Points for a paid order."""
        return await self._step("/orders", order)

    async def refund(self, member: Member, order: str, amount: int, source: str) -> dict[str, Any]:
        """Takes back what the refunded part of an order had earned."""
        return await self._step(
            "/refund", {**_named(member), "earned_source": order, "amount": amount, "source": source}
        )

    async def send_code(self, member: Member, points: int) -> None:
        """Mails the member the code that they tell at the counter, where so many points need one."""
        await self._send("POST", "/code", {**_named(member), "points": points})

    async def hold(self, member: Member, points: int, source: str, code: str = "") -> int:
        """Sets points aside while the customer pays; the hold's id."""
        held = await self._step("/hold", {**_named(member), "points": points, "source": source, "code": code})
        return int(held["hold_id"])

    async def capture(self, hold_id: int, points: int | None = None) -> dict[str, Any]:
        """Spends what is held, or less; the rest is free again."""
        return await self._send("POST", "/capture", {"hold_id": hold_id, "points": points}, f"capture:{hold_id}")

    async def release(self, hold_id: int) -> dict[str, Any]:
        return await self._send("POST", "/release", {"hold_id": hold_id}, f"release:{hold_id}")

    async def redeem(self, member: Member, points: int, source: str, code: str = "") -> dict[str, Any]:
        return await self._step("/redeem", {**_named(member), "points": points, "source": source, "code": code})

    async def reverse(self, entry_id: int, source: str) -> dict[str, Any]:
        """Gives back what a redemption spent."""
        return await self._step("/reverse", {"entry_id": entry_id, "source": source})

    async def _step(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        return await self._send("POST", path, body, f"{path}:{body['source']}")

    async def _send(
        self, method: str, path: str, body: Mapping[str, Any] | None = None, once: str | None = None
    ) -> dict[str, Any]:
        """Tries again what may come through the next time; `once` makes the key by which the server knows it."""
        headers = {} if once is None else {"Idempotency-Key": str(uuid.uuid5(_NAMESPACE, once))}
        for left in reversed(range(TRIES)):
            try:
                answer = await self._http.request(method, path, json=body, headers=headers)
            except httpx.TransportError:
                if not left:
                    raise
            else:
                if answer.is_success:
                    return dict(answer.json())
                if not left or answer.status_code not in _AGAIN:
                    raise Refused(answer)
            await asyncio.sleep(0.2 * 2 ** (TRIES - 1 - left))
        raise AssertionError("the last try returns or raises")


async def sell(client: PointsClient, member: Member, amount: int, points: int, order: str, code: str = "") -> int:
    """An order of `amount`, some of it paid with points, each worth one of the smallest unit. The balance afterwards.

    A till that fails on the way does all of it again with the same order: what was done is answered, not done twice.
    """
    if points > 0:
        hold = await client.hold(member, points, f"{order}:hold", code)
        await client.capture(hold)  # once the rest is paid; else client.release(hold)
    sold = {**_named(member), "amount": amount, "points": points, "source": order}
    return int((await client.earn(sold))["balance"])


async def main(address: str, key: str, card: str) -> None:
    async with PointsClient(address, key) as client:
        order = f"example:{uuid.uuid4()}"
        print("before:", (await client.balance(card))["balance"])
        print("after an order of 128.00:", await sell(client, card, 12_800, 50, order))
        taken = await client.refund(card, order, 12_800, f"{order}:return")
        print("after its refund:", taken["balance"])


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3]))
