"""CAMT.052 and CAMT.053 of ISO 20022, whichever version: elements are looked for by name, not by schema.

CdtDbtInd decides each sign. The parts of an entry (TxDtls) become lines; what they and the charges do not come to is
a line of its own. Only what is booked counts.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, TypeAlias

from lxml import etree

from crm_bank.formats.errors import BadPart, FileTooLarge, MissingPart, UnknownFormat, WrongCurrency
from crm_bank.formats.model import MAX_BYTES, MAX_LINES, Line, LineKind, Statement
from crm_bank.formats.values import account_number, clean, currency_code, day, minor, shorten
from crm_bank.formats.xml_text import parse_xml

NAMESPACE = re.compile(r"urn:iso:std:iso:20022:tech:xsd:camt\.05[23]\.001\.[0-9]{2}")
_SIGNS = {"CRDT": 1, "DBIT": -1}
_OPENING, _CLOSING = ("OPBD", "PRCD"), ("CLBD",)
Element: TypeAlias = Any
"""lxml publishes no types"""
_Parts: TypeAlias = dict[Any, Any]


def read_camt(content: bytes) -> list[Statement]:
    """Raises StatementError."""
    root = parse_xml(content)
    namespace = etree.QName(root).namespace or ""
    if not NAMESPACE.fullmatch(namespace):
        raise UnknownFormat()
    reader = _Reader("{" + namespace + "}")
    messages = [child for child in root if isinstance(child.tag, str)]
    found = [reader.statement(part) for message in messages for part in reader.parts_of(message)]
    if not found:
        raise MissingPart(line=root.sourceline or 1, part="Stmt")
    return found


class _Tags(dict[str, str]):
    """Names with the namespace of the file, `{urn:…}Amt`."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def __missing__(self, name: str) -> str:
        tag = self[name] = self._prefix + name
        return tag


