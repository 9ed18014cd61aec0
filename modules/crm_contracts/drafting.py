"""What happens when a contract is saved: defaults from products, amounts of lines, totals, payment plan."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from crm_contracts.amounts import MAX_AMOUNT, installment_amounts, line_amount, totals
from crm_contracts.children import INSTALLMENTS, LINES, Row, children
from crm_contracts.choices import Billing, Recurrence
from crm_contracts.line_prices import NOTHING, choose_price_list, is_repriced, take_up_lines, wrong_rates
from crm_contracts.notice import check_renewal
from crm_contracts.numbers import check_drawn
from crm_contracts.pricing import offers
from crm_contracts.queries import usable_templates
from crm_contracts.quotation_state import open_until, take_back_quotation
from crm_contracts.settings import ContractSettings
from crm_contracts.text_models import Template
from guanxi import (
    Change,
    InvalidInput,
    Text,
    _,
    count,
    current_actor,
    current_company,
    settings_of,
    where,
)

_LINE_DEFAULTS: Row = {
    "quantity": Decimal(1),
    "discount": Decimal(0),
    "recurrence": Recurrence.NONE.value,
    "interval": 1,
    "billing": Billing.ADVANCE.value,
    "free_periods": 0,
    "included": Decimal(0),
}


async def prepare_product(change: Change) -> None:
    if change.before is None and not change.values.get("currency"):
        change.values["currency"] = current_company().currency


async def prepare_contract(change: Change) -> None:
    """Raises InvalidInput by field."""
    if change.before is None:
        _defaults(change)
    _check_version(change)
    if "drawn_id" in change.values and change.values["drawn_id"] is not None:
        await check_drawn(change.values["drawn_id"], change.now("owner_id"))
    _check_currency(change)
    await _check_template(change)
    starts_on, ends_on = change.now("starts_on"), change.now("ends_on")
    if starts_on and ends_on and ends_on < starts_on:
        raise InvalidInput({"ends_on": _("The end is before the start.")})
    await choose_price_list(change)
    await take_up_lines(change)
    check_renewal(change)
    if "lines" in change.lines:
        await _price_lines(change)
    if change.lines:
        await _plan(change)
    await take_back_quotation(change)


def _defaults(change: Change) -> None:
    settings = settings_of(ContractSettings)
    values = change.values
    if not values.get("currency"):
        values["currency"] = current_company().currency
    if not values.get("quoted_until"):
        values["quoted_until"] = open_until()
    if "owner_id" not in values and current_actor().signed_in:
        values["owner_id"] = current_actor().id
    if values.get("template_id") is not None:
        return
    if not values.get("terms"):
        values["terms"] = settings.terms
    if not values.get("terms_en"):
        values["terms_en"] = settings.terms_en


def _check_version(change: Change) -> None:
    """What all versions of a contract have in common."""
    if change.before is None or change.before.amends_id is None:
        return
    errors: dict[str, Text] = {
        name.removesuffix("_id"): _("All versions of a contract have the same.")
        for name in ("customer_id", "currency")
        if name in change.values
    }
    if change.values.get("drawn_id") is not None:
        errors["drawn"] = _("An amendment has the number of its contract.")
    if errors:
        raise InvalidInput(errors)


def _check_currency(change: Change) -> None:
    """¥106.00 would be ¥10,600 in yen: prices in the new currency come with it."""
    before = change.before
    if before is None or change.now("currency") == before.currency:
        return
    if "lines" not in change.lines and (before.total or before.yearly):
        raise InvalidInput({"currency": _("Give the prices of the lines in the new currency with it.")})


async def _check_template(change: Change) -> None:
    """A contract that follows another one may keep a template that was put away since."""
    id = change.values.get("template_id")
    follows = change.values.get("renews_id") or change.values.get("amends_id")
    if id is None or (change.before is None and follows):
        return
    if not await count(Template, where.all_of(where.eq("id", id), usable_templates())):
        raise InvalidInput({"template": _("This template is not published, or was put away.")})


async def _price_lines(change: Change) -> None:
    """Complete each given line, so that `change.lines` holds whole lines with their amounts."""
    rows = change.lines["lines"]
    present = await children(change, LINES)
    currency: str = change.now("currency")
    errors: dict[str, Text] = {}
    for row in rows:
        _complete(row, present.get(row.get("id", 0), {}))
    offered = await offers(rows, change.now("customer_id"), currency, change.now("price_list_id"))
    for index, row in enumerate(rows):
        path = f"lines.{index}."
        before = present.get(row.get("id", 0), {})
        if index not in offered and row["product_id"] is not None:
            errors[f"{path}product"] = _("There is no such record.")
            continue
        _take(row, before, offered.get(index, NOTHING), is_repriced(change, row, before))
        if row["unit_price"] is None:
            errors[f"{path}unit_price"] = _("Enter a price in {currency}.", currency=currency)
        if not row["description"].strip():
            errors[f"{path}description"] = _("Choose a product or describe the line.")
        _check_recurrence(row, before, path, errors)
        row["amount"] = line_amount(row["quantity"], row["unit_price"] or 0, row["discount"])
        if row["amount"] > MAX_AMOUNT:
            errors[f"{path}amount"] = _("This amount is too large.")
    errors |= await wrong_rates(rows, present)
    if errors:
        raise InvalidInput(errors)
    result = totals(rows)
    if max(result.total, result.yearly) > MAX_AMOUNT:
        raise InvalidInput(message=_("The contract's total is too large."))
    change.values.update(result._asdict())


def _complete(row: Row, before: Row) -> None:
    """Fill in what was not given: as it was, else the default."""
    for name, value in _LINE_DEFAULTS.items():
        if row.get(name) in (None, ""):
            row[name] = before.get(name, value)
    row.setdefault("product_id", before.get("product_id"))


def _take(row: Row, before: Row, offered: Row, repriced: bool) -> None:
    """As it was, else as the product has it. The list price stays with what it was given for."""
    row["list_price"] = offered["list_price"] if repriced else before["list_price"]
    for name in ("description", "unit", "unit_price", "tax_rate"):
        if row.get(name) in (None, ""):
            row[name] = before.get(name, offered[name]) if name not in row else offered[name]


def _check_recurrence(row: Row, before: Row, path: str, errors: dict[str, Text]) -> None:
    """What only recurring lines, or only those billed by usage, may say. What is used has no quantity beforehand."""
    used = row["billing"] == Billing.USAGE
    given = {name: row.get(name, before.get(name)) for name in ("free_periods", "cap", "included", "period_cap")}
    wrong = [name for name in ("included", "period_cap") if given[name] and not used]
    errors.update({path + name: _("Only lines billed by usage have this.") for name in wrong})
    if row["recurrence"] == Recurrence.NONE:
        wrong = [name for name in ("free_periods", "cap") if given[name]] + ["recurrence"] * used
        errors.update({path + name: _("Only lines that recur have this.") for name in wrong})
    if used:
        row["quantity"] = Decimal(0)


async def _plan(change: Change) -> None:
    """Set the amounts of the installments that are percentages."""
    present = await children(change, INSTALLMENTS)
    given = change.lines.get("installments")
    rows: list[Row] = [{"id": id, **dict(row)} for id, row in present.items()] if given is None else given
    if not rows:
        return
    total: int = change.now("total") or 0
    plan = [_share(row, present.get(row.get("id", 0), {})) for row in rows]
    try:
        amounts = installment_amounts(total, plan)
    except ValueError as error:
        raise InvalidInput({"installments": _("The installments come to more than the total.")}) from error
    for row, amount in zip(rows, amounts, strict=True):
        row["amount"] = amount
    if given is None:
        change.lines["installments"] = [{"id": row["id"], "amount": row["amount"]} for row in rows]


def _share(row: Mapping[str, Any], before: Mapping[str, Any]) -> tuple[Decimal | None, int]:
    percent = row["percent"] if "percent" in row else before.get("percent")
    amount = row.get("amount")
    return percent, (before.get("amount", 0) if amount is None else amount)
