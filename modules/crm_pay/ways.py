"""What this add-on gives receivables: where an open invoice is paid on line, the same address every time."""

from __future__ import annotations

from collections.abc import Mapping

from crm_pay import codes, links, queries, standing
from crm_pay.settings import PaySettings
from crm_receivables.extensions import WayToPay
from guanxi import fetch, settings_of


async def _addresses(invoices: Mapping[int, str]) -> dict[int, str]:
    accounts = await fetch(queries.ACTIVE_ACCOUNTS)
    able = {currency for currency in invoices.values() if any(links.fits(each, currency) for each in accounts)}
    wanted = [id for id, currency in invoices.items() if currency in able]
    if not wanted:
        return {}
    tokens = await standing.tokens_of(wanted)
    hashes = {links.token_hash(token): id for id, token in tokens.items()}
    revoked = {hashes[row["token_hash"]] for row in await fetch(queries.REVOKED_LINKS, list(hashes))}
    return {id: links.address_of(token) for id, token in tokens.items() if id not in revoked}


WAY = WayToPay(
    name="crm_pay",
    addresses=_addresses,
    printed=lambda: settings_of(PaySettings).print_links,
    code=codes.printed_code,
)
