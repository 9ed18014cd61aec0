"""The first five minutes of a company: three steps on the administrator's home page that tick themselves."""

from __future__ import annotations

from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from guanxi.auth.permissions import KernelPermission
from guanxi.company.demo import demo_job, is_empty, put_greeting_away, start_demo_data
from guanxi.context import current_company, may
from guanxi.db import fetch_row
from guanxi.i18n import _
from guanxi.web.flash import go_to

MOST_IMPORTS = 3
_STATE = """
SELECT greeted, EXISTS (SELECT FROM guanxi_audit WHERE resource = 'guanxi/company' AND action = 'settings') AS was_set
FROM guanxi_company
"""


@dataclass(slots=True)
class ImportLink:
    title: str
    href: str


@dataclass(slots=True)
class Greeting:
    company_set: bool
    addons_enabled: bool
    records_there: bool
    imports: list[ImportLink] = field(default_factory=list)
    loading: bool = False
    """demo data is on its way"""
    failed_job: int | None = None
    may_load: bool = False

    @property
    def complete(self) -> bool:
        return self.company_set and self.addons_enabled and self.records_there


def _may_greet() -> bool:
    return may(KernelPermission.SETTINGS_MANAGE) and may(KernelPermission.ADDONS_MANAGE)


async def greeting() -> Greeting | None:
    """None for whom nothing is to be set up, and once it was put away."""
    company = current_company()
    if company.greeted or not _may_greet():
        return None
    row = await fetch_row(_STATE)
    if row is None or row["greeted"]:  # put away a moment ago, which this process does not know yet
        return None
    enabled, empty = len(company.catalog.addons) > 1, await is_empty()
    made = Greeting(row["was_set"], enabled, not empty, _imports() if enabled and empty else [])
    if empty and enabled:
        made.loading = await demo_job("waiting", "running") is not None
        made.failed_job = None if made.loading else await demo_job("dead")
        made.may_load = not made.loading and any(offer.demos for offer in company.catalog.offers)
    return made


def _imports() -> list[ImportLink]:
    """What the actor may import, in the order of the add-ons."""
    catalog = current_company().catalog
    links = [
        ImportLink(str(item.title), f"/{key.replace('/', '/import/', 1)}")
        for key, item in catalog.importers.items()
        if may(item.permission)
    ]
    return links[:MOST_IMPORTS]


async def load_demo(request: Request) -> Response:
    await start_demo_data()
    return go_to(request, "/", _("Demo data is being loaded. This takes a few seconds."))


async def close(request: Request) -> Response:
    await put_greeting_away()
    return go_to(request, "/", _("The first steps are put away. Everything in them is in the menu under System."))
