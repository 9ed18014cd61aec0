"""How the portal follows a merge of customers: links lead to the customer that is left, visits are counted together."""

from __future__ import annotations

from crm_core.extensions import Follower, Memory
from crm_portal.models import Link, NewAddress, Password, Visit
from crm_portal.permissions import PORTAL
from guanxi import _, execute, fetch, fetch_value, revoke_realm_sessions

_LINKS = "UPDATE crm_portal_link SET customer_id = $2 WHERE customer_id = $1 RETURNING id"
_PASSWORDS = """
UPDATE crm_portal_password p SET customer_id = $2 WHERE customer_id = $1
    AND NOT EXISTS (SELECT FROM crm_portal_password o WHERE o.email = p.email AND o.customer_id = $2) RETURNING id
"""
_VISIT = "UPDATE crm_portal_visit SET customer_id = $2 WHERE customer_id = $1 RETURNING id"
_COUNT_IN = """
WITH gone AS (
    DELETE FROM crm_portal_visit WHERE customer_id = $1
        AND EXISTS (SELECT FROM crm_portal_visit s WHERE s.customer_id = $2) RETURNING *)
UPDATE crm_portal_visit v SET count = v.count + gone.count, last_at = greatest(v.last_at, gone.last_at)
FROM gone, crm_portal_visit old WHERE v.customer_id = $2 AND old.id = v.id
RETURNING jsonb_build_object('gone', to_jsonb(gone), 'before', old.last_at, 'after', v.last_at)
"""
_COUNT_OUT = """
UPDATE crm_portal_visit SET count = count - ($2::jsonb #>> '{gone,count}')::int,
    last_at = CASE WHEN last_at = ($2::jsonb ->> 'after')::timestamptz THEN ($2::jsonb ->> 'before')::timestamptz
        ELSE last_at END
WHERE customer_id = $1
"""
_COUNT_AGAIN = """
INSERT INTO crm_portal_visit SELECT * FROM jsonb_populate_record(NULL::crm_portal_visit, $1::jsonb -> 'gone')
ON CONFLICT (customer_id) DO NOTHING
"""


async def _move(loser_id: int, survivor_id: int) -> Memory | None:
    """Who is signed in as the customer that goes has to come in again, and comes in as the other one."""
    await revoke_realm_sessions(PORTAL.name, loser_id)
    links = [row["id"] for row in await fetch(_LINKS, loser_id, survivor_id)]
    await execute("DELETE FROM crm_portal_new_address WHERE customer_id = $1", loser_id)
    passwords = [row["id"] for row in await fetch(_PASSWORDS, loser_id, survivor_id)]
    await execute("DELETE FROM crm_portal_password WHERE customer_id = $1", loser_id)
    counted = await fetch_value(_COUNT_IN, loser_id, survivor_id)
    visit = None if counted is not None else await fetch_value(_VISIT, loser_id, survivor_id)
    if not links and not passwords and visit is None and counted is None:
        return None
    return {"links": links, "passwords": passwords, "visit": visit, "counted": counted}


async def _back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    """Links that are too old to be used are deleted meanwhile: nobody misses them."""
    await revoke_realm_sessions(PORTAL.name, survivor_id)
    await fetch(
        "UPDATE crm_portal_link SET customer_id = $1 WHERE customer_id = $2 AND id = ANY($3::bigint[]) RETURNING id",
        loser_id,
        survivor_id,
        memory["links"],
    )
    await fetch(
        "UPDATE crm_portal_password SET customer_id = $1 WHERE customer_id = $2 AND id = ANY($3::bigint[])"
        " RETURNING id",
        loser_id,
        survivor_id,
        memory.get("passwords", []),
    )
    if memory["counted"] is not None:
        await execute(_COUNT_OUT, survivor_id, memory["counted"])
        await execute(_COUNT_AGAIN, memory["counted"])
    elif memory["visit"] is not None:
        await execute(
            "UPDATE crm_portal_visit SET customer_id = $2 WHERE id = $1 AND customer_id = $3",
            memory["visit"],
            loser_id,
            survivor_id,
        )


FOLLOWER = Follower(
    name="crm_portal.visits",
    label=_("Visits to the portal"),
    models=(Visit, Link, Password, NewAddress),
    move=_move,
    back=_back,
)
