"""Names as a grown company has them: many regions, a few trade names that are everywhere, trades, legal forms."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, product

from crm_core.choices import CustomerKind
from crm_core.company_words import PLACES, TRADES

_LUCKY = (
    "华恒金瑞天宏盛泰鑫德隆昌兴达通丰源安和信诚远博海东明新万永中联创智顺康正元亿嘉美佳龙凤春秋江河山川云雅文光辉腾飞"
)
_FAMILIES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志红"
_FORMS = (
    *("有限公司",) * 70,
    *("有限责任公司",) * 8,
    *("股份有限公司",) * 6,
    *("集团有限公司",) * 2,
    *("厂", "厂", "商行", "经营部", "工作室", "中心", "合作社", "事务所"),
)
_ENGLISH = """
Northwind Contoso Fabrikam Adventure Alpine Blue Tailspin Wingtip Woodgrove Proseware Litware Lucerne Coho
Margie Pacific Global United General National International Star Delta Omega Silver Golden Green Red River Ocean
Summit Bridge North South East West
"""
_TRADES_IN_ENGLISH = """
Traders Trading Electronics Systems Logistics Foods Textiles Machinery Instruments Chemicals Pharma Software
Energy Shipping Holdings Industries Motors Airlines Publishing Insurance
"""
_ENGLISH_FORMS = ("Ltd.", "Limited", "Co., Ltd.", "Inc.", "Corp.", "GmbH", "LLC", "S.A.", "AG", "PLC")


@dataclass(frozen=True, slots=True)
class Name:
    kind: str
    text: str


class Names:
    """The same ones in every run. The first trade names belong to thousands of companies, the last to one or two."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        shuffled = random.Random(0)
        self._places = shuffled.sample(sorted(PLACES - {"中国"}), len(PLACES) - 1)
        self._trades = shuffled.sample(sorted(trade for trade in TRADES if len(trade) > 1), 220)
        pairs = ["".join(pair) for pair in product(_LUCKY, repeat=2)]
        longer = ["".join(shuffled.choices(_LUCKY, k=shuffled.choice((3, 3, 4)))) for _name in range(40_000)]
        rare = [
            chr(0x4E00 + shuffled.randrange(6000)) + chr(0x4E00 + shuffled.randrange(6000)) for _name in range(40_000)
        ]
        self._trade_names = ["春意", "华达", *shuffled.sample(pairs, len(pairs)), *longer, *rare]
        self._weights = {
            len(words): list(accumulate(1 / (rank + 8) ** 0.85 for rank in range(len(words))))
            for words in (self._places, self._trades, self._trade_names)
        }

    def __iter__(self) -> Iterator[Name]:
        while True:
            yield self.next()

    def next(self) -> Name:
        kind = self._dice.random()
        if kind < 0.08:
            given = "".join(self._dice.choices(_GIVEN, k=self._dice.choice((1, 2, 2))))
            return Name(CustomerKind.PERSON.value, self._dice.choice(_FAMILIES) + given)
        return Name(CustomerKind.ORGANIZATION.value, self._foreign() if kind < 0.14 else self._chinese())

    def _pick(self, words: Sequence[str]) -> str:
        return self._dice.choices(words, cum_weights=self._weights[len(words)])[0]

    def _foreign(self) -> str:
        first, second = self._dice.sample(_ENGLISH.split(), 2)
        number = f" {self._dice.randrange(400)}" if self._dice.random() < 0.5 else ""
        trade = self._dice.choice(_TRADES_IN_ENGLISH.split())
        return f"{first} {second}{number} {trade} {self._dice.choice(_ENGLISH_FORMS)}"

    def _chinese(self) -> str:
        place, trade = self._pick(self._places), self._pick(self._trade_names)
        business, form = self._pick(self._trades), self._dice.choice(_FORMS)
        where = self._dice.random()
        if where < 0.06:
            return f"{trade}（{place}）{business}{form}"
        city = place + "市" if where < 0.5 else place
        branch = f"{self._pick(self._places)}分公司" if where > 0.98 and form.endswith("公司") else ""
        return f"{city}{trade}{business}{form}{branch}"
