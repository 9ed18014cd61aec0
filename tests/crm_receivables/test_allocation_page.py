"""Allocating by hand, on its page: what is proposed, what is taken, what is refused and who may."""

from __future__ import annotations

import asyncio
import re
from datetime import date

import httpx
import pytest

from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.shares import oldest_first
from guanxi import create_user, fetch_value
from guanxi.company import Directory
from tests.crm_receivables.support import assert_ties, figures, installments, new_customer, pay, post
from tests.crm_receivables.test_pages import client_of

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
_ADMINISTRATOR = "SELECT id FROM guanxi_user WHERE administrator"


async def _form(client: httpx.AsyncClient, path: str) -> dict[str, str]:
    page = await client.get(path)
    assert page.status_code == 200
    return dict(re.findall(r'name="(_csrf|amount\.\d+)"[^>]*value="([^"]*)"', page.text))


async def test_the_oldest_are_proposed_first() -> None:
    assert oldest_first([300, 200, 100], 400) == [300, 100, 0]
    assert oldest_first([5], 9) == [5]
    assert oldest_first([], 9) == []


async def test_amounts_are_proposed_and_may_be_changed(directory: Directory) -> None:
    customer = await new_customer()
    first, second = await post(customer, 30_000), await post(customer, 20_000, 10_000)
    payment = await pay(customer, 40_000)
    ids = [*await installments(first), *await installments(second)]
    path = f"/crm_receivables/payments/{payment}/allocation"
    async with client_of(directory, await fetch_value(_ADMINISTRATOR)) as client:
        assert path in (await client.get(f"/crm_receivables/payments/{payment}")).text
        form = await _form(client, path)
        names = [f"amount.{id}" for id in ids]
        assert [form[name] for name in names] == ["300.00", "100.00", ""]
        taken = await client.post(path, data={**form, names[0]: "1,50.5", names[1]: ""})
        assert taken.status_code == 422 and 'value="1,50.5"' in taken.text and "aria-invalid" in taken.text
        for wrong in ({names[0]: "400.01"}, {names[0]: "-1"}, {}, {names[0]: "300.01"}):
            answer = await client.post(path, data={"_csrf": form["_csrf"], **wrong})
            assert answer.status_code in (409, 422), wrong
        assert await figures("payment", payment, "allocated") == (0,)
        taken = await client.post(path, data={"_csrf": form["_csrf"], names[0]: "150.50", names[2]: "100"})
        assert taken.status_code == 303
        assert await figures("payment", payment, "allocated", "on_account") == (25_050, 14_950)
        assert [await figures("installment", id, "allocated") for id in ids] == [(15_050,), (0,), (10_000,)]
        assert (await client.post(path, data={names[0]: "1"})).status_code == 403  # no token
    await assert_ties()


async def test_of_another_customer_nothing_is_settled(directory: Directory) -> None:
    customer, other = await new_customer(), await new_customer("云南新锐")
    mine, foreign = await post(customer, 100), await post(other, 100)
    payment = await pay(customer, 100)
    path = f"/crm_receivables/payments/{payment}/allocation"
    async with client_of(directory, await fetch_value(_ADMINISTRATOR)) as client:
        form = await _form(client, path)
        answer = await client.post(
            path, data={"_csrf": form["_csrf"], f"amount.{(await installments(foreign))[0]}": "1"}
        )
        assert answer.status_code == 409
        both = {"_csrf": form["_csrf"], f"amount.{(await installments(mine))[0]}": "1.00"}
        answers = await asyncio.gather(*(client.post(path, data=both) for _ in range(8)))
        assert sorted(answer.status_code for answer in answers) == [303] + [409] * 7
        assert (await client.get(path)).status_code == 409
    assert await figures("invoice", foreign, "allocated") == (0,)
    await assert_ties()


async def test_who_may_not_allocate_or_see_it(directory: Directory) -> None:
    customer = await new_customer()
    await post(customer, 100)
    payment = await pay(customer, 100, on=date(2026, 1, 10))
    path = f"/crm_receivables/payments/{payment}/allocation"
    for login, permissions, page, record in (
        ("reader", [P.READ, P.SEE_ALL], 403, 200),
        ("stranger", [P.READ, P.ALLOCATE], 404, 404),
    ):
        role = await fetch_value(
            "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
            " VALUES ($1, '', $2, 1, now(), now()) RETURNING id",
            login,
            [str(each) for each in permissions],
        )
        async with client_of(directory, await create_user(login, login, roles=[role])) as client:
            assert (await client.get(path)).status_code == page
            shown = await client.get(f"/crm_receivables/payments/{payment}")
            assert shown.status_code == record and path not in shown.text
