"""Accounts, movements, rules, tiers and rewards, as people meet them."""

from __future__ import annotations

import re

from crm_loyalty import actions, gifts, queries, rule_actions
from crm_loyalty.extensions import REWARD_PANELS
from crm_loyalty.models import Account, Entry, Hold, Lot, Member, PointType, Reward, Rule, Voucher
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.tier_views import CHANGES_OF_MEMBER, TIER_ACTIONS
from guanxi import Change, Field, FormView, InvalidInput, Kind, ListView, RelatedList, Resource, Section, _

_READ, _MANAGE = LoyaltyPermission.READ, LoyaltyPermission.MANAGE
_ACCOUNT = "crm_loyalty/accounts"
_ENTRY = "crm_loyalty/entries"
_TYPE = "crm_loyalty/point_types"

MEMBERS = Resource(
    name="members",
    model=Member,
    title=_("Members"),
    singular=_("Member"),
    label="card_number",
    fields=(
        Field("customer", _("Customer"), to="crm_core/customers", readonly=True, filter=True, search=True),
        Field("card_number", _("Card number"), readonly=True, search=True),
        Field("tier", _("Tier"), to="crm_loyalty/tiers", readonly=True, filter=True),
        Field(
            "growth",
            _("Growth"),
            readonly=True,
            help=_("All points earned; never spent."),
            measure=True,
        ),
        Field("earned_tier", _("Earned tier"), to="crm_loyalty/tiers", readonly=True, filter=True),
        Field("review_on", _("Kept until"), readonly=True, filter=True, help=_("Then the earned tier is reviewed.")),
        Field("granted_tier", _("Given tier"), to="crm_loyalty/tiers", readonly=True, filter=True),
        Field("granted_until", _("Given tier ends"), readonly=True),
        Field("created_at", _("Member since"), kind=Kind.DATETIME, readonly=True, filter=True),
    ),
    list=ListView(columns=("customer", "tier", "growth", "created_at"), secondary="card_number"),
    form=FormView(
        sections=(
            Section(fields=("customer", "card_number", "tier", "growth", "created_at")),
            Section(title=_("Tier"), fields=("earned_tier", "review_on", "granted_tier", "granted_until")),
        ),
        related=(
            RelatedList(
                resource=_ACCOUNT,
                field="member",
                title=_("Points accounts"),
                columns=("number", "type", "balance", "held", "debt"),
            ),
            CHANGES_OF_MEMBER,
        ),
    ),
    read=_READ,
    scope=queries.visible_accounts,
    search=queries.search_members,
    actions=(*actions.MEMBER_ACTIONS, *TIER_ACTIONS),
)

ACCOUNTS = Resource(
    name="accounts",
    model=Account,
    title=_("Points accounts"),
    singular=_("Points account"),
    label="number",
    fields=(
        Field("customer", _("Customer"), to="crm_core/customers", readonly=True, filter=True, search=True),
        Field("number", _("Number", "points account"), readonly=True, search=True),
        Field("member", _("Member"), to="crm_loyalty/members", readonly=True, filter=True),
        Field("type", _("Type of points"), to=_TYPE, readonly=True, filter=True),
        Field("balance", _("Balance"), readonly=True, measure=True),
        Field("held", _("Held"), readonly=True, measure=True),
        Field("debt", _("Owed points"), readonly=True, measure=True),
        Field(
            "pending_until",
            _("Pending until"),
            readonly=True,
            help=_("Points of purchases that may still be returned cannot be spent yet."),
        ),
    ),
    list=ListView(columns=("customer", "type", "balance", "held", "debt"), secondary="number"),
    form=FormView(
        sections=(
            Section(fields=("customer", "member", "type", "number", "balance", "held", "debt", "pending_until")),
        ),
        related=(
            RelatedList(
                resource=_ENTRY,
                field="account",
                title=_("Points ledger"),
                columns=("at", "kind", "points", "balance_after", "source", "reason"),
            ),
            RelatedList(
                resource="crm_loyalty/lots",
                field="account",
                title=_("Lots"),
                columns=("earned_at", "available_at", "expires_at", "points", "remaining"),
            ),
            RelatedList(
                resource="crm_loyalty/vouchers",
                field="account",
                title=_("Vouchers"),
                columns=("code", "reward", "created_at", "used_at", "void"),
            ),
        ),
    ),
    read=_READ,
    scope=queries.visible_accounts,
    search=queries.search_accounts,
    actions=actions.ACCOUNT_ACTIONS,
)

