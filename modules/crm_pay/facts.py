"""What the messages about an attempt come to: a function of their set, so that order and repetition do not count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crm_pay.choices import AttemptState, EventKind


@dataclass(frozen=True, slots=True)
class Facts:
    """Amounts are minor units, of `currency`."""

    paid: Mapping[str, Any] | None
    paid_again: tuple[Mapping[str, Any], ...]
    """with other numbers of the provider: other money"""
    refunded: int
    charged_back: int
    failed: bool
    other_back: bool
    """money of what was paid again was given back"""
    foreign: bool
    """something was given back in another currency than what was paid"""
    taken_back: bool
    """a refund failed after it was done: what was booked did not go"""

    @property
    def captured(self) -> int:
        return self.paid["amount"] if self.paid is not None else 0

    @property
    def returned(self) -> int:
        """Never more than was paid."""
        return min(self.captured, self.refunded + self.charged_back)

    @property
    def excess(self) -> bool:
        return self.paid is not None and (self.foreign or self.refunded + self.charged_back > self.captured)

    @property
    def state(self) -> AttemptState:
        if self.paid is None:
            return AttemptState.FAILED if self.failed else AttemptState.STARTED
        if self.charged_back:
            return AttemptState.CHARGED_BACK
        if not self.returned:
            return AttemptState.PAID
        return AttemptState.REFUNDED if self.returned == self.captured else AttemptState.PART_REFUNDED


def conclude(messages: Sequence[Mapping[str, Any]], provider_reference: str | None) -> Facts:
    """`provider_reference`: of the money that was booked already, None where there is none."""
    payments: dict[str, Mapping[str, Any]] = {}
    for each in sorted(messages, key=lambda row: (row["happened_at"], row["event_id"])):
        if each["kind"] == EventKind.PAID and each["amount"]:
            payments.setdefault(each["provider_reference"], each)
    first = payments.get(provider_reference) if provider_reference is not None else next(iter(payments.values()), None)
    own = first["provider_reference"] if first is not None else ""
    currency = first["currency"] if first is not None else ""
    given_back = [row for row in messages if row["kind"] in (EventKind.REFUNDED, EventKind.CHARGEBACK)]
    other_back = any(row["provider_reference"] in payments.keys() - {own} for row in given_back)
    given_back = [row for row in given_back if row["provider_reference"] in ("", own)]
    counted = [row for row in given_back if row["currency"] == currency]
    refunds = [row for row in counted if row["kind"] == EventKind.REFUNDED]
    chargebacks = [row["amount"] for row in counted if row["kind"] == EventKind.CHARGEBACK]
    return Facts(
        paid=first,
        paid_again=tuple(row for reference, row in payments.items() if reference != own),
        refunded=max(
            max((row["amount"] for row in refunds if row["total"]), default=0),
            sum(row["amount"] for row in refunds if not row["total"]),
        ),
        charged_back=max(chargebacks, default=0),
        failed=any(row["kind"] == EventKind.FAILED for row in messages),
        other_back=other_back,
        foreign=len(counted) < len(given_back),
        taken_back=_failed_after(messages),
    )


def _failed_after(messages: Sequence[Mapping[str, Any]]) -> bool:
    """A refund that was done; one that failed first and went the second time is none."""
    done: dict[str, Any] = {}
    for each in messages:
        if each["kind"] == EventKind.REFUNDED and each["refund"]:
            done[each["refund"]] = min(each["happened_at"], done.get(each["refund"], each["happened_at"]))
    failed = [each for each in messages if each["kind"] == EventKind.REFUND_FAILED and each["refund"] in done]
    return any(each["happened_at"] > done[each["refund"]] for each in failed)
