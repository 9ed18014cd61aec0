"""Referrals and codes, as people meet them."""

from __future__ import annotations

from typing import Any

from crm_core.services import of_visible_customers
from crm_referrals import codes, queries, rewarding
from crm_referrals.attributing import RESOURCE, attribute, locked
from crm_referrals.choices import Channel, ReferralState
from crm_referrals.models import Code, Referral
from crm_referrals.permissions import ReferralPermission as P
from guanxi import (
    Action,
    Field,
    FormView,
    InvalidInput,
    Kind,
    ListView,
    NotFound,
    Outcome,
    Resource,
    Section,
    _,
    current_company,
    get,
)

_CUSTOMERS = "crm_core/customers"
_NOTE = Field("note", _("Why", "referral"), kind=Kind.TEXT, required=True, max_length=300)


async def see(customer_id: int) -> int:
    """Raises NotFound for a customer out of the current actor's sight."""
    await get(current_company().catalog.resources[_CUSTOMERS].model, customer_id)
    return customer_id


async def _refer(record: None, values: dict[str, Any]) -> Outcome:
    referrer, code = values["referrer"], values["code"]
    if (referrer is None) == (not code):
        raise InvalidInput({"referrer": _("Choose the referrer or enter a code, not both.")})
    if referrer is None:
        try:
            referrer = await codes.customer_of(code)
        except NotFound as error:
            raise InvalidInput({"code": error.text}) from error
    found = await attribute(referrer, values["referred"], Channel.STAFF)
    return Outcome(
        _("Noted. The points come once the first order is paid and cannot be returned any more."),
        data={"referral_id": found.referral_id},
        go_to=f"/{RESOURCE}",
    )


async def _refuse(referral: Referral, values: dict[str, Any]) -> Outcome:
    await rewarding.refuse(referral, values["note"])
    return Outcome(_("Refused. Nobody gets points."))


async def _take_back(referral: Referral, values: dict[str, Any]) -> Outcome:
    await rewarding.take_back(referral, values["note"])
    return Outcome(_("The points of both were taken back."))


async def _make_code(record: None, values: dict[str, Any]) -> Outcome:
    code = await codes.ensure_code(await see(values["customer"]))
    return Outcome(_("The code is {code}.", code=code), data={"code": code}, go_to="/crm_referrals/codes")


async def _lock_customers(referral_id: int) -> None:
    await locked(*await queries.sides(referral_id))


def _points(name: str, label: Any) -> Field:
    return Field(name, label, readonly=True, measure=True)


REFERRALS = Resource(
    name="referrals",
    model=Referral,
    title=_("Referrals"),
    singular=_("Referral"),
    label="id",
    fields=(
        Field("referrer", _("Referrer"), to=_CUSTOMERS, readonly=True, filter=True, search=True),
        Field("referred", _("New customer"), to=_CUSTOMERS, readonly=True, filter=True, search=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("why", _("Why", "referral"), readonly=True, filter=True),
        Field("note", _("Remark"), readonly=True),
        Field("channel", _("Noted through"), readonly=True, filter=True),
        Field("created_at", _("Noted at"), readonly=True, filter=True),
        Field("order_source", _("Paid order"), readonly=True),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True),
        Field("amount", _("Amount"), kind=Kind.MONEY, currency="currency", readonly=True),
        Field("refunded", _("Refunded"), kind=Kind.MONEY, currency="currency", readonly=True),
        Field("paid_on", _("Paid on"), readonly=True, filter=True),
        Field("refunded_on", _("Refunded on"), readonly=True),
        Field("rewarded_at", _("Rewarded at"), readonly=True, filter=True),
        _points("referrer_points", _("Points of the referrer")),
        _points("referred_points", _("Points of the new customer")),
    ),
    list=ListView(
        columns=("created_at", "referrer", "referred", "state", "paid_on", "rewarded_at", "referrer_points"),
        sort="-id",
    ),
    form=FormView(
        sections=(
            Section(fields=("referrer", "referred", "channel", "created_at", "why", "note")),
            Section(
                title=_("First order"),
                fields=("order_source", "currency", "amount", "paid_on", "refunded", "refunded_on"),
            ),
            Section(title=_("Reward", "referral"), fields=("rewarded_at", "referrer_points", "referred_points")),
        ),
        stage="state",
    ),
    read=P.READ,
    scope=queries.visible_referrals,
    lock_first=_lock_customers,
    actions=(
        Action(
            name="refer",
            label=_("Note a referral"),
            permission=P.WRITE,
            run=_refer,
            on="list",
            primary=True,
            fields=(
                Field("referred", _("New customer"), kind=Kind.RELATION, required=True, to=_CUSTOMERS),
                Field("referrer", _("Referrer"), kind=Kind.RELATION, required=False, to=_CUSTOMERS),
                Field("code", _("Or the referrer's code"), kind=Kind.TEXT, required=False, max_length=39),
            ),
        ),
        Action(
            name="refuse",
            label=_("Refuse", "referral"),
            permission=P.MANAGE,
            run=_refuse,
            danger=True,
            when=lambda referral: referral.state in (ReferralState.WAITING, ReferralState.QUALIFIED),
            fields=(_NOTE,),
        ),
        Action(
            name="take_back",
            label=_("Take the reward back"),
            permission=P.MANAGE,
            run=_take_back,
            danger=True,
            when=lambda referral: referral.state == ReferralState.REWARDED,
            fields=(_NOTE,),
        ),
    ),
    history={
        "reward": _("Points for both sides"),
        "refuse": _("Refused", "referral"),
        "wait": _("Waits for another order"),
    },
)
CODES = Resource(
    name="codes",
    model=Code,
    title=_("Referral codes"),
    singular=_("Referral code"),
    label="code",
    fields=(
        Field("customer", _("Customer"), to=_CUSTOMERS, readonly=True, filter=True, search=True),
        Field("code", _("Code", "referral"), readonly=True, search=True),
        Field(
            "main", _("In use"), readonly=True, filter=True, help=_("After a merge the other one's code still counts.")
        ),
        Field("created_at", _("Made at"), readonly=True),
    ),
    list=ListView(columns=("customer", "code", "main", "created_at"), sort="-id"),
    form=FormView(sections=(Section(fields=("customer", "code", "main", "created_at")),)),
    read=P.READ,
    scope=of_visible_customers,
    actions=(
        Action(
            name="make",
            label=_("Make a code"),
            permission=P.WRITE,
            run=_make_code,
            on="list",
            primary=True,
            fields=(Field("customer", _("Customer"), kind=Kind.RELATION, required=True, to=_CUSTOMERS),),
        ),
    ),
)
RESOURCES = (REFERRALS, CODES)
