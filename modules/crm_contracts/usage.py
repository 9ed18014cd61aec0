"""Usage as it comes in: which line it is of, and whether that line is still to be billed."""

from __future__ import annotations

from datetime import date
from typing import Any

from guanxi import Change, InvalidInput, Text, _, fetch, today

_LINES = """
SELECT id, description, anchor_on, last_on, stopped OR charged >= cap OR charged_through >= last_on AS over
FROM crm_contracts_line WHERE contract_id = $1 AND billing = 'usage' ORDER BY id FOR SHARE
"""
"""No run of billing takes the line for the last time while usage of it comes in."""


async def prepare_usage(change: Change) -> None:
    """Find the line by its description; the only one where none is given. Raises InvalidInput by field."""
    lines = await fetch(_LINES, change.values["contract_id"])
    if not lines:
        raise InvalidInput({"contract": _("This contract has no line that is billed by usage.")})
    given = (change.values.get("line") or "").strip()
    found = [line for line in lines if not given or line["description"] == given]
    if len(found) != 1:
        raise InvalidInput({"line": _choose(lines)})
    line = found[0]
    errors = _problems(line, change.values["used_on"])
    if not change.values["quantity"]:
        errors["quantity"] = _("Enter a quantity other than zero.")
    if errors:
        raise InvalidInput(errors)
    change.values.update(contract_line_id=line["id"], line=line["description"])


def _choose(lines: list[Any]) -> Text:
    names = ", ".join(dict.fromkeys(line["description"] for line in lines))
    return _("Name one of the lines billed by usage: {names}.", names=names)


def _problems(line: Any, used_on: date) -> dict[str, Text]:
    if line["anchor_on"] is None:
        return {"contract": _("The contract is not signed yet.")}
    if line["over"]:
        return {"contract": _("The line was billed to its end. What was used besides is invoiced by hand.")}
    if used_on > today():
        return {"used_on": _("This day has not come yet.")}
    if used_on < line["anchor_on"] or (line["last_on"] is not None and used_on > line["last_on"]):
        return {"used_on": _("This day is not within the contract.")}
    return {}
