"""Making a company: its database, the kernel's tables, its state, its first administrator."""

from __future__ import annotations

from guanxi.auth.users import create_user
from guanxi.company.directory import Directory
from guanxi.company.lifecycle import enable, upgrade
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.db import close_context, execute, migrations, open_context, transaction


async def create_company(
    directory: Directory,
    name: str,
    *,
    title: str,
    hosts: tuple[str, ...] = (),
    addons: tuple[str, ...] = (),
    admin_password: str,
    zone: str = "Asia/Shanghai",
    currency: str = "CNY",
    locale: str = "zh_CN",
) -> Company:
    """A new company with `addons` enabled and the administrator `admin`. Raises CompanyExists, InvalidInput."""
    url = await directory.add(name, hosts)
    context = await open_context(url, directory.available.tortoise_apps())
    try:
        with context:
            async with transaction():
                await migrations.upgrade("guanxi", directory.available.migrations("guanxi"))
                await execute(
                    "INSERT INTO guanxi_company (id, revision, title, zone, currency, locale) VALUES (1, 1, $1, $2, $3, $4)",
                    title,
                    zone,
                    currency,
                    locale,
                )
    except BaseException:
        await directory.forget(name)
        raise
    finally:
        await close_context(context)
    company = await directory.by_name(name)
    with use_company(company), use_actor(SYSTEM):
        await upgrade(directory.available)
        await create_user("admin", "Administrator", admin_password, administrator=True, locale=locale)
    for addon in addons:
        with use_company(await directory.refresh(name)), use_actor(SYSTEM):
            await enable(directory.available, addon)
    return await directory.refresh(name)
