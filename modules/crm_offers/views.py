"""Campaigns, coupons, batches, redemptions and events, as people meet them."""

from __future__ import annotations

from crm_core.services import visible_customers
from crm_offers import queries
from crm_offers.actions import CAMPAIGN_ACTIONS, COUPON_ACTIONS, REDEMPTION_ACTIONS
from crm_offers.choices import CampaignState
from crm_offers.codes import hash_of, plain
from crm_offers.extensions import CAMPAIGN_PANELS
from crm_offers.ledger import lock_redemption
from crm_offers.models import Batch, Campaign, Coupon, Event, Redemption
from crm_offers.permissions import OfferPermission as P
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
    where,
)

MOST = 10**12
_CAMPAIGN = "crm_offers/campaigns"
_TERMS = "crm_core/terms"


def _money(name: str, label: Text, help: Text | None = None, *, readonly: bool = False) -> Field:
    return Field(
        name,
        label,
        kind=Kind.MONEY,
        currency="currency",
        minimum=0,
        maximum=MOST,
        help=help,
        readonly=readonly,
        measure=readonly,
    )


async def _prepare(change: Change) -> None:
    word = change.values.get("public_code")
    if word is not None:
        word = plain(word)
        if word and not 4 <= len(word) <= 40:
            raise InvalidInput({"public_code": _("From 4 to 40 letters and digits.")})
        change.values["public_code"] = word or None


