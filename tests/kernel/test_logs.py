from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from guanxi.logs import mask_secrets
from guanxi.settings import ROOT

PROGRAM = """
import logging
from guanxi.context import Actor, set_request_id, use_actor
from guanxi.logs import configure_logs, log_request
configure_logs("json", "web")
set_request_id("r-1")
with use_actor(Actor(kind="user", id=7, name="Sue")):
    log_request("GET", "/crm_core/customers", 200, 12.3456)
address = "postgres://guanxi:hush@127.0.0.1:5432/x"
logging.getLogger("uvicorn.error").warning("at %s", address, extra={"token": "hush"})
try:
    1 / 0
except ZeroDivisionError:
    logging.getLogger("asyncpg").exception("it broke")
"""


def logged() -> list[dict[str, Any]]:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "hush" not in done.stderr
    assert done.stdout == ""
    return [json.loads(line) for line in done.stderr.splitlines()]


def test_a_request_is_one_line_and_libraries_log_the_same_way() -> None:
    request, library, failure = logged()
    assert request.pop("timestamp").endswith("Z")
    assert request == {
        "event": "request",
        "level": "info",
        "process": "web",
        "request_id": "r-1",
        "actor": "user:7",
        "method": "GET",
        "path": "/crm_core/customers",
        "status": 200,
        "ms": 12.3,
    }
    assert library["event"] == "at postgres://guanxi:***@127.0.0.1:5432/x"
    assert library["token"] == "***"
    assert "ZeroDivisionError" in failure["exception"]


def test_secrets_are_masked_at_any_depth() -> None:
    event = {
        "event": "x",
        "headers": {"Authorization": "Bearer gx_1", "Accept": "*/*"},
        "items": [{"password": "p"}],
    }
    assert mask_secrets(None, "", event) == {
        "event": "x",
        "headers": {"Authorization": "***", "Accept": "*/*"},
        "items": [{"password": "***"}],
    }
