"""The kernel's own pages."""

from guanxi.auth.permissions import KernelPermission
from guanxi.declare.access import PUBLIC, SIGNED_IN
from guanxi.declare.routes import Page
from guanxi.web import bulk_pages, desk_pages, export_pages
from guanxi.web.brand import logo
from guanxi.web.file_pages import detach, download
from guanxi.web.import_job_pages import job_page, rejected
from guanxi.web.import_pages import importer_page
from guanxi.web.live import show as live
from guanxi.web.pages import (
    account,
    addons,
    audit,
    gallery,
    greeting,
    health,
    home,
    jobs,
    mails,
    notifications,
    palette,
    passwords,
    settings,
    sign_in,
    texts,
)
from guanxi.web.undo_pages import undo_page

_BOTH = ("GET", "POST")
_POST = ("POST",)
_ADDONS = KernelPermission.ADDONS_MANAGE

KERNEL_PAGES = [
    Page(path="/", handler=home.show, access=SIGNED_IN),
    Page(path="/home", handler=home.change, access=SIGNED_IN, methods=_POST),
    Page(path="/sign-in", handler=sign_in.show, access=PUBLIC, methods=_BOTH),
    Page(path="/sign-out", handler=sign_in.leave, access=PUBLIC, methods=_POST),
    Page(path="/language", handler=account.choose_language, access=PUBLIC, methods=_POST),
    Page(path="/account", handler=account.show, access=SIGNED_IN, methods=_BOTH),
    Page(path="/palette", handler=palette.show, access=SIGNED_IN),
    Page(path="/palette.json", handler=palette.answer, access=SIGNED_IN),
    Page(path="/texts/{addon}/{name}", handler=texts.show, access=SIGNED_IN),
    Page(path="/notifications", handler=notifications.show, access=SIGNED_IN),
    Page(path="/notifications/read", handler=notifications.read_all, access=SIGNED_IN, methods=_POST),
    Page(path="/notifications/{id:int}", handler=notifications.read, access=SIGNED_IN, methods=_POST),
    Page(path="/account/preferences", handler=account.set_preferences, access=SIGNED_IN, methods=_POST),
    Page(path="/live", handler=live, access=SIGNED_IN),
    Page(path="/forgot-password", handler=passwords.forgot, access=PUBLIC, methods=_BOTH),
    Page(path="/password/{token}", handler=passwords.choose, access=PUBLIC, methods=_BOTH),
    Page(path="/files/{token}", handler=download, access=SIGNED_IN),
    Page(path="/files/{token}/delete", handler=detach, access=SIGNED_IN, methods=_POST),
    Page(path="/notes/{id:int}/delete", handler=desk_pages.note_deletion, access=SIGNED_IN, methods=_POST),
    Page(path="/todos/{id:int}/done", handler=desk_pages.todo_done, access=SIGNED_IN, methods=_POST),
    Page(path="/todos/{id:int}/reopen", handler=desk_pages.todo_reopening, access=SIGNED_IN, methods=_POST),
    Page(path="/addons", handler=addons.show, access=_ADDONS),
    Page(path="/addons/{name}/enable", handler=addons.turn_on, access=_ADDONS, methods=_BOTH),
    Page(path="/addons/{name}/disable", handler=addons.turn_off, access=_ADDONS, methods=_BOTH),
    Page(path="/addons/{name}/remove", handler=addons.take_out, access=_ADDONS, methods=_BOTH),
    Page(path="/settings", handler=settings.show, access=SIGNED_IN),
    Page(path="/settings/company", handler=settings.company, access=KernelPermission.SETTINGS_MANAGE, methods=_BOTH),
    Page(path="/settings/{addon}", handler=settings.addon, access=SIGNED_IN, methods=_BOTH),
    Page(path="/exports/{id:int}", handler=export_pages.job_page, access=SIGNED_IN),
    Page(path="/exports/{id:int}/file", handler=export_pages.download, access=SIGNED_IN),
    Page(path="/bulk/{id:int}", handler=bulk_pages.job_page, access=SIGNED_IN),
    Page(path="/undo/{id:int}", handler=undo_page, access=SIGNED_IN, methods=_POST),
    Page(path="/import-jobs/{id:int}", handler=job_page, access=SIGNED_IN, methods=_BOTH),
    Page(path="/import-jobs/{id:int}/rejected", handler=rejected, access=SIGNED_IN),
    Page(path="/{addon}/import/{name}", handler=importer_page, access=SIGNED_IN, methods=_BOTH),
    Page(path="/greeting/demo", handler=greeting.load_demo, access=_ADDONS, methods=_POST),
    Page(path="/greeting/close", handler=greeting.close, access=KernelPermission.SETTINGS_MANAGE, methods=_POST),
    Page(path="/guanxi/jobs", handler=jobs.show, access=KernelPermission.JOBS_MANAGE),
    Page(path="/guanxi/jobs/{id:int}", handler=jobs.one, access=KernelPermission.JOBS_MANAGE),
    Page(path="/guanxi/audit", handler=audit.show, access=KernelPermission.AUDIT_READ),
    Page(path="/guanxi/audit/{id:int}", handler=audit.one, access=KernelPermission.AUDIT_READ),
    Page(path="/guanxi/mails/{id:int}", handler=mails.one, access=KernelPermission.MAIL_READ),
    Page(path="/system-health", handler=health.show, access=KernelPermission.SETTINGS_MANAGE),
    Page(path="/brand/logo", handler=logo, access=PUBLIC),
    Page(path="/ui", handler=gallery.show, access=SIGNED_IN),
]
