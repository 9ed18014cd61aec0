"""Background work as declared by an add-on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from guanxi.declare.extensions import ExtensionPoint
from guanxi.i18n import Text

if TYPE_CHECKING:
    from guanxi.jobs import Run

CatchUp = Literal["all", "last", "none"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Job:
    """A function that a worker runs: `enqueue(job, {...})` in the caller's transaction, or on a schedule.

    The handler runs in one transaction together with the job's completion, fenced by its lease. With
    `steps=True` it runs outside a transaction and opens its own by `async with run.step():`, each fenced
    and committed with its progress, for work that is too long for one transaction. A transaction that sends
    nothing for a minute is ended by the server: whatever waits for something else belongs between steps.
    Every handler must be safe to run twice.
    """

    name: str
    """`crm_loyalty.expire_points`"""
    title: Text
    run: Callable[[Run], Awaitable[None]]
    steps: bool = False
    tries: int = 5
    timeout: int = 300
    """seconds for one try"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When a job runs by itself: five cron fields in the company's time zone."""

    job: Job
    cron: str
    catch_up: CatchUp = "last"
    """after an outage: run for every missed time, once for all of them, or not at all"""


@dataclass(frozen=True, slots=True)
class DeadJob:
    """A job whose last try failed. `actor_id` is the user who started it; None where nobody did."""

    id: int
    job: Job
    actor_id: int | None


JOB_DIED = ExtensionPoint[Callable[[DeadJob], Awaitable[None]]]("guanxi.job_died")
"""Called after the failure was recorded, each in a transaction of its own."""