_CODE = re.compile(r"[a-z0-9][a-z0-9_]{0,29}")


async def _check_code(change: Change) -> None:
    if not _CODE.fullmatch(change.now("code") or ""):
        raise InvalidInput({"code": _("Lowercase letters, digits and _, no _ first.")})


POINT_TYPES = Resource(
    name="point_types",
    model=PointType,
    title=_("Types of points"),
    singular=_("Type of points"),
    fields=(
        Field(
            "code",
            _("Code", "type of points"),
            fixed=True,
            help=_("What programs name it by: lowercase letters, digits and _. It cannot be changed later."),
        ),
        Field("name", _("Name"), search=True),
        Field("name_zh", _("Chinese name"), search=True),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(columns=("code", "name", "name_zh")),
    form=FormView(sections=(Section(fields=("code", "name", "name_zh")),)),
    read=_READ,
    create=_MANAGE,
    update=_MANAGE,
    prepare=_check_code,
)

ENTRIES = Resource(
    name="entries",
    model=Entry,
    title=_("Points ledger"),
    singular=_("Ledger entry"),
    label="source",
    fields=(
        Field("at", _("Time"), readonly=True, sort=True, filter=True),
        Field("created_at", _("Booked at"), kind=Kind.DATETIME, readonly=True, filter=True),
        Field("account", _("Points account"), to=_ACCOUNT, readonly=True, filter=True),
        Field("kind", _("Kind"), readonly=True, filter=True),
        Field("points", _("Points"), readonly=True, measure=True),
        Field("balance_after", _("Balance after"), readonly=True),
        Field("growth", _("Growth"), readonly=True, measure=True),
        Field("source", _("Caused by"), readonly=True, filter=True, search=True),
        Field("reason", _("Reason"), readonly=True),
        Field("rule", _("Rule"), to="crm_loyalty/rules", readonly=True),
        Field("reverses", _("Reverses"), to=_ENTRY, readonly=True),
        Field("actor", _("Booked by"), readonly=True),
    ),
    list=ListView(columns=("at", "account", "kind", "points", "balance_after", "source", "reason")),
    form=FormView(
        sections=(
            Section(fields=("at", "created_at", "account", "kind", "points", "balance_after", "growth")),
            Section(fields=("source", "reason", "rule", "reverses", "actor")),
        )
    ),
    read=_READ,
    scope=queries.of_visible_accounts,
)

LOTS = Resource(
    name="lots",
    model=Lot,
    title=_("Lots"),
    singular=_("Lot"),
    label="earned_at",
    fields=(
        Field("account", _("Points account"), to=_ACCOUNT, readonly=True, filter=True),
        Field("entry", _("Ledger entry"), to=_ENTRY, readonly=True),
        Field("earned_at", _("Earned on"), readonly=True),
        Field("available_at", _("To be spent from"), readonly=True),
        Field("expires_at", _("Over from"), readonly=True, filter=True),
        Field("points", _("Points"), readonly=True, measure=True),
        Field("remaining", _("Remaining"), readonly=True, filter=True, measure=True),
    ),
    list=ListView(columns=("account", "earned_at", "available_at", "expires_at", "points", "remaining")),
    form=FormView(
        sections=(
            Section(fields=("account", "entry", "earned_at", "available_at", "expires_at", "points", "remaining")),
        )
    ),
    read=_READ,
    scope=queries.of_visible_accounts,
)

HOLDS = Resource(
    name="holds",
    model=Hold,
    title=_("Holds"),
    singular=_("Hold"),
    label="source",
    fields=(
        Field("account", _("Points account"), to=_ACCOUNT, readonly=True, filter=True),
        Field("points", _("Points"), readonly=True, measure=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("expires_at", _("Until"), readonly=True),
        Field("source", _("Caused by"), readonly=True, filter=True, search=True),
        Field("entry", _("Redemption"), to=_ENTRY, readonly=True),
    ),
    list=ListView(columns=("account", "points", "state", "expires_at", "source")),
    form=FormView(sections=(Section(fields=("account", "points", "state", "expires_at", "source", "entry")),)),
    read=_READ,
    scope=queries.of_visible_accounts,
)

RULES = Resource(
    name="rules",
    model=Rule,
    title=_("Earning rules"),
    singular=_("Earning rule"),
    label="version",
    fields=(
        Field("version", _("Version"), readonly=True, sort=True),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True, filter=True),
        Field("points", _("Points"), readonly=True),
        Field("amount", _("for each"), kind=Kind.MONEY, currency="currency", readonly=True),
        Field("expiry", _("Points are over"), readonly=True),
        Field("months", _("Months"), readonly=True),
        Field("days", _("Days"), readonly=True),
        Field("valid_from", _("Valid from"), readonly=True),
        Field("on_tax", _("Tax counts"), readonly=True),
        Field("on_freight", _("Freight counts"), readonly=True),
        Field("on_coupons", _("What coupons paid counts"), readonly=True),
        Field("on_points", _("What points paid counts"), readonly=True),
        Field("on_stored_value", _("What stored value paid counts"), readonly=True),
    ),
    list=ListView(columns=("version", "points", "amount", "expiry", "months", "valid_from"), sort="-version"),
    form=FormView(
        sections=(
            Section(fields=("version", "currency", "points", "amount", "expiry", "months", "days", "valid_from")),
            Section(
                title=_("What of an order counts"),
                fields=("on_tax", "on_freight", "on_coupons", "on_points", "on_stored_value"),
            ),
        )
    ),
    read=_READ,
    actions=rule_actions.RULE_ACTIONS,
)


async def _prepare_reward(change: Change) -> None:
    if change.now("type_id") is None:
        change.values["type_id"] = await queries.main_type()
    await gifts.prepare(change)


REWARDS = Resource(
    name="rewards",
    model=Reward,
    title=_("Rewards"),
    singular=_("Reward"),
    fields=(
        Field("name", _("Name"), search=True, sort=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field("type", _("Type of points"), to=_TYPE, required=False, help=_("Empty: the usual points.")),
        Field("points", _("Points"), minimum=1, maximum=10**12),
        Field("stock", _("Stock"), minimum=0, maximum=10**9),
        Field("kind", _("Kind")),
        Field("gift", _("What it gives", "reward"), required=False, offers=gifts.offers, help=gifts.HELP),
        Field("active", _("Active"), filter=True),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(columns=("name", "name_zh", "kind", "type", "points", "stock", "active"), sort="name"),
    form=FormView(
        sections=(
            Section(fields=("name", "name_zh", "kind", "gift")),
            Section(fields=("type", "points", "stock", "active")),
        )
    ),
    panels=REWARD_PANELS,
    read=_READ,
    create=_MANAGE,
    update=_MANAGE,
    delete=_MANAGE,
    prepare=_prepare_reward,
)

VOUCHERS = Resource(
    name="vouchers",
    model=Voucher,
    title=_("Vouchers"),
    singular=_("Voucher"),
    label="code",
    fields=(
        Field("code", _("Code", "voucher"), readonly=True, search=True, filter=True),
        Field("account", _("Points account"), to=_ACCOUNT, readonly=True, filter=True),
        Field("reward", _("Reward"), to="crm_loyalty/rewards", readonly=True, filter=True),
        Field("kind", _("Kind"), readonly=True),
        Field("given", _("Given instead"), readonly=True),
        Field("entry", _("Redemption"), to=_ENTRY, readonly=True),
        Field("created_at", _("Issued"), kind=Kind.DATETIME, readonly=True),
        Field("used_at", _("Used"), readonly=True),
        Field("used_for", _("Used for"), readonly=True),
        Field("void", _("Void"), readonly=True, filter=True),
    ),
    list=ListView(columns=("code", "reward", "kind", "given", "account", "created_at", "used_at", "void")),
    form=FormView(
        sections=(
            Section(fields=("code", "reward", "kind", "given", "account", "entry")),
            Section(fields=("created_at", "used_at", "used_for", "void")),
        )
    ),
    read=_READ,
    scope=queries.of_visible_accounts,
    actions=actions.VOUCHER_ACTIONS,
)

RESOURCES = (MEMBERS, ACCOUNTS, ENTRIES, LOTS, HOLDS, RULES, POINT_TYPES, REWARDS, VOUCHERS)
