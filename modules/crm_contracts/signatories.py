"""What signatories do: open, sign, decline. Each act is one statement that can refuse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crm_contracts.asking import ask_next, hash_token
from crm_contracts.completing import complete
from crm_contracts.models import Contract
from crm_contracts.signature_choices import SignChannel, SignMethod
from crm_contracts.withdrawing import REQUESTS
from guanxi import (
    Conflict,
    NotFound,
    Text,
    _,
    audit,
    clock,
    elevated,
    execute,
    fetch_row,
    fetch_value,
    lock,
    notify,
    read_blob,
    transaction,
)

SIGNED, DECLINED = _("Signed on line"), _("Declined to sign")
"""in the history, which shows an action that it does not know as a translated text"""
_OF = """
crm_contracts_signature_request r, crm_contracts_contract c
WHERE r.id = s.request_id AND c.id = r.contract_id AND CASE WHEN $1 <> ''
    THEN s.id = (SELECT signatory_id FROM crm_contracts_signing_link WHERE hash = $1)
    ELSE s.id = $2 AND $3 <> '' AND lower(s.email) = lower($3)
        AND CASE WHEN $4::bigint IS NULL THEN s.side = 'ours' ELSE s.side = 'theirs' AND c.customer_id = $4 END END
"""
"""signatories `s` that the arguments of `Visitor` let in"""
_TURN = """
AND s.state IN ('asked', 'seen') AND r.state = 'open' AND r.expires_at > $5
AND c.document_version = r.version AND c.state IN ('approved', 'sent')
"""
_FIND = f"""
SELECT s.id, s.name, s.email, s.side, s.capacity, s.state, s.acted_at, s.signed_name, r.id AS request_id,
    r.state AS request_state, r.language, r.sha256, r.consent, r.expires_at,
    c.id AS contract_id, c.number, c.title, c.parties, c.owner_id, ($5 >= r.expires_at) AS late
FROM crm_contracts_signatory s, {_OF}
"""  # noqa: S608
_SEE = f"""
UPDATE crm_contracts_signatory s SET state = 'seen', seen_at = $5 FROM {_OF} {_TURN} AND s.state = 'asked'
RETURNING s.id
"""  # noqa: S608
_SIGN = f"""
UPDATE crm_contracts_signatory s SET state = 'signed', acted_at = $5, seen_at = COALESCE(s.seen_at, $5),
    channel = $6, address = $7, user_agent = $8, method = $9, signed_name = $10, strokes = $11
FROM {_OF} {_TURN} RETURNING s.id
"""  # noqa: S608
_DECLINE = f"""
UPDATE crm_contracts_signatory s SET state = 'declined', acted_at = $5, channel = $6, address = $7, user_agent = $8
FROM {_OF} {_TURN} RETURNING s.id
"""  # noqa: S608
_KEPT = """
SELECT k.sha256 FROM crm_contracts_signature_request r JOIN crm_contracts_kept_document k
    ON k.contract_id = r.contract_id AND k.version = r.version AND k.language = r.language AND k.kind = 'signed'
WHERE r.id = $1
"""
_END = """
UPDATE crm_contracts_signature_request SET state = 'declined', ended_at = $2, reason = $3, updated_at = $2,
    revision = revision + 1
WHERE id = $1 AND state = 'open'
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who comes to sign, and how that is known: by a secret link, or by whose address it is."""

    channel: SignChannel
    token: str = ""
    signatory_id: int | None = None
    email: str = ""
    customer_id: int | None = None
    """of the portal's session"""
    address: str = ""
    user_agent: str = ""

    @property
    def args(self) -> tuple[str, int | None, str, int | None]:
        return (hash_token(self.token) if self.token else "", self.signatory_id, self.email, self.customer_id)

    @property
    def trace(self) -> tuple[str, str, str]:
        return (self.channel.value, self.address[:64], self.user_agent)