CAMPAIGNS = Resource(
    name="campaigns",
    model=Campaign,
    title=_("Coupon campaigns"),
    singular=_("Coupon campaign"),
    fields=(
        Field("name", _("Name"), search=True, sort=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("worth", _("Worth", "coupon"), filter=True),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, default=lambda: current_company().currency),
        _money("amount", _("Amount off")),
        Field(
            "percent",
            _("Percent off, in basis points"),
            minimum=0,
            maximum=10_000,
            help=_("1000 is ten percent."),
        ),
        Field(
            "cap",
            _("At most"),
            kind=Kind.MONEY,
            currency="currency",
            minimum=1,
            maximum=MOST,
            help=_("The most that a percentage takes off. Empty: no limit."),
        ),
        Field("gift", _("Free gift"), search=True),
        _money("minimum_spend", _("Minimum spend"), _("Compared with the order before all discounts.")),
        Field("valid_from", _("Valid from"), help=_("Empty: from issue on.")),
        Field("valid_until", _("Last day"), help=_("Empty: no end.")),
        Field("valid_days", _("Days from issue"), minimum=0, maximum=3660, help=_("To the end of that day.")),
        Field("stock", _("Stock"), minimum=1, maximum=10**9, help=_("How many are issued at most. Empty: no limit.")),
        Field("per_customer", _("For each customer"), minimum=1, maximum=10**6, help=_("Empty: no limit.")),
        Field("level", _("Level"), to=_TERMS, among=lambda: where.eq("kind", "level"), help=_("Empty: all.")),
        Field(
            "value_class",
            _("Value class"),
            to=_TERMS,
            among=lambda: where.eq("kind", "value_class"),
            help=_("Empty: all."),
        ),
        Field("tag", _("Customers with the tag"), help=_("Empty: all.")),
        Field("stacking", _("Together with others")),
        Field(
            "public_code",
            _("Public code"),
            search=True,
            help=_("One word that many customers use. Empty: each coupon has a code of its own."),
        ),
        Field("issued", _("Issued", "coupon"), readonly=True, measure=True),
        Field("redeemed", _("Redeemed", "coupon"), readonly=True, measure=True),
        _money("discount", _("Discounts given"), readonly=True),
        _money("ordered", _("Orders brought"), readonly=True),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(
        columns=("name", "state", "worth", "valid_until", "stock", "issued", "redeemed", "discount", "ordered")
    ),
    form=FormView(
        stage="state",
        sections=(
            Section(
                fields=("name", "name_zh", "worth", "currency", "amount", "percent", "cap", "gift", "minimum_spend")
            ),
            Section(
                title=_("When and how many"),
                fields=("valid_from", "valid_until", "valid_days", "stock", "per_customer", "stacking", "public_code"),
            ),
            Section(title=_("For whom"), fields=("level", "value_class", "tag")),
        ),
        related=(
            RelatedList(
                resource="crm_offers/coupons",
                field="campaign",
                title=_("Coupons"),
                columns=("code", "customer", "state", "valid_until"),
            ),
            RelatedList(
                resource="crm_offers/batches",
                field="campaign",
                title=_("Batches", "coupons"),
                columns=("created_at", "wanted", "issued", "state"),
            ),
        ),
    ),
    read=P.READ,
    create=P.MANAGE,
    update=P.MANAGE,
    delete=P.MANAGE,
    panels=CAMPAIGN_PANELS,
    prepare=_prepare,
    actions=CAMPAIGN_ACTIONS,
    editable=lambda campaign: campaign.state == CampaignState.DRAFT,
    locked=_("The terms of a campaign do not change once it was opened."),
)

COUPONS = Resource(
    name="coupons",
    model=Coupon,
    title=_("Coupons"),
    singular=_("Coupon"),
    label="code",
    fields=(
        Field("code", _("Code", "coupon"), readonly=True),
        Field("campaign", _("Coupon campaign"), to=_CAMPAIGN, readonly=True, filter=True),
        Field("customer", _("Customer"), to="crm_core/customers", readonly=True, filter=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("valid_from", _("Valid from"), readonly=True),
        Field("valid_until", _("Over from"), readonly=True, filter=True),
        Field("source", _("Caused by"), readonly=True),
        Field("batch", _("Batch", "coupons"), to="crm_offers/batches", readonly=True, filter=True),
        Field("held_by", _("Held by the order"), readonly=True),
        Field("held_until", _("Held until"), readonly=True),
        Field("redemption", _("Redemption", "coupon"), to="crm_offers/redemptions", readonly=True),
        Field("created_at", _("Issued", "coupon"), kind=Kind.DATETIME, readonly=True),
    ),
    list=ListView(columns=("code", "campaign", "customer", "state", "created_at", "valid_until")),
    form=FormView(
        sections=(
            Section(fields=("code", "campaign", "customer", "state", "created_at", "valid_from", "valid_until")),
            Section(fields=("source", "batch", "held_by", "held_until", "redemption")),
        ),
        related=(
            RelatedList(
                resource="crm_offers/events",
                field="coupon",
                title=_("What happened"),
                columns=("at", "kind", "discount", "source", "actor"),
            ),
        ),
    ),
    read=P.READ,
    scope=queries.of_visible_customers,
    search=lambda text: where.eq("code_hash", hash_of(text)),
    actions=COUPON_ACTIONS,
)

BATCHES = Resource(
    name="batches",
    model=Batch,
    title=_("Batches", "coupons"),
    singular=_("Batch", "coupons"),
    label="created_at",
    fields=(
        Field("campaign", _("Coupon campaign"), to=_CAMPAIGN, readonly=True, filter=True),
        Field("wanted", _("Number of codes"), readonly=True, help=_("Empty: one for each customer.")),
        Field("issued", _("Issued", "coupon"), readonly=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("created_at", _("Started", "time"), kind=Kind.DATETIME, readonly=True),
    ),
    list=ListView(columns=("created_at", "campaign", "wanted", "issued", "state")),
    form=FormView(
        sections=(Section(fields=("campaign", "created_at", "wanted", "issued", "state")),),
        related=(
            RelatedList(
                resource="crm_offers/coupons",
                field="batch",
                title=_("Coupons"),
                columns=("code", "customer", "state", "valid_until"),
            ),
        ),
    ),
    read=P.READ,
)


def _visible_redemptions() -> where.Condition:
    """Those with no coupon of a customer whom one may not see."""
    condition = visible_customers()
    if condition is where.ALWAYS:
        return condition
    return where.not_(where.exists(Coupon, "redemption", where.not_(queries.of_visible_customers())))


REDEMPTIONS = Resource(
    name="redemptions",
    model=Redemption,
    title=_("Redemptions", "coupons"),
    singular=_("Redemption", "coupon"),
    label="source",
    fields=(
        Field("at", _("Time"), readonly=True, sort=True, filter=True),
        Field("source", _("Order", "coupon"), readonly=True, filter=True),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True),
        _money("amount", _("Order amount"), readonly=True),
        _money("discount", _("Discount"), readonly=True),
        Field("actor", _("Booked by"), readonly=True),
        Field("reversed_at", _("Taken back"), readonly=True, filter=True),
    ),
    list=ListView(columns=("at", "source", "amount", "discount", "actor", "reversed_at")),
    form=FormView(
        sections=(Section(fields=("at", "source", "currency", "amount", "discount", "actor", "reversed_at")),),
        related=(
            RelatedList(
                resource="crm_offers/events",
                field="redemption",
                title=_("Coupons"),
                columns=("coupon", "campaign", "kind", "discount", "at"),
            ),
        ),
    ),
    read=P.READ,
    scope=_visible_redemptions,
    lock_first=lock_redemption,
    actions=REDEMPTION_ACTIONS,
)

EVENTS = Resource(
    name="events",
    model=Event,
    title=_("What happened to coupons"),
    singular=_("What happened to a coupon"),
    label="source",
    fields=(
        Field("at", _("Time"), readonly=True, sort=True, filter=True),
        Field("coupon", _("Coupon"), to="crm_offers/coupons", readonly=True, filter=True),
        Field("campaign", _("Coupon campaign"), to=_CAMPAIGN, readonly=True, filter=True),
        Field("kind", _("Kind"), readonly=True, filter=True),
        Field("currency", _("Currency"), kind=Kind.CURRENCY, readonly=True),
        _money("discount", _("Discount"), readonly=True),
        Field("source", _("Caused by"), readonly=True),
        Field("redemption", _("Redemption", "coupon"), to="crm_offers/redemptions", readonly=True, filter=True),
        Field("actor", _("Booked by"), readonly=True),
    ),
    list=ListView(columns=("at", "coupon", "campaign", "kind", "discount", "source")),
    form=FormView(
        sections=(
            Section(
                fields=("at", "coupon", "campaign", "kind", "currency", "discount", "source", "redemption", "actor")
            ),
        )
    ),
    read=P.READ,
    scope=queries.of_visible_coupons,
)

RESOURCES = (CAMPAIGNS, COUPONS, BATCHES, REDEMPTIONS, EVENTS)
