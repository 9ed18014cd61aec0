"""Users, customers, products and contracts for these tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from pypdf import PdfWriter

from crm_contracts.models import Contract, Product
from crm_contracts.permissions import ContractPermission
from guanxi import Actor, create, current_company, elevated, fetch, fetch_value, get
from guanxi.records.actions import find_action, run_action

YES = {"annex_complete": True}
SALES = (
    "crm_core.customers.read",
    ContractPermission.READ,
    ContractPermission.CREATE,
    ContractPermission.UPDATE,
    ContractPermission.CONFIRM,
    ContractPermission.SIGN,
)


async def user(login: str, permissions: Iterable[str] = SALES) -> Actor:
    """A user of the company, as the actor of a request with these permissions."""
    id = await fetch_value(
        "INSERT INTO guanxi_user (login, name, email, password_hash, active, administrator, locale,"
        " revision, created_at, updated_at) VALUES ($1, $1, '', '', true, false, 'en', 1, now(), now()) RETURNING id",
        login,
    )
    return Actor(kind="user", id=id, name=login, permissions=frozenset(str(each) for each in permissions))


def blank_pdf() -> bytes:
    """A page with nothing on it, as a scanner makes it."""
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 300)
    writer.write(out)
    return out.getvalue()


async def customer(name: str = "靖江市春意空调有限公司", stage: str = "intent", owner: int | None = None) -> int:
    model = current_company().catalog.resources["crm_core/customers"].model
    with elevated():
        made = await create(model, {"name": name, "phone": "0523-84801234", "stage": stage, "owner": owner})
    return int(made.id)


async def product(code: str = "P1", price: int = 10_000, **values: Any) -> Product:
    given = {"code": code, "name": "空调维保", "name_en": "Maintenance", "unit_price": price, "unit": "月"}
    with elevated():
        return await create(Product, {**given, "currency": "CNY", "tax_rate": Decimal(6), **values})


def line(amount: int = 10_000, **values: Any) -> dict[str, Any]:
    return {"description": "Line", "unit_price": amount, "tax_rate": Decimal(6), **values}


def monthly(amount: int = 10_000, **values: Any) -> dict[str, Any]:
    return line(amount, recurrence="month", **values)


async def draft(*lines: dict[str, Any], customer_id: int | None = None, **values: Any) -> Contract:
    given: dict[str, Any] = {
        "title": "Contract",
        "customer": customer_id or await customer(),
        "currency": "CNY",
        "starts_on": date(2026, 1, 1),
        "lines": list(lines) or [line()],
    }
    return await create(Contract, {**given, **values})


async def act(contract: Contract, name: str, values: dict[str, Any]) -> Contract:
    """Run an action as pages and the API do; gives the contract as it is then."""
    resource = current_company().catalog.resource_of[Contract]
    await run_action(resource, find_action(resource, name, "record"), contract.id, values)
    return await get(Contract, contract.id)


async def confirmed(*lines: dict[str, Any], **values: Any) -> Contract:
    return await act(await draft(*lines, **values), "confirm", YES)


async def sign(contract: Contract, on: date = date(2026, 1, 1)) -> Contract:
    return await act(contract, "sign", {"signed_on": on, "our_signatory": "周敏", "their_signatory": "王建国"})


async def active(*lines: dict[str, Any], **values: Any) -> Contract:
    return await sign(await confirmed(*lines, **values))


async def charges(contract: Contract) -> list[tuple[date, date, int]]:
    rows = await fetch(
        "SELECT g.period_start, g.period_end, g.amount FROM crm_contracts_charge g"
        " JOIN crm_contracts_line l ON l.id = g.contract_line_id WHERE l.contract_id = $1 ORDER BY 1, g.id",
        contract.id,
    )
    return [tuple(row) for row in rows]
