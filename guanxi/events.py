"""Publishing typed events to the add-ons that listen to them."""

from __future__ import annotations

from typing import Any

import msgspec

from guanxi.context import current_company, elevated
from guanxi.db import in_transaction
from guanxi.declare.events import Event, Subscription, When
from guanxi.declare.jobs import Job
from guanxi.i18n import _
from guanxi.jobs import Run, enqueue_many


async def publish(event: Event) -> None:
    """Tells the enabled add-ons' handlers, inside the publisher's transaction.

    IN_TRANSACTION handlers run now, elevated, add-on after add-on; what they raise is the publisher's.
    AFTER_COMMIT ones become jobs, which exist if and only if the transaction commits.
    Raises RuntimeError outside of a transaction.
    """
    if not in_transaction():
        raise RuntimeError("events are published inside a transaction")
    subscriptions = current_company().catalog.subscriptions.get(type(event), ())
    if not subscriptions:
        return
    with elevated():
        for subscription in subscriptions:
            if subscription.when is When.IN_TRANSACTION:
                await subscription.handler(event)
    later = [each for each in subscriptions if each.when is When.AFTER_COMMIT]
    if later:
        data = msgspec.to_builtins(event)
        name = _type_name(type(event))
        await enqueue_many(EVENT_JOB, [{"subscription": each.name, "event": name, "data": data} for each in later])


def _type_name(event: type[Event]) -> str:
    return f"{event.__module__}.{event.__qualname__}"


def _find(name: str, event: str) -> Subscription | None:
    """None where the add-on was disabled or no longer listens."""
    for type_, subscriptions in current_company().catalog.subscriptions.items():
        if _type_name(type_) == event:
            return next((each for each in subscriptions if each.name == name), None)
    return None


async def _deliver(run: Run) -> None:
    payload: dict[str, Any] = run.payload
    subscription = _find(payload["subscription"], payload["event"])
    if subscription is None:
        run.set_result({"skipped": payload["subscription"]})
        return
    await subscription.handler(msgspec.convert(payload["data"], subscription.event))


EVENT_JOB = Job(name="guanxi.event", title=_("Tell another module of an event"), run=_deliver)
"""One per AFTER_COMMIT handler of a published event; declared by the kernel."""
