from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from crm_core.models import Customer
from crm_core.permissions import CorePermission
from crm_portal import links, queries
from crm_portal.demo import make_demo
from crm_portal.permissions import PortalPermission
from crm_portal.staff import banner
from guanxi import create_user, execute, fetch, fetch_value
from guanxi.company import Directory
from guanxi.context import Company
from guanxi.jobs import run_pending
from tests.conftest import ADMIN_PASSWORD
from tests.crm_portal.support import archive, contact, customer, mails, redeem, token_in
from tests.kernel.web.browser import Browser, text_of


@pytest.fixture
async def sales(app: object, inside: Company) -> AsyncIterator[Browser]:
    """A user who sees their own customers and may invite them."""
    wanted = (CorePermission.READ, CorePermission.SEE_NUMBERS, CorePermission.UPDATE, PortalPermission.INVITE)
    permissions = [str(permission) for permission in wanted]
    role = await fetch_value(
        "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
        " VALUES ('s', '', $1, 1, now(), now()) RETURNING id",
        permissions,
    )
    await create_user("sales", "Sales", ADMIN_PASSWORD, roles=[role])
    async with Browser(app) as made:
        await made.sign_in("sales", ADMIN_PASSWORD)
        yield made


async def own(name: str, **values: object) -> int:
    owner = await fetch_value("SELECT id FROM guanxi_user WHERE login = 'sales'")
    return await customer(name, owner=owner, **values)


async def test_a_user_sends_a_link_to_a_stored_address(sales: Browser, phone: Browser) -> None:
    id = await own("Some Customer", email="a@b.example", locale="zh_CN")
    await contact(id, "Zhang Wei", email="zhang@b.example", main=True)
    form = await sales.get(f"/crm_core/customers/{id}")
    assert f'<a href="/crm_portal/invite/{id}">Send portal link</a>' in form.text
    assert "No visit yet" in text_of(form.text)
    path = f"/crm_portal/invite/{id}"
    assert (await sales.submit(path, {"email": "evil@evil.example"})).status_code == 422
    assert await mails() == []
    answer = await sales.submit(path, {"email": "zhang@b.example"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/crm_core/customers/{id}")
    [(to, text)] = await mails()
    assert (to, text.splitlines()[0]) == ("zhang@b.example", "Chunyi Climate：您的客户门户")
    assert "\nhttp://testserver:8069/portal\n" in text
    entries = await fetch("SELECT actor_name, reason FROM guanxi_audit WHERE action = 'Portal link sent'")
    assert [(row["actor_name"], row["reason"]) for row in entries] == [("Sales", "zhang@b.example")]
    assert (await redeem(phone, token_in(text))).status_code == 303
    assert "Some Customer" in (await phone.get("/portal")).text
    assert "No visit yet" not in text_of((await sales.get(f"/crm_core/customers/{id}")).text)


async def test_an_invitation_ends_when_the_address_is_no_longer_the_customers(sales: Browser, phone: Browser) -> None:
    id = await own("Some Customer", email="a@b.example")
    await sales.submit(f"/crm_portal/invite/{id}")
    token = token_in((await mails())[0][1])
    await execute("UPDATE crm_core_customer SET email = 'new@b.example' WHERE id = $1", id)
    assert (await redeem(phone, token)).status_code == 410


async def test_a_customer_without_an_address_cannot_be_invited(sales: Browser) -> None:
    id = await own("Some Customer")
    assert "This customer has no e-mail address." in (await sales.get(f"/crm_portal/invite/{id}")).text


async def test_other_peoples_customers_are_not_there(sales: Browser) -> None:
    mine, foreign = await own("Some Customer", email="a@b.example"), await customer("Foreign", email="f@b.example")
    csrf = await sales.csrf()
    for id in (foreign, 0, 10**30):
        assert (await sales.get(f"/crm_portal/invite/{id}")).status_code == 404
        data = {"email": "f@b.example", "_csrf": csrf}
        assert (await sales.post(f"/crm_portal/invite/{id}", data=data)).status_code == 404
    assert (await sales.post(f"/crm_portal/invite/{mine}", data={"email": "a@b.example"})).status_code == 403
    assert await mails() == []


@pytest.mark.parametrize("other", [CorePermission.SEE_NUMBERS, PortalPermission.INVITE])
async def test_inviting_needs_its_permission_and_the_right_to_see_addresses(
    sales: Browser, portal_directory: Directory, other: str
) -> None:
    id = await own("Some Customer", email="a@b.example")
    await execute("UPDATE guanxi_role SET permissions = $1 WHERE name = 's'", [str(CorePermission.READ), str(other)])
    await execute("UPDATE guanxi_company SET revision = revision + 1")
    await portal_directory.refresh("portal")
    assert (await sales.get(f"/crm_portal/invite/{id}")).status_code == 403
    assert "Send portal link" not in (await sales.get(f"/crm_core/customers/{id}")).text


async def test_the_banner_leads_into_the_portal(phone: Browser, inside: Company) -> None:
    assert await banner("http://localhost:8069") == []
    gone = await customer("Gone Customer", email="g@b.example")
    await archive(Customer, gone)
    await customer("Some Customer", email="a@b.example")
    [figure] = await banner("http://localhost:8069")
    assert figure.value.startswith("http://localhost:8069/portal/enter?token=")
    await redeem(phone, figure.value.partition("=")[2])
    assert "Some Customer" in (await phone.get("/portal")).text


async def test_the_demo_has_visits(inside: Company) -> None:
    ids = [await customer(f"Customer {n}", email=f"{n}@b.example") for n in range(3)]
    await make_demo()
    assert [(await queries.visit(id) or (None, 0))[1] for id in ids] == [1, 2, 3]


async def test_old_links_are_forgotten(inside: Company) -> None:
    await links.hand_over(await customer("Some Customer", email="a@b.example"), minutes=5)
    await run_pending(10)
    await queries.forget_links()
    assert await fetch_value("SELECT count(*) FROM crm_portal_link") == 1
    await execute("UPDATE crm_portal_link SET created_at = created_at - $1::interval", timedelta(days=9))
    await queries.forget_links()
    assert await fetch_value("SELECT count(*) FROM crm_portal_link") == 0
