"""Tiers, how they are made, and why members are in theirs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crm_loyalty import gifts, queries, tier_preview, tiering
from crm_loyalty.choices import TierMeasure, TierWindow
from crm_loyalty.models import Member, Tier, TierChange, TierGift, TierProgram
from crm_loyalty.permissions import LoyaltyPermission
from guanxi import (
    Action,
    Change,
    Field,
    FormView,
    Hint,
    InvalidInput,
    Kind,
    ListView,
    Outcome,
    RelatedList,
    Resource,
    Section,
    _,
    current_company,
    show_date,
    show_money,
    where,
)

_READ, _MANAGE = LoyaltyPermission.READ, LoyaltyPermission.MANAGE
_TIER = "crm_loyalty/tiers"
_GIFT_HELP = _(
    "Of a coupon its campaign, of cash-back the amount. Who reaches the tier from now on gets points and gift once,"
    " when purchases cannot be returned any more; nobody does because tiers are made in another way."
)
_REASON = Field("reason", _("Reason"), kind=Kind.TEXT, required=True, max_length=300)


async def _give(member: Member, values: dict[str, Any]) -> Outcome:
    await tiering.give(member.customer_id, values["tier"], values["until"], values["reason"])
    return Outcome(_("The tier is given until {day}.", day=show_date(values["until"])))


async def _end(member: Member, values: dict[str, Any]) -> Outcome:
    await tiering.end_given(member.customer_id, values["reason"])
    return Outcome(_("The given tier has ended."))


TIER_ACTIONS = (
    Action(
        name="give_tier",
        label=_("Give a tier"),
        permission=LoyaltyPermission.ADJUST,
        run=_give,
        fields=(
            Field("tier", _("Tier"), kind=Kind.RELATION, required=True, to=_TIER),
            Field(
                "until",
                _("Until"),
                kind=Kind.DATE,
                required=True,
                help=_("The last day. The higher of the earned and the given tier is in force."),
            ),
            _REASON,
        ),
    ),
    Action(
        name="end_tier",
        label=_("End the given tier"),
        permission=LoyaltyPermission.ADJUST,
        run=_end,
        when=lambda member: member.granted_until is not None,
        fields=(_REASON,),
    ),
)


async def _prepare_tier(change: Change) -> None:
    await gifts.prepare_tier(change)
    await tier_preview.ask_about_tier(change)


async def _tier_written(change: Change, tier: Any) -> None:
    if change.before is None or "threshold" in change.values:
        await tiering.follow(afresh=False)


async def _hint(typed: Mapping[str, str], id: int | None) -> list[Hint]:
    """What a threshold is worth while it is typed, where it is an amount: minor units are easily misread."""
    text = typed.get("threshold", "").strip()
    if not text.isdecimal() or len(text) > 13 or await queries.tier_measure() is not TierMeasure.SPEND:
        return []
    return [Hint(_("From {amount} spent on.", amount=show_money(int(text), current_company().currency)))]


TIERS = Resource(
    name="tiers",
    model=Tier,
    title=_("Tiers"),
    singular=_("Tier"),
    fields=(
        Field("name", _("Name"), search=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field(
            "threshold",
            _("Threshold"),
            minimum=0,
            maximum=10**12,
            sort=True,
            help=_("Growth, an amount in the smallest unit of the company's currency, such as fen, or purchases."),
        ),
        Field(
            "spend",
            _("Amount spent"),
            kind=Kind.MONEY,
            currency="currency",
            readonly=True,
            help=_("The threshold as an amount."),
        ),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True),
        Field(
            "multiplier",
            _("Points multiplier (%)"),
            required=False,
            minimum=1,
            maximum=10_000,
            help=_("Of the points that purchases earn: 100 as they are, 150 half as many again. Growth stays."),
        ),
        Field(
            "discount",
            _("Discount (basis points)"),
            required=False,
            minimum=0,
            maximum=10_000,
            help=_("For tills: 500 are 5 %."),
        ),
        Field("service_class", _("Service class"), required=False),
        Field("benefits", _("Benefits"), kind=Kind.MULTILINE, required=False, max_length=2000),
        Field("benefits_zh", _("Benefits in Chinese"), kind=Kind.MULTILINE, required=False, max_length=2000),
        Field("gift_points", _("Points for reaching it"), required=False, minimum=1, maximum=1_000_000),
        Field("kind", _("Gift"), required=False),
        Field("gift", _("What is given"), required=False, help=_GIFT_HELP, offers=gifts.offers),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(
        columns=("name", "name_zh", "threshold", "spend", "multiplier", "discount", "service_class"), sort="threshold"
    ),
    form=FormView(
        sections=(
            Section(fields=("name", "name_zh", "threshold", "spend")),
            Section(title=_("Benefits"), fields=("multiplier", "discount", "service_class", "benefits", "benefits_zh")),
            Section(title=_("Gift for reaching it"), fields=("gift_points", "kind", "gift")),
        ),
        related=(
            RelatedList(
                resource="crm_loyalty/members",
                field="tier",
                title=_("Members"),
                columns=("customer", "card_number", "growth"),
            ),
            RelatedList(
                resource="crm_loyalty/tier_gifts",
                field="tier",
                title=_("Gifts for reaching it"),
                columns=("created_at", "member", "points", "kind", "given"),
            ),
        ),
    ),
    read=_READ,
    create=_MANAGE,
    update=_MANAGE,
    delete=_MANAGE,
    prepare=_prepare_tier,
    asks=True,
    written=_tier_written,
    check=_hint,
)


async def _check_program(change: Change) -> None:
    if change.now("period") != TierWindow.ALL_TIME and not change.now("keep_months"):
        raise InvalidInput({"keep_months": _("Tiers of a window are kept for a month or more.")})
    await tier_preview.ask_about_program(change)


async def _program_written(change: Change, program: Any) -> None:
    await tiering.follow(afresh=True)


TIER_PROGRAM = Resource(
    name="tier_programs",
    model=TierProgram,
    title=_("How tiers are made"),
    singular=_("How tiers are made"),
    label_in={"zh_CN": "name_zh"},
    fields=(
        Field("name", _("Name"), readonly=True),
        Field("name_zh", _("Chinese name"), readonly=True),
        Field(
            "measure", _("What counts"), help=_("Purchases count at their own time, less what was refunded of them.")
        ),
        Field("period", _("In which time")),
        Field(
            "months",
            _("Months of the window"),
            minimum=1,
            maximum=120,
            help=_("Of the last months only."),
        ),
        Field(
            "keep_months",
            _("Months that a tier is kept"),
            minimum=0,
            maximum=120,
            help=_(
                "Up to the review and from one to the next; by the calendar year, to the year's end. 0: no time at all."
            ),
        ),
        Field(
            "grace_days",
            _("Days of grace"),
            minimum=0,
            maximum=366,
            help=_("After the review's day; purchases in them still count for it."),
        ),
        Field("step", _("Where a tier that is not kept goes")),
    ),
    list=ListView(columns=("measure", "period", "months", "keep_months", "grace_days", "step")),
    form=FormView(sections=(Section(fields=("measure", "period", "months", "keep_months", "grace_days", "step")),)),
    read=_READ,
    update=_MANAGE,
    prepare=_check_program,
    asks=True,
    written=_program_written,
)


def _of_visible_members() -> where.Condition:
    condition = queries.visible_accounts()
    return where.ALWAYS if condition is where.ALWAYS else where.related("member", condition)


TIER_CHANGES = Resource(
    name="tier_changes",
    model=TierChange,
    title=_("Tier changes"),
    singular=_("Tier change"),
    label="at",
    fields=(
        Field("at", _("Time"), readonly=True, filter=True),
        Field("member", _("Member"), to="crm_loyalty/members", readonly=True, filter=True),
        Field("from_tier", _("From tier"), to=_TIER, readonly=True),
        Field("to_tier", _("To tier"), to=_TIER, readonly=True),
        Field("why", _("Why", "tier"), readonly=True, filter=True),
        Field("measure", _("What counts"), readonly=True, filter=True),
        Field("counted", _("Figure"), readonly=True, help=_("What decided: growth or purchases.")),
        Field("spent", _("Amount spent"), kind=Kind.MONEY, currency="currency", readonly=True),
        Field("figure", _("Figure or amount in the smallest unit"), readonly=True),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True),
        Field("until", _("Until"), readonly=True),
        Field("reason", _("Reason"), readonly=True),
        Field("actor", _("Booked by"), readonly=True),
    ),
    list=ListView(columns=("at", "member", "from_tier", "to_tier", "why", "measure", "counted", "spent", "reason")),
    form=FormView(
        sections=(
            Section(
                fields=("at", "member", "from_tier", "to_tier", "why", "measure", "counted", "spent", "until", "reason")
            ),
            Section(fields=("actor",)),
        )
    ),
    read=_READ,
    scope=_of_visible_members,
)
TIER_GIFTS = Resource(
    name="tier_gifts",
    model=TierGift,
    title=_("Gifts for reaching tiers"),
    singular=_("Gift for reaching a tier"),
    label="id",
    fields=(
        Field("created_at", _("Time"), readonly=True, filter=True),
        Field("member", _("Member"), to="crm_loyalty/members", readonly=True, filter=True),
        Field("tier", _("Tier"), to=_TIER, readonly=True, filter=True),
        Field("points", _("Points"), readonly=True, measure=True),
        Field("kind", _("Gift"), readonly=True, filter=True),
        Field("given", _("What was given"), readonly=True),
    ),
    list=ListView(columns=("created_at", "member", "tier", "points", "kind", "given"), sort="-id"),
    form=FormView(sections=(Section(fields=("created_at", "member", "tier", "points", "kind", "given")),)),
    read=_READ,
    scope=_of_visible_members,
)
CHANGES_OF_MEMBER = RelatedList(
    resource="crm_loyalty/tier_changes",
    field="member",
    title=_("Tier changes"),
    columns=("at", "from_tier", "to_tier", "why", "measure", "counted", "spent"),
)

RESOURCES = (TIERS, TIER_PROGRAM, TIER_CHANGES, TIER_GIFTS)
