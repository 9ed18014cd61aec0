"""What this add-on offers."""

from __future__ import annotations

from crm_bank import api, importing, jobs, merging, models, privacy, views, work_pages
from crm_bank.demo import make_demo
from crm_bank.permissions import BankPermission
from crm_core.extensions import CUSTOMER_FOLLOWERS, PERSONAL_DATA
from guanxi import Menu, Registry, RolePreset, _

_SECTION = _("Bank", "menu")


def setup(r: Registry) -> None:
    r.models(models)
    r.permissions(BankPermission)
    r.role(
        RolePreset(key="finance", label=_("Finance"), permissions=tuple(BankPermission)),
        RolePreset(
            key="administration",
            label=_("Administration"),
            permissions=(BankPermission.READ, BankPermission.ACCOUNTS),
        ),
    )
    r.resource(*views.RESOURCES)
    r.page(importing.IMPORT_PAGE, *work_pages.PAGES)
    r.api(*importing.ENDPOINTS, *api.ENDPOINTS)
    r.job(jobs.MATCH_LINES)
    r.menu(
        Menu(
            label=_("Match bank lines"),
            href=work_pages.PATH,
            access=BankPermission.MATCH,
            section=_SECTION,
            order=10,
            icon="check",
        ),
        Menu(
            label=_("Bank lines"),
            href="/crm_bank/lines",
            access=BankPermission.READ,
            section=_SECTION,
            order=20,
            icon="list",
        ),
        Menu(
            label=_("Bank statements"),
            href="/crm_bank/statements",
            access=BankPermission.READ,
            section=_SECTION,
            order=30,
            icon="document",
        ),
        Menu(
            label=_("Bank accounts"),
            href="/crm_bank/accounts",
            access=BankPermission.READ,
            section=_SECTION,
            order=40,
            icon="money",
        ),
    )
    r.extend(CUSTOMER_FOLLOWERS, *merging.FOLLOWERS)
    r.extend(PERSONAL_DATA, privacy.PERSONAL)
    r.demo(make_demo)
