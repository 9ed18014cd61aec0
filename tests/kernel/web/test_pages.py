from __future__ import annotations

import pytest

from tests.kernel.web.browser import Browser, text_of

PAGES = (
    "/",
    "/account",
    "/addons",
    "/settings/company",
    "/settings/sample_shop",
    "/ui",
    "/guanxi/users",
    "/guanxi/users/1",
    "/guanxi/users/new",
    "/guanxi/roles",
    "/guanxi/roles/1",
    "/guanxi/roles/1/actions/set_permissions",
    "/guanxi/departments",
    "/guanxi/api_keys",
    "/guanxi/api_keys/actions/issue",
    "/guanxi/jobs",
    "/guanxi/audit",
    "/guanxi/mails",
    "/sample_shop/orders",
    "/sample_shop/orders/new",
    "/sample_shop/shops",
    "/sample_shop/shops/import",
)


@pytest.mark.parametrize("path", PAGES)
async def test_page_answers_get_and_head(admin: Browser, path: str) -> None:
    answer = await admin.get(path)
    assert answer.status_code == 200, text_of(answer.text)[:1500]
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert (await admin.head(path)).status_code == 200
