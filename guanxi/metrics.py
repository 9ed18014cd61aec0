"""Figures for Prometheus. Names that more than one room counts are declared here, once per process."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram

REGISTRY = CollectorRegistry()

JOBS_FINISHED = Counter(
    "guanxi_jobs",
    "Tries of background jobs by how they ended: done, failed, dead, lost or returned",
    ("job", "outcome"),
    registry=REGISTRY,
)
JOB_DELAY = Histogram(
    "guanxi_job_delay_seconds",
    "Time from when a job was due to when a worker claimed it",
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 1800),
    registry=REGISTRY,
)
JOB_SECONDS = Histogram(
    "guanxi_job_seconds",
    "Time that one try of a job took",
    ("job",),
    buckets=(0.005, 0.025, 0.1, 0.5, 1, 5, 15, 60, 300, 1800),
    registry=REGISTRY,
)
