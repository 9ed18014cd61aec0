"""Adjusting by hand, and giving points to somebody else: large ones wait for a second person.

Points that would go are held meanwhile, so that what was asked for is there when it is approved.
"""

from __future__ import annotations

from datetime import timedelta

from crm_loyalty import ledger, queries, services
from crm_loyalty.choices import RequestKind, RequestState
from crm_loyalty.errors import SecondPerson
from crm_loyalty.models import Account, PointsRequest
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.services import Booking
from crm_loyalty.settings import LoyaltySettings
from guanxi import (
    Conflict,
    InvalidInput,
    _,
    audit,
    author_id,
    clock,
    execute,
    fetch_row,
    fetch_value,
    lock,
    notify,
    settings_of,
    transaction,
    users_with,
)

RESOURCE = "crm_loyalty/requests"
DAYS_HELD = 30
"""points of a request are free again after these days; it can only be rejected then"""

_ALONE = """
SELECT coalesce(sum(abs(points)), 0)::bigint FROM crm_loyalty_entry
WHERE account_id = $1 AND kind = 'adjust' AND created_by_id = $2 AND created_at > $3
    AND source NOT LIKE 'request:%'
"""
_INSERT = """
INSERT INTO crm_loyalty_request (revision, created_at, updated_at, created_by_id, kind, account_id, to_account_id,
    points, reason, state, remark)
VALUES (1, $1, $1, $2, $3, $4, $5, $6, $7, 'requested', '') RETURNING id
"""
_DECIDE = """
UPDATE crm_loyalty_request SET state = $2, entry_id = $3, decided_by_id = $4, decided_at = $5, remark = $6,
    revision = revision + 1, updated_at = $5
WHERE id = $1 AND state = 'requested' RETURNING id
"""


async def adjust_or_request(
    customer_id: int, points: int, source: str, *, type: str = services.POINTS, reason: str
) -> tuple[Booking | None, int | None]:
    """The booking, or the id of the request where somebody else has to approve it. Raises as `services.adjust`."""
    async with transaction():
        account_id = await ledger.enroll(type, customer_id)
        await lock(Account, account_id)  # or two at once would each find room below the limit
        since = clock.now() - timedelta(days=1)
        alone = await fetch_value(_ALONE, account_id, author_id(), since)
        if alone + abs(points) <= settings_of(LoyaltySettings).adjust_alone:
            return await services.adjust(customer_id, points, source, type=type, reason=reason), None
        held = -points if points < 0 else 0
        return None, await _request(RequestKind.ADJUST, account_id, None, points, held, reason)


async def request_transfer(from_account: int, to_customer: int, points: int, reason: str) -> int:
    """The id of the request. Raises NotEnoughPoints, InvalidInput."""
    customer_id, type = await queries.owner_of(from_account)
    if customer_id == to_customer:
        raise InvalidInput({"customer": _("Choose another customer.")})
    async with transaction():
        to_account = await ledger.enroll(type, to_customer)
        return await _request(RequestKind.TRANSFER, from_account, to_account, points, points, reason)


async def _request(kind: RequestKind, account: int, to: int | None, points: int, held: int, reason: str) -> int:
    if not reason.strip():
        raise InvalidInput({"reason": _("This field is required.")})
    ledger.check_points(abs(points))
    now = clock.now()
    id: int = await fetch_value(_INSERT, now, author_id(), kind.value, account, to, points, reason[:300])
    if held:
        customer_id, type = await queries.owner_of(account)
        hold = await ledger.set_aside(type, customer_id, held, f"request:{id}", now + timedelta(days=DAYS_HELD))
        await execute("UPDATE crm_loyalty_request SET hold_id = $2 WHERE id = $1", id, hold["id"])
    await audit("create", RESOURCE, id, after={"kind": kind.value, "points": points}, reason=reason)
    people = set(await users_with(LoyaltyPermission.APPROVE)) - {author_id()}
    text = _("{kind} of {points} points waits for your approval", kind=kind.label, points=points)
    await notify(people, "approval", text, href=f"/{RESOURCE}/{id}", detail=reason)
    return id


async def approve(request: PointsRequest, remark: str) -> None:
    """Books it. Raises SecondPerson, HoldClosed, Conflict where it is decided already."""
    if request.created_by_id == author_id():
        raise SecondPerson()
    async with transaction():
        request = await lock(PointsRequest, request.id)
        _check_waits(request)
        source = f"request:{request.id}"
        if request.kind is RequestKind.TRANSFER:
            assert request.hold_id is not None and request.to_account_id is not None
            entry = await ledger.transfer(request.hold_id, request.to_account_id, source, request.reason)
        else:
            entry = await _adjust(request, source)
        await _decide(request, RequestState.APPROVED, remark, entry)


async def _adjust(request: PointsRequest, source: str) -> int:
    customer_id, type = await queries.owner_of(request.account_id)
    if request.hold_id is not None:
        await ledger.release_open(request.hold_id)
    booking = await services.adjust(customer_id, request.points, source, type=type, reason=request.reason)
    return booking.entry_id


async def reject(request: PointsRequest, remark: str) -> None:
    """Frees what was held. Raises Conflict."""
    async with transaction():
        request = await lock(PointsRequest, request.id)
        _check_waits(request)
        if request.hold_id is not None:
            await ledger.release(request.hold_id)
        await _decide(request, RequestState.REJECTED, remark, None)


def _check_waits(request: PointsRequest) -> None:
    if request.state is not RequestState.REQUESTED:
        raise Conflict(_("Somebody has decided on this already."))


async def _decide(request: PointsRequest, state: RequestState, remark: str, entry: int | None) -> None:
    row = await fetch_row(_DECIDE, request.id, state.value, entry, author_id(), clock.now(), remark[:300])
    assert row is not None  # it is locked and waits
    action = "approve" if state is RequestState.APPROVED else "reject"
    await audit(action, RESOURCE, request.id, after={"state": state.value}, reason=remark)
