"""Links that stand on papers, in mails and in the portal: good as long as the invoice is open, and never made.

The token says the invoice and proves itself, so that a paper that is printed again has the same address, and nothing is
written by looking at it. Its row comes with the first payment; revoked there, it is gone for good.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re

from crm_pay import queries
from guanxi import fetch_value

_TOKEN = re.compile(r"([1-9][0-9]{0,17})-([A-Za-z0-9_-]{24})")


def _proof(secret: str, invoice_id: int) -> str:
    digest = hmac.new(secret.encode(), f"invoice:{invoice_id}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:18]).decode()


async def tokens_of(invoice_ids: list[int]) -> dict[int, str]:
    secret = str(await fetch_value(queries.LINK_KEY))
    return {id: f"{id}-{_proof(secret, id)}" for id in invoice_ids}


async def invoice_of(token: str) -> int | None:
    """None where it proves nothing."""
    found = _TOKEN.fullmatch(token)
    if found is None:
        return None
    id = int(found[1])
    good = hmac.compare_digest(_proof(str(await fetch_value(queries.LINK_KEY)), id), found[2])
    return id if good else None
