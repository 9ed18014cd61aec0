"""What this add-on offers."""

from __future__ import annotations

from crm_core.extensions import CUSTOMER_FOLLOWERS, CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA
from crm_wallet import (
    api,
    billing_models,
    card_api,
    card_models,
    jobs,
    merging,
    models,
    pages,
    panels,
    privacy,
    timeline,
)
from crm_wallet.demo import make_demo
from crm_wallet.permissions import WalletPermission as P
from crm_wallet.settings import SETTINGS
from crm_wallet.views import RESOURCES
from guanxi import Menu, Registry, RolePreset, Text, _

_SALES = (P.READ, P.TOP_UP, P.SPEND, P.CARDS, P.SELL)
_FINANCE = (*_SALES, P.REFUND, P.ADJUST, P.CASH_BACK, P.BLOCK, P.LIABILITY)
_MANAGER = (*_FINANCE, P.APPROVE, P.ISSUE, P.CODES)
_SECTION = _("Stored value")


def setup(r: Registry) -> None:
    r.models(models)
    r.models(card_models)
    r.models(billing_models)
    r.permissions(P)
    r.role(
        RolePreset(key="sales", label=_("Sales"), permissions=_SALES),
        RolePreset(key="finance", label=_("Finance"), permissions=_FINANCE),
        RolePreset(key="manager", label=_("Manager"), permissions=_MANAGER),
        RolePreset(key="administration", label=_("Administration"), permissions=(*_MANAGER, P.MANAGE)),
    )
    r.resource(*RESOURCES)
    r.menu(*_MENU)
    r.page(*pages.PAGES)
    r.api(*api.ENDPOINTS, *card_api.CARD_ENDPOINTS, pages.ENDPOINT)
    r.job(jobs.EXPIRE_BONUS, every="10 3 * * *")
    r.job(jobs.CLOSE_HOLDS, every="*/5 * * * *")
    r.job(jobs.MAKE_CARDS)
    r.settings(SETTINGS)
    r.demo(make_demo)
    r.extend(PERSONAL_DATA, privacy.PERSONAL)
    r.extend(CUSTOMER_PANELS, panels.WALLET_PANEL)
    r.extend(CUSTOMER_TIMELINE, timeline.SOURCE)
    r.extend(CUSTOMER_FOLLOWERS, *merging.FOLLOWERS)
    if r.has("crm_receivables"):
        _with_invoices(r)
    if r.has("crm_portal"):
        _in_portal(r)
    if r.has("crm_loyalty"):
        from crm_loyalty.extensions import REWARD_GIVERS
        from crm_wallet.rewards import GIVER

        r.extend(REWARD_GIVERS, GIVER)


def _with_invoices(r: Registry) -> None:
    from crm_receivables.events import InvoicesPosted, PaymentsRefunded, PaymentsReversed
    from crm_receivables.extensions import INVOICE_PANELS
    from crm_wallet import billing, paying

    r.on(InvoicesPosted, billing.settle_cash_back)
    r.on(PaymentsRefunded, billing.give_back_refunds)
    r.on(PaymentsReversed, billing.give_back_reversals)
    r.extend(INVOICE_PANELS, paying.INVOICE_PANEL)
    r.page(paying.PAGE)
    r.api(paying.ENDPOINT)


def _in_portal(r: Registry) -> None:
    from crm_portal.extensions import PORTAL_SECTIONS
    from crm_wallet.portal import make_section

    if r.has("crm_receivables"):
        from crm_wallet.portal_billing import PAY, open_invoices

        r.extend(PORTAL_SECTIONS, make_section(open_invoices, (PAY,)))
    else:
        r.extend(PORTAL_SECTIONS, make_section())


def _menu(label: Text, name: str, access: P, order: int, icon: str = "list") -> Menu:
    return Menu(label=label, href=f"/crm_wallet/{name}", access=access, section=_SECTION, order=order, icon=icon)


_MENU = (
    _menu(_("Stored value"), "wallets", P.READ, 10, "money"),
    _menu(_("Movements", "stored value"), "entries", P.READ, 20),
    _menu(_("Gift cards"), "cards", P.CARDS, 30, "gift"),
    _menu(_("Batches of gift cards"), "batches", P.ISSUE, 40),
    _menu(_("Cash-back"), "cash_backs", P.READ, 50),
    _menu(_("Corrections of stored value"), "adjustments", P.READ, 60),
    _menu(_("Held for customers"), "liability", P.LIABILITY, 70, "chart"),
    _menu(_("Top-up offers"), "offers", P.READ, 80, "tag"),
)
