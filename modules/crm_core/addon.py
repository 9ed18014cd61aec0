"""What this add-on offers."""

from __future__ import annotations

from crm_core import (
    api,
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
    vcard_export,
    vcard_import,
    views,
    web_form_views,
)
from crm_core.consent import seed_texts
from crm_core.consent_requests import FORGET_REQUESTS
from crm_core.demo import make_demo
from crm_core.extensions import CUSTOMER_FOLLOWERS, CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA
from crm_core.permissions import CorePermission
from crm_core.plan_seeds import seed_plans
from crm_core.queries import TEAMS
from crm_core.retention import RETENTION, seed_rules
from crm_core.settings import SETTINGS
from crm_core.web_form import show_form
from guanxi import HOME_CARDS, PUBLIC, SHARES, Menu, Page, Registry, RolePreset, _

_READ = CorePermission.READ
_SALES = (_READ, CorePermission.SEE_NUMBERS, CorePermission.SEE_PRIVATE, CorePermission.CREATE, CorePermission.UPDATE)
_MANAGER = (
    *(*_SALES, CorePermission.SEE_DEPARTMENT, CorePermission.SEE_ALL, CorePermission.ASSIGN),
    *(CorePermission.FORCE, CorePermission.IMPORT, CorePermission.TERMS, CorePermission.MERGE, CorePermission.FORMS),
)
_FINANCE = (_READ, CorePermission.SEE_ALL, CorePermission.SEE_NUMBERS)
_SECTION = _("Customers")


