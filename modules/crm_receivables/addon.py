"""What this add-on offers."""

from __future__ import annotations

from crm_contracts.events import ContractSigned
from crm_contracts.extensions import CONTRACT_PANELS
from crm_core.extensions import CUSTOMER_DEALS, CUSTOMER_FOLLOWERS, CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA
from crm_receivables import (
    allocation_pages,
    api,
    cards,
    close_models,
    credit_models,
    deals,
    e_invoice_views,
    exchange_models,
    exchange_pages,
    handlers,
    importing,
    jobs,
    journal_pages,
    mailing,
    merging,
    models,
    outlook_pages,
    pages,
    privacy,
    statement_pages,
    tax_invoice_importing,
    tax_invoice_models,
    tax_invoice_settings,
    tax_invoice_timeline,
    tax_panels,
    timeline,
    views,
)
from crm_receivables.demo import make_demo
from crm_receivables.extensions import CREDIT_NOTE_PANELS, INVOICE_PANELS, PAYMENT_PANELS
from crm_receivables.menus import MENU
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.rates import refuse_currency
from crm_receivables.settings import SETTINGS
from guanxi import CURRENCY_CHECKS, HOME_CARDS, Registry, RolePreset, _

_READ = ReceivablesPermission.READ
_FINANCE = tuple(permission for permission in ReceivablesPermission if permission != ReceivablesPermission.SETTINGS)
_MANAGER = (
    _READ,
    ReceivablesPermission.SEE_ALL,
    ReceivablesPermission.VOID,
    ReceivablesPermission.REFUND,
    ReceivablesPermission.CREDIT,
    ReceivablesPermission.WRITE_OFF,
    ReceivablesPermission.APPROVE_WRITE_OFF,
    ReceivablesPermission.REVERSE,
    ReceivablesPermission.JOURNAL,
)


def setup(r: Registry) -> None:
    r.models(models)
    r.models(credit_models)
    r.models(close_models)
    r.models(exchange_models)
    r.models(tax_invoice_models)
    r.permissions(ReceivablesPermission)
    r.role(
        RolePreset(key="finance", label=_("Finance"), permissions=_FINANCE),
        RolePreset(key="manager", label=_("Manager"), permissions=_MANAGER),
        RolePreset(key="sales", label=_("Sales"), permissions=(_READ,)),
        RolePreset(
            key="administration",
            label=_("Administration"),
            permissions=(_READ, ReceivablesPermission.SEE_ALL, ReceivablesPermission.SETTINGS),
        ),
    )
    r.resource(*views.RESOURCES)
    r.menu(*MENU)
    r.page(pages.AGING_PAGE, *journal_pages.PAGES, statement_pages.STATEMENT_PAGE)
    r.page(outlook_pages.OUTLOOK_PAGE, allocation_pages.PAGE, exchange_pages.EXCHANGE_PAGE)
    r.api(*api.ENDPOINTS, e_invoice_views.ENDPOINT, e_invoice_views.CREDIT_ENDPOINT)
    r.api(journal_pages.ENDPOINT, statement_pages.ENDPOINT, outlook_pages.ENDPOINT)
    r.api(exchange_pages.ENDPOINT)
    r.job(jobs.BILL_CONTRACTS, every="5 * * * *")
    r.job(jobs.MARK_OVERDUE, every="20 0 * * *")
    r.job(mailing.SEND_DOCUMENT)
    r.on(ContractSigned, handlers.bill_activation)
    r.importer(importing.PAID_INVOICES, tax_invoice_importing.DRAWN)
    r.settings(SETTINGS)
    r.settings(tax_invoice_settings.SETTINGS)
    r.extend(PERSONAL_DATA, privacy.PERSONAL)
    r.extend(CUSTOMER_PANELS, cards.CUSTOMER_PANEL)
    r.extend(CUSTOMER_TIMELINE, timeline.SOURCE, tax_invoice_timeline.SOURCE)
    r.extend(CUSTOMER_DEALS, deals.DEALS)
    r.extend(CUSTOMER_FOLLOWERS, *merging.FOLLOWERS)
    r.extend(CONTRACT_PANELS, cards.CONTRACT_PANEL)
    r.extend(INVOICE_PANELS, tax_panels.PANEL, e_invoice_views.PANEL)
    r.extend(CREDIT_NOTE_PANELS, tax_panels.CREDIT_PANEL, e_invoice_views.CREDIT_PANEL)
    r.extend(PAYMENT_PANELS, allocation_pages.PANEL)
    r.extend(HOME_CARDS, *cards.HOME)
    r.extend(CURRENCY_CHECKS, refuse_currency)
    r.demo(make_demo)
    if r.has("crm_portal"):
        from crm_portal.extensions import PORTAL_SECTIONS
        from crm_receivables.portal import DUE

        r.extend(PORTAL_SECTIONS, DUE)
