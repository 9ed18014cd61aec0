"""What every add-on must do, whoever wrote it: found in `modules/` and checked without being asked."""

from __future__ import annotations

import ast
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from guanxi.addons import AvailableAddons, Manifest, read_manifest
from guanxi.addons.validation import models_in
from guanxi.company import Directory, create_company, disable, enable, plan_removal, remove
from guanxi.context import SYSTEM, use_actor, use_company
from guanxi.db import database_url, drop_database, fetch, migrations
from tests.conftest import ADMIN_PASSWORD, ROOT, Servers

MANIFESTS = [read_manifest(path.parent) for path in sorted((ROOT / "modules").glob("*/addon.toml"))]
NAMES = [manifest.name for manifest in MANIFESTS]
PUBLIC_FACE = {"events", "permissions", "errors", "services", "extensions"}
each_addon = pytest.mark.parametrize("manifest", MANIFESTS, ids=NAMES)


async def schema() -> dict[str, list[str]]:
    """Columns, indexes, constraints and triggers of every table but aerich's own."""
    rows = await fetch(
        "SELECT c.relname AS name, array_agg(item ORDER BY item) AS items FROM pg_class c CROSS JOIN LATERAL ("
        " SELECT attname || ' ' || format_type(atttypid, atttypmod) || attnotnull::text FROM pg_attribute"
        "  WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped"
        " UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = c.relname"
        " UNION ALL SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = c.oid"
        " UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = c.oid AND NOT tgisinternal"
        ") AS parts(item) WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace"
        " AND c.relname <> 'aerich' GROUP BY c.relname"
    )
    functions = await fetch(
        "SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS"
        " (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY p.proname"
    )
    found = {row["name"]: row["items"] for row in rows}
    return found | {"functions()": [row["proname"] for row in functions]}


@pytest.fixture
async def bare(servers: Servers, available: AvailableAddons, tmp_path: Path) -> AsyncIterator[Directory]:
    """A directory whose company `bare` has no add-on enabled."""
    directory = Directory(
        database_url(servers.postgres_url, f"bare{tmp_path.name[-1]}_{id(tmp_path)}"), available, tmp_path
    )
    await directory.open()
    await create_company(directory, "bare", title="Bare", admin_password=ADMIN_PASSWORD, locale="en")
    yield directory
    await directory.close()
    await drop_database(servers.postgres_url, directory.database_of("bare"))
    await drop_database(servers.postgres_url, directory.url.rpartition("/")[2])


@each_addon
async def test_enables_with_its_dependencies_and_leaves_no_trace_when_removed(
    manifest: Manifest, bare: Directory, available: AvailableAddons
) -> None:
    order = available.with_dependencies(manifest.name)
    with use_company(await bare.by_name("bare")), use_actor(SYSTEM):
        before = await schema()
        assert await enable(available, manifest.name) == order
        assert await enable(available, manifest.name) == []
    company = await bare.refresh("bare")
    assert set(company.catalog.addons) == {"guanxi", *order}
    with use_company(company), use_actor(SYSTEM):
        enabled = await schema()
        assert all(table.startswith(tuple(f"{name}_" for name in order)) for table in enabled.keys() - before.keys())
        for name in reversed(order):
            await disable(available, name)
        assert await schema() == enabled, "disabling keeps the data"
        await enable(available, manifest.name)
        assert await schema() == enabled
        for name in reversed(order):
            await disable(available, name)
        for name in reversed(order):
            plan = await plan_removal(available, name)
            archive = await remove(available, name, expected_rows=plan.rows)
            assert archive.is_file()
        assert await schema() == before, "removing leaves the database as it was"
    assert (await bare.refresh("bare")).catalog.addons == ("guanxi",)


@each_addon
async def test_migrations_are_complete(manifest: Manifest, available: AvailableAddons, bare: Directory) -> None:
    with use_company(await bare.by_name("bare")):
        if available.offers[manifest.name].models:
            assert not await migrations.missing(manifest.name, available.migrations(manifest.name))


@each_addon
async def test_seeds_are_safe_to_repeat(manifest: Manifest, available: AvailableAddons, bare: Directory) -> None:
    with use_company(await bare.by_name("bare")), use_actor(SYSTEM):
        await enable(available, manifest.name)
    tables = [model._meta.db_table for model in models_in(available.offers[manifest.name])]
    with use_company(await bare.refresh("bare")), use_actor(SYSTEM):

        async def rows() -> list[int]:
            return [(await fetch(f'SELECT count(*) FROM "{table}"'))[0][0] for table in tables]

        before = await rows()
        for seed in available.offers[manifest.name].seeds:
            await seed()
        assert await rows() == before


def _python_files(manifest: Manifest) -> Iterator[Path]:
    return (path for path in manifest.folder.rglob("*.py") if "migrations" not in path.parts)


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            assert node.level == 0, f"{path}: write imports in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@each_addon
def test_imports_only_what_it_declares(manifest: Manifest) -> None:
    allowed = {*manifest.depends, *manifest.optional}
    for path in _python_files(manifest):
        for name in _imports(path):
            addon, _dot, rest = name.partition(".")
            if addon in NAMES and addon != manifest.name:
                assert addon in allowed, f"{path.name} imports {name}, and the manifest does not name {addon}"
                assert rest.split(".")[0] in PUBLIC_FACE, f"{path.name} imports {name}, which is private"


SQL_OF_OTHERS = {
    ("crm_loyalty/demo.py", "crm_core_customer"),
    ("crm_wallet/demo.py", "crm_core_customer"),
    ("crm_receivables/demo.py", "crm_core_customer"),
}
"""Tables that an add-on's SQL still reads past the services of their owner. Only ever shorten this list."""


def test_sql_names_only_the_addons_own_tables() -> None:
    found = set()
    for manifest in MANIFESTS:
        others = "|".join(name for name in NAMES if name != manifest.name)
        tables = re.compile(rf"\b(?:{others})_\w+")
        for path in _python_files(manifest):
            texts = (
                node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)
            )
            names = {name for text in texts if isinstance(text, str) for name in tables.findall(text)}
            found |= {(f"{manifest.name}/{path.relative_to(manifest.folder)}", name) for name in names}
    assert found == SQL_OF_OTHERS


@pytest.mark.parametrize("path", sorted((ROOT / "guanxi").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_kernel_imports_no_addon(path: Path) -> None:
    assert [name for name in _imports(path) if name.split(".")[0] in NAMES] == []


@each_addon
def test_has_a_readme_that_starts_with_its_name(manifest: Manifest) -> None:
    text = (manifest.folder / "README.md").read_text("utf-8")
    assert text.startswith(f"# {manifest.name}")


@each_addon
def test_every_job_says_what_it_is(manifest: Manifest, available: AvailableAddons) -> None:
    for job in available.offers[manifest.name].jobs:
        assert job.name.startswith(f"{manifest.name}.") and job.title.message and job.tries >= 1
