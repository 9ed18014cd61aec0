"""What a line may pay, and how likely: decided from what was found, without looking anything up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from crm_bank.choices import Reason
from crm_receivables.services import oldest_first

SHOWN = 8
_POOL = 12
"""installments of a customer that sums are tried of, the longest due first"""
_SETS = 3
"""sums that are shown at most; two are enough to know that none is the only one"""
SIMILAR = 80
"""percent of likeness from which on a name is similar"""
_SCORES = {
    Reason.REFERENCE: 50,
    Reason.ACCOUNT: 40,
    Reason.KNOWN_NAME: 25,
    Reason.NAME: 25,
    Reason.SIMILAR: 15,
    Reason.AMOUNT: 30,
    Reason.SUM: 20,
    Reason.LESS: 0,
    Reason.MORE: 0,
}
_STRONG = frozenset((Reason.REFERENCE, Reason.ACCOUNT))


@dataclass(frozen=True, slots=True)
class Item:
    """An open installment."""

    id: int
    number: str
    customer_id: int
    currency: str
    due_on: date
    outstanding: int


@dataclass(slots=True)
class Found:
    """What the look-ups say of one line."""

    amount: int
    named: list[Item] = field(default_factory=list)
    """whose invoice's number is in the text"""
    customers: dict[int, set[Reason]] = field(default_factory=dict)
    """whom the counterparty may be"""
    of_customers: Mapping[int, Sequence[Item]] = field(default_factory=dict)
    """what they owe in the line's currency, the longest due first"""
    same_amount: Sequence[Item] = ()
    """of anybody"""


@dataclass(frozen=True, slots=True)
class Candidate:
    customer_id: int
    portions: tuple[tuple[Item, int], ...]
    """installments and how much of each; may be none: all on account"""
    reasons: tuple[Reason, ...]
    exact: bool
    """the installments come to just the amount"""
    only: bool = True
    """False: more installments than sums were tried of, so that others may come to the amount, too"""

    @property
    def strong(self) -> bool:
        return not _STRONG.isdisjoint(self.reasons)

    @property
    def score(self) -> int:
        return min(100, sum(_SCORES[reason] for reason in self.reasons))

    @property
    def allocated(self) -> int:
        return sum(amount for _item, amount in self.portions)


def candidates_of(found: Found) -> list[Candidate]:
    """The likeliest first; the same whatever order things were found in."""
    named: dict[int, list[Item]] = {}
    for item in found.named:
        named.setdefault(item.customer_id, []).append(item)
    made: list[Candidate] = []
    for customer_id in sorted({*found.customers, *named}):
        reasons = set(found.customers.get(customer_id, ()))
        pool: Sequence[Item] = found.of_customers.get(customer_id, ())
        if customer_id in named:
            reasons.add(Reason.REFERENCE)
            pool = named[customer_id]
        made += _of_customer(customer_id, found.amount, reasons, _sorted(pool))
    known = {candidate.customer_id for candidate in made}
    for item in found.same_amount:
        if item.customer_id not in known:
            made.append(Candidate(item.customer_id, ((item, found.amount),), (Reason.AMOUNT,), True))
    return sorted(made, key=_rank)


def sure_of(candidates: Sequence[Candidate]) -> Candidate | None:
    """The one that may be confirmed without asking: no other with the same amount has a strong reason."""
    likely = [candidate for candidate in candidates if candidate.exact and candidate.strong]
    return likely[0] if len(likely) == 1 and likely[0].only else None


def _sorted(items: Sequence[Item]) -> list[Item]:
    return sorted({item.id: item for item in items}.values(), key=lambda item: (item.due_on, item.id))


def _rank(candidate: Candidate) -> tuple[object, ...]:
    due = [(item.due_on, item.id) for item, _amount in candidate.portions]
    return -candidate.score, not candidate.exact, len(due), due, candidate.customer_id


def _of_customer(customer_id: int, amount: int, reasons: Set[Reason], pool: list[Item]) -> Iterator[Candidate]:
    """One for each way in which installments make the amount, or the oldest ones as far as the money goes."""
    only = len(pool) <= _POOL
    sets = [[item] for item in pool if item.outstanding == amount]
    sets += list(_sums(pool[:_POOL], amount))[: max(0, _SETS - len(sets))]
    for items in sets:
        how = Reason.AMOUNT if len(items) == 1 else Reason.SUM
        portions = tuple((item, item.outstanding) for item in items)
        yield Candidate(customer_id, portions, _in_order({*reasons, how}), True, only)
    if not sets:
        owed = sum(item.outstanding for item in pool)
        how = Reason.LESS if amount < owed else Reason.MORE
        yield Candidate(customer_id, _oldest_first(pool, amount), _in_order({*reasons, how}), False, only)


def _oldest_first(pool: Sequence[Item], amount: int) -> tuple[tuple[Item, int], ...]:
    shares = oldest_first([item.outstanding for item in pool], amount)
    return tuple((item, share) for item, share in zip(pool, shares, strict=True) if share)


def _sums(pool: Sequence[Item], amount: int) -> Iterator[list[Item]]:
    """Two or more installments that make the amount; at most 2^12 tries, the longest due first."""
    left = [0] * (len(pool) + 1)
    for index in range(len(pool) - 1, -1, -1):
        left[index] = left[index + 1] + pool[index].outstanding

    def search(start: int, wanted: int, chosen: list[Item]) -> Iterator[list[Item]]:
        if wanted == 0:
            if len(chosen) > 1:
                yield list(chosen)
            return
        if start == len(pool) or left[start] < wanted:
            return
        item = pool[start]
        if item.outstanding <= wanted:
            yield from search(start + 1, wanted - item.outstanding, [*chosen, item])
        yield from search(start + 1, wanted, chosen)

    return search(0, amount, [])


def _in_order(reasons: Set[Reason]) -> tuple[Reason, ...]:
    return tuple(reason for reason in _SCORES if reason in reasons)
