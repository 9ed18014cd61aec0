"""A company with the add-on `sample`: members through the gateway, scores by an importer."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl

from guanxi.auth.models import User
from guanxi.context import Actor, Company, current_actor
from guanxi.db import execute, fetch, fetch_value, open_context
from guanxi.declare.access import Permission
from guanxi.declare.catalog import Catalog, Offer
from guanxi.declare.fields import Field, Kind
from guanxi.declare.resources import FormView, ListView, Resource
from guanxi.declare.routes import Importer, ImportProblem, ImportResult, ImportRow
from guanxi.declare.where import Condition, eq
from guanxi.i18n import Text
from guanxi.imports import IMPORT
from guanxi.imports.blobs import DELETE_BLOBS
from tests.kernel.imports.sample import Area, Member, Region, Task

APPS = {
    "guanxi": [
        "guanxi.jobs.models",
        "guanxi.records.models",
        "guanxi.auth.models",
        "guanxi.company.models",
        "guanxi.imports.models",
    ],
    "sample": ["tests.kernel.imports.sample"],
}
VIEWS: dict[str, Any] = {"list": ListView(columns=("code",)), "form": FormView(sections=())}


class SamplePermission(Permission):
    READ = "sample.read", Text("See members")
    WRITE = "sample.write", Text("Change members")
    TASK = "sample.task", Text("Make tasks")


class SampleResource(Resource):
    addon = "sample"


def own_members() -> Condition:
    return eq("owner_id", current_actor().id)


REGIONS = SampleResource(
    name="regions",
    model=Region,
    title=Text("Regions"),
    singular=Text("Region"),
    fields=(Field("code", Text("Region code")), Field("name", Text("Region name"))),
    read=SamplePermission.READ,
    create=SamplePermission.WRITE,
    update=SamplePermission.WRITE,
    import_key=("code",),
    **VIEWS,
)
MEMBERS = SampleResource(
    name="members",
    model=Member,
    title=Text("Members"),
    singular=Text("Member"),
    fields=(
        Field("code", Text("Code")),
        Field("name", Text("Name")),
        Field("stage", Text("Stage")),
        Field("region", Text("Region"), to="sample/regions"),
        Field("currency", Text("Currency"), kind=Kind.CURRENCY),
        Field("limit", Text("Credit limit"), kind=Kind.MONEY, currency="currency", minimum=0),
        Field("active", Text("Active")),
        Field("since", Text("Member since")),
        Field("note", Text("Note")),
        Field("owner_id", Text("Owner"), kind=Kind.INTEGER),
        Field("revision", Text("Revision"), readonly=True),
    ),
    scope=own_members,
    read=SamplePermission.READ,
    create=SamplePermission.WRITE,
    update=SamplePermission.WRITE,
    import_key=("code",),
    **VIEWS,
)


AREAS = SampleResource(
    name="areas",
    model=Area,
    title=Text("Areas"),
    singular=Text("Area"),
    fields=(Field("name", Text("Name")),),
    read=SamplePermission.READ,
    create=SamplePermission.WRITE,
    **VIEWS,
)
TASKS = SampleResource(
    name="tasks",
    model=Task,
    title=Text("Tasks"),
    singular=Text("Task"),
    label="title",
    fields=(
        Field("title", Text("Title")),
        Field("number", Text("Number"), readonly=True),
        Field("kind", Text("Kind")),
        Field("region", Text("Region"), to="sample/regions"),
        Field("area", Text("Area"), to="sample/areas"),
        Field("done", Text("Done")),
        Field("owner_id", Text("Owner"), kind=Kind.INTEGER, default=lambda: current_actor().id),
    ),
    read=SamplePermission.READ,
    create=SamplePermission.TASK,
    update=SamplePermission.TASK,
    **VIEWS,
)


async def write_scores(rows: list[ImportRow]) -> ImportResult:
    """One statement for all rows: one bad row fails it."""
    result = ImportResult()
    good = [row for row in rows if row.values["points"] != 13]
    result.problems = [ImportProblem(row.number, "points", Text("13 is bad luck.")) for row in rows if row not in good]
    status = await execute(
        "INSERT INTO score (member, points) SELECT * FROM unnest($1::text[], $2::int[])"
        " ON CONFLICT (member) DO NOTHING",
        [row.values["member"] for row in good],
        [row.values["points"] for row in good],
    )
    result.created = int(status.rpartition(" ")[2])
    result.unchanged = len(good) - result.created
    return result


SCORES = Importer(
    name="scores",
    title=Text("Scores"),
    permission=SamplePermission.WRITE,
    fields=(
        Field("member", Text("Member"), kind=Kind.TEXT, max_length=20),
        Field("points", Text("Points"), kind=Kind.INTEGER),
        Field("day", Text("Day"), kind=Kind.DATE, required=False),
    ),
    write=write_scores,
    aliases={"member": ("会员", "Customer no.")},
    batch=10,
)

CLERK = Actor(kind="user", id=7, name="Li Wei", permissions=frozenset({"sample.read", "sample.write", "sample.task"}))


async def open_company(url: str, folder: Path) -> Company:
    kernel, sample = Offer("guanxi", Text("Guanxi"), folder), Offer("sample", Text("Sample"), folder)
    kernel.jobs += [IMPORT, DELETE_BLOBS]
    sample.permissions.append(SamplePermission)
    sample.resources += [REGIONS, MEMBERS, AREAS, TASKS]
    sample.importers.append(SCORES)
    company = Company(
        name="demo",
        title="Demo",
        hosts=(),
        zone=ZoneInfo("Asia/Shanghai"),
        currency="CNY",
        locale="en",
        database_url=url,
        tortoise=await open_context(url, APPS),
        catalog=Catalog([kernel, sample]),
        files=folder / "files",
        revision=1,
    )
    with company.tortoise:
        await company.tortoise.generate_schemas()
        await execute("CREATE TABLE score (member text PRIMARY KEY CHECK (member <> 'bad'), points int NOT NULL);")
        await User.create(id=7, login="li", name="Li Wei", administrator=True)
    return company


def csv_of(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def xlsx_of(*rows: list[Any], sheets: int = 1) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for _extra in range(sheets - 1):
        book.create_sheet().append(["other"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


async def members() -> list[dict[str, Any]]:
    rows = await fetch("SELECT * FROM sample_member ORDER BY code")
    return [dict(row) for row in rows]


async def count(table: str) -> int:
    return int(await fetch_value(f"SELECT count(*) FROM {table}"))