def setup(r: Registry) -> None:
    r.models(models)
    r.models(contact_models)
    r.models(privacy_models)
    r.models(merging_models)
    r.models(follow_up_models)
    r.permissions(CorePermission)
    r.role(
        RolePreset(key="sales", label=_("Sales"), permissions=_SALES),
        RolePreset(key="manager", label=_("Manager"), permissions=_MANAGER),
        RolePreset(key="administration", label=_("Administration"), permissions=(*_MANAGER, CorePermission.TRADING)),
        RolePreset(
            key="privacy",
            label=_("Privacy officer"),
            permissions=(*_FINANCE, CorePermission.UPDATE, CorePermission.PRIVACY),
        ),
        RolePreset(key="finance", label=_("Finance"), permissions=_FINANCE),
    )
    r.resource(*views.RESOURCES, consent_views.TEXTS, consent_views.CONSENTS)
    r.resource(web_form_views.WEB_FORMS, web_form_views.ENTRIES, retention_views.RETENTION_RULES)
    r.page(
        Page(path="/crm_core/privacy/{id:int}", handler=privacy_pages.show, access=CorePermission.PRIVACY),
        Page(
            path="/crm_core/privacy/{id:int}/file",
            handler=privacy_pages.file,
            access=CorePermission.PRIVACY,
            methods=("POST",),
        ),
        Page(
            path="/crm_core/privacy/{id:int}/anonymize",
            handler=privacy_pages.anonymize,
            access=CorePermission.PRIVACY,
            methods=("GET", "POST"),
        ),
    )
    r.resource(*merging_views.RESOURCES)
    r.page(Page(path="/crm_core/form/{token}", handler=show_form, access=PUBLIC, methods=("GET", "POST")))
    r.page(*consent_pages.PAGES)
    r.page(*merge_pages.PAGES)
    r.resource(plan_views.PLANS)
    r.page(overdue.PAGE)
    r.menu(
        Menu(label=_("Customers"), href="/crm_core/customers", access=_READ, section=_SECTION, order=10, icon="users"),
        Menu(label=_("Contacts"), href="/crm_core/contacts", access=_READ, section=_SECTION, order=20, icon="user"),
        Menu(label=_("Follow-ups"), href="/crm_core/activities", access=_READ, section=_SECTION, order=30, icon="chat"),
        Menu(label=_("Overdue follow-ups"), href=overdue.PATH, access=_READ, section=_SECTION, order=35, icon="alert"),
        Menu(
            label=_("Doubles"),
            href="/crm_core/doubles",
            access=CorePermission.MERGE,
            section=_SECTION,
            order=40,
            icon="group",
        ),
        Menu(
            label=_("Reported doubles"),
            href="/crm_core/merge-requests?state=open",
            access=CorePermission.CREATE,
            section=_SECTION,
            order=50,
            icon="alert",
        ),
        Menu(
            label=_("Merges"),
            href="/crm_core/merges",
            access=CorePermission.MERGE,
            section=_SECTION,
            order=60,
            icon="group",
        ),
        Menu(
            label=_("Web forms"),
            href="/crm_core/web_forms",
            access=CorePermission.FORMS,
            section=_SECTION,
            order=65,
            icon="document",
        ),
        Menu(
            label=_("Consents"),
            href="/crm_core/consents",
            access=CorePermission.PRIVACY,
            section=_SECTION,
            order=70,
            icon="check",
        ),
        Menu(
            label=_("Consent texts"),
            href="/crm_core/consent_texts",
            access=CorePermission.PRIVACY,
            section=_SECTION,
            order=75,
            icon="document",
        ),
        Menu(
            label=_("Retention rules"),
            href="/crm_core/retention_rules",
            access=CorePermission.PRIVACY,
            section=_SECTION,
            order=80,
            icon="shield",
        ),
        Menu(
            label=_("Contact plans"),
            href="/crm_core/contact_plans",
            access=CorePermission.TERMS,
            section=_SECTION,
            order=85,
            icon="calendar",
        ),
        Menu(
            label=_("Dictionary"),
            href="/crm_core/terms",
            access=CorePermission.TERMS,
            section=_SECTION,
            order=90,
            icon="tag",
        ),
    )
    r.extend(HOME_CARDS, *cards.CARDS, *follow_up_cards.CARDS, checking.BIRTHDAYS)
    r.extend(SHARES, TEAMS)
    r.extend(plan_views.PLAN_PANELS, plan_views.PREVIEW)
    r.job(plans.PLAN_CONTACTS, every="20 2 * * *")
    r.job(follow_up_reminders.REMIND_FOLLOW_UPS, every="0 7 * * *")
    r.extend(
        CUSTOMER_PANELS,
        checking.GLANCE,
        plan_views.CUSTOMER_PLAN,
        panels.MERGED,
        panels.DOUBLES,
        consent_views.CONSENT_PANEL,
        privacy_pages.PRIVACY_PANEL,
    )
    r.extend(CUSTOMER_TIMELINE, *timeline.SOURCES)
    r.extend(PERSONAL_DATA, *privacy_data.PERSONAL)
    r.extend(retention_views.RETENTION_PANELS, retention_views.PREVIEW_PANEL)
    r.job(RETENTION, every="40 2 * * *")
    r.job(FORGET_REQUESTS, every="35 3 * * *")
    r.extend(web_form_views.WEB_FORM_PANELS, web_form_views.ADDRESS_PANEL)
    r.settings(SETTINGS)
    r.job(handover.HAND_OVER)
    r.job(deals.COUNT_DEALS, every="20 4 * * *")
    r.api(*api.ENDPOINTS, *merging_api.ENDPOINTS, *vcard_export.ENDPOINTS)
    r.importer(importing.CUSTOMERS_IMPORT, vcard_import.VCARD_IMPORT)
    r.extend(CUSTOMER_FOLLOWERS, *merging_own.FOLLOWERS)
    r.job(merging_jobs.FOLLOW_MERGES, every="40 * * * *")
    r.job(merging_jobs.FORGET_MERGES, every="50 3 * * *")
    r.job(pair_finding.FIND_DOUBLES, every="*/5 * * * *")
    r.job(jobs.FILL_COMPARED_NAMES, every="*/10 * * * *")
    r.seed(terms.seed_terms)
    r.seed(seed_texts)
    r.seed(seed_rules)
    r.seed(seed_plans)
    r.demo(make_demo)
