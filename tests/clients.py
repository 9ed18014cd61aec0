"""Clients of the JSON API, for tests whose company `program` comes from `shared_directory`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

import httpx
import pytest_asyncio

from guanxi import fetch_value
from guanxi.auth import create_api_key, create_user, set_roles
from guanxi.company import Directory
from guanxi.context import Company
from guanxi.settings import Settings
from guanxi.web.app import create_app

Client = httpx.AsyncClient
MakeClient = Callable[..., Awaitable[Client]]


@pytest_asyncio.fixture(loop_scope="module")
async def make_client(shared_directory: Directory, program: Company) -> AsyncIterator[MakeClient]:
    """Clients with an API key of a user who has exactly the given permissions."""
    app = create_app(shared_directory, Settings())
    clients: list[Client] = []

    async def make(*permissions: str) -> Client:
        number = await fetch_value("SELECT count(*) + 1 FROM guanxi_user")
        role = await fetch_value(
            "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
            " VALUES ($1, '', $2, 1, now(), now()) RETURNING id",
            f"role {number}",
            [str(permission) for permission in permissions],
        )
        user = await create_user(f"user{number}", f"User {number}")
        await set_roles(user, [role])
        key = (await create_api_key(user, "test")).key
        client = Client(
            transport=httpx.ASGITransport(app=app, raise_app_exceptions=False),
            base_url="http://testserver",
            headers={"Authorization": f"Bearer {key}"},
        )
        clients.append(client)
        return client

    yield make
    for client in clients:
        await client.aclose()
