"""What this add-on tells in a customer's timeline: follow-ups, and what became known or was agreed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from crm_core.choices import ActivityKind, ActivityOutcome, PointKind
from crm_core.consent import NOTED
from crm_core.permissions import CorePermission
from crm_core.privacy_choices import Channel, Decision, Purpose
from guanxi import Kind, Text, TimelineEvent, TimelineMark, TimelineSource, Tone, _, cover, fetch, may

_LONGEST = 2000
"""characters of what somebody wrote"""
_FOLLOW_UPS = """
SELECT a.id, a.at, a.kind, a.subject, a.outcome, left(a.details, $5) AS details, p.name AS contact, u.name AS by
FROM unnest($1::bigint[]) AS asked (id) CROSS JOIN LATERAL (
    SELECT * FROM crm_core_activity WHERE customer_id = asked.id AND (at, id) < ($2, $3)
    ORDER BY at DESC, id DESC LIMIT $4) a
LEFT JOIN crm_core_contact p ON p.id = a.contact_id LEFT JOIN guanxi_user u ON u.id = a.user_id
ORDER BY a.at DESC, a.id DESC LIMIT $4
"""
_ICONS = {
    ActivityKind.CALL: "phone",
    ActivityKind.VISIT: "building",
    ActivityKind.MAIL: "mail",
    ActivityKind.NOTE: "pencil",
}


async def _follow_ups(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    rows = await fetch(_FOLLOW_UPS, list(customer_ids), mark.at, mark.id, limit, _LONGEST)
    return [_follow_up(row) for row in rows]


def _follow_up(row: Mapping[str, Any]) -> TimelineEvent:
    kind, outcome = ActivityKind(row["kind"]), ActivityOutcome(row["outcome"])
    result = str(outcome.label) if outcome is not ActivityOutcome.NONE else ""
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=kind.label,
        text=_line(row["subject"], row["contact"], result),
        note=row["details"],
        who=row["by"] or "",
        href=f"/crm_core/activities/{row['id']}",
        icon=_ICONS[kind],
        tone=kind.tone,
    )


def _line(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


_DATA = """
SELECT e.*, u.name AS by FROM (
    (SELECT id * 4 AS id, created_at AS at, 'contact' AS what, id AS record_id, name AS one, job_title AS other,
        '' AS note, created_by_id AS by_id
    FROM crm_core_contact WHERE customer_id = ANY($1::bigint[]) AND (created_at, id * 4) < ($2, $3)
    ORDER BY created_at DESC, id DESC LIMIT $4)
    UNION ALL
    (SELECT id * 4 + 1, at, decision, id, purpose, channel, '', user_id
    FROM crm_core_consent WHERE customer_id = ANY($1::bigint[]) AND (at, id * 4 + 1) < ($2, $3)
    ORDER BY at DESC, id DESC LIMIT $4)
    UNION ALL
    (SELECT id * 4 + 2, created_at, 'form', id, utm_campaign, utm_source, left(message, $5), NULL
    FROM crm_core_web_form_entry WHERE customer_id = ANY($1::bigint[]) AND (created_at, id * 4 + 2) < ($2, $3)
    ORDER BY created_at DESC, id DESC LIMIT $4)
    UNION ALL
    (SELECT a.id * 4 + 3, a.at, a.resource || ' ' || a.action, a.record_id,
        CASE a.resource WHEN 'crm_core/members' THEN a.label WHEN 'crm_core/addresses' THEN a.held ->> 'address'
            ELSE a.held ->> 'value' END,
        coalesce(a.held ->> 'kind', ''), '', a.actor_id
    FROM unnest($1::bigint[]) AS asked (id) CROSS JOIN LATERAL (
        SELECT id, at, resource, action, record_id, label, actor_id, coalesce(after, before) AS held FROM guanxi_audit
        WHERE coalesce(after, before) ->> 'customer' = asked.id::text AND (at, id * 4 + 3) < ($2, $3)
            AND resource IN ('crm_core/addresses', 'crm_core/contact_points', 'crm_core/members')
            AND action IN ('create', 'delete')
        ORDER BY at DESC, id DESC LIMIT $4) a)
) e LEFT JOIN guanxi_user u ON u.id = e.by_id ORDER BY e.at DESC, e.id DESC LIMIT $4
"""
_BY_CUSTOMER = _("The customer", "consent")


async def _data(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    rows = await fetch(_DATA, list(customer_ids), mark.at, mark.id, limit, _LONGEST)
    return [_KINDS[row["what"]](row) for row in rows]


def _event(row: Mapping[str, Any], title: Text, text: str, who: str, **more: Any) -> TimelineEvent:
    return TimelineEvent(at=row["at"], id=row["id"], title=title, text=text, note=row["note"], who=who, **more)


def _contact(row: Mapping[str, Any]) -> TimelineEvent:
    text, href = _line(row["one"], row["other"]), f"/crm_core/contacts/{row['record_id']}"
    return _event(row, _("Contact added"), text, row["by"] or "", href=href, icon="user")


def _consent(row: Mapping[str, Any]) -> TimelineEvent:
    decision = Decision(row["what"])
    title = _("Consent given") if decision is Decision.GIVEN else _("Consent withdrawn")
    text = _line(str(Purpose(row["one"]).label), str(Channel(row["other"]).label))
    href, who = f"/crm_core/consents/{row['record_id']}", row["by"] or str(_BY_CUSTOMER)
    return _event(row, title, text, who, href=href, icon="check", tone=decision.tone)


def _web_form(row: Mapping[str, Any]) -> TimelineEvent:
    text, href = _line(row["one"], row["other"]), f"/crm_core/web_form_entries/{row['record_id']}"
    return _event(row, _("Web form sent"), text, str(_BY_CUSTOMER), href=href, icon="document", tone=Tone.INFO)


def _part(title: Text, icon: str, *, gone: bool = False) -> Callable[[Mapping[str, Any]], TimelineEvent]:
    """An address, a number or a member that came or went."""
    tone = Tone.WARN if gone else Tone.NEUTRAL
    return lambda row: _event(row, title, row["one"] or "", row["by"] or "", icon=icon, tone=tone)


def _number(title: Text, *, gone: bool = False) -> Callable[[Mapping[str, Any]], TimelineEvent]:
    """As the reader may see it."""
    part = _part(title, "phone", gone=gone)

    def event(row: Mapping[str, Any]) -> TimelineEvent:
        kind = Kind.EMAIL if row["other"] == PointKind.EMAIL else Kind.PHONE
        value = row["one"] or ""
        return part({**row, "one": value if may(CorePermission.SEE_NUMBERS) else cover(kind, value)})

    return event


_KINDS: Mapping[str, Callable[[Mapping[str, Any]], TimelineEvent]] = {
    "contact": _contact,
    Decision.GIVEN.value: _consent,
    Decision.WITHDRAWN.value: _consent,
    "form": _web_form,
    "crm_core/addresses create": _part(_("Address added"), "building"),
    "crm_core/addresses delete": _part(_("Address removed"), "building", gone=True),
    "crm_core/contact_points create": _number(_("Number added")),
    "crm_core/contact_points delete": _number(_("Number removed"), gone=True),
    "crm_core/members create": _part(_("Joined the team"), "group"),
    "crm_core/members delete": _part(_("Left the team"), "group", gone=True),
}

SOURCES = (
    TimelineSource(
        name="follow-ups",
        label=_("Follow-ups"),
        access=CorePermission.READ,
        load=_follow_ups,
        icon="chat",
        order=10,
    ),
    TimelineSource(
        name="data",
        label=_("Contacts, data and consents"),
        access=CorePermission.READ,
        load=_data,
        icon="user",
        order=20,
        tells=(NOTED.message,),
    ),
)
