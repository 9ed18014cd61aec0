"""The ledger of consent (SEC-01): who may be approached for what, and which text was agreed to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from crm_core.privacy_choices import Channel, Decision, Purpose
from guanxi import (
    AuditItem,
    Change,
    Conflict,
    InvalidInput,
    _,
    audit,
    audit_many,
    author_id,
    clock,
    execute,
    fetch,
    fetch_row,
    fetch_value,
)

_TEXT_LOCK = 0x6378_0002
NOTED = _("Consent noted")
"""in the customer's history"""
_DEFAULTS: dict[Purpose, tuple[str, str]] = {
    Purpose.MARKETING: (
        "I agree to get news and offers by phone, message and e-mail. I can withdraw this at any time.",
        "我同意通过电话、短信和电子邮件接收新闻与优惠信息。我可以随时撤回同意。",
    ),
    Purpose.SERVICE: (
        "I agree that my data is used to answer my request and to serve me. I can withdraw this at any time.",
        "我同意使用我的个人信息处理我的咨询并提供服务。我可以随时撤回同意。",
    ),
    Purpose.PARTNERS: (
        "I agree that my data is passed on to partners who take part in serving me. I can withdraw this at any time.",
        "我同意将我的个人信息提供给参与服务的合作伙伴。我可以随时撤回同意。",
    ),
    Purpose.PROFILING: (
        "I agree that my data is evaluated to make me fitting offers. I can withdraw this at any time.",
        "我同意对我的个人信息进行分析，以便向我提供合适的建议。我可以随时撤回同意。",
    ),
}


@dataclass(frozen=True, slots=True)
class AskedText:
    """The version of a purpose's text that is asked now."""

    id: int
    purpose: Purpose
    version: int
    text: str
    text_zh: str

    def shown(self, locale: str) -> str:
        return self.text_zh if locale == "zh_CN" else self.text


@dataclass(frozen=True, slots=True)
class State:
    """What counts for a purpose now: the customer's latest decision."""

    purpose: Purpose
    decision: Decision
    at: Any
    version: int | None


_CONSENTING = """
SELECT customer_id FROM (
    SELECT DISTINCT ON (f.customer_id) f.customer_id, c.decision FROM crm_core_family($1) f
    JOIN crm_core_consent c ON c.customer_id = f.member_id WHERE c.purpose = $2 ORDER BY f.customer_id, c.id DESC
) AS latest WHERE decision = 'given'
"""
"""What customers decided that were merged into it holds on."""
_STATES = """
SELECT DISTINCT ON (c.purpose) c.purpose, c.decision, c.at, c.version FROM crm_core_family($1) f
JOIN crm_core_consent c ON c.customer_id = f.member_id ORDER BY c.purpose, c.id DESC
"""


async def has_consent(customer_id: int, purpose: str) -> bool:
    """Whether the customer's latest decision on the purpose (`marketing service partners profiling`) is a consent."""
    return bool(await consenting([customer_id], purpose))


async def consenting(customer_ids: Collection[int], purpose: str) -> set[int]:
    """Those of the customers who consent, by one statement; whatever the current actor may see."""
    rows = await fetch(_CONSENTING, list(customer_ids), Purpose(purpose).value)
    return {row["customer_id"] for row in rows}


async def states(customer_id: int) -> list[State]:
    """The latest decision of each purpose that there is one for."""
    rows = await fetch(_STATES, [customer_id])
    return [State(Purpose(row["purpose"]), Decision(row["decision"]), row["at"], row["version"]) for row in rows]


async def asked_texts(purposes: Collection[Purpose] = tuple(Purpose)) -> list[AskedText]:
    """The latest version of each purpose's text, in the order of the purposes."""
    rows = await fetch(
        "SELECT DISTINCT ON (purpose) id, purpose, version, text, text_zh FROM crm_core_consent_text"
        " WHERE purpose = ANY($1::text[]) ORDER BY purpose, version DESC",
        [purpose.value for purpose in purposes],
    )
    found = {row["purpose"]: AskedText(**{**row, "purpose": Purpose(row["purpose"])}) for row in rows}
    return [found[purpose.value] for purpose in Purpose if purpose.value in found]


