"""Campaigns, their versions and what they gave, as people meet them."""

from __future__ import annotations

from crm_loyalty import queries
from crm_loyalty.campaign_choices import Trigger
from crm_loyalty.campaign_models import Award, Campaign, CampaignVersion
from crm_loyalty.campaign_panel import CAMPAIGN_PANELS
from crm_loyalty.campaign_terms import VERSION_PANELS
from crm_loyalty.earning import MAX_POINTS
from crm_loyalty.permissions import LoyaltyPermission
from guanxi import (
    Change,
    Field,
    FormView,
    InvalidInput,
    Kind,
    ListView,
    RelatedList,
    Resource,
    Section,
    Text,
    _,
    current_company,
)

_READ, _MANAGE = LoyaltyPermission.READ, LoyaltyPermission.MANAGE
_CAMPAIGN = "crm_loyalty/campaigns"
_OF_PURCHASES = ("amount", "factor", "minimum", "products", "first_purchase")
_LIMITS = _("0: no limit.")
_AMOUNT = _("Empty: the points are given once for each purchase.")
_FACTOR = _("200: double points. In place of points: of what the rule and the member's tier give, theirs included.")
_PRODUCTS = _("Codes of products or categories, as shops send them. Empty: all.")
_STREAK = _("On each of so many days in a row, when it is complete.")
_BUDGET = _("0: no limit. Whether there is one cannot be changed later.")


def _points(name: str, label: Text, help: Text | None = None) -> Field:
    return Field(name, label, required=False, minimum=0, maximum=MAX_POINTS, help=help)


def _refuse_gift(change: Change, wrong: dict[str, Text]) -> None:
    """So many points, or a multiple of the rule's; check-ins may also give points for days in a row alone."""
    if change.now("points") is None:
        change.values["points"] = 0
    points, factor = change.now("points"), change.now("factor")
    if factor and (points or change.now("amount")):
        wrong.setdefault("factor", _("Enter either points or a multiple of the rule's points."))
    streak = change.now("trigger") == Trigger.CHECK_IN and change.now("streak_points")
    if not (points or factor or streak):
        wrong["points"] = _("Enter an amount above zero.")


async def _prepare(change: Change) -> None:
    wrong: dict[str, Text] = {}
    trigger, activity = change.now("trigger"), change.now("activity")
    if trigger == Trigger.ACTIVITY and activity is None:
        wrong["activity"] = _("This field is required.")
    elif trigger != Trigger.ACTIVITY and activity is not None:
        change.values["activity"] = None
    if trigger != Trigger.PURCHASE:
        wrong |= {name: _("Only campaigns for purchases have this.") for name in _OF_PURCHASES if change.now(name)}
    first, last = change.now("valid_from"), change.now("valid_until")
    if first is not None and last is not None and last < first:
        wrong["valid_until"] = _("The last day is before the first.")
    _refuse_gift(change, wrong)
    if bool(change.now("streak_points")) != bool(change.now("streak_days")):
        wrong["streak_days"] = _("Enter both the days and the points, or neither.")
    if change.before is not None:
        budget = change.now("budget") or 0
        change.values["budget"] = budget
        if bool(budget) != bool(change.before.budget) or budget < change.before.given:
            wrong["budget"] = _("No less than what was given, and none where there was none.")
    if wrong:
        raise InvalidInput(wrong)


