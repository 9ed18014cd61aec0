"""Memberships follow their invoices, and tiers follow memberships.

Both read how things stand and set what follows from it, so that they may run any time and any number of times. The
customer's points account is locked first, then its memberships: one after the other for a customer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

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
    last_day = new.last_day, stopped_on = new.stopped_on,
    order_key = CASE WHEN new.state = 'waiting' THEN m.order_key END, revision = m.revision + 1, updated_at = $7
FROM unnest($1::bigint[], $2::text[], $3::date[], $4::date[], $5::date[], $6::date[])
    AS new (id, state, paid_on, first_day, last_day, stopped_on)
WHERE m.id = new.id
"""
_GRANT = "SELECT tier_id, last_day, kept_tier_id, kept_until FROM crm_membership_grant WHERE customer_id = $1"
_FORGET = "DELETE FROM crm_membership_grant WHERE customer_id = $1"
_REMEMBER = """
INSERT INTO crm_membership_grant (revision, created_at, updated_at, customer_id, tier_id, last_day, kept_tier_id,
    kept_until)
VALUES (1, $6, $6, $1, $2, $3, $4, $5)
ON CONFLICT (customer_id) DO UPDATE SET tier_id = $2, last_day = $3, kept_tier_id = $4, kept_until = $5,
    revision = crm_membership_grant.revision + 1, updated_at = $6
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
    stopped_on: date | None

    def written(self) -> tuple[Any, ...]:
        return self.id, self.state.value, self.paid_on, self.first_day, self.last_day, self.stopped_on


class _Given(NamedTuple):
    tier_id: int
    last_day: date

    def rank(self, thresholds: Mapping[int, int]) -> tuple[int, date]:
        return thresholds[self.tier_id], self.last_day


def _given(tier_id: int | None, last_day: date | None, day: date) -> _Given | None:
    return _Given(tier_id, last_day) if tier_id is not None and last_day is not None and last_day >= day else None


def state_by(invoice: InvoiceBalance) -> MembershipState:
    """ACTIVE for all that is paid."""
    if invoice.is_gone:
        return MembershipState.CANCELED
    return MembershipState.ACTIVE if invoice.is_paid else MembershipState.WAITING


def last_day(first: date, months: int) -> date:
    """12 months from Jan 31 end on Jan 30; where the last month is too short for that, with the month."""
    end = add_months(first, months)
    return end if end.day < first.day else end - timedelta(days=1)


def plan_days(terms: Sequence[_Term], day: date) -> None:
    """Gives days to those that are paid and have not begun: at once, or after one of the same tier that was paid
    before, months counted from the first of the row. Days of one that has begun stay."""
    rows: dict[int, tuple[date, int, date]] = {}  # of a tier: the first day, months since, the last day
    for term in sorted(terms, key=lambda each: (each.first_day or date.max, each.paid_on or date.max, each.id)):
        if term.state not in _PAID:
            continue
        start, months, last = rows.get(term.tier_id, (day, 0, day - timedelta(days=1)))
        if term.first_day is None or term.last_day is None or term.first_day > day:
            if last < day:
                start, months, last = day, 0, day - timedelta(days=1)
            term.first_day, term.last_day = last + timedelta(days=1), last_day(start, months + term.months)
            rows[term.tier_id] = (start, months + term.months, term.last_day)
        elif term.last_day >= last:
            if months and last_day(start, months + term.months) == term.last_day:
                rows[term.tier_id] = (start, months + term.months, term.last_day)
            elif last_day(term.first_day, term.months) == term.last_day:
                rows[term.tier_id] = (term.first_day, term.months, term.last_day)
            else:  # one that had stopped
                rows[term.tier_id] = (term.last_day + timedelta(days=1), 0, term.last_day)
        term.state = MembershipState.OVER if term.last_day < day else MembershipState.ACTIVE


def _follow(term: _Term, invoice: InvoiceBalance, day: date) -> None:
    """What had begun and is not paid any more keeps its days: paid again, those that were left run on."""
    state = state_by(invoice)
    if state is MembershipState.ACTIVE:
        if term.state not in _PAID:
            term.state, term.paid_on = state, day
            if term.stopped_on and term.last_day and term.stopped_on <= term.last_day:
                term.last_day += day - term.stopped_on
            term.stopped_on = None
        return
    if term.state in _PAID:
        begun = term.first_day is not None and term.first_day <= day
        term.stopped_on = day if begun else None
        if not begun:
            term.first_day = term.last_day = None
    term.state, term.paid_on = state, None


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
    await _give(customer_id, terms, thresholds, day)


async def _write(changed: Sequence[_Term]) -> None:
    if not changed:
        return
    columns = zip(*(term.written() for term in changed), strict=True)
    await execute(_WRITE, *(list(column) for column in columns), clock.now())
    entries = [AuditItem(t.id, t.name, after={"state": t.state.value, "last_day": t.last_day}) for t in changed]
    await audit_many("follow", RESOURCE, entries)


def _term(row: Any, threshold: int) -> _Term:
    same = ("id", "tier_id", "months", "name", "paid_on", "first_day", "last_day", "stopped_on")
    return _Term(**{name: row[name] for name in same}, threshold=threshold, state=MembershipState(row["state"]))


def _paid_for(terms: Sequence[_Term], day: date) -> _Given | None:
    """The highest that runs, until the last day of all that was paid for its tier."""
    running = [term for term in terms if term.state is MembershipState.ACTIVE and term.first_day and term.last_day]
    begun = [term for term in running if term.first_day and term.first_day <= day]
    if not begun:
        return None
    best = max(begun, key=lambda each: (each.threshold, each.id))
    last = max(term.last_day for term in running if term.last_day and term.tier_id == best.tier_id)
    return _Given(best.tier_id, last)


async def _give(customer_id: int, terms: Sequence[_Term], thresholds: Mapping[int, int], day: date) -> None:
    """The higher of what was paid for and what people gave, of the same tier the longer; what people gave is kept, and
    comes back when it is the higher one again."""
    paid, grant, tiers = _paid_for(terms, day), await fetch_row(_GRANT, customer_id), await member_tiers(customer_id)
    there = _given(tiers.given_tier_id, tiers.given_until, day) if tiers is not None else None
    ours = _given(grant["tier_id"], grant["last_day"], day) if grant is not None else None
    by_people = _given(grant["kept_tier_id"], grant["kept_until"], day) if grant and there == ours else there
    if paid is not None and (by_people is None or paid.rank(thresholds) > by_people.rank(thresholds)):
        if there != paid:
            await give_tier(customer_id, paid.tier_id, paid.last_day, reason=str(_("Paid membership")))
        wanted = (*paid, *(by_people or (None, None)))
        if grant is None or tuple(grant) != wanted:
            await execute(_REMEMBER, customer_id, *wanted, clock.now())
        return
    if by_people is not None and there != by_people:
        await give_tier(customer_id, by_people.tier_id, by_people.last_day, reason=str(_("As it was given before.")))
    elif by_people is None and there is not None:
        await end_tier(customer_id, reason=str(_("The paid membership is over.")))
    await execute(_FORGET, customer_id)
