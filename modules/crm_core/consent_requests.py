"""Double opt-in: consents of a web form that count once the visitor has opened a mailed link.

A link works once, for seven days; every mail has a second one that takes the consent back. Whatever happens to the
form or to the text meanwhile, what was read and ticked is what is agreed to. Of an anonymized customer nothing is left
that a link could lead to.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from crm_core import consent
from crm_core.merging import survivor_of
from crm_core.models import Customer
from crm_core.privacy_choices import Channel, Decision, Purpose
from guanxi import (
    Job,
    Run,
    TokenInvalid,
    _,
    base_address,
    clock,
    current_company,
    execute,
    fetch,
    fetch_row,
    fetch_value,
    issue_token,
    lock,
    redeem_token,
    send_mail,
    transaction,
)

DAYS = 7
"""how long a link to confirm works"""
MAILS_A_DAY = 3
"""to one address: a form that is sent again mails again"""
PATH = "/crm_core/consent"
_AT_ONCE = frozenset((Purpose.SERVICE,))
"""what answering the visitor rests on"""
_CONFIRM, _WITHDRAW = "crm_core.confirm_consent", "crm_core.withdraw_consent"
_DAY = 24 * 60
_WITHDRAW_DAYS = 5 * 365


def waiting(form: Mapping[str, Any], consents: Mapping[Purpose, int]) -> dict[Purpose, int]:
    """Those of the ticked texts that have to be confirmed."""
    if not form["confirm_address"]:
        return {}
    return {purpose: id for purpose, id in consents.items() if purpose not in _AT_ONCE}


async def ask(
    form_id: int, customer_id: int, texts: Mapping[Purpose, int], *, email: str, locale: str, network: str
) -> int | None:
    """The id of the request; None where the address has had its mails of the day. In the caller's transaction,
    which writes of this address one by one."""
    now = clock.now()
    recent = await fetch_value(
        "SELECT count(*) FROM crm_core_consent_request WHERE email = $1 AND asked_at > $2",
        email,
        now - timedelta(days=1),
    )
    if recent >= MAILS_A_DAY:
        return None
    id = int(
        await fetch_value(
            "INSERT INTO crm_core_consent_request (form_id, customer_id, email, locale, texts, asked_at, asked_from,"
            " expires_at, confirmed_from) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '') RETURNING id",
            form_id,
            customer_id,
            email,
            locale,
            {purpose.value: text_id for purpose, text_id in texts.items()},
            now,
            network,
            now + timedelta(days=DAYS),
        )
    )
    await send_mail(
        email,
        "crm_core/confirm_consent",
        {
            "company": current_company().title,
            "days": DAYS,
            "texts": [text.shown(locale) for text in await consent.texts_by_id(list(texts.values()))],
        },
        secret={
            "link": _link("confirm", await issue_token(_CONFIRM, id, DAYS * _DAY)),
            "withdrawal": _link("withdraw", await issue_token(_WITHDRAW, id, _WITHDRAW_DAYS * _DAY)),
        },
        locale=locale,
        key=f"crm_core.consent_request:{id}",
    )
    return id


def _link(action: str, token: str) -> str:
    return f"{base_address()}{PATH}/{action}?{urlencode({'token': token})}"


async def confirm(token: str, network: str) -> list[consent.AskedText]:
    """Notes what was ticked in the ledger and returns it. Raises TokenInvalid, also for a link that was used."""
    async with transaction():
        request = await _locked(await redeem_token(_CONFIRM, token))
        if request["confirmed_at"] is not None or request["withdrawn_at"] is not None:
            raise TokenInvalid()
        await execute(
            "UPDATE crm_core_consent_request SET confirmed_at = $2, confirmed_from = $3 WHERE id = $1",
            request["id"],
            clock.now(),
            network,
        )
        texts = await consent.texts_by_id(list(request["texts"].values()))
        for text in texts:
            await consent.record(
                request["customer_id"], text.purpose, Decision.GIVEN, Channel.WEB_FORM, text_id=text.id
            )
        return texts


async def withdraw(token: str) -> None:
    """Takes back what the request asked for, however it came to be given: the address has the say. Raises
    TokenInvalid, also for a link that was used."""
    async with transaction():
        request = await _locked(await redeem_token(_WITHDRAW, token))
        await execute("UPDATE crm_core_consent_request SET withdrawn_at = $2 WHERE id = $1", request["id"], clock.now())
        for customer_id in dict.fromkeys((request["customer_id"], await survivor_of(request["customer_id"]))):
            given = {state.purpose for state in await consent.states(customer_id) if state.decision == Decision.GIVEN}
            for name in request["texts"]:
                if Purpose(name) in given:
                    await consent.record(customer_id, Purpose(name), Decision.WITHDRAWN, Channel.MAIL)


async def _locked(id: int) -> Mapping[str, Any]:
    """The request, locked after the customer it counts for now, as anonymization does.

    What is decided is noted at the customer who was asked: it counts for the one that this is a part of, and stays
    right where the merge is undone.
    """
    found = await fetch_value("SELECT customer_id FROM crm_core_consent_request WHERE id = $1", id)
    if found is None:
        raise TokenInvalid()
    customer_id = await survivor_of(found)
    await lock(Customer, customer_id)
    while (now := await survivor_of(customer_id)) != customer_id:
        customer_id = now
        await lock(Customer, customer_id)
    request = await fetch_row("SELECT * FROM crm_core_consent_request WHERE id = $1 FOR UPDATE", id)
    if request is None:
        raise TokenInvalid()
    return dict(request)


async def open_requests(customer_id: int) -> list[tuple[Purpose, Any]]:
    """What waits for a confirmation, also of those that were merged into it: purposes, and until when."""
    rows = await fetch(
        "SELECT DISTINCT ON (key) key AS purpose, expires_at"
        " FROM crm_core_consent_request, jsonb_object_keys(texts) AS key"
        " WHERE customer_id IN (SELECT member_id FROM crm_core_family($1))"
        " AND confirmed_at IS NULL AND withdrawn_at IS NULL AND expires_at > $2 ORDER BY key, expires_at DESC",
        [customer_id],
        clock.now(),
    )
    return [(Purpose(row["purpose"]), row["expires_at"]) for row in rows]


async def _forget(run: Run) -> None:
    """Requests that nobody confirmed in time; confirmed ones are evidence and stay."""
    rows = await fetch(
        "DELETE FROM crm_core_consent_request WHERE confirmed_at IS NULL AND expires_at <= $1 RETURNING id", clock.now()
    )
    run.set_result({"requests": len(rows)})


FORGET_REQUESTS = Job(
    name="crm_core.forget_consent_requests", title=_("Forget consents that nobody confirmed"), run=_forget
)
