"""The field :86: of MT940: by numbered parts (`166?20…`), by codes (`/EREF/…`), or free text."""

from __future__ import annotations

import re

from crm_bank.formats.model import Line
from crm_bank.formats.values import account_number, clean

_PARTS = re.compile(r"[0-9]{3}([?<>~+])[0-9]{2}")
_SEPA = re.compile(r"(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|COAM|OAMT)[+:]")
_CODES = re.compile(r"/(EREF|REMI|NAME|IBAN|CNTP|MARF|BENM|ORDP|TRTP|CSID|ISDT|PURP|RTRN|BIC|ADDR|PREF|ID)/")
_FULL = 27
"""characters of a full part: the next one goes on without a space"""


def read_details(value: str, line: Line) -> None:
    """Puts what it says into the line that it follows."""
    joined = value.replace("\n", "")
    if found := _PARTS.match(joined):
        _numbered(joined, found[1], line)
    elif joined.startswith("/") and _CODES.match(joined):
        _coded(joined, line)
    else:
        line.text = clean(f"{line.text} {value}")


def _numbered(value: str, mark: str, line: Line) -> None:
    parts: dict[str, str] = {}
    for piece in value[3:].split(mark)[1:]:
        if piece[:2].isdecimal():
            parts.setdefault(piece[:2], piece[2:])
    line.name = clean("".join(parts.get(code, "") for code in ("32", "33")), 200)
    line.account = account_number(parts.get("38") or parts.get("31"))
    purposes = [parts[code] for code in sorted(parts) if "20" <= code <= "29" or "60" <= code <= "63"]
    _purpose(purposes, line)
    if not line.text:
        line.text = clean(parts.get("00"))


def _purpose(pieces: list[str], line: Line) -> None:
    text = ""
    for piece in pieces:
        begins = _SEPA.match(piece) is not None
        text += ("\n" if begins else "") + piece + ("" if len(piece) >= _FULL else " ")
    found = list(_SEPA.finditer(text))
    if not found:
        line.text = clean(f"{line.text} {text}")
        return
    values = {
        each[1]: clean(text[each.end() : after])
        for each, after in zip(found, [*(each.start() for each in found[1:]), len(text)], strict=True)
    }
    line.end_to_end_id = _given(values.get("EREF", ""))[:64]
    line.reference = line.reference or _given(values.get("KREF", ""))[:64]
    line.account = line.account or account_number(values.get("IBAN"))
    line.text = clean(f"{line.text} {text[: found[0].start()]} {values.get('SVWZ', '')}")


def _given(text: str) -> str:
    return "" if text.replace(" ", "").upper() in ("NOTPROVIDED", "NONREF") else text


def _coded(value: str, line: Line) -> None:
    found = list(_CODES.finditer(value))
    for each, after in zip(found, [*(each.start() for each in found[1:]), len(value)], strict=True):
        text = value[each.end() : after].strip("/ ")
        match each[1]:
            case "EREF":
                line.end_to_end_id = clean(_given(text), 64)
            case "NAME":
                line.name = clean(text, 200)
            case "IBAN":
                line.account = account_number(text)
            case "CNTP" | "ORDP" | "BENM" if "/" in text:
                account, _bank, name, *_rest = [*text.split("/"), "", ""]
                line.account, line.name = account_number(account), clean(name, 200)
            case "REMI":
                line.text = clean(re.sub(r"^(?:USTD|STRD)//", "", text))
