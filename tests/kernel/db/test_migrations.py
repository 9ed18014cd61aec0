from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from guanxi.db import (
    Context,
    close_context,
    execute,
    fetch,
    fetch_value,
    migrations,
    model_context,
    open_context,
    transaction,
)
from guanxi.db.context import Apps
from tests.kernel.db.apps.alpha import models as alpha
from tests.kernel.db.apps.beta import models as beta
from tests.kernel.db.apps.beta_later import models as beta_later

APPS: Apps = {"alpha": [alpha], "beta": [beta]}
HAND_WRITTEN = """
        CREATE FUNCTION beta_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'no; never';
        END;
        $$;
        CREATE TRIGGER beta_refuse BEFORE DELETE ON beta_account FOR EACH ROW EXECUTE FUNCTION beta_refuse();
        CREATE INDEX beta_many ON beta_account (points) WHERE points > 100;"""


@pytest.fixture
async def context(database: str) -> AsyncIterator[Context]:
    context = await open_context(database, APPS)
    yield context
    await close_context(context)


@pytest.fixture
async def folders(tmp_path: Path) -> dict[str, Path]:
    """The first migration of both apps, made without a database."""
    with await model_context(APPS):
        made = {app: await migrations.make(app, tmp_path / app) for app in APPS}
    assert all(path is not None and path.name.endswith("_init.py") for path in made.values())
    return {app: tmp_path / app for app in APPS}


async def tables() -> list[str]:
    rows = await fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    return [row["tablename"] for row in rows]


async def columns(table: str) -> list[str]:
    query = "SELECT column_name FROM information_schema.columns WHERE table_name = $1 ORDER BY 1"
    return [row[0] for row in await fetch(query, table)]


async def test_a_file_holds_its_own_apps_tables(folders: dict[str, Path]) -> None:
    texts = {app: next(folder.glob("0_*.py")).read_text() for app, folder in folders.items()}
    assert 'CREATE TABLE IF NOT EXISTS "beta_account"' in texts["beta"]
    assert 'CREATE TABLE IF NOT EXISTS "alpha_' not in texts["beta"]
    assert "beta" not in texts["alpha"]


async def test_two_apps_go_up_and_down(context: Context, folders: dict[str, Path]) -> None:
    with context:
        assert [len(await migrations.pending(app, folders[app])) for app in APPS] == [1, 1]
        for app in APPS:
            assert len(await migrations.upgrade(app, folders[app])) == 1
            assert await migrations.upgrade(app, folders[app]) == []
            assert await migrations.pending(app, folders[app]) == []
            assert not await migrations.missing(app, folders[app])
        place = await alpha.Place.create(name="Shanghai")
        await beta.Account.create(place=place, points=7)
        assert (await beta.Account.get(place__name="Shanghai")).points == 7
        for app in ("beta", "alpha"):
            assert len(await migrations.downgrade(app, folders[app])) == 1
        assert await tables() == ["aerich"]
        assert await migrations.applied("alpha") == []


async def test_upgrade_joins_the_callers_transaction(context: Context, folders: dict[str, Path]) -> None:
    with context:
        with pytest.raises(RuntimeError):
            async with transaction():
                for app in APPS:
                    await migrations.upgrade(app, folders[app])
                await alpha.Place.create(name="seed")
                assert await fetch_value("SELECT current_setting('statement_timeout')") == "30s"
                assert await fetch_value("SELECT current_setting('lock_timeout')") == "10s"
                raise RuntimeError
        assert await tables() == []


async def test_hand_written_sql_runs_whole(context: Context, folders: dict[str, Path]) -> None:
    file = next(folders["beta"].glob("0_*.py"))
    text = file.read_text()
    head, tail = text.split('"""\n\n\nasync def downgrade', 1)
    file.write_text(f'{head}{HAND_WRITTEN}"""\n\n\nasync def downgrade{tail}')
    with context:
        for app in APPS:
            await migrations.upgrade(app, folders[app])
        await beta.Account.create(place=await alpha.Place.create(name="x"))
        with pytest.raises(asyncpg.RaiseError, match="no; never"):
            await execute("DELETE FROM beta_account")
        await migrations.downgrade("beta", folders["beta"])
        assert "beta_account" not in await tables()


async def test_a_changed_model_gets_a_second_file(context: Context, folders: dict[str, Path]) -> None:
    with context:
        for app in APPS:
            await migrations.upgrade(app, folders[app])
    with await model_context({**APPS, "beta": [beta_later]}):
        assert await migrations.missing("beta", folders["beta"])
        path = await migrations.make("beta", folders["beta"], "second_place")
        assert path is not None and path.name.startswith("1_") and path.name.endswith("_second_place.py")
        assert not await migrations.missing("beta", folders["beta"])
        assert await migrations.make("beta", folders["beta"]) is None
        assert not await migrations.missing("alpha", folders["alpha"])
    with context:
        first = (await migrations.applied("beta"))[0]
        assert await migrations.upgrade("beta", folders["beta"]) == [path.name]
        assert await columns("beta_account") == ["note", "place_id", "points", "second_id"]
        assert await migrations.downgrade("beta", folders["beta"], to=first) == [path.name]
        assert await columns("beta_account") == ["place_id", "points"]


async def test_two_processes_never_migrate_at_once(context: Context, folders: dict[str, Path]) -> None:
    async def upgrade() -> list[str]:
        with context:
            return await migrations.upgrade("alpha", folders["alpha"])

    results = await asyncio.gather(*(upgrade() for _ in range(4)))
    assert sorted(len(names) for names in results) == [0, 0, 0, 1]


async def test_a_file_that_is_gone_is_named(context: Context, folders: dict[str, Path]) -> None:
    with context:
        await migrations.upgrade("alpha", folders["alpha"])
        file = next(folders["alpha"].glob("0_*.py"))
        file.unlink()
        with pytest.raises(migrations.MigrationError, match=file.name):
            await migrations.downgrade("alpha", folders["alpha"])
        assert "alpha_place" in await tables()
