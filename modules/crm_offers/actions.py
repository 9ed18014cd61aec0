"""What users do with campaigns, coupons and redemptions. Each leaves an entry in the audit log beside the events."""

from __future__ import annotations

import uuid
from typing import Any

from crm_offers import batches, ledger, services
from crm_offers.choices import CampaignState, CouponState
from crm_offers.models import Campaign, Coupon, Redemption
from crm_offers.permissions import OfferPermission as P
from guanxi import Action, Field, Kind, Outcome, _, audit, elevated, update

_CUSTOMER = Field("customer", _("Customer"), kind=Kind.RELATION, required=True, to="crm_core/customers")
_REASON = Field("reason", _("Reason"), kind=Kind.TEXT, required=True, max_length=300)


def once() -> str:
    """The source of a step that a person takes: each click is a step of its own."""
    return f"user:{uuid.uuid4()}"


def _is_open(campaign: Campaign) -> bool:
    return campaign.state == CampaignState.OPEN


async def _open(campaign: Campaign, values: dict[str, Any]) -> Outcome:
    with elevated():
        await update(Campaign, campaign.id, {"state": CampaignState.OPEN})
    return Outcome(_("The campaign is open: its terms do not change any more."))


async def _close(campaign: Campaign, values: dict[str, Any]) -> Outcome:
    with elevated():
        await update(Campaign, campaign.id, {"state": CampaignState.CLOSED})
    return Outcome(_("Nothing more is issued. Coupons that customers have stay good."))


async def _change_stock(campaign: Campaign, values: dict[str, Any]) -> Outcome:
    """No lower than what is issued: the database refuses that."""
    with elevated():
        await update(Campaign, campaign.id, {"stock": values["stock"]})
    return Outcome(_("The stock is changed."))


async def _issue(campaign: Campaign, values: dict[str, Any]) -> Outcome:
    made = await services.issue(campaign.id, values["customer"], once())
    await audit("issue", "crm_offers/campaigns", campaign.id, label=campaign.name, after={"coupon": made.coupon_id})
    data = {"coupon_id": made.coupon_id, "code": made.code}
    return Outcome(_("The coupon has the code {code}.", code=made.code), data=data)


async def _issue_codes(campaign: Campaign, values: dict[str, Any]) -> Outcome:
    return await _batch(campaign, values["count"])


async def _issue_to_customers(campaign: Campaign, values: dict[str, Any]) -> Outcome:
    return await _batch(campaign, None)


async def _batch(campaign: Campaign, wanted: int | None) -> Outcome:
    id = await batches.start(campaign.id, wanted)
    await audit(
        "issue", "crm_offers/campaigns", campaign.id, label=campaign.name, after={"batch": id, "wanted": wanted}
    )
    return Outcome(_("The coupons are being issued."), go_to=f"/crm_offers/batches/{id}", data={"batch_id": id})


CAMPAIGN_ACTIONS = (
    Action(
        name="open",
        label=_("Open", "campaign action"),
        permission=P.MANAGE,
        run=_open,
        when=lambda campaign: campaign.state in (CampaignState.DRAFT, CampaignState.CLOSED),
        moves_to=CampaignState.OPEN,
        confirm=_("The terms of an open campaign do not change any more."),
        primary=True,
    ),
    Action(
        name="issue",
        label=_("Give to a customer"),
        permission=P.ISSUE,
        run=_issue,
        when=_is_open,
        fields=(_CUSTOMER,),
        primary=True,
    ),
    Action(
        name="issue_to_customers",
        label=_("Give to all it is for"),
        permission=P.MANAGE,
        run=_issue_to_customers,
        when=_is_open,
        confirm=_("Every customer that the campaign is for gets one, as far as the stock goes."),
    ),
    Action(
        name="issue_codes",
        label=_("Make codes"),
        permission=P.MANAGE,
        run=_issue_codes,
        when=_is_open,
        fields=(
            Field(
                "count",
                _("Number of codes"),
                kind=Kind.INTEGER,
                required=True,
                minimum=1,
                maximum=batches.MOST_CODES,
                help=_("For whoever has the code: to print or to send."),
            ),
        ),
    ),
    Action(
        name="change_stock",
        label=_("Change the stock"),
        permission=P.MANAGE,
        run=_change_stock,
        when=_is_open,
        fields=(
            Field(
                "stock",
                _("Stock"),
                kind=Kind.INTEGER,
                required=False,
                minimum=1,
                maximum=10**9,
                help=_("How many are issued at most. Empty: no limit."),
            ),
        ),
    ),
    Action(
        name="close",
        label=_("Close", "campaign action"),
        permission=P.MANAGE,
        run=_close,
        when=_is_open,
        moves_to=CampaignState.CLOSED,
        danger=True,
    ),
)


async def _void(coupon: Coupon, values: dict[str, Any]) -> Outcome:
    await ledger.void(coupon.id, once())
    await audit("void", "crm_offers/coupons", coupon.id, label=coupon.code, reason=values["reason"])
    return Outcome(_("The coupon is void."))


COUPON_ACTIONS = (
    Action(
        name="void",
        label=_("Make void"),
        permission=P.ISSUE,
        run=_void,
        when=lambda coupon: coupon.state in (CouponState.ISSUED, CouponState.HELD, CouponState.EXPIRED),
        moves_to=CouponState.VOID,
        danger=True,
        fields=(_REASON,),
    ),
)


async def _reverse(redemption: Redemption, values: dict[str, Any]) -> Outcome:
    await services.reverse(redemption.id, once())
    await audit("reverse", "crm_offers/redemptions", redemption.id, label=redemption.source, reason=values["reason"])
    return Outcome(_("The coupons are given back."))


REDEMPTION_ACTIONS = (
    Action(
        name="reverse",
        label=_("Take back"),
        permission=P.REDEEM,
        run=_reverse,
        when=lambda redemption: redemption.reversed_at is None,
        fields=(_REASON,),
        danger=True,
    ),
)
