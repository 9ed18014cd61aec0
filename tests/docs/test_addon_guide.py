"""The add-on guide's example works as it is printed."""

from __future__ import annotations

import re
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from guanxi import clock, records
from guanxi.addons import load_addons
from guanxi.company import Directory, create_company
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.db import database_url, drop_database, fetch_value, migrations, model_context
from guanxi.errors import InvalidInput
from guanxi.kernel import kernel_offer
from guanxi.records.actions import find_action, run_action
from guanxi.views.timeline import timeline
from tests.conftest import ADMIN_PASSWORD, ROOT, Servers

_BLOCK = re.compile(r"^```\w+ (\S+/\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
async def visits(servers: Servers, tmp_path: Path) -> AsyncIterator[Company]:
    """A company with the guide's add-on enabled."""
    for name, text in _BLOCK.findall((ROOT / "docs" / "addons.md").read_text("utf-8")):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "visits" / "__init__.py").touch()
    available = load_addons(kernel_offer(), [ROOT / "modules", tmp_path])
    with await model_context(available.tortoise_apps()):
        assert await migrations.make("visits", available.migrations("visits")) is not None
    directory = Directory(database_url(servers.postgres_url, "guide"), available, tmp_path)
    await directory.open()
    yield await create_company(
        directory, "guide", title="Guide", addons=("visits",), admin_password=ADMIN_PASSWORD, locale="en"
    )
    await directory.close()
    await drop_database(servers.postgres_url, "guide_guide")
    await drop_database(servers.postgres_url, "guide")
    sys.path.remove(str(tmp_path))
    for module in [name for name in sys.modules if name.partition(".")[0] == "visits"]:
        del sys.modules[module]


async def test_the_example_keeps_visits(visits: Company) -> None:
    from visits.models import Visit  # type: ignore[import-not-found]

    from crm_core.models import Customer

    with use_company(visits), use_actor(SYSTEM):
        customer = await fetch_value("SELECT id FROM crm_core_customer LIMIT 1")
        if customer is None:
            made = await records.create(Customer, {"name": "靖江市春意空调有限公司", "mobile": "13800138000"})
            customer = made.id
        today = clock.today(visits.zone)
        visit = await records.create(Visit, {"customer": customer, "visited_on": today, "purpose": "First call"})
        with pytest.raises(InvalidInput) as refused:
            await records.update(Visit, visit.id, {"visited_on": today + timedelta(days=91)})
        assert set(refused.value.fields) == {"visited_on"}
        resource = visits.catalog.resources["visits/visits"]
        await run_action(resource, find_action(resource, "finish", "record"), visit.id, {"result": "They will buy."})
        assert (await records.get(Visit, visit.id)).state == "done"
        assert "visits.forget_old_plans" in visits.catalog.schedules
        panels = visits.catalog.extensions(visits.catalog.resources["crm_core/customers"].panels)  # type: ignore[arg-type]
        data = await next(panel for panel in panels if panel.name == "visits").load(customer)
        assert [(str(figure.label), figure.value) for figure in data.figures] == [("Visits", "1")]
        shown = await timeline(visits.catalog.resources["crm_core/customers"], customer, shown="visits")
        [entry] = shown.entries
        assert (entry.title, entry.line, entry.written) == ("Visit", "First call", "They will buy.")
