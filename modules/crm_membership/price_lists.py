"""Price lists of tiers: by which list members buy."""

from __future__ import annotations

from crm_contracts.extensions import PriceListGivers
from crm_loyalty.services import member_tiers_sql
from crm_membership.models import TierPriceList
from crm_membership.permissions import MembershipPermission as P
from guanxi import Change, Field, FormView, ListView, Resource, Section, _, current_company, find, where

_LISTS = "crm_contracts/price-lists"


async def _prepare(change: Change) -> None:
    lists = current_company().catalog.resources[_LISTS].model
    for chosen in await find(lists, where.eq("id", change.now("price_list_id")), limit=1):
        change.values["currency"] = chosen.currency


TIER_PRICE_LISTS = Resource(
    name="tier-price-lists",
    model=TierPriceList,
    title=_("Price lists of tiers"),
    singular=_("Price list of a tier"),
    label="id",
    fields=(
        Field(
            "tier",
            _("Tier"),
            to="crm_loyalty/tiers",
            filter=True,
            help=_("Members of exactly this tier: higher ones need a list of their own."),
        ),
        Field("price_list", _("Price list"), to=_LISTS, filter=True),
    ),
    list=ListView(columns=("tier", "price_list"), sort="-id"),
    form=FormView(sections=(Section(fields=("tier", "price_list")),)),
    read=P.READ,
    create=P.MANAGE,
    update=P.MANAGE,
    delete=P.MANAGE,
    prepare=_prepare,
)


def _gives(price_list: str, customer: str) -> str:
    return f"""EXISTS (SELECT FROM crm_membership_tier_price_list tier_list
        WHERE tier_list.price_list_id = {price_list} AND tier_list.tier_id = {member_tiers_sql(customer)})"""


def _is_given(price_list: str) -> str:
    return f"EXISTS (SELECT FROM crm_membership_tier_price_list given WHERE given.price_list_id = {price_list})"


GIVERS = PriceListGivers(gives=_gives, is_given=_is_given)
