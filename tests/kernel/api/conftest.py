from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

import httpx
import pytest
from sample_shop.permissions import ShopPermission as P

from guanxi.auth import create_api_key, create_user, set_roles
from guanxi.company import Directory
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.db import fetch_value
from guanxi.settings import Settings
from guanxi.web.app import create_app

CLERK = (P.READ, P.WRITE, P.DELETE)
Client = httpx.AsyncClient
MakeClient = Callable[..., Awaitable[Client]]


@pytest.fixture
async def make_client(shop_directory: Directory, in_shop: Company) -> AsyncIterator[MakeClient]:
    """Clients with an API key of a user who has exactly the given permissions; none given: nobody."""
    app = create_app(shop_directory, Settings())
    clients: list[Client] = []

    async def make(*permissions: str) -> Client:
        headers = {}
        if permissions:
            headers["Authorization"] = f"Bearer {await _key(in_shop, len(clients), permissions)}"
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        client = Client(transport=transport, base_url="http://testserver", headers=headers)
        clients.append(client)
        return client

    yield make
    for client in clients:
        await client.aclose()


async def _key(company: Company, number: int, permissions: tuple[str, ...]) -> str:
    with use_company(company), use_actor(SYSTEM):
        role = await fetch_value(
            "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
            " VALUES ($1, '', $2, 1, now(), now()) RETURNING id",
            f"role {number}",
            [str(permission) for permission in permissions],
        )
        user = await create_user(f"user{number}", f"User {number}")
        await set_roles(user, [role])
        return (await create_api_key(user, "test")).key
