"""The company's certificate, with which documents of signed contracts are signed (PAdES), and who may change it."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

import asyncpg
import msgspec

from crm_contracts.permissions import ContractPermission
from crm_contracts.signing_messages import Answer, Failure, KeyPair, MakePair, Order, ReadPkcs12
from crm_contracts.signing_process import SigningFailed, ask_signer
from guanxi import (
    Conflict,
    InvalidInput,
    Text,
    _,
    audit,
    clock,
    current_actor,
    current_company,
    decrypt_secret,
    encrypt_secret,
    fetch,
    fetch_row,
    notify,
    require,
    show_date,
    transaction,
    users_with,
)

KEY = "crm_contracts/certificate"
"""in the audit log; there is no such resource"""
PATH = "/crm_contracts/certificate"
MAX_FILE = 100_000
_CURRENT = "SELECT * FROM crm_contracts_certificate WHERE removed_at IS NULL ORDER BY id DESC LIMIT 1"
_TAKE_AWAY = "UPDATE crm_contracts_certificate SET removed_at = $1, secret = '' WHERE removed_at IS NULL RETURNING id"
_INSERT = """
INSERT INTO crm_contracts_certificate
    (subject, issuer, valid_from, valid_until, fingerprint, secret, self_made, created_at, created_by_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id
"""
_WARN = """
UPDATE crm_contracts_certificate SET warned_at = $1
WHERE removed_at IS NULL AND warned_at IS NULL AND valid_until <= $2 RETURNING valid_until
"""
_PROBLEMS: dict[Failure, Text] = {
    "password": _("The password does not open this file."),
    "broken": _("This is no PKCS#12 file (.p12, .pfx)."),
    "empty": _("The file has no private key with its certificate."),
    "weak": _("The key cannot be used: RSA with 2,048 bits or more, or an elliptic curve."),
    "usage": _("This certificate is not made for signatures."),
}


async def current_certificate() -> asyncpg.Record | None:
    """The row of the one that signs; it may have ended."""
    return await fetch_row(_CURRENT)


async def current_pair() -> KeyPair | None:
    """What signs documents now; none without a certificate or where it has ended. Raises SecretLost."""
    row = await current_certificate()
    if row is None or not row["valid_from"] <= clock.now() < row["valid_until"]:
        return None
    return msgspec.msgpack.decode(await decrypt_secret(row["secret"]), type=KeyPair)


async def upload(content: bytes, password: str) -> None:
    """Take a PKCS#12 file. Raises Forbidden, InvalidInput."""
    require(ContractPermission.CERTIFICATE)
    if len(content) > MAX_FILE:
        raise InvalidInput({"file": _("The file is too large for a certificate.")})
    answer = await _ask(ReadPkcs12(content=content, password=password))
    if answer.failure is not None:
        field = "password" if answer.failure == "password" else "file"
        raise InvalidInput({field: _PROBLEMS[answer.failure]})
    assert answer.pair is not None
    if answer.pair.valid_until <= clock.now():
        raise InvalidInput({"file": _("This certificate has ended.")})
    await _save(answer.pair, self_made=False)


async def make() -> None:
    """Make one that only vouches for itself. Raises Forbidden."""
    require(ContractPermission.CERTIFICATE)
    answer = await _ask(MakePair(name=current_company().title, now=clock.now()))
    assert answer.pair is not None
    await _save(answer.pair, self_made=True)


async def _ask(order: Order) -> Answer:
    try:
        return await ask_signer(order)
    except SigningFailed as error:
        if isinstance(order, ReadPkcs12):
            raise InvalidInput({"file": _PROBLEMS["broken"]}) from error
        raise Conflict(_("This takes too long at the moment. Please try again later.")) from error


async def _save(pair: KeyPair, *, self_made: bool) -> None:
    digest = sha256(pair.certificate).hexdigest()
    secret = await encrypt_secret(msgspec.msgpack.encode(pair))
    now = clock.now()
    about = (pair.subject, pair.issuer, pair.valid_from, pair.valid_until, digest)
    async with transaction():
        await fetch(_TAKE_AWAY, now)
        row = await fetch_row(_INSERT, *about, secret, self_made, now, current_actor().id)
        assert row is not None
        after = {"subject": pair.subject, "fingerprint": digest}
        await audit("create", KEY, row["id"], label=pair.subject[:200], after=after)


async def remove() -> None:
    """Documents are not signed from now on; the private key is forgotten. Raises Forbidden."""
    require(ContractPermission.CERTIFICATE)
    async with transaction():
        for row in await fetch(_TAKE_AWAY, clock.now()):
            await audit("remove", KEY, row["id"])


async def warn_of_end(before: timedelta) -> None:
    """Tells those who may change it, once, so long before it ends."""
    now = clock.now()
    for row in await fetch(_WARN, now, now + before):
        day = show_date(row["valid_until"].astimezone(current_company().zone).date())
        text = _("The company's certificate ends on {day}.", day=day)
        await notify(await users_with(ContractPermission.CERTIFICATE), "certificate", text, href=PATH)
