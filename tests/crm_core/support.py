"""Users and customers for these tests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crm_core.models import Customer
from crm_core.permissions import CorePermission
from guanxi import Actor, Permission, create, elevated, execute, fetch_value

SALES = (CorePermission.READ, CorePermission.SEE_NUMBERS, CorePermission.CREATE, CorePermission.UPDATE)
MANAGER = (*SALES, CorePermission.SEE_ALL, CorePermission.ASSIGN, CorePermission.FORCE, CorePermission.IMPORT)


async def department(name: str) -> int:
    return int(
        await fetch_value(
            "INSERT INTO guanxi_department (name, revision, created_at, updated_at) VALUES ($1, 1, now(), now())"
            " RETURNING id",
            name,
        )
    )


async def user(name: str, permissions: Iterable[Permission] = SALES, department_id: int | None = None) -> Actor:
    """A user of the company, as the actor of a request with these permissions."""
    id = await fetch_value(
        "INSERT INTO guanxi_user (login, name, email, password_hash, active, administrator, locale, department_id,"
        " revision, created_at, updated_at) VALUES ($1, $2, '', '', true, false, 'en', $3, 1, now(), now())"
        " RETURNING id",
        name.casefold(),
        name,
        department_id,
    )
    return Actor(
        kind="user",
        id=id,
        name=name,
        permissions=frozenset(str(permission) for permission in permissions),
        department_id=department_id,
    )


async def customer(name: str, **values: Any) -> Customer:
    with elevated():
        return await create(Customer, {"name": name, "phone": "0512-62881234", **values})


async def fill(count: int, owner_id: int) -> None:
    """So many customers of one owner, by one statement."""
    await execute(
        "INSERT INTO crm_core_customer (code, kind, name, name_key, name_region, trade_name, name_business,"
        " legal_form, stage, country, phone, mobile, email, fax, website, address, postcode, tax_number,"
        " introduction, owner_id, trading, locale, archived, revision, created_at, updated_at)"
        " SELECT 'X' || n, 'organization', '江苏' || chr(19968 + n % 20000) || chr(19968 + n * 7 % 20000) || n"
        " || '有限公司',"
        " 'k' || n, '江苏', chr(19968 + n % 20000) || chr(19968 + n * 7 % 20000) || n, '', '有限公司', 'potential',"
        " 'CN', '0512-' || (62000000 + n), '', 'c' || n || '@example.com', '', '', '', '', '', '', $2, false, 'zh_CN',"
        " false, 1, now(), now() FROM generate_series(1, $1) AS n",
        count,
        owner_id,
    )
    await execute("ANALYZE crm_core_customer")
