"""Demo data: what the enabled add-ons bring to look at, for a company that has no records yet."""

from __future__ import annotations

from guanxi import records
from guanxi.auth.permissions import KernelPermission
from guanxi.context import current_company, elevated, require
from guanxi.db import execute, fetch_value, transaction
from guanxi.declare.jobs import Job
from guanxi.errors import Conflict
from guanxi.i18n import _, use_locale
from guanxi.jobs import Run, enqueue
from guanxi.records.sql import table_of

_LOCK = 0x67785


async def load_demo_data() -> None:
    """The demo data of all enabled add-ons for a company that is made with it: nobody need be greeted there."""
    async with transaction():
        await _run_demos()
        await put_greeting_away()


async def _run_demos() -> None:
    """Dependencies first: all of it or none."""
    company = current_company()
    with use_locale(company.locale), elevated():
        async with transaction():
            for offer in company.catalog.offers:
                for demo in offer.demos:
                    await demo()


async def is_empty() -> bool:
    """Whether no record is there of any kind that can be imported: seeds bring others."""
    catalog = current_company().catalog
    shown = {importer.shown_on or key for key, importer in catalog.importers.items()}
    tables = [
        table_of(resource.model) for key, resource in catalog.resources.items() if resource.import_key or key in shown
    ]
    if not tables:
        return True
    parts = " OR ".join(f"EXISTS (SELECT FROM {table})" for table in tables)
    return not await fetch_value(f"SELECT {parts}")


async def start_demo_data() -> int:
    """The id of the job that loads it. Raises Conflict where the company has records."""
    require(KernelPermission.ADDONS_MANAGE)
    async with transaction():
        await execute("SELECT pg_advisory_xact_lock($1)", _LOCK)
        if not await is_empty():
            raise Conflict(_("There are records already: demo data is for an empty company only."))
        under_way = await demo_job("waiting", "running")
        return under_way if under_way is not None else await enqueue(LOAD_DEMO)


async def demo_job(*states: str) -> int | None:
    """The newest job of demo data in one of these states."""
    found = await fetch_value(
        "SELECT id FROM guanxi_job WHERE name = $1 AND state = ANY($2) ORDER BY id DESC LIMIT 1",
        LOAD_DEMO.name,
        list(states),
    )
    return None if found is None else int(found)


async def _load(run: Run) -> None:
    """A second run finds the records of the first and leaves them as they are."""
    await execute("SELECT pg_advisory_xact_lock($1)", _LOCK)
    empty = await is_empty()
    if empty:
        await _run_demos()
    run.set_result({"loaded": empty})


LOAD_DEMO = Job(name="guanxi.load_demo", title=_("Load demo data"), run=_load, tries=2)
JOBS = (LOAD_DEMO,)


async def put_greeting_away() -> None:
    """The first steps are not shown any more."""
    async with transaction():
        if await fetch_value("UPDATE guanxi_company SET greeted = true WHERE NOT greeted RETURNING id"):
            await records.audit("greeted", "guanxi/company", 1)
            await records.bump_revision()
