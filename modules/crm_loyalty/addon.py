"""What this add-on offers."""

from __future__ import annotations

from crm_core.extensions import CUSTOMER_FOLLOWERS, CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA
from crm_loyalty import (
    api,
    campaign_models,
    campaign_panel,
    campaign_terms,
    campaign_views,
    cards,
    gifts,
    jobs,
    liability_pages,
    merging,
    models,
    order_api,
    panels,
    privacy,
    simulator,
    suspicion,
    tier_gifts,
    tier_views,
    timeline,
    views,
    warning,
)
from crm_loyalty.demo import make_demo
from crm_loyalty.extensions import REWARD_PANELS
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.request_views import REQUESTS
from crm_loyalty.seeds import seed_program
from crm_loyalty.settings import SETTINGS
from guanxi import CURRENCY_CHECKS, HOME_CARDS, Menu, Registry, RolePreset, _

_READ, _MANAGE = LoyaltyPermission.READ, LoyaltyPermission.MANAGE
_FINANCE = (_READ, LoyaltyPermission.OVERVIEW, LoyaltyPermission.REDEEM)
_MANAGER = (*_FINANCE, LoyaltyPermission.EARN, LoyaltyPermission.ADJUST, LoyaltyPermission.APPROVE)
_SECTION = _("Loyalty")


def setup(r: Registry) -> None:
    r.models(models)
    r.models(campaign_models)
    r.permissions(LoyaltyPermission)
    r.role(
        RolePreset(key="sales", label=_("Sales"), permissions=(_READ, LoyaltyPermission.REDEEM)),
        RolePreset(key="finance", label=_("Finance"), permissions=_FINANCE),
        RolePreset(key="manager", label=_("Manager"), permissions=_MANAGER),
        RolePreset(key="administration", label=_("Administration"), permissions=(*_MANAGER, LoyaltyPermission.MANAGE)),
    )
    r.resource(*views.RESOURCES, *tier_views.RESOURCES, *campaign_views.RESOURCES, REQUESTS)
    r.extend(campaign_panel.CAMPAIGN_PANELS, campaign_panel.COST_AND_RETURN)
    r.extend(campaign_terms.VERSION_PANELS, campaign_terms.TERMS)
    r.menu(
        Menu(
            label=_("Members"),
            href="/crm_loyalty/members",
            access=_READ,
            section=_SECTION,
            order=10,
            icon="star",
        ),
        Menu(label=_("Points accounts"), href="/crm_loyalty/accounts", access=_READ, section=_SECTION, order=15),
        Menu(label=_("Points ledger"), href="/crm_loyalty/entries", access=_READ, section=_SECTION, order=20),
        Menu(label=_("Rewards"), href="/crm_loyalty/rewards", access=_READ, section=_SECTION, order=30, icon="gift"),
        Menu(label=_("Vouchers"), href="/crm_loyalty/vouchers", access=_READ, section=_SECTION, order=40, icon="tag"),
        Menu(label=_("Tiers"), href="/crm_loyalty/tiers", access=_READ, section=_SECTION, order=50, icon="shield"),
        Menu(label=_("Tier changes"), href="/crm_loyalty/tier_changes", access=_READ, section=_SECTION, order=52),
        Menu(
            label=_("Gifts for reaching tiers"),
            href="/crm_loyalty/tier_gifts",
            access=_READ,
            section=_SECTION,
            order=53,
        ),
        Menu(
            label=_("How tiers are made"),
            href="/crm_loyalty/tier_programs/1",
            access=_MANAGE,
            section=_SECTION,
            order=55,
        ),
        Menu(
            label=_("Earning rules"), href="/crm_loyalty/rules", access=_READ, section=_SECTION, order=60, icon="gear"
        ),
        Menu(
            label=_("Points campaigns"),
            href="/crm_loyalty/campaigns",
            access=_READ,
            section=_SECTION,
            order=62,
            icon="gift",
        ),
        Menu(label=_("Points simulator"), href=simulator.PATH, access=_READ, section=_SECTION, order=64),
        Menu(
            label=_("Points owed"),
            href="/crm_loyalty/liability",
            access=LoyaltyPermission.OVERVIEW,
            section=_SECTION,
            order=25,
        ),
        Menu(label=_("Points requests"), href="/crm_loyalty/requests", access=_READ, section=_SECTION, order=22),
        Menu(
            label=_("Suspicious members"),
            href=suspicion.PATH,
            access=LoyaltyPermission.APPROVE,
            section=_SECTION,
            order=23,
        ),
        Menu(label=_("Types of points"), href="/crm_loyalty/point_types", access=_MANAGE, section=_SECTION, order=70),
    )
    r.page(liability_pages.LIABILITY_PAGE, simulator.SIMULATOR_PAGE, suspicion.PAGE)
    r.api(*api.ENDPOINTS, *order_api.ENDPOINTS, liability_pages.ENDPOINT, suspicion.ENDPOINT)
    r.job(jobs.EXPIRE_POINTS, every="0 3 * * *")
    r.job(warning.WARN, every="0 9 * * *")
    r.job(jobs.REVIEW_TIERS, every="10 0 * * *")
    r.job(jobs.MOVE_TIERS)
    r.job(tier_gifts.GIVE_TIER_GIFTS, every="*/10 * * * *")
    r.job(jobs.CLOSE_HOLDS, every="*/5 * * * *")
    r.settings(SETTINGS)
    r.seed(seed_program)
    r.demo(make_demo)
    r.extend(PERSONAL_DATA, *privacy.PERSONAL)
    r.extend(CUSTOMER_PANELS, panels.POINTS_PANEL)
    r.extend(CUSTOMER_TIMELINE, timeline.SOURCE)
    r.extend(CUSTOMER_FOLLOWERS, merging.FOLLOWER)
    r.extend(HOME_CARDS, *cards.HOME, suspicion.CARD)
    r.extend(REWARD_PANELS, gifts.PANEL)
    r.extend(CURRENCY_CHECKS, gifts.refuse_currency)
    if r.has("crm_receivables"):
        from crm_loyalty import handlers
        from crm_receivables.events import PaymentsReceived, PaymentsRefunded, PaymentsReversed

        r.on(PaymentsReceived, handlers.earn_for_payments)
        r.on(PaymentsRefunded, handlers.take_back_for_refunds)
        r.on(PaymentsReversed, handlers.take_back_for_reversals)
    if r.has("crm_portal"):
        from crm_loyalty.portal import MEMBER_CARD, POINTS_SECTION
        from crm_loyalty.portal_voucher import PAGES
        from crm_portal.extensions import PORTAL_CARDS, PORTAL_SECTIONS

        r.page(*PAGES)
        r.extend(PORTAL_SECTIONS, POINTS_SECTION)
        r.extend(PORTAL_CARDS, MEMBER_CARD)
