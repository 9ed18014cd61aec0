"""Confirming by itself what leaves no doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crm_bank import queries
from crm_bank.candidates import Candidate, sure_of
from crm_bank.confirming import Match
from crm_bank.finding import find_candidates
from guanxi import fetch, today

_BATCH = 2_000


async def sure_matches() -> list[Match]:
    """Of all open lines: those with one candidate that has currency, amount and a strong reason.

    An installment that two lines could pay is left to people: which of them comes first must not matter.
    """
    proposed: dict[int, Candidate] = {}
    claims: Counter[int] = Counter()
    day, after = today(), 0
    while lines := await fetch(queries.OPEN_LINES, day, after, _BATCH):
        after = lines[-1]["id"]
        for id, candidates in (await find_candidates(lines)).items():
            claims.update(_claimed(candidates))
            sure = sure_of(candidates)
            if sure is not None:
                proposed[id] = sure
    return [
        Match(id, candidate.customer_id, {item.id: amount for item, amount in candidate.portions})
        for id, candidate in proposed.items()
        if all(claims[item.id] == 1 for item, _amount in candidate.portions)
    ]


def _claimed(candidates: Sequence[Candidate]) -> set[int]:
    """Installments that a line may pay for a strong reason, whether the amount is right or not."""
    return {item.id for candidate in candidates if candidate.strong for item, _amount in candidate.portions}
