"""Which step leads a contract from which states to which: the one table that buttons, jobs and tests go by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from crm_contracts.choices import ContractState as State

UNSIGNED = frozenset({State.IN_REVIEW, State.APPROVED, State.SENT})
"""given out of the hands of whoever drew it up, and signed by nobody"""
TO_SIGN = frozenset({State.APPROVED, State.SENT})
IN_FORCE = frozenset({State.ACTIVE, State.SUSPENDED})
RUNNING = frozenset({State.SIGNED, *IN_FORCE})
"""signed and not over"""
OVER = frozenset({State.EXPIRED, State.TERMINATED, State.RENEWED, State.AMENDED})
AGREED = RUNNING | OVER
"""what both sides signed, however it went on"""

DELIVERING = AGREED - {State.TERMINATED}
"""what was promised is delivered, also after the term"""


@dataclass(frozen=True, slots=True)
class Step:
    source: frozenset[State]
    target: frozenset[State]


def _step(source: frozenset[State] | State, *target: State) -> Step:
    return Step(source if isinstance(source, frozenset) else frozenset({source}), frozenset(target))


STEPS: Mapping[str, Step] = {
    "confirm": _step(State.DRAFT, State.IN_REVIEW, State.APPROVED),
    "hand_in": _step(State.DRAFT, State.IN_REVIEW),
    "approve": _step(State.IN_REVIEW, State.IN_REVIEW, State.APPROVED, State.DRAFT),
    "reject": _step(State.IN_REVIEW, State.DRAFT),
    "revise": _step(UNSIGNED, State.DRAFT),
    "send": _step(State.APPROVED, State.SENT),
    "sign": _step(TO_SIGN, State.SIGNED, State.ACTIVE),
    "begin": _step(State.SIGNED, State.ACTIVE),
    "end": _step(RUNNING, State.SIGNED, State.ACTIVE, State.SUSPENDED, State.TERMINATED),
    "keep": _step(RUNNING, State.SIGNED, State.ACTIVE, State.SUSPENDED),
    "suspend": _step(State.ACTIVE, State.ACTIVE, State.SUSPENDED),
    "resume": _step(IN_FORCE, State.ACTIVE, State.SUSPENDED),
    "settle": _step(IN_FORCE, State.ACTIVE, State.SUSPENDED),
    "amend": _step(RUNNING, State.SIGNED, State.ACTIVE, State.SUSPENDED, State.AMENDED),
    "give_notice": _step(RUNNING, State.SIGNED, State.ACTIVE, State.SUSPENDED),
    "withdraw_notice": _step(RUNNING, State.SIGNED, State.ACTIVE, State.SUSPENDED),
    "go_on": _step(State.DRAFT, State.ACTIVE),
    "run_out": _step(RUNNING, State.EXPIRED, State.TERMINATED, State.RENEWED, State.AMENDED),
    "cancel": _step(frozenset({State.DRAFT, *UNSIGNED}), State.CANCELLED),
}


def may(name: str) -> Callable[[Any], bool]:
    """For `Action.when`: whether the contract is in a state that the step starts from."""
    source = STEPS[name].source
    return lambda contract: contract.state in source


def values(states: frozenset[State]) -> list[str]:
    """For arguments of SQL, in a fixed order."""
    return sorted(state.value for state in states)
