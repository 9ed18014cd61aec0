"""The steps of a contract's life: confirm, sign, void, end. Each runs in a transaction on the locked contract."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import Any

from crm_contracts.amounts import totals
from crm_contracts.choices import ContractState, DocumentLanguage, KeptKind
from crm_contracts.events import ContractActivated, DueInstallment, RateAmount
from crm_contracts.keeping import keep_later
from crm_contracts.locks import schedule_lines
from crm_contracts.models import Contract
from crm_contracts.parties import current_parties, customer_facts
from crm_contracts.seal import current_seal
from crm_contracts.template_texts import fix_template_version
from crm_core.services import deals_changed, make_formal
from guanxi import (
    Conflict,
    InvalidInput,
    Outcome,
    Text,
    _,
    clock,
    current_company,
    elevated,
    fetch,
    fetch_row,
    next_number,
    publish,
    translate,
    update,
)

NUMBER_SERIES = "crm_contracts.contract"
NUMBER_PATTERN = "HT-{year}-{number:06}"
SIGNING_STAGES = frozenset({"intent", "formal"})
FULL_PRICE = _("Full price")


def today() -> date:
    return clock.today(current_company().zone)


async def _set(contract: Contract, values: Mapping[str, Any], reason: str = "") -> None:
    with elevated():
        await update(Contract, contract.id, values, reason=reason)


async def confirm(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Check that the contract is complete, give it its number and freeze it (CONT-01, CONT-03, CONT-07)."""
    if not values["annex_complete"]:
        raise InvalidInput({"annex_complete": _("Write all gifts and promises into the annex first.")})
    await _check_complete(contract)
    contract = await fix_template_version(contract)
    number = await next_number(NUMBER_SERIES, today().year, NUMBER_PATTERN)
    state = ContractState.CONFIRMED.value
    await _set(contract, {"state": state, "number": number, "parties": await current_parties(contract)})
    await keep_later(contract, KeptKind.SENT)
    return Outcome(
        _("The contract has the number {number}.").format(number=number),
        data={"number": number},
        go_to=f"/crm_contracts/contracts/{contract.id}",
    )


async def _check_complete(contract: Contract) -> None:
    customer = await customer_facts(contract.customer_id)
    if customer["stage"] not in SIGNING_STAGES:
        raise Conflict(_("Only intent and formal customers may get a contract. Convert the customer first."))
    lines = await fetch_row(
        "SELECT count(*) AS number, COALESCE(sum(amount) FILTER (WHERE recurrence = 'none'), 0) AS total"
        " FROM crm_contracts_line WHERE contract_id = $1",
        contract.id,
    )
    plan = await fetch_row(
        "SELECT count(*) AS number, COALESCE(sum(amount), 0) AS total FROM crm_contracts_installment"
        " WHERE contract_id = $1",
        contract.id,
    )
    assert lines is not None and plan is not None
    problem: Text | None = None
    if not lines["number"]:
        problem = _("The contract has no lines yet.")
    elif contract.starts_on is None:
        problem = _("Enter when the contract starts.")
    elif plan["number"] and plan["total"] != lines["total"]:
        problem = _("The installments do not come to the total.")
    if problem is not None:
        raise Conflict(problem)


async def sign(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Put the contract in force and tell the others, in one transaction (CONT-15)."""
    signed_on: date = values["signed_on"]
    if signed_on > today():
        raise InvalidInput({"signed_on": _("This day has not come yet.")})
    await _set(
        contract,
        {
            "state": ContractState.ACTIVE.value,
            "signed_on": signed_on,
            "seal_id": await current_seal(),
            **_signatories(contract, values),
        },
    )
    await keep_later(contract, KeptKind.SIGNED)
    await schedule_lines(contract.id)
    await make_formal(contract.customer_id)
    await deals_changed([contract.customer_id])
    assert contract.number is not None
    await publish(
        ContractActivated(
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
    return Outcome(_("{number} is in force.").format(number=contract.number))


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


async def cancel(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Void a contract that was never in force. It keeps its number, so that the series has no gap."""
    await _set(contract, {"state": ContractState.CANCELLED.value}, values["reason"])
    return Outcome(_("The contract is void."))


async def end(contract: Contract, values: dict[str, Any]) -> Outcome:
    """End a contract in force on a day, the last one that is charged; what was charged beyond stays charged."""
    last: date = values["ends_on"]
    if contract.starts_on is not None and last < contract.starts_on:
        raise InvalidInput({"ends_on": _("The end is before the start.")})
    if contract.ends_on is not None and last > contract.ends_on:
        raise InvalidInput({"ends_on": _("The contract ends by itself before this day.")})
    state = ContractState.ENDED if last <= today() else ContractState.ACTIVE
    await _set(contract, {"terminated_on": last, "state": state.value}, values["reason"])
    await schedule_lines(contract.id)
    beyond = await fetch_row(
        "SELECT max(charged_through) AS day FROM crm_contracts_line WHERE contract_id = $1 AND charged_through > $2",
        contract.id,
        last,
    )
    if beyond is not None and beyond["day"] is not None:
        text = _("The contract ends. It was charged through {day} already; a credit note is up to you.")
        return Outcome(text.format(day=beyond["day"].isoformat()))
    return Outcome(_("The contract ends on {day}.").format(day=last.isoformat()))


async def keep(contract: Contract, values: dict[str, Any]) -> Outcome:
    """Take an end back before it came: all goes on as if it had never been set."""
    await _set(contract, {"terminated_on": None}, values["reason"])
    await schedule_lines(contract.id)
    return Outcome(_("The contract goes on."))
