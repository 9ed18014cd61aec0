"""The lower of precision and recall of the check for doubles, over pairs of names that were labelled by hand."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.harness import Machine, Result, one_company
from crm_core import numbers
from crm_core.choices import CustomerKind
from crm_core.company_names import name_key
from crm_core.duplicates import find_duplicates
from crm_core.models import Customer
from guanxi.db import execute
from guanxi.records import create

_PAIRS = Path(__file__).parent / "data" / "name_pairs.tsv"


@dataclass(frozen=True, slots=True)
class Pair:
    why: str
    same: bool
    one: str
    other: str
    part: str
    """`held out` pairs were written after the weights were chosen, `written later` before the rules that followed"""

    @property
    def person(self) -> bool:
        return self.why == "people"


@dataclass(slots=True)
class Score:
    right: int = 0
    false: int = 0
    missed: int = 0

    def add(self, same: bool, said: bool) -> None:
        self.right += same and said
        self.false += said and not same
        self.missed += same and not said

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.false)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def lower(self) -> float:
        return min(self.precision, self.recall)


def read_pairs() -> list[Pair]:
    with _PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Pair(row["why"], row["same"] == "yes", row["one"], row["other"], row["part"]) for row in rows]


async def measure(servers: Machine) -> Result:
    pairs = read_pairs()
    ours = {"tuned on": Score(), "held out": Score(), "written later": Score(), "all": Score()}
    plain, wrong = Score(), Counter[str]()
    async with one_company(servers):
        for pair in pairs:
            said = await _said(pair)
            for part in ("all", pair.part):
                ours[part].add(pair.same, said)
            plain.add(pair.same, name_key(pair.one) == name_key(pair.other))
            if said != pair.same:
                wrong[f"{'missed' if pair.same else 'false'}: {pair.why}: {pair.one} / {pair.other}"] += 1
    print(f"  {len(pairs)} pairs, {sum(not pair.same for pair in pairs)} of them of two customers")
    for part, score in ours.items():
        print(f"  {part}: precision {score.precision:.3f}, recall {score.recall:.3f}")
    print(f"  equal names alone: precision {plain.precision:.3f}, recall {plain.recall:.3f}")
    for text in sorted(wrong):
        print(f"  {text}")
    return Result(ours["all"].lower, plain.lower, "lower of precision and recall")


async def _said(pair: Pair) -> bool:
    """Whether the form says "probably the same" when the one is typed and the other is there."""
    kind = CustomerKind.PERSON if pair.person else CustomerKind.ORGANIZATION
    name, phone = _typed(pair.other)
    made = await create(Customer, {"name": name, "kind": kind, **phone})
    name, phone = _typed(pair.one)
    found = await find_duplicates(name=name, phones=tuple(phone.values()), kind=kind.value)
    await execute("DELETE FROM crm_core_customer WHERE id = $1", made.id)
    return any(double.probable for double in found)


def _typed(text: str) -> tuple[str, dict[str, str]]:
    """`name;phone` of a person, or a name alone, as the form would send it."""
    name, _sign, number = text.partition(";")
    if not number:
        return name, {}
    try:
        return name, {"mobile": numbers.mobile(number, "CN")}
    except numbers.WrongNumber:
        return name, {"phone": number}
