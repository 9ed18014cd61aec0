"""The queue of background jobs on PostgreSQL, the worker, schedules and wake-ups over arq."""

from guanxi.jobs.claims import LeaseLost
from guanxi.jobs.control import discard, retry
from guanxi.jobs.queue import enqueue, enqueue_many
from guanxi.jobs.run import Run, Step
from guanxi.jobs.schedules import tick_schedules
from guanxi.jobs.transport import close_redis, use_redis
from guanxi.jobs.worker import run_pending, serve_jobs

__all__ = [
    "LeaseLost",
    "Run",
    "Step",
    "close_redis",
    "discard",
    "enqueue",
    "enqueue_many",
    "retry",
    "run_pending",
    "serve_jobs",
    "tick_schedules",
    "use_redis",
]
