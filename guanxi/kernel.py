"""The kernel's own offer: what every company has, before any add-on."""

from __future__ import annotations

from pathlib import Path

from guanxi import __version__
from guanxi.auth import declare as auth_declare, models as auth_models
from guanxi.auth.permissions import KernelPermission
from guanxi.company import demo, models as company_models
from guanxi.custom import declare as custom_declare, models as custom_models
from guanxi.declare.catalog import Offer
from guanxi.declare.jobs import JOB_DIED
from guanxi.desk import declare as desk_declare, models as desk_models
from guanxi.desk.bulk import BULK
from guanxi.desk.notifications import tell_of_dead_job
from guanxi.events import EVENT_JOB
from guanxi.fulltext import api as fulltext_api, indexing as fulltext_indexing, models as fulltext_models
from guanxi.i18n import _
from guanxi.imports import declare as imports_declare, models as imports_models
from guanxi.jobs import declare as jobs_declare, models as jobs_models
from guanxi.mail import declare as mail_declare, models as mail_models
from guanxi.records import declare as records_declare, models as records_models
from guanxi.views import kernel as views_kernel, permissions as views_permissions
from guanxi.views.export_job import EXPORT


def kernel_offer() -> Offer:
    offer = Offer("guanxi", _("Guanxi"), Path(__file__).parent, __version__)
    offer.models += [records_models, jobs_models, auth_models, mail_models, company_models, desk_models, imports_models]
    offer.models += [custom_models, fulltext_models]
    offer.permissions.append(KernelPermission)
    offer.jobs += [EVENT_JOB, *demo.JOBS, BULK, EXPORT]
    rooms = (records_declare, jobs_declare, auth_declare, mail_declare, imports_declare, desk_declare)
    for room in (*rooms, fulltext_indexing):
        offer.jobs.extend(room.JOBS)
        offer.schedules.extend(room.SCHEDULES)
    for room in (auth_declare, mail_declare, desk_declare, custom_declare, views_kernel):
        offer.resources.extend(room.RESOURCES)
    offer.menus += [*desk_declare.MENUS, *custom_declare.MENUS, *views_kernel.MENUS]
    offer.endpoints += [*desk_declare.ENDPOINTS, fulltext_api.ENDPOINT]
    offer.extensions.extend(desk_declare.EXTENSIONS)
    offer.extensions.append((JOB_DIED, tell_of_dead_job))
    offer.extensions.extend(views_permissions.EXTENSIONS)
    return offer
