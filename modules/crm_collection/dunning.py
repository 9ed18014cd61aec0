"""Sending what is due: notices, their steps and their mails in one transaction, so that nothing is sent twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crm_collection import locks
from crm_collection.choices import Channel, NoticeState
from crm_collection.letters import KEEP_LETTER
from crm_collection.planning import Planned, next_customers, plan
from crm_collection.scope import EVERYBODY
from crm_collection.texts import late_text
from guanxi import (
    AuditItem,
    InvalidInput,
    add_todo,
    audit_many,
    author_id,
    clock,
    elevated,
    enqueue_many,
    execute,
    fetch,
    format_money,
    send_mail,
    transaction,
)

NOTICES = "crm_collection/notices"
BATCH = 200
"""customers in a transaction"""


async def dun_batch(day: date, after: int, limit: int = BATCH) -> tuple[int | None, list[Planned], list[Planned]]:
    """Sends what is due to the next customers. Returns the last of them, None where there were no more; what was sent;
    and what could not be, with the reason.

    One run at a time is in here. Each installment gets a level once, whatever else happens: the database sees to it.
    """
    async with transaction():
        await execute(locks.ONE_RUN)
        customers = await next_customers(after, limit, EVERYBODY)
        if not customers:
            return None, [], []
        planned = await plan(day, customers)
        sent = await send([each for each in planned if each.problem is None], day)
        made = {(each.customer_id, each.level_id) for each in sent}
        failed = [each for each in planned if (each.customer_id, each.level_id) not in made]
    return customers[-1], sent, failed


async def send(planned: Sequence[Planned], day: date) -> list[Planned]:
    """In the caller's transaction. Leaves out those whose address no mail can have."""
    mails, sent = [], []
    for each in planned:
        try:
            mails.append(await _mail(each, day))
        except InvalidInput:
            continue
        sent.append(each)
    if not sent:
        return []
    ids = [row["id"] for row in await fetch(locks.NEW_NOTICE_IDS, len(sent))]
    await _insert(ids, sent, mails, day)
    items = [(id, item, each) for id, each in zip(ids, sent, strict=True) for item in each.items]
    await execute(
        locks.INSERT_STEPS,
        [id for id, _item, _each in items],
        [item.installment_id for _id, item, _each in items],
        [item.number for _id, item, _each in items],
        [each.level_number for _id, _item, each in items],
        [item.due_on for _id, item, _each in items],
        [item.currency for _id, item, _each in items],
        [item.outstanding for _id, item, _each in items],
        [item.interest for _id, item, _each in items],
        [item.fee for _id, item, _each in items],
        day,
        clock.now(),
    )
    await _follow(ids, sent, day)
    return sent


async def _mail(each: Planned, day: date) -> int | None:
    """Raises InvalidInput for an address or a name that no header holds, before anything is written."""
    if each.channel is not Channel.MAIL:
        return None
    data = {
        "subject": each.subject,
        "text": each.text,
        "items": item_lines(each, day),
        "interest": each.sum_of("interest") if any(item.interest for item in each.items) else "",
        "fee": each.sum_of("fee") if any(item.fee for item in each.items) else "",
    }
    return await send_mail(each.address, "crm_collection/notice", data, locale=each.locale, to_name=each.customer)


def item_lines(each: Planned, day: date) -> list[str]:
    return [
        f"{item.number} · {late_text(item.due_on, day, each.locale)} · "
        f"{format_money(item.outstanding, item.currency, each.locale)}"
        for item in each.items
    ]


async def _insert(ids: list[int], sent: list[Planned], mails: list[int | None], day: date) -> None:
    states = [NoticeState.SENT if each.channel is Channel.MAIL else NoticeState.OPEN for each in sent]
    await execute(
        locks.INSERT_NOTICES,
        ids,
        [each.customer_id for each in sent],
        [each.level_id for each in sent],
        [each.level_number for each in sent],
        [each.channel.value for each in sent],
        [each.locale for each in sent],
        [each.address for each in sent],
        [each.subject for each in sent],
        [each.text for each in sent],
        [state.value for state in states],
        [each.owner_id for each in sent],
        mails,
        day,
        clock.now(),
        author_id(),
    )
    entries = [
        AuditItem(id, f"DN-{id:08}", after={"customer": each.customer_id, "level": each.level_number})
        for id, each in zip(ids, sent, strict=True)
    ]
    await audit_many("create", NOTICES, entries)


async def _follow(ids: list[int], sent: list[Planned], day: date) -> None:
    """Letters are printed by a job, and whoever looks after the customer is told what to do."""
    letters = [{"notice": id} for id, each in zip(ids, sent, strict=True) if each.channel is Channel.LETTER]
    await enqueue_many(KEEP_LETTER, letters)
    for id, each in zip(ids, sent, strict=True):
        if each.channel is Channel.MAIL or each.owner_id is None:
            continue
        title = f"{each.subject} ({each.sum_of('outstanding')})"[:200]
        with elevated():
            try:
                await add_todo(title, due_on=day, assignee_id=each.owner_id, resource=NOTICES, record_id=id)
            except InvalidInput:  # an owner who may not see notices finds them handed to somebody on the work list
                continue
