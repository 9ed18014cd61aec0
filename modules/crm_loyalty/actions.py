"""What users do with accounts, rules and vouchers. Each leaves an entry in the audit log beside the ledger's."""

from __future__ import annotations

import uuid
from typing import Any

from crm_loyalty import codes, correcting, queries, services
from crm_loyalty.choices import RewardKind
from crm_loyalty.enrolling import enroll
from crm_loyalty.extending import extend
from crm_loyalty.models import Account, Voucher
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.rewards import given_text
from guanxi import (
    Action,
    Field,
    InvalidInput,
    Kind,
    Outcome,
    _,
    audit,
    fetch_row,
    fetch_value,
)

_ACCOUNTS = "crm_loyalty/accounts"
_POINTS = Field("points", _("Points"), kind=Kind.INTEGER, required=True, minimum=1, maximum=services.MAX_POINTS)
_SIGNED = Field(
    "points",
    _("Points (+/−)"),
    kind=Kind.INTEGER,
    required=True,
    minimum=-services.MAX_POINTS,
    maximum=services.MAX_POINTS,
    help=_("Below zero to take points away."),
)
_REASON = Field("reason", _("Reason"), kind=Kind.TEXT, required=True, max_length=300)
_NOTE = Field("reason", _("Reason"), kind=Kind.TEXT, required=False, max_length=300)


_CODE = Field(
    "code",
    _("Code that the member tells"),
    kind=Kind.TEXT,
    required=False,
    max_length=40,
    help=_("For many points; mailed to the member, or shown in the portal."),
)


def _once() -> str:
    """The source of a step that a person takes: each click is a step of its own."""
    return f"user:{uuid.uuid4()}"


async def _note(action: str, account: Account, booking: services.Booking, reason: str) -> Outcome:
    after = {"points": booking.points, "balance": booking.balance, "entry": booking.entry_id}
    await audit(action, _ACCOUNTS, account.id, label=account.number, after=after, reason=reason)
    message = _("The balance is {balance} points now.", balance=booking.balance)
    data = {"entry_id": booking.entry_id, "balance": booking.balance}
    return Outcome(message, data=data, go_to=f"/{_ACCOUNTS}/{account.id}")


async def _adjust(account: Account, values: dict[str, Any]) -> Outcome:
    customer_id, type = await queries.owner_of(account.id)
    booking, request = await correcting.adjust_or_request(
        customer_id, values["points"], _once(), type=type, reason=values["reason"]
    )
    if booking is None:
        return _waits_outcome(request)
    return await _note("adjust", account, booking, values["reason"])


def _waits_outcome(request: int | None) -> Outcome:
    return Outcome(
        _("It waits for somebody to approve it."),
        go_to=f"/{correcting.RESOURCE}/{request}",
        data={"request_id": request},
    )


async def _transfer(account: Account, values: dict[str, Any]) -> Outcome:
    id = await correcting.request_transfer(account.id, values["customer"], values["points"], values["reason"])
    return _waits_outcome(id)


async def _grant(record: None, values: dict[str, Any]) -> Outcome:
    type = await queries.type_code(values["type"]) or services.POINTS
    booking, request = await correcting.adjust_or_request(
        values["customer"], values["points"], _once(), type=type, reason=values["reason"]
    )
    if booking is None:
        return _waits_outcome(request)
    row = await fetch_row(
        "SELECT a.id, a.number FROM crm_loyalty_entry e JOIN crm_loyalty_account a ON a.id = e.account_id"
        " WHERE e.id = $1",
        booking.entry_id,
    )
    assert row is not None
    after = {"points": booking.points, "balance": booking.balance, "entry": booking.entry_id}
    await audit("adjust", _ACCOUNTS, row["id"], label=row["number"], after=after, reason=values["reason"])
    return Outcome(
        _("The balance is {balance} points now.", balance=booking.balance),
        go_to=f"/{_ACCOUNTS}/{row['id']}",
        data={"account_id": row["id"], "entry_id": booking.entry_id, "balance": booking.balance},
    )


async def _extend(account: Account, values: dict[str, Any]) -> Outcome:
    points = await extend(account, values["until"], values["reason"])
    return Outcome(_("{points} points last until {day}.", points=points, day=values["until"]))


async def _redeem(account: Account, values: dict[str, Any]) -> Outcome:
    reason = values["reason"] or ""
    customer_id, type = await queries.owner_of(account.id)
    code = values.get("code") or ""
    booking = await services.redeem(customer_id, values["points"], _once(), type=type, reason=reason, code=code)
    return await _note("redeem", account, booking, reason)


async def _claim(account: Account, values: dict[str, Any]) -> Outcome:
    name = str(await fetch_value("SELECT name FROM crm_loyalty_reward WHERE id = $1", values["reward"]))
    customer_id, _type = await queries.owner_of(account.id)
    done = await services.claim(customer_id, values["reward"], _once(), reason=name, code=values.get("code") or "")
    await audit("claim_reward", _ACCOUNTS, account.id, label=account.number, after={"reward": name})
    data = {"code": done.code, "given": done.given, "entry_id": done.entry_id}
    if done.code:
        return Outcome(_("The voucher for {name} has the code {code}.", name=name, code=done.code), data=data)
    return Outcome(_("{name} was redeemed: {given}", name=name, given=given_text(done.kind, done.given)), data=data)