@dataclass(frozen=True, slots=True)
class Task:
    """What one signatory was asked to sign, as it stands now."""

    id: int
    name: str
    email: str
    side: str
    capacity: str
    state: str
    acted_at: datetime | None
    signed_name: str
    request_id: int
    request_state: str
    language: str
    sha256: str
    """of the document"""
    consent: str
    expires_at: datetime
    contract_id: int
    number: str
    title: str
    parties: dict[str, Any]
    owner_id: int | None
    late: bool

    @property
    def readable(self) -> bool:
        """Whether the document is theirs to read: while it is to be signed, and when they signed what all did."""
        return self.open or (self.state == "signed" and self.request_state in ("open", "completed"))

    @property
    def open(self) -> bool:
        return self.state in ("asked", "seen") and self.request_state == "open" and not self.late


class TooLate(Conflict):
    """Signed already, declined, withdrawn, expired, or another version of the contract."""

    code = "too_late_to_sign"
    message = _("This can no longer be signed.")


async def task_of(visitor: Visitor) -> Task:
    """Raises NotFound for a link that is none, and for whoever was not asked."""
    row = await fetch_row(_FIND, *visitor.args, clock.now())
    if row is None or row["request_state"] == "draft":
        raise NotFound()
    unknown = {"buyer": {"name": ""}, "seller": {"name": ""}}  # of a contract that was taken back to change
    return Task(**{**row, "parties": row["parties"] or unknown})


async def document_for(task: Task) -> bytes:
    """What is to be signed; once all have signed and it is kept, with the record of the signing. Raises NotFound."""
    if not task.readable:
        raise NotFound()
    kept = await fetch_value(_KEPT, task.request_id) if task.request_state == "completed" else None
    return await read_blob(kept or task.sha256)


async def see(visitor: Visitor) -> Task:
    """Notes that it was opened, the first time. Raises NotFound."""
    async with transaction():
        task = await task_of(visitor)
        if await fetch_row(_SEE, *visitor.args, clock.now()):
            await _tell(task, _("{name} has opened the contract: {title}", name=task.name, title=task.title))
    return task


async def sign(visitor: Visitor, name: str, strokes: list[list[int]] | None) -> Task:
    """Signs once, and asks the next or completes the contract. The owner hears of a name that is not the one asked.

    Raises NotFound, TooLate.
    """
    async with transaction():
        task = await _locked(visitor)
        method = SignMethod.TYPED if strokes is None else SignMethod.DRAWN
        given = (method.value, name, strokes)
        if not await fetch_row(_SIGN, *visitor.args, clock.now(), *visitor.trace, *given):
            raise TooLate()
        signatory = task.name if _same_name(name, task.name) else f"{task.name} ({name})"
        await audit(SIGNED.message, REQUESTS, task.request_id, label=task.title, after={"signatory": signatory})
        await _tell(task, _("{name} has signed the contract: {title}", name=signatory, title=task.title))
        if not await ask_next(task.request_id):
            await complete(task.request_id, task.contract_id)
    return task


def _same_name(typed: str, asked: str) -> bool:
    return "".join(typed.split()).casefold() == "".join(asked.split()).casefold()


async def decline(visitor: Visitor, reason: str) -> Task:
    """Ends the request. Raises NotFound, TooLate."""
    async with transaction():
        task = await _locked(visitor)
        now = clock.now()
        if not await fetch_row(_DECLINE, *visitor.args, now, *visitor.trace):
            raise TooLate()
        await execute(_END, task.request_id, now, reason)
        await audit(DECLINED.message, REQUESTS, task.request_id, label=task.title, after={"signatory": task.name})
        text = _("{name} has declined to sign the contract: {title}", name=task.name, title=task.title)
        await _tell(task, text, reason)
    return task


async def _locked(visitor: Visitor) -> Task:
    """With the contract locked, as whoever takes it back or declares it void does."""
    task = await task_of(visitor)
    with elevated():
        await lock(Contract, task.contract_id)
    return task


async def _tell(task: Task, text: Text, detail: str = "") -> None:
    if task.owner_id is not None:
        await notify(
            [task.owner_id], "signature", text, href=f"/crm_contracts/contracts/{task.contract_id}", detail=detail
        )
