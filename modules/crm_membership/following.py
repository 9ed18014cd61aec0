"""Memberships follow their invoices, and tiers follow memberships.

Both read how things stand and set what follows from it, so that they may run any time and any number of times. The
customer's points account is locked first, then its memberships: one after the other for a customer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from crm_loyalty.services import add_months, all_tiers, end_tier, give_tier, lock_accounts, member_tiers
from crm_membership.choices import MembershipState
from crm_membership.selling import RESOURCE
from crm_receivables.services import InvoiceBalance, invoice_balances
from guanxi import AuditItem, _, audit_many, clock, execute, fetch, fetch_row, today

_OWN = """
SELECT m.*, p.name FROM crm_membership_membership m JOIN crm_membership_plan p ON p.id = m.plan_id
WHERE m.customer_id = $1 AND m.invoice_id IS NOT NULL ORDER BY m.id FOR NO KEY UPDATE OF m
"""
_WRITE = """
UPDATE crm_membership_membership m SET state = new.state, paid_on = new.paid_on, first_day = new.first_day,
    last_day = new.last_day, order_key = CASE WHEN new.state = 'waiting' THEN m.order_key END,
    revision = m.revision + 1, updated_at = $6
FROM unnest($1::bigint[], $2::text[], $3::date[], $4::date[], $5::date[])
    AS new (id, state, paid_on, first_day, last_day)
WHERE m.id = new.id
"""
_GRANT = "SELECT tier_id, last_day FROM crm_membership_grant WHERE customer_id = $1"
_FORGET = "DELETE FROM crm_membership_grant WHERE customer_id = $1"
_REMEMBER = """
INSERT INTO crm_membership_grant (revision, created_at, updated_at, customer_id, tier_id, last_day)
VALUES (1, $4, $4, $1, $2, $3)
ON CONFLICT (customer_id) DO UPDATE SET tier_id = $2, last_day = $3, updated_at = $4, revision =
    crm_membership_grant.revision + 1
"""
_PAID = {MembershipState.ACTIVE, MembershipState.OVER}


@dataclass(slots=True)
class _Term:
    """A membership as it will be."""

    id: int
    tier_id: int
    threshold: int
    months: int
    name: str
    state: MembershipState
    paid_on: date | None
    first_day: date | None
    last_day: date | None

    def written(self) -> tuple[Any, ...]:
        return self.id, self.state.value, self.paid_on, self.first_day, self.last_day


def state_by(invoice: InvoiceBalance) -> MembershipState:
    """ACTIVE for all that is paid."""
    if invoice.is_gone:
        return MembershipState.CANCELED
    return MembershipState.ACTIVE if invoice.is_paid else MembershipState.WAITING


def plan_days(terms: Sequence[_Term], day: date) -> None:
    """Gives days to those that are paid and have not begun: at once, or after one of the same tier that was paid
    before. Days of one that has begun stay."""
    free: dict[int, date] = {}
    for term in sorted(terms, key=lambda each: (each.first_day or date.max, each.paid_on or date.max, each.id)):
        if term.state not in _PAID:
            continue
        if term.first_day is None or term.last_day is None or term.first_day > day:
            term.first_day = max(day, free.get(term.tier_id, day))
            term.last_day = add_months(term.first_day, term.months) - timedelta(days=1)
        free[term.tier_id] = max(free.get(term.tier_id, day), term.last_day + timedelta(days=1))
        term.state = MembershipState.OVER if term.last_day < day else MembershipState.ACTIVE


def _follow(term: _Term, invoice: InvoiceBalance, day: date) -> None:
    state = state_by(invoice)
    if state is MembershipState.ACTIVE:
        if term.state not in _PAID:
            term.state, term.paid_on = state, day
        return
    term.state = state
    term.paid_on = term.first_day = term.last_day = None


async def follow(customer_id: int) -> None:
    """In the caller's transaction, all of a customer: what is paid, on which days it runs, and the tier it brings."""
    if await member_tiers(customer_id) is not None:
        await lock_accounts([customer_id])  # who is no member becomes one by what is paid alone
    rows, day = await fetch(_OWN, customer_id), today()
    thresholds = {tier.id: tier.threshold for tier in await all_tiers()}
    terms = [_term(row, thresholds[row["tier_id"]]) for row in rows]
    before = [term.written() for term in terms]
    invoices = await invoice_balances([row["invoice_id"] for row in rows])
    for term, row in zip(terms, rows, strict=True):
        _follow(term, invoices[row["invoice_id"]], day)
    plan_days(terms, day)
    await _write([term for term, old in zip(terms, before, strict=True) if term.written() != old])
    await _give(customer_id, terms, day)


async def _write(changed: Sequence[_Term]) -> None:
    if not changed:
        return
    columns = zip(*(term.written() for term in changed), strict=True)
    await execute(_WRITE, *(list(column) for column in columns), clock.now())
    entries = [AuditItem(t.id, t.name, after={"state": t.state.value, "last_day": t.last_day}) for t in changed]
    await audit_many("follow", RESOURCE, entries)


def _term(row: Any, threshold: int) -> _Term:
    same = ("id", "tier_id", "months", "name", "paid_on", "first_day", "last_day")
    return _Term(**{name: row[name] for name in same}, threshold=threshold, state=MembershipState(row["state"]))


def _wanted(terms: Sequence[_Term], day: date) -> tuple[_Term, date] | None:
    """The highest that runs, and the last day of all that was paid for its tier."""
    running = [term for term in terms if term.state is MembershipState.ACTIVE and term.first_day and term.last_day]
    begun = [term for term in running if term.first_day is not None and term.first_day <= day]
    if not begun:
        return None
    best = max(begun, key=lambda each: (each.threshold, each.id))
    return best, max(term.last_day for term in running if term.last_day and term.tier_id == best.tier_id)


async def _give(customer_id: int, terms: Sequence[_Term], day: date) -> None:
    """What people gave stays where it is higher, or the same for longer."""
    wanted, grant = _wanted(terms, day), await fetch_row(_GRANT, customer_id)
    tiers = await member_tiers(customer_id)
    there = (tiers.given_tier_id, tiers.given_until) if tiers is not None else (None, None)
    own = grant is not None and there == (grant["tier_id"], grant["last_day"])
    if wanted is None:
        if own:
            await end_tier(customer_id, reason=_("The paid membership is over.").message)
        await execute(_FORGET, customer_id)
        return
    best, last = wanted
    if there == (best.tier_id, last):
        return
    level = -1 if tiers is None else tiers.given
    shorter = there[0] == best.tier_id and there[1] is not None and there[1] < last
    if own or shorter or level < best.threshold:
        await give_tier(customer_id, best.tier_id, last, reason=best.name)
        await execute(_REMEMBER, customer_id, best.tier_id, last, clock.now())