class _Reader:
    """Children are looked up in a dictionary of an element where many of them are wanted: files are large."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._tags = _Tags(prefix)
        self._count = 0

    def parts_of(self, message: Element) -> list[Element]:
        return [*message.iterchildren(self._prefix + "Stmt"), *message.iterchildren(self._prefix + "Rpt")]

    def _at(self, element: Element | None, *path: str) -> Element | None:
        for name in path:
            if element is None:
                return None
            element = next(element.iterchildren(self._tags[name]), None)
        return element

    def _text(self, element: Element | None, *path: str) -> str:
        return _text(self._at(element, *path))

    def _need(self, element: Element, name: str) -> Element:
        found = self._at(element, name)
        if found is None:
            raise MissingPart(line=element.sourceline, part=f"{_name(element)}/{name}")
        return found

    def _sign(self, element: Element, found: Element | None = None) -> int:
        """`found`: its CdtDbtInd, where it was looked up already."""
        if found is None:
            found = self._need(element, "CdtDbtInd")
        sign = _SIGNS.get((found.text or "").strip())
        if sign is None:
            raise BadPart(line=found.sourceline, part="CdtDbtInd", text=shorten(found.text or ""))
        return sign

    def _amount(self, amount: Element, currency: str) -> int:
        """Without a sign. Raises WrongCurrency."""
        line = amount.sourceline
        own = amount.get("Ccy") or ""
        if own != currency:
            raise WrongCurrency(line=line, text=shorten(own), currency=currency)
        text = (amount.text or "").strip()
        if text.startswith(("-", "+")):
            raise BadPart(line=line, part="Amt", text=shorten(text))
        return minor(text, currency, line)

    def _day(self, element: Element | None) -> date | None:
        """Of Dt or DtTm below it."""
        if element is None:
            return None
        found = _parts(element)
        text = found.get(self._tags["Dt"], found.get(self._tags["DtTm"]))
        if text is None:
            raise MissingPart(line=element.sourceline, part=f"{_name(element)}/Dt")
        return day(text.text or "", text.sourceline)

    def statement(self, part: Element) -> Statement:
        account = self._need(part, "Acct")
        identity = self._at(account, "Id")
        number = self._text(identity, "IBAN") or self._text(identity, "Othr", "Id")
        balances = list(part.iterchildren(self._prefix + "Bal"))
        entries = list(part.iterchildren(self._prefix + "Ntry"))
        currency = self._text(account, "Ccy") or self._first_currency([*balances, *entries])
        currency = currency_code(currency, account.sourceline)
        opening, closing = self._balances(balances, currency)
        period = self._at(part, "FrToDt")
        found = Statement(
            account=account_number(number),
            currency=currency,
            number=clean(self._text(part, "ElctrncSeqNb") or self._text(part, "Id"), 40),
            opening=opening,
            closing=closing,
        )
        if period is not None:
            found.from_on, found.to_on = self._point(period, "FrDtTm"), self._point(period, "ToDtTm")
        for entry in entries:
            found.lines.extend(self._entry(entry, currency))
            if self._count > MAX_LINES:
                raise FileTooLarge(megabytes=MAX_BYTES >> 20, lines=MAX_LINES)
        if period is None and found.lines:
            days = [line.booked_on for line in found.lines]
            found.from_on, found.to_on = min(days), max(days)
        return found

    def _point(self, period: Element, name: str) -> date | None:
        text = self._text(period, name)
        return day(text, period.sourceline) if text else None

    def _first_currency(self, elements: list[Element]) -> str:
        amounts = (self._at(element, "Amt") for element in elements)
        return next((amount.get("Ccy") or "" for amount in amounts if amount is not None), "")

    def _balances(self, balances: list[Element], currency: str) -> tuple[int | None, int | None]:
        """The first page of a long statement may end, and the next one begin, with an interim balance (ITBD)."""
        by_kind: dict[str, list[int]] = {}
        for balance in balances:
            kind = self._text(balance, "Tp", "CdOrPrtry", "Cd")
            if kind in (*_OPENING, *_CLOSING, "ITBD"):
                amount = self._amount(self._need(balance, "Amt"), currency) * self._sign(balance)
                by_kind.setdefault(kind, []).append(amount)
        interim = by_kind.get("ITBD", [])
        opening = next((by_kind[kind][0] for kind in _OPENING if kind in by_kind), None)
        closing = next((by_kind[kind][-1] for kind in _CLOSING if kind in by_kind), None)
        if opening is None and interim and (closing is not None or len(interim) > 1):
            opening = interim[0]
        if closing is None and interim and (opening is not interim[0] or len(interim) > 1):
            closing = interim[-1]
        return opening, closing

    def _entry(self, entry: Element, currency: str) -> list[Line]:
        tags, parts = self._tags, _parts(entry)
        status = parts.get(tags["Sts"])
        if status is not None and (self._text(status, "Cd") or (status.text or "").strip() or "BOOK") != "BOOK":
            return []
        amount, indicator = parts.get(tags["Amt"]), parts.get(tags["CdtDbtInd"])
        sign = self._sign(entry, indicator)
        if amount is None:
            raise MissingPart(line=entry.sourceline, part="Ntry/Amt")
        total = self._amount(amount, currency) * sign
        value_on = self._day(parts.get(tags["ValDt"]))
        booked_on = self._day(parts.get(tags["BookgDt"])) or value_on
        if booked_on is None:
            raise MissingPart(line=entry.sourceline, part="Ntry/BookgDt")
        reversal = _text(parts.get(tags["RvslInd"])) in ("true", "1")
        base = Line(
            booked_on=booked_on,
            amount=total,
            currency=currency,
            value_on=value_on,
            text=clean(_text(parts.get(tags["AddtlNtryInf"]))),
            bank_reference=clean(_text(parts.get(tags["AcctSvcrRef"])), 64),
            charges=self._charges(entry, currency) if tags["Chrgs"] in parts else 0,
            kind=LineKind.REVERSAL if reversal else LineKind.NORMAL,
        )
        payer = "Dbtr" if (sign > 0) != reversal else "Cdtr"
        lines = self._lines(entry, base, payer, sign) if tags["NtryDtls"] in parts else [base]
        self._count += len(lines)
        return lines

    def _lines(self, entry: Element, base: Line, payer: str, sign: int) -> list[Line]:
        details = [
            (part, _parts(part))
            for group in entry.iterchildren(self._tags["NtryDtls"])
            for part in group.iterchildren(self._tags["TxDtls"])
        ]
        if not details:
            return [base]
        amounts = [self._part_amount(part, parts, base.currency, sign) for part, parts in details]
        if len(details) == 1:
            amounts = [base.amount if amounts[0] is None else amounts[0]]
        elif None in amounts:
            return [base]
        lines = [
            self._detail(part, parts, base, payer, amount)
            for (part, parts), amount in zip(details, amounts, strict=True)
            if amount is not None
        ]
        rest = base.amount - sum(line.amount for line in lines)
        if rest:
            charged = base.charges or sum(line.charges for line in lines)
            kind = LineKind.CHARGES if charged and rest == -charged else LineKind.DIFFERENCE
            lines.append(
                Line(
                    booked_on=base.booked_on,
                    amount=rest,
                    currency=base.currency,
                    value_on=base.value_on,
                    text=base.text,
                    bank_reference=base.bank_reference,
                    kind=kind,
                )
            )
        return lines

    def _part_amount(self, part: Element, parts: _Parts, currency: str, entry_sign: int) -> int | None:
        """Of one TxDtls; None where it has none in the account's currency."""
        tags = self._tags
        amounts = [parts.get(tags["Amt"])]
        details = parts.get(tags["AmtDtls"])
        if details is not None:
            amounts += [self._at(details, name, "Amt") for name in ("TxAmt", "CntrValAmt", "InstdAmt")]
        for found in amounts:
            if found is not None and found.get("Ccy") == currency:
                sign = self._sign(part) if tags["CdtDbtInd"] in parts else entry_sign
                return self._amount(found, currency) * sign
        return None

    def _detail(self, part: Element, parts: _Parts, base: Line, payer: str, amount: int) -> Line:
        tags = self._tags
        references = _parts(parts.get(tags["Refs"]))
        parties = _parts(parts.get(tags["RltdPties"]))
        party = _parts(parties.get(tags[payer]))
        account = self._at(parties.get(tags[payer + "Acct"]), "Id")
        name = _text(party.get(tags["Nm"])) or self._text(party.get(tags["Pty"]), "Nm")
        texts, structured = self._remittance(parts.get(tags["RmtInf"]))
        end_to_end = _text(references.get(tags["EndToEndId"]))
        return Line(
            booked_on=base.booked_on,
            amount=amount,
            currency=base.currency,
            value_on=base.value_on,
            name=clean(name, 200),
            account=account_number(self._text(account, "IBAN") or self._text(account, "Othr", "Id")),
            text=clean(texts or _text(parts.get(tags["AddtlTxInf"])) or base.text),
            reference=clean(structured, 140),
            end_to_end_id="" if end_to_end == "NOTPROVIDED" else clean(end_to_end, 64),
            bank_reference=clean(_text(references.get(tags["AcctSvcrRef"])), 64) or base.bank_reference,
            charges=self._charges(part, base.currency) if tags["Chrgs"] in parts else 0,
            kind=base.kind,
        )

    def _remittance(self, element: Element | None) -> tuple[str, str]:
        """The payer's words, and the creditor's reference."""
        if element is None:
            return "", ""
        words = " ".join(piece.text or "" for piece in element.iterchildren(self._tags["Ustrd"]))
        return words, self._text(element, "Strd", "CdtrRefInf", "Ref")

    def _charges(self, element: Element, currency: str) -> int:
        """What was charged, by records where there are any; a credit gives back."""
        total = 0
        for charges in element.iterchildren(self._tags["Chrgs"]):
            records = list(charges.iterchildren(self._tags["Rcrd"])) or [charges]
            for record in records:
                amount = self._at(record, "Amt")
                if amount is None:
                    amount = self._at(record, "TtlChrgsAndTaxAmt")
                if amount is not None and amount.get("Ccy") == currency:
                    given_back = self._text(record, "CdtDbtInd") == "CRDT"
                    total += -self._amount(amount, currency) if given_back else self._amount(amount, currency)
        return total


def _parts(element: Element | None) -> _Parts:
    """Children by tag; of several alike the last."""
    return {} if element is None else {child.tag: child for child in element}


def _text(element: Element | None) -> str:
    return "" if element is None or element.text is None else element.text.strip()


def _name(element: Element) -> str:
    return str(etree.QName(element).localname)
