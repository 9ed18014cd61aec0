"""What this add-on offers."""

from __future__ import annotations

from crm_core.extensions import CUSTOMER_FOLLOWERS, CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA
from crm_offers import (
    api,
    batches,
    counter,
    jobs,
    lottery_models,
    lottery_views,
    merging,
    models,
    panels,
    privacy,
    timeline,
    verify_page,
    views,
)
from crm_offers.demo import make_demo
from crm_offers.extensions import CAMPAIGN_PANELS, COUNTER_CODES, LOTTERY_PANELS, POINTS_BANKS
from crm_offers.permissions import OfferPermission as P
from guanxi import Menu, Registry, RolePreset, _

_SECTION = _("Offers")
_SALES = (P.READ, P.ISSUE, P.REDEEM, P.DRAW)


def setup(r: Registry) -> None:
    r.models(models)
    r.models(lottery_models)
    r.permissions(P)
    r.role(
        RolePreset(key="sales", label=_("Sales"), permissions=_SALES),
        RolePreset(key="finance", label=_("Finance"), permissions=(P.READ,)),
        RolePreset(key="manager", label=_("Manager"), permissions=(*_SALES, P.MANAGE)),
        RolePreset(key="administration", label=_("Administration"), permissions=tuple(P)),
    )
    r.resource(*views.RESOURCES, *lottery_views.RESOURCES)
    r.page(counter.COUNTER_PAGE, verify_page.VERIFY_PAGE)
    _menus(r)
    r.api(*api.ENDPOINTS)
    r.job(batches.ISSUE_BATCH)
    r.job(jobs.TIDY, every="*/10 * * * *")
    r.job(jobs.END_LOTTERIES, every="*/5 * * * *")
    r.demo(make_demo)
    r.extend(PERSONAL_DATA, privacy.PERSONAL)
    r.extend(CUSTOMER_PANELS, panels.CUSTOMER)
    r.extend(CUSTOMER_TIMELINE, timeline.SOURCE)
    r.extend(CUSTOMER_FOLLOWERS, merging.FOLLOWER)
    r.extend(CAMPAIGN_PANELS, panels.CAMPAIGN)
    r.extend(LOTTERY_PANELS, panels.LOTTERY)
    if r.has("crm_loyalty"):
        from crm_loyalty.extensions import REWARD_GIVERS
        from crm_offers.loyalty import BANK, GIVER, VOUCHERS

        r.extend(POINTS_BANKS, BANK)
        r.extend(REWARD_GIVERS, GIVER)
        r.extend(COUNTER_CODES, VOUCHERS)
    if r.has("crm_portal"):
        from crm_offers.portal import OFFERS_SECTION
        from crm_offers.portal_coupon import PAGES
        from crm_portal.extensions import PORTAL_SECTIONS

        r.page(*PAGES)
        r.extend(PORTAL_SECTIONS, OFFERS_SECTION)


def _menus(r: Registry) -> None:
    entries = (
        (_("Coupon counter"), "counter", P.REDEEM, "tag"),
        (_("Coupon campaigns"), "campaigns", P.READ, "gift"),
        (_("Coupons"), "coupons", P.READ, "tag"),
        (_("Redemptions", "coupons"), "redemptions", P.READ, "list"),
        (_("Lotteries"), "lotteries", P.READ, "star"),
        (_("Draws"), "draws", P.READ, "list"),
    )
    for n, (label, name, access, icon) in enumerate(entries, start=1):
        r.menu(Menu(label=label, href=f"/crm_offers/{name}", access=access, section=_SECTION, order=10 * n, icon=icon))
