from __future__ import annotations

from typing import Annotated

import msgspec

from guanxi import Call


class ShopSettings(msgspec.Struct):
    days: int = 30


class Echo(msgspec.Struct):
    times: Annotated[int, msgspec.Meta(ge=1, le=5)]
    text: str = ""


async def echo(call: Call[Echo]) -> Echo:
    return Echo(call.input.times, f"{call.path['word']}{call.input.text}" * call.input.times)


async def echo_order(call: Call[Echo]) -> Echo:
    """At an address below a resource's own."""
    return Echo(call.input.times, str(call.path["id"]) * call.input.times)
