"""Consent as the customer gives and withdraws it: which text is asked, what was agreed to and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crm_core import consent
from crm_core.models import Customer
from crm_core.privacy_choices import Channel, Decision, Purpose
from guanxi import Conflict, InvalidInput, Text, _, current_locale, elevated, fetch, lock, transaction

_SHOWN = 50
_AGREED = """
SELECT DISTINCT ON (c.purpose) c.purpose, c.decision, c.at, c.text_id, t.text, t.text_zh FROM crm_core_family($1) f
JOIN crm_core_consent c ON c.customer_id = f.member_id LEFT JOIN crm_core_consent_text t ON t.id = c.text_id
ORDER BY c.purpose, c.id DESC
"""
_HISTORY = """
SELECT c.at, c.purpose, c.decision, c.version FROM crm_core_family($1) f
JOIN crm_core_consent c ON c.customer_id = f.member_id ORDER BY c.id DESC LIMIT $2
"""


@dataclass(frozen=True, slots=True)
class OwnConsent:
    """One purpose: what is asked now, and the customer's latest decision."""

    purpose: str
    title: Text
    text_id: int
    text: str
    """asked now, in the reader's language"""
    given: bool
    at: datetime | None
    """of the decision"""
    agreed_to: str
    """the text of then, where it is another one"""


@dataclass(frozen=True, slots=True)
class OwnDecision:
    at: datetime
    purpose: Text
    decision: Text
    version: int | None


async def own_consents(customer_id: int) -> list[OwnConsent]:
    """In the order of the purposes; those without a text are not asked."""
    chinese = current_locale() == "zh_CN"
    latest = {row["purpose"]: row for row in await fetch(_AGREED, [customer_id])}
    found = []
    for asked in await consent.asked_texts():
        row = latest.get(asked.purpose.value)
        given = row is not None and row["decision"] == Decision.GIVEN
        other = row is not None and given and row["text_id"] not in (None, asked.id)
        found.append(
            OwnConsent(
                purpose=asked.purpose.value,
                title=asked.purpose.label,
                text_id=asked.id,
                text=asked.shown(current_locale()),
                given=given,
                at=row["at"] if row is not None else None,
                agreed_to=(row["text_zh"] if chinese else row["text"]) if row is not None and other else "",
            )
        )
    return found


async def own_decisions(customer_id: int) -> list[OwnDecision]:
    """The latest first."""
    return [
        OwnDecision(row["at"], Purpose(row["purpose"]).label, Decision(row["decision"]).label, row["version"])
        for row in await fetch(_HISTORY, [customer_id], _SHOWN)
    ]


async def give_own_consent(customer_id: int, purpose: str, text_id: int) -> None:
    """To the text that the customer has read. Safe to repeat. Raises InvalidInput, Conflict where another is asked."""
    wanted = _purpose(purpose)
    async with transaction():
        with elevated():
            await lock(Customer, customer_id)
        asked = next((each for each in await own_consents(customer_id) if each.purpose == wanted.value), None)
        if asked is None or asked.text_id != text_id:
            raise Conflict(_("This text was changed in the meantime. Please read it again."))
        if not asked.given or asked.agreed_to:
            await consent.record(customer_id, wanted, Decision.GIVEN, Channel.PORTAL, text_id=text_id)


async def withdraw_own_consent(customer_id: int, purpose: str) -> None:
    """Safe to repeat. Raises InvalidInput."""
    wanted = _purpose(purpose)
    async with transaction():
        with elevated():
            await lock(Customer, customer_id)
        if await consent.has_consent(customer_id, wanted.value):
            await consent.record(customer_id, wanted, Decision.WITHDRAWN, Channel.PORTAL)


def _purpose(text: str) -> Purpose:
    try:
        return Purpose(text)
    except ValueError as error:
        raise InvalidInput(message=_("This is none of the choices.")) from error