CAMPAIGNS = Resource(
    name="campaigns",
    model=Campaign,
    title=_("Points campaigns"),
    singular=_("Points campaign"),
    fields=(
        Field("name", _("Name"), search=True, sort=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field("trigger", _("Gives points for"), filter=True, fixed=True),
        Field("activity", _("Activity", "member"), filter=True),
        Field("active", _("Active"), filter=True),
        Field("valid_from", _("Valid from"), filter=True, help=_("Empty: from now on.")),
        Field("valid_until", _("Last day"), filter=True, help=_("Empty: no end.")),
        _points("points", _("Points"), _("Beside what the earning rule gives.")),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, fixed=True, default=lambda: current_company().currency),
        Field("amount", _("for each"), kind=Kind.MONEY, currency="currency", minimum=1, maximum=10**12, help=_AMOUNT),
        Field("factor", _("Times the rule's points (%)"), minimum=101, maximum=10_000, help=_FACTOR),
        Field("rounding", _("Rounding")),
        Field("minimum", _("From an amount of"), kind=Kind.MONEY, currency="currency", minimum=0, maximum=10**12),
        Field("on_tax", _("Tax counts")),
        Field("on_freight", _("Freight counts")),
        Field("on_coupons", _("What coupons paid counts")),
        Field("on_points", _("What points paid counts")),
        Field("on_stored_value", _("What stored value paid counts")),
        Field("products", _("Only these products"), kind=Kind.TAGS, required=False, help=_PRODUCTS),
        Field("first_purchase", _("Only the first purchase")),
        Field("birthday", _("At the member's birthday")),
        Field("tier", _("From this tier up"), to="crm_loyalty/tiers", help=_("Empty: all.")),
        Field("streak_days", _("Days in a row"), minimum=0, maximum=366),
        _points("streak_points", _("More points each time"), _STREAK),
        _points("per_day", _("At most for a member and day"), _LIMITS),
        _points("per_member", _("At most for a member"), _LIMITS),
        _points("budget", _("At most for all members"), _BUDGET),
        Field("given", _("Of that given"), readonly=True),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(
        columns=("name", "name_zh", "trigger", "points", "factor", "valid_from", "valid_until", "active"), sort="name"
    ),
    form=FormView(
        sections=(
            Section(fields=("name", "name_zh", "trigger", "valid_from", "valid_until", "active")),
            Section(title=_("What it gives, and to whom"), fields=("points", "birthday", "tier")),
            Section(
                title=_("For purchases"),
                fields=("amount", "currency", "factor", "rounding", "minimum", "products", "first_purchase"),
            ),
            Section(
                title=_("For purchases: what of an order counts"),
                fields=("on_tax", "on_freight", "on_coupons", "on_points", "on_stored_value"),
            ),
            Section(title=_("For the daily check-in"), fields=("streak_days", "streak_points")),
            Section(title=_("For an activity"), fields=("activity",)),
            Section(title=_("Limits", "points"), fields=("per_day", "per_member", "budget", "given")),
        ),
        related=(
            RelatedList(
                resource="crm_loyalty/awards",
                field="campaign",
                title=_("Points given"),
                columns=("day", "account", "points", "purchase", "version"),
            ),
            RelatedList(
                resource="crm_loyalty/campaign_versions",
                field="campaign",
                title=_("Versions"),
                columns=("version", "created_at"),
            ),
        ),
    ),
    read=_READ,
    create=_MANAGE,
    update=_MANAGE,
    panels=CAMPAIGN_PANELS,
    prepare=_prepare,
)

CAMPAIGN_VERSIONS = Resource(
    name="campaign_versions",
    model=CampaignVersion,
    title=_("Versions of campaigns"),
    singular=_("Version of a campaign"),
    label="version",
    fields=(
        Field("campaign", _("Points campaign"), to=_CAMPAIGN, readonly=True, filter=True),
        Field("version", _("Version"), readonly=True),
        Field("created_at", _("Since"), kind=Kind.DATETIME, readonly=True),
        Field("terms", _("What it said"), kind=Kind.JSON, readonly=True),
    ),
    list=ListView(columns=("campaign", "version", "created_at")),
    form=FormView(sections=(Section(fields=("campaign", "version", "created_at")),)),
    panels=VERSION_PANELS,
    read=_READ,
)

AWARDS = Resource(
    name="awards",
    model=Award,
    title=_("Points of campaigns"),
    singular=_("Points of a campaign"),
    label="purchase",
    fields=(
        Field("campaign", _("Points campaign"), to=_CAMPAIGN, readonly=True, filter=True),
        Field("account", _("Points account"), to="crm_loyalty/accounts", readonly=True, filter=True),
        Field("day", _("Day"), readonly=True, filter=True),
        Field("points", _("Points"), readonly=True, measure=True),
        Field("purchase", _("Caused by"), readonly=True, filter=True, search=True),
        Field("version", _("Version"), readonly=True),
        Field("basis", _("What counted (smallest unit)"), readonly=True),
        Field("entry", _("Ledger entry"), to="crm_loyalty/entries", readonly=True),
    ),
    list=ListView(columns=("day", "campaign", "account", "points", "purchase")),
    form=FormView(
        sections=(Section(fields=("campaign", "version", "account", "day", "points", "purchase", "basis", "entry")),)
    ),
    read=_READ,
    scope=queries.of_visible_accounts,
)

RESOURCES = (CAMPAIGNS, CAMPAIGN_VERSIONS, AWARDS)