async def texts_by_id(ids: Collection[int]) -> list[AskedText]:
    """Any versions, in the order of the purposes."""
    rows = await fetch(
        "SELECT id, purpose, version, text, text_zh FROM crm_core_consent_text WHERE id = ANY($1::bigint[])", list(ids)
    )
    found = {row["purpose"]: AskedText(**{**row, "purpose": Purpose(row["purpose"])}) for row in rows}
    return [found[purpose.value] for purpose in Purpose if purpose.value in found]


async def text_of(purpose: Purpose, id: int) -> bool:
    """Whether this is a version of the purpose's text."""
    return bool(
        await fetch_value("SELECT 1 FROM crm_core_consent_text WHERE id = $1 AND purpose = $2", id, purpose.value)
    )


async def record(
    customer_id: int, purpose: Purpose, decision: Decision, channel: Channel, *, text_id: int | None = None
) -> None:
    """Adds a decision, in the caller's transaction, which has locked the customer.

    A consent without `text_id` is to the latest text. Raises Conflict where there is none, where the customer was
    anonymized, and where a withdrawal finds no consent.
    """
    if await fetch_value("SELECT 1 FROM crm_core_anonymization WHERE customer_id = $1", customer_id):
        raise Conflict(_("This customer was anonymized."))
    if decision == Decision.GIVEN and text_id is None:
        texts = await asked_texts([purpose])
        if not texts:
            raise Conflict(_("There is no text for this purpose yet."))
        text_id = texts[0].id
    if decision == Decision.WITHDRAWN and not await has_consent(customer_id, purpose):
        raise Conflict(_("There is no consent to withdraw."))
    now = clock.now()
    await execute(
        "INSERT INTO crm_core_consent (revision, created_at, updated_at, created_by_id, customer_id, purpose, decision,"
        " text_id, version, channel, at, user_id) VALUES (1, $1, $1, $2, $3, $4, $5, $6,"
        " (SELECT version FROM crm_core_consent_text WHERE id = $6), $7, $1, $2)",
        now,
        author_id(),
        customer_id,
        purpose.value,
        decision.value,
        text_id,
        channel.value,
    )
    after = {"purpose": purpose.value, "decision": decision.value, "channel": channel.value, "text_id": text_id}
    await audit(NOTED.message, "crm_core/customers", customer_id, after=after)


async def prepare_text(change: Change) -> None:
    """The next version, in both languages."""
    values = change.values
    for name in ("text", "text_zh"):
        if not str(values.get(name) or "").strip():
            raise InvalidInput({name: _("Enter the text in both languages.")})
    await execute("SELECT pg_advisory_xact_lock($1)", _TEXT_LOCK)
    row = await fetch_row(
        "SELECT max(version) AS latest FROM crm_core_consent_text WHERE purpose = $1", str(values["purpose"])
    )
    values["version"] = (row["latest"] or 0) + 1 if row is not None else 1


async def seed_texts() -> None:
    """A first text for each purpose. Safe to repeat."""
    rows = await fetch(
        "INSERT INTO crm_core_consent_text (revision, created_at, updated_at, purpose, version, text, text_zh)"
        " SELECT 1, $1, $1, purpose, 1, words, words_zh FROM unnest($2::text[], $3::text[], $4::text[])"
        " AS each (purpose, words, words_zh) ON CONFLICT (purpose, version) DO NOTHING RETURNING id, purpose",
        clock.now(),
        [purpose.value for purpose in _DEFAULTS],
        [texts[0] for texts in _DEFAULTS.values()],
        [texts[1] for texts in _DEFAULTS.values()],
    )
    items = [AuditItem(row["id"], after=_seeded(row)) for row in rows]
    await audit_many("create", "crm_core/consent_texts", items)


def _seeded(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"purpose": row["purpose"], "version": 1}
