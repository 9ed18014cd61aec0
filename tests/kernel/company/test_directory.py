from __future__ import annotations

import asyncio
from pathlib import Path

import asyncpg
import pytest

from guanxi.addons import AvailableAddons
from guanxi.company import Directory, create_company
from guanxi.company.errors import CompanyExists, InvalidCompanyName, NoSuchCompany
from guanxi.context import Company, use_company
from guanxi.db import create_database, database_exists, drop_database, fetch_value, transaction
from guanxi.records import bump_revision


async def test_finds_by_host_and_name(directory: Directory) -> None:
    found = await directory.by_host("TestServer")
    assert found is not None and found.name == "test"
    assert await directory.by_host("elsewhere") is None
    with pytest.raises(NoSuchCompany):
        await directory.by_name("nobody")


async def test_two_companies_side_by_side(directory: Directory, available: AvailableAddons, company: Company) -> None:
    other = await create_company(
        directory,
        "other",
        title="Other",
        hosts=("other.test",),
        admin_password="a long password",
        currency="EUR",
    )
    assert other.catalog.addons == ("guanxi",)
    assert set(company.catalog.addons) == {"guanxi", *available.manifests}

    async def title(which: Company) -> str:
        with use_company(which):
            await asyncio.sleep(0)
            return str(await fetch_value("SELECT title FROM guanxi_company"))

    assert await asyncio.gather(*(title(which) for which in (company, other) * 5)) == ["Template", "Other"] * 5
    with pytest.raises(CompanyExists):
        await directory.check_free("other", ())
    with pytest.raises(CompanyExists):
        await directory.check_free("third", ("other.test",))


@pytest.mark.parametrize("name", ["", "Demo", "1a", "a-b", "a" * 32, "a;drop", "ä"])
async def test_refuses_bad_names(directory: Directory, name: str) -> None:
    with pytest.raises(InvalidCompanyName):
        await directory.check_free(name, ())


async def test_follows_the_revision(directory: Directory, company: Company) -> None:
    with use_company(company):
        async with transaction():
            await bump_revision()
    fresh = await directory.refresh("test")
    assert fresh.revision == company.revision + 1
    assert await directory.by_name("test") is fresh


async def test_another_process_follows_too(directory: Directory, available: AvailableAddons, tmp_path: Path) -> None:
    second = Directory(directory.url, available, tmp_path)
    await second.open()
    try:
        theirs = await second.by_name("test")
        with use_company(await directory.by_name("test")):
            async with transaction():
                await bump_revision()
        deadline = asyncio.get_running_loop().time() + 2
        while (await second.by_name("test")).revision == theirs.revision:
            assert asyncio.get_running_loop().time() < deadline, "not followed within two seconds"
            await asyncio.sleep(0.05)
    finally:
        await second.close()


async def test_another_process_sees_a_host_move_and_a_company_go(
    directory: Directory, available: AvailableAddons, tmp_path: Path
) -> None:
    second = Directory(directory.url, available, tmp_path)
    await second.open()

    async def at(host: str, expected: str | None) -> Company | None:
        deadline = asyncio.get_running_loop().time() + 2.5
        while ((found := await second.by_host(host)) is None) != (expected is None):
            assert asyncio.get_running_loop().time() < deadline, "not followed"
            await asyncio.sleep(0.05)
        return found

    try:
        assert await second.by_host("testserver") is not None
        await directory.pool.execute("UPDATE guanxi_directory SET hosts = '{moved.test}' WHERE name = 'test'")
        await at("testserver", None)
        moved = await at("moved.test", "test")
        while moved is not None and moved.hosts != ("moved.test",):  # the open company follows within its own second
            await asyncio.sleep(0.05)
            moved = await second.by_host("moved.test")
        await directory.forget("test")
        try:
            await at("moved.test", None)
            with pytest.raises(NoSuchCompany):
                await second.by_name("test")
        finally:
            await directory.adopt("test", ("testserver",))
    finally:
        await second.close()


async def test_a_forgotten_company_is_closed(directory: Directory, company: Company) -> None:
    await directory.forget("test")
    with pytest.raises(NoSuchCompany):
        await directory.by_name("test")
    users = "SELECT count(*) FROM pg_stat_activity WHERE datname = $1"
    deadline = asyncio.get_running_loop().time() + 2
    while await directory.pool.fetchval(users, directory.database_of("test")):
        assert asyncio.get_running_loop().time() < deadline, "still open"
        await asyncio.sleep(0.02)
    await directory.adopt("test", ("again.test",))
    again = await directory.by_host("again.test")
    assert again is not None and again.hosts == ("again.test",)


async def test_a_company_that_could_not_be_filled_leaves_nothing(
    directory: Directory, available: AvailableAddons
) -> None:
    async def fail() -> None:
        raise RuntimeError("the power went")

    for _attempt in range(2):
        with pytest.raises(RuntimeError):
            await create_company(directory, "half", title="Half", admin_password="a long password", fill=fail)
        assert "half" not in await directory.entries()
    made = await create_company(directory, "half", title="Half", admin_password="a long password")
    assert made.title == "Half"


async def test_a_company_is_named_and_listed_or_neither(directory: Directory) -> None:
    async def make() -> Company:
        return await create_company(directory, "cut", title="Cut", admin_password="a long password")

    await directory.pool.execute(
        "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the power went'; END $$;"
        "CREATE CONSTRAINT TRIGGER fail AFTER INSERT ON guanxi_directory INITIALLY DEFERRED"
        " FOR EACH ROW EXECUTE FUNCTION fail()"
    )
    try:
        for _attempt in range(2):
            with pytest.raises(asyncpg.RaiseError):  # at the commit, when all else is done
                await make()
            assert not await database_exists(directory.url, directory.database_of("cut"))
            assert "cut" not in await directory.entries()
    finally:
        await directory.pool.execute("DROP FUNCTION fail CASCADE")
    assert (await make()).title == "Cut"


async def test_of_two_that_make_the_same_company_one_is_told(directory: Directory) -> None:
    made = await asyncio.gather(
        *(create_company(directory, "twin", title=title, admin_password="a long password") for title in "ABC"),
        return_exceptions=True,
    )
    assert [type(result) for result in made if not isinstance(result, Company)] == [CompanyExists] * 2


async def test_a_database_in_the_way_is_told_and_left_alone(directory: Directory) -> None:
    database = directory.database_of("stray")
    await create_database(directory.url, database)
    try:
        with pytest.raises(CompanyExists):
            await create_company(directory, "stray", title="Stray", admin_password="a long password")
        assert await database_exists(directory.url, database)
    finally:
        await drop_database(directory.url, database)
