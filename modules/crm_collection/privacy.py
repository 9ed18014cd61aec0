"""What collection holds about a person: notices, promises, disputes, terms, limits; words go, days and amounts stay."""

from __future__ import annotations

from typing import Any

from crm_collection.letters import KEY as NOTICES
from crm_core.extensions import PersonalData
from guanxi import Choice, Field, Kind, _, clock, erase_traces, execute, fetch


class _Kind(Choice):
    NOTICE = "notice", _("Dunning notice")
    PROMISE = "promise", _("Promise to pay")
    DISPUTE = "dispute", _("Dispute")
    BLOCK = "block", _("Dunning block")
    TERMS = "terms", _("Terms of a customer")
    LIMIT = "credit_limit", _("Credit limit")
    RELEASE = "credit_release", _("Contract past the credit limit")


_LOAD = """
SELECT 'notice' AS kind, run_on AS day, NULL AS currency, NULL::bigint AS amount, concat_ws(E'\\n', subject, text,
    nullif(result, '')) AS note
FROM crm_collection_notice WHERE customer_id = $1
UNION ALL SELECT 'promise', made_on, currency, amount, note FROM crm_collection_promise WHERE customer_id = $1
UNION ALL SELECT 'dispute', created_at::date, currency, amount, concat_ws(E'\\n', reason, nullif(resolution, ''))
FROM crm_collection_dispute WHERE customer_id = $1
UNION ALL SELECT 'block', created_at::date, NULL, NULL, reason FROM crm_collection_block WHERE customer_id = $1
UNION ALL SELECT 'terms', created_at::date, NULL, NULL, note FROM crm_collection_terms WHERE customer_id = $1
UNION ALL SELECT 'credit_limit', created_at::date, currency, amount, note FROM crm_collection_credit_limit
WHERE customer_id = $1
UNION ALL SELECT 'credit_release', created_at::date, NULL, NULL, reason FROM crm_collection_credit_release
WHERE customer_id = $1
ORDER BY day, kind
"""
_WORDS = {
    "notice": ("address", "subject", "text", "result"),
    "promise": ("note",),
    "dispute": ("reason", "resolution"),
    "block": ("reason",),
    "terms": ("note",),
    "credit_limit": ("note",),
    "credit_release": ("reason",),
}


async def _load(customer_id: int) -> list[dict[str, Any]]:
    return [dict(row) for row in await fetch(_LOAD, customer_id)]


async def _erase(customer_id: int) -> None:
    for table, columns in _WORDS.items():
        cleared = ", ".join(f"{column} = ''" for column in columns)
        await execute(
            f"UPDATE crm_collection_{table} SET {cleared}, revision = revision + 1, updated_at = $2"  # noqa: S608
            " WHERE customer_id = $1",
            customer_id,
            clock.now(),
        )
    notices = await fetch("SELECT id FROM crm_collection_notice WHERE customer_id = $1", customer_id)
    await erase_traces(NOTICES, [row["id"] for row in notices])


PERSONAL = PersonalData(
    name="collection",
    title=_("Collection"),
    load=_load,
    erase=_erase,
    order=45,
    fields=(
        Field("kind", _("Kind"), choices=_Kind),
        Field("day", _("Date"), kind=Kind.DATE),
        Field("currency", _("Currency")),
        Field("amount", _("Amount"), kind=Kind.MONEY, currency="currency"),
        Field("note", _("Text")),
    ),
)
