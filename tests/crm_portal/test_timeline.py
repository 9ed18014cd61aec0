"""The portal in a customer's timeline."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crm_portal import links
from crm_portal.timeline import SOURCE
from guanxi import TimelineMark, use_locale
from guanxi.context import Company
from tests.crm_portal.support import customer, enter
from tests.kernel.web.browser import Browser

LAST = TimelineMark(datetime(9999, 1, 1, tzinfo=UTC), 2**63 - 1)


@pytest.mark.usefixtures("inside")
async def test_links_that_were_sent_and_the_last_visit(phone: Browser, portal: Company) -> None:
    id, other = await customer("Some", email="a@b.example"), await customer("Other", email="c@d.example")
    await links.invite(id, "a@b.example")
    await enter(phone, id)
    await enter(phone, id)
    with use_locale("en"):
        found = await SOURCE.load([id], LAST, 30)
    assert [(str(event.title), event.text, event.who) for event in found] == [
        ("Last visit to the portal", "Visits so far: 2", "The customer"),
        ("Portal link sent", "a@b.example", ""),
    ]
    assert await SOURCE.load([other], LAST, 30) == []
    assert await SOURCE.load([id], TimelineMark(found[0].at, found[0].id), 30) == found[1:]
