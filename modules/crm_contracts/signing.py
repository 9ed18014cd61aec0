"""Signing: the contract binds both sides, its recurring lines are scheduled, and the others hear of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import Any

from crm_contracts.amending import take_place
from crm_contracts.amounts import totals
from crm_contracts.choices import ContractState, DocumentLanguage, KeptKind
from crm_contracts.events import ContractSigned, DueInstallment, RateAmount
from crm_contracts.keeping import keep_later
from crm_contracts.locks import schedule_lines
from crm_contracts.models import Contract
from crm_contracts.passing import succeed
from crm_contracts.seal import current_seal
from crm_contracts.steps import move
from crm_contracts.withdrawing import withdraw_requests
from crm_core.services import deals_changed, make_formal
from guanxi import InvalidInput, Outcome, _, ask, fetch, fetch_value, publish, show_date, today, translate

FULL_PRICE = _("Full price")


_OUT = "SELECT EXISTS (SELECT FROM crm_contracts_signature_request WHERE contract_id = $1 AND state = 'open')"


async def sign(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Record who signed when, schedule the charges and tell the others, in one transaction (CONT-15).

    The contract is in force at once, or from its first day on.
    """
    signed_on: date = values["signed_on"]
    if signed_on > today():
        raise InvalidInput({"signed_on": _("This day has not come yet.")})
    if await fetch_value(_OUT, contract.id):
        ask(_("The contract is out for signature on line. Record a signature on paper instead, and withdraw that?"))
    state = ContractState.SIGNED if contract.starts_on and contract.starts_on > today() else ContractState.ACTIVE
    await move(
        contract, state, {"signed_on": signed_on, "seal_id": await current_seal(), **_signatories(contract, values)}
    )
    await withdraw_requests(contract.id)
    if contract.amends_id is not None:
        await take_place(contract)
    if contract.renews_id is not None:
        await succeed(contract.renews_id)
    await bind(contract, signed_on)
    if state is ContractState.SIGNED:
        day = show_date(contract.starts_on) if contract.starts_on else ""
        return Outcome(_("{number} is signed and comes into force on {day}.", number=contract.number, day=day))
    return Outcome(_("{number} is in force.").format(number=contract.number))


async def bind(contract: Contract, signed_on: date) -> None:
    """Keep the document, schedule the charges, and tell the others."""
    await keep_later(contract, KeptKind.SIGNED)
    await schedule_lines(contract.id)
    await make_formal(contract.customer_id)
    await deals_changed([contract.customer_id])
    assert contract.number is not None
    await publish(
        ContractSigned(
            contract_id=contract.id,
            number=contract.number,
            title=contract.title,
            locale=_locale(contract),
            customer_id=contract.customer_id,
            currency=contract.currency,
            total=contract.total,
            by_rate=await _by_rate(contract),
            installments=await _due_installments(contract, signed_on),
        )
    )


def _signatories(contract: Contract, values: Mapping[str, Any]) -> dict[str, str]:
    """Who signed: as said now, else as the draft says."""
    names = {name: values.get(name) or getattr(contract, name) for name in ("our_signatory", "their_signatory")}
    missing = [name for name, signatory in names.items() if not signatory.strip()]
    if missing:
        raise InvalidInput(dict.fromkeys(missing, _("Enter who signed.")))
    return names


def _locale(contract: Contract) -> str:
    return "en" if contract.language == DocumentLanguage.EN else "zh_CN"


async def _by_rate(contract: Contract) -> tuple[RateAmount, ...]:
    """The tax of a rate is that of its lines, rounded line by line as in the contract's total."""
    rows = await fetch(
        "SELECT tax_rate, amount, recurrence, interval FROM crm_contracts_line"
        " WHERE contract_id = $1 AND recurrence = 'none' AND amount <> 0 ORDER BY tax_rate DESC",
        contract.id,
    )
    sums = [(rate, totals(lines)) for rate, lines in groupby(rows, key=lambda row: row["tax_rate"])]
    return tuple(RateAmount(rate, each.total, each.tax) for rate, each in sums)


async def _due_installments(contract: Contract, signed_on: date) -> tuple[DueInstallment, ...]:
    rows = await fetch(
        "SELECT label, due_on, amount FROM crm_contracts_installment WHERE contract_id = $1 ORDER BY id", contract.id
    )
    if rows:
        return tuple(
            DueInstallment(row["label"], row["due_on"] or signed_on, row["amount"]) for row in rows if row["amount"]
        )
    if not contract.total:
        return ()
    return (DueInstallment(translate(FULL_PRICE, _locale(contract)), signed_on, contract.total),)
