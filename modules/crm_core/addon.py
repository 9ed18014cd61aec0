"""What this add-on offers."""

from __future__ import annotations

from crm_core import (
    api,
    birthday_card,
    cards,
    checking,
    consent_pages,
    consent_views,
    contact_models,
    deals,
    follow_up_cards,
    follow_up_models,
    follow_up_reminders,
    handover,
    importing,
    jobs,
    merge_pages,
    merging_api,
    merging_jobs,
    merging_models,
    merging_own,
    merging_views,
    models,
    overdue,
    pair_finding,
    panels,
    plan_views,
    plans,
    privacy_data,
    privacy_models,
    privacy_pages,
    retention_views,
    terms,
    timeline,
    timeline_mails,
    vcard_export,
    vcard_import,
    views,
    web_form_views,
)
from crm_core.consent import seed_texts
from crm_core.consent_requests import FORGET_REQUESTS
from crm_core.demo import make_demo
from crm_core.extensions import CUSTOMER_FOLLOWERS, CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA
from crm_core.menus import MENUS
from crm_core.our_company import COMPANY
from crm_core.permissions import CorePermission
from crm_core.plan_seeds import seed_plans
from crm_core.queries import TEAMS
from crm_core.retention import RETENTION, seed_rules
from crm_core.roles import ROLES
from crm_core.settings import SETTINGS
from crm_core.web_form import FORM_PAGE
from guanxi import HOME_CARDS, SHARES, Registry


def setup(r: Registry) -> None:
    for module in (models, contact_models, privacy_models, merging_models, follow_up_models):
        r.models(module)
    r.permissions(CorePermission)
    r.role(*ROLES)
    r.settings(SETTINGS)
    r.settings(COMPANY)
    _screens(r)
    _panels(r)
    _jobs(r)
    r.extend(SHARES, TEAMS)
    r.extend(CUSTOMER_TIMELINE, *timeline.SOURCES, timeline_mails.SOURCE)
    r.extend(PERSONAL_DATA, *privacy_data.PERSONAL)
    r.extend(CUSTOMER_FOLLOWERS, *merging_own.FOLLOWERS)
    r.api(*api.ENDPOINTS, *merging_api.ENDPOINTS, *vcard_export.ENDPOINTS)
    r.importer(importing.CUSTOMERS_IMPORT, vcard_import.VCARD_IMPORT)
    for seed in (terms.seed_terms, seed_texts, seed_rules, seed_plans):
        r.seed(seed)
    r.demo(make_demo)


def _screens(r: Registry) -> None:
    r.resource(*views.RESOURCES, plan_views.PLANS)
    r.resource(consent_views.TEXTS, consent_views.CONSENTS)
    r.resource(web_form_views.WEB_FORMS, web_form_views.ENTRIES, retention_views.RETENTION_RULES)
    r.resource(*merging_views.RESOURCES)
    r.page(FORM_PAGE, overdue.PAGE, *privacy_pages.PAGES, *consent_pages.PAGES, *merge_pages.PAGES)
    r.menu(*MENUS)


def _panels(r: Registry) -> None:
    r.extend(HOME_CARDS, *cards.CARDS, *follow_up_cards.CARDS, birthday_card.BIRTHDAYS)
    r.extend(CUSTOMER_PANELS, checking.GLANCE, plan_views.CUSTOMER_PLAN, panels.MERGED, panels.DOUBLES)
    r.extend(CUSTOMER_PANELS, consent_views.CONSENT_PANEL, privacy_pages.PRIVACY_PANEL)
    r.extend(plan_views.PLAN_PANELS, plan_views.PREVIEW, follow_up_cards.KEPT)
    r.extend(retention_views.RETENTION_PANELS, retention_views.PREVIEW_PANEL)
    r.extend(web_form_views.WEB_FORM_PANELS, web_form_views.ADDRESS_PANEL)


def _jobs(r: Registry) -> None:
    r.job(handover.HAND_OVER)
    r.job(pair_finding.FIND_DOUBLES, every="*/5 * * * *")
    r.job(jobs.FILL_COMPARED_NAMES, every="*/10 * * * *")
    r.job(merging_jobs.FOLLOW_MERGES, every="40 * * * *")
    r.job(plans.PLAN_CONTACTS, every="20 2 * * *")
    r.job(RETENTION, every="40 2 * * *")
    r.job(FORGET_REQUESTS, every="35 3 * * *")
    r.job(merging_jobs.FORGET_MERGES, every="50 3 * * *")
    r.job(deals.COUNT_DEALS, every="20 4 * * *")
    r.job(follow_up_reminders.REMIND_FOLLOW_UPS, every="0 7 * * *")
