"""What contracts tell in a customer's timeline. The steps of a contract's life stand in its audit log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crm_contracts.choices import ContractState, Renewal
from crm_contracts.discount_approvals import DISCOUNT_APPROVED
from crm_contracts.permissions import ContractPermission
from crm_contracts.states import RUNNING, TO_SIGN
from guanxi import (
    Text,
    TimelineEvent,
    TimelineMark,
    TimelineSource,
    Tone,
    _,
    current_company,
    fetch,
    show_date,
    show_money,
)

_STEPS = """
WITH step AS (
    SELECT a.id, a.at AS noted_at, a.actor_kind, a.actor_name, a.reason, a.action = 'create' AS made,
        a.after ->> 'state' AS state, a.before ->> 'state' AS before,
        jsonb_typeof(a.after -> 'terminated_on') = 'string' AS ends,
        CASE WHEN a.action = 'create' OR a.after ->> 'state' IS NOT NULL THEN ''
            WHEN jsonb_typeof(a.after -> 'accepted_on') = 'string' THEN 'accepted'
            WHEN jsonb_typeof(a.after -> 'declined_on') = 'string' THEN 'declined'
            WHEN jsonb_typeof(a.after -> 'quoted_on') = 'string' THEN 'quoted' ELSE '' END AS quotation,
        jsonb_typeof(a.after -> 'amended_on') = 'string' AS amended, jsonb_exists(a.after, 'renewal') AS notice,
        a.after ->> 'renewal' AS renewal, c.amended_on,
        c.id AS contract_id, COALESCE(c.number, '') AS number, c.title, c.total, c.yearly, c.currency, c.terminated_on,
        CASE WHEN a.action = 'create' THEN NULL
            WHEN a.before ->> 'state' IN ('approved', 'sent') AND a.after ->> 'state' IN ('signed', 'active')
                THEN c.signed_on
            WHEN a.after ->> 'state' = 'active' THEN c.starts_on
            WHEN a.after ->> 'state' IN ('expired', 'terminated', 'amended')
                THEN LEAST(c.ends_on, c.terminated_on) END AS day
    FROM crm_contracts_contract c CROSS JOIN LATERAL (
        SELECT * FROM guanxi_audit WHERE resource = 'crm_contracts/contracts' AND record_id = c.id
            AND (action = 'create' OR action = 'update'
                AND (jsonb_exists(after, 'state') OR jsonb_exists(after, 'terminated_on')
                    OR 'string' IN (jsonb_typeof(after -> 'quoted_on'), jsonb_typeof(after -> 'accepted_on'),
                        jsonb_typeof(after -> 'declined_on'))
                    OR jsonb_exists(after, 'notice_given_on')))
        OFFSET 0) a -- so that each contract's entries are looked up, however many contracts there are
    WHERE c.customer_id = ANY($1::bigint[])
), dated AS (
    SELECT *, LEAST(noted_at, (day + 1)::timestamp AT TIME ZONE $5 - interval '1 microsecond') AS at FROM step
)
SELECT * FROM dated WHERE (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $4
"""
"""A step that was noted on a later day than it is of stands at the end of its own day."""
_SIGNED = (_("Contract signed"), "check", Tone.OK)
_TITLES: Mapping[str, tuple[Text, str, Tone]] = {
    ContractState.DRAFT: (_("Contract taken back to change"), "retry", Tone.NEUTRAL),
    ContractState.IN_REVIEW: (_("Contract handed in for approval"), "document", Tone.INFO),
    ContractState.APPROVED: (_("Contract confirmed"), "document", Tone.INFO),
    ContractState.SENT: (_("Contract sent"), "mail", Tone.INFO),
    ContractState.SIGNED: _SIGNED,
    ContractState.ACTIVE: (_("Contract in force"), "check", Tone.OK),
    ContractState.SUSPENDED: (_("Contract suspended"), "clock", Tone.WARN),
    ContractState.EXPIRED: (_("Contract ended"), "close", Tone.NEUTRAL),
    ContractState.TERMINATED: (_("Contract ended"), "close", Tone.NEUTRAL),
    ContractState.RENEWED: (_("Contract renewed"), "check", Tone.NEUTRAL),
    ContractState.AMENDED: (_("Contract amended"), "pencil", Tone.NEUTRAL),
    ContractState.CANCELLED: (_("Contract declared void"), "close", Tone.BAD),
}
_QUOTATION: Mapping[str, tuple[Text, str, Tone]] = {
    "quoted": (_("Quotation sent"), "mail", Tone.INFO),
    "accepted": (_("Quotation accepted by the customer"), "check", Tone.OK),
    "declined": (_("Quotation declined by the customer"), "close", Tone.BAD),
}
_DISCOUNT_APPROVED = (_("Discount approved"), "check", Tone.OK)
_DRAFTED = (_("Contract drawn up"), "document", Tone.NEUTRAL)
_OTHERWISE = (_("Contract changed"), "pencil", Tone.NEUTRAL)


async def _load(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    rows = await fetch(_STEPS, list(customer_ids), mark.at, mark.id, limit, current_company().zone.key)
    return [_event(row) for row in rows]


def _event(row: Mapping[str, Any]) -> TimelineEvent:
    title, icon, tone = _step(row)
    late = row["at"] != row["noted_at"]
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=title,
        text=" · ".join(filter(None, (row["number"], row["title"], _amount(row)))),
        note=str(Text(row["reason"], context="reason")) if row["reason"] else "",
        who="" if row["actor_kind"] == "system" else row["actor_name"],
        href=f"/crm_contracts/contracts/{row['contract_id']}",
        icon=icon,
        tone=tone,
        on=row["day"] if late else None,
    )


def _step(row: Mapping[str, Any]) -> tuple[Text, str, Tone]:
    if row["made"]:
        return _DRAFTED
    if row["quotation"]:
        return _QUOTATION[row["quotation"]]
    if row["state"] is not None:
        signed = row["before"] in TO_SIGN and row["state"] in RUNNING
        if row["state"] == ContractState.DRAFT and row["reason"] == DISCOUNT_APPROVED.message:
            return _DISCOUNT_APPROVED
        return _SIGNED if signed else _TITLES.get(row["state"], _OTHERWISE)
    if row["notice"]:
        given = row["renewal"] == Renewal.STOPPED
        return (_("Notice given"), "calendar", Tone.WARN) if given else (_("Notice withdrawn"), "retry", Tone.NEUTRAL)
    if row["amended"] and row["amended_on"] is not None:
        return (_("Amended from {day} on", day=show_date(row["amended_on"])), "pencil", Tone.INFO)
    if not row["ends"]:
        return (_("End of the contract taken back"), "retry", Tone.NEUTRAL)
    if row["terminated_on"] is None:
        return (_("End of the contract agreed"), "calendar", Tone.WARN)
    return (_("End of the contract agreed: {day}", day=show_date(row["terminated_on"])), "calendar", Tone.WARN)


def _amount(row: Mapping[str, Any]) -> str:
    """What is charged once, else what recurs in a year."""
    if row["total"] or not row["yearly"]:
        return show_money(row["total"], row["currency"])
    return str(_("{amount} a year", amount=show_money(row["yearly"], row["currency"])))


SOURCE = TimelineSource(
    name="contracts", label=_("Contracts"), access=ContractPermission.READ, load=_load, icon="document", order=30
)
