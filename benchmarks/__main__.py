"""`python -m benchmarks [name]`: runs one benchmark or all of them."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import signal
import sys
from types import FrameType

import uvloop

from benchmarks.harness import machine

NAMES = (
    *("list_80", "enable_all", "web_rss", "billing", "import_customers", "redeem", "page_weight", "list_million"),
    *("duplicates_quality", "duplicates_p95", "duplicate_pairs", "ageing_million", "post_invoice", "pdf"),
    *("statement_parse", "statement_store", "matching", "grant_lots", "expire_lots", "points_million", "portal_card"),
    *("points_api", "random_points"),
)


def _stop(number: int, _frame: FrameType | None) -> None:
    """Leaves by the way that stops every server and deletes every file."""
    sys.exit(128 + number)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", nargs="?", choices=NAMES)
    chosen = parser.parse_args().name
    signal.signal(signal.SIGTERM, _stop)
    for name in (chosen,) if chosen else NAMES:
        benchmark = importlib.import_module(f"benchmarks.{name}")
        with machine() as servers, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            print(f"{name}: {str(benchmark.__doc__).strip()}", flush=True)
            print(runner.run(benchmark.measure(servers)).line(name), flush=True)


if __name__ == "__main__":
    main()
