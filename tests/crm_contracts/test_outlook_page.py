"""The outlook page and the panel of a contract: the same figures, by currency."""

from __future__ import annotations

from datetime import date

import httpx

from crm_contracts.pages import OUTLOOK_PAGE
from crm_contracts.panels import CONTRACT_PANEL_ITEMS
from crm_contracts.pauses import pause
from guanxi import Company, clock, today, use_locale
from guanxi.auth.sessions import open_session
from guanxi.company import Directory
from guanxi.db import fetch_value
from guanxi.settings import Settings
from guanxi.web.app import create_app
from tests.crm_contracts.support import active, line, monthly
from tests.crm_contracts.test_outlook import NOON

AHEAD, _CHARGED, PAUSES = CONTRACT_PANEL_ITEMS


async def test_the_page_shows_one_currency_and_offers_the_others(directory: Directory, inside: Company) -> None:
    first = today().replace(day=1)
    await active(monthly(123_400), title="Service", starts_on=first, ends_on=first.replace(year=first.year + 1, day=1))
    await active(monthly(55), starts_on=first, currency="USD")
    cookie = (await open_session(await fetch_value("SELECT id FROM guanxi_user WHERE administrator"))).cookie
    transport = httpx.ASGITransport(app=create_app(directory, Settings()))
    async with httpx.AsyncClient(
        transport=transport, base_url="http://testserver", cookies={"guanxi_session": cookie}
    ) as client:
        shown = await client.get(OUTLOOK_PAGE.path)
        assert shown.status_code == 200
        assert "1,234.00" in shown.text and 'href="?currency=USD"' in shown.text
        dollars = await client.get(OUTLOOK_PAGE.path, params={"currency": "USD"})
        assert "$0.55" in dollars.text
        assert (await client.get(OUTLOOK_PAGE.path, params={"currency": "<b>"})).status_code == 200


async def test_the_panel_sums_by_month_and_line(inside: Company) -> None:
    with clock.travel(NOON), use_locale("en"):
        contract = await active(
            line(10, recurrence="week", description="weekly"),
            monthly(100, description="monthly"),
            starts_on=date(2026, 7, 1),
            ends_on=date(2026, 8, 31),
        )
        shown = await AHEAD.load(contract.id)
        assert [figure.value for figure in shown.figures] == ["11", "CN¥2.89"]
        assert shown.table is not None and shown.table.rows == [
            ("Jul 2026", "weekly", "CN¥0.50"),
            ("Jul 2026", "monthly", "CN¥1.00"),
            ("Aug 2026", "weekly", "CN¥0.39"),
            ("Aug 2026", "monthly", "CN¥1.00"),
        ]
        await pause(contract, date(2026, 8, 1), "summer")
        paused = (await PAUSES.load(contract.id)).table
        assert paused is not None and paused.rows == [("Aug 1, 2026", "", "summer")]