async def _send_code(account: Account, values: dict[str, Any]) -> Outcome:
    customer_id, type = await queries.owner_of(account.id)
    sent = await codes.send(customer_id, type, values["points"])
    await audit("send_code", _ACCOUNTS, account.id, label=account.number, after={"points": values["points"]})
    return Outcome(_("A code was sent to {address}.", address=sent.to), data={"expires_at": sent.expires_at})


async def _reverse(account: Account, values: dict[str, Any]) -> Outcome:
    own = await fetch_value(
        "SELECT true FROM crm_loyalty_entry WHERE id = $1 AND account_id = $2", values["entry"], account.id
    )
    if not own:
        raise InvalidInput({"entry": _("There is no such record.")})
    booking = await services.reverse(values["entry"], _once(), values["points"], reason=values["reason"])
    return await _note("reverse", account, booking, values["reason"])


async def _enroll(record: None, values: dict[str, Any]) -> Outcome:
    joined = await enroll(values["customer"])
    card = joined.card_number
    said = _("Card {card}: a member now.", card=card) if joined.new else _("Card {card}: a member already.", card=card)
    return Outcome(
        said,
        go_to=f"/crm_loyalty/members/{joined.member_id}",
        data={"member_id": joined.member_id, "card_number": card, "new": joined.new},
    )


_ENROLL = Action(
    name="enroll",
    label=_("New member"),
    permission=LoyaltyPermission.EARN,
    run=_enroll,
    on="list",
    fields=(Field("customer", _("Customer"), kind=Kind.RELATION, required=True, to="crm_core/customers"),),
)
_GRANT = Action(
    name="grant",
    label=_("Grant points"),
    permission=LoyaltyPermission.ADJUST,
    run=_grant,
    on="list",
    primary=True,
    fields=(
        Field("customer", _("Customer"), kind=Kind.RELATION, required=True, to="crm_core/customers"),
        _POINTS,
        Field(
            "type",
            _("Type of points"),
            kind=Kind.RELATION,
            required=False,
            to="crm_loyalty/point_types",
            help=_("Empty: the usual points."),
        ),
        _REASON,
    ),
)
MEMBER_ACTIONS = (_ENROLL, _GRANT)
ACCOUNT_ACTIONS = (
    Action(
        name="redeem",
        label=_("Redeem points"),
        permission=LoyaltyPermission.REDEEM,
        run=_redeem,
        fields=(_POINTS, _NOTE, _CODE),
        when=lambda account: account.balance > 0,
        primary=True,
    ),
    Action(
        name="claim_reward",
        label=_("Redeem a reward"),
        permission=LoyaltyPermission.REDEEM,
        run=_claim,
        fields=(Field("reward", _("Reward"), kind=Kind.RELATION, required=True, to="crm_loyalty/rewards"), _CODE),
        when=lambda account: account.balance > 0,
    ),
    Action(
        name="send_code",
        label=_("Send a code"),
        permission=LoyaltyPermission.REDEEM,
        run=_send_code,
        fields=(_POINTS,),
        when=lambda account: account.balance > 0,
    ),
    Action(
        name="reverse",
        label=_("Reverse a redemption"),
        permission=LoyaltyPermission.REDEEM,
        run=_reverse,
        fields=(
            Field("entry", _("Redemption"), kind=Kind.RELATION, required=True, to="crm_loyalty/entries"),
            Field(
                "points",
                _("Points"),
                kind=Kind.INTEGER,
                required=False,
                minimum=1,
                maximum=services.MAX_POINTS,
                help=_("Empty: all that is left of it."),
            ),
            _REASON,
        ),
    ),
    Action(
        name="adjust",
        label=_("Adjust points"),
        permission=LoyaltyPermission.ADJUST,
        run=_adjust,
        fields=(_SIGNED, _REASON),
    ),
    Action(
        name="extend",
        label=_("Extend points"),
        permission=LoyaltyPermission.ADJUST,
        run=_extend,
        when=lambda account: account.balance > 0,
        fields=(
            Field(
                "until",
                _("To be used until"),
                kind=Kind.DATE,
                required=True,
                help=_("Points that would be over before last until the end of this day."),
            ),
            _REASON,
        ),
    ),
    Action(
        name="transfer",
        label=_("Transfer points"),
        permission=LoyaltyPermission.ADJUST,
        run=_transfer,
        when=lambda account: account.balance > 0,
        fields=(
            Field("customer", _("To the customer"), kind=Kind.RELATION, required=True, to="crm_core/customers"),
            _POINTS,
            _REASON,
        ),
    ),
    _GRANT,
)


async def _use(voucher: Voucher, values: dict[str, Any]) -> Outcome:
    await services.take_voucher(voucher.code, _once())
    return Outcome(_("The voucher is used."))


VOUCHER_ACTIONS = (
    Action(
        name="use",
        label=_("Take the voucher"),
        permission=LoyaltyPermission.REDEEM,
        run=_use,
        when=lambda voucher: voucher.kind is RewardKind.VOUCHER and voucher.used_at is None and not voucher.void,
        primary=True,
        confirm=_("A voucher is taken once."),
    ),
)
