"""Guanxi: an add-on server for customer relationships. These are the names that add-ons build on.

They are imported when first used, so that a command that needs one of them does not load all the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from guanxi import clock as clock
    from guanxi.addons import (
        Registry as Registry,
    )
    from guanxi.context import (
        Actor as Actor,
    )
    from guanxi.context import (
        Company as Company,
    )
    from guanxi.context import (
        current_actor as current_actor,
    )
    from guanxi.context import (
        current_company as current_company,
    )
    from guanxi.context import (
        elevated as elevated,
    )
    from guanxi.context import (
        may as may,
    )
    from guanxi.context import (
        require as require,
    )
    from guanxi.context import (
        settings_of as settings_of,
    )
    from guanxi.context import (
        use_actor as use_actor,
    )
    from guanxi.db import (
        copy_rows as copy_rows,
    )
    from guanxi.db import (
        execute as execute,
    )
    from guanxi.db import (
        execute_many as execute_many,
    )
    from guanxi.db import (
        fetch as fetch,
    )
    from guanxi.db import (
        fetch_row as fetch_row,
    )
    from guanxi.db import (
        fetch_value as fetch_value,
    )
    from guanxi.db import (
        transaction as transaction,
    )
    from guanxi.declare import where as where
    from guanxi.declare.access import (
        PUBLIC as PUBLIC,
    )
    from guanxi.declare.access import (
        SIGNED_IN as SIGNED_IN,
    )
    from guanxi.declare.access import (
        Access as Access,
    )
    from guanxi.declare.access import (
        Permission as Permission,
    )
    from guanxi.declare.access import (
        Realm as Realm,
    )
    from guanxi.declare.access import (
        RolePreset as RolePreset,
    )
    from guanxi.declare.events import (
        Event as Event,
    )
    from guanxi.declare.events import (
        When as When,
    )
    from guanxi.declare.extensions import (
        BANNER_LINES as BANNER_LINES,
    )
    from guanxi.declare.extensions import (
        HOME_CARDS as HOME_CARDS,
    )
    from guanxi.declare.extensions import (
        Card as Card,
    )
    from guanxi.declare.extensions import (
        ExtensionPoint as ExtensionPoint,
    )
    from guanxi.declare.extensions import (
        Figure as Figure,
    )
    from guanxi.declare.extensions import (
        Panel as Panel,
    )
    from guanxi.declare.extensions import (
        PanelData as PanelData,
    )
    from guanxi.declare.extensions import (
        Table as Table,
    )
    from guanxi.declare.fields import (
        Field as Field,
    )
    from guanxi.declare.fields import (
        Kind as Kind,
    )
    from guanxi.declare.jobs import (
        Job as Job,
    )
    from guanxi.declare.labels import (
        Choice as Choice,
    )
    from guanxi.declare.labels import (
        Tone as Tone,
    )
    from guanxi.declare.resources import (
        Action as Action,
    )
    from guanxi.declare.resources import (
        Change as Change,
    )
    from guanxi.declare.resources import (
        Document as Document,
    )
    from guanxi.declare.resources import (
        FormView as FormView,
    )
    from guanxi.declare.resources import (
        Lines as Lines,
    )
    from guanxi.declare.resources import (
        ListView as ListView,
    )
    from guanxi.declare.resources import (
        Outcome as Outcome,
    )
    from guanxi.declare.resources import (
        RelatedList as RelatedList,
    )
    from guanxi.declare.resources import (
        Resource as Resource,
    )
    from guanxi.declare.resources import (
        Section as Section,
    )
    from guanxi.declare.routes import (
        Call as Call,
    )
    from guanxi.declare.routes import (
        Endpoint as Endpoint,
    )
    from guanxi.declare.routes import (
        Importer as Importer,
    )
    from guanxi.declare.routes import (
        ImportProblem as ImportProblem,
    )
    from guanxi.declare.routes import (
        ImportResult as ImportResult,
    )
    from guanxi.declare.routes import (
        ImportRow as ImportRow,
    )
    from guanxi.declare.routes import (
        Menu as Menu,
    )
    from guanxi.declare.routes import (
        Page as Page,
    )
    from guanxi.declare.routes import (
        SettingsForm as SettingsForm,
    )
    from guanxi.documents import (
        PdfJob as PdfJob,
    )
    from guanxi.errors import (
        Conflict as Conflict,
    )
    from guanxi.errors import (
        Forbidden as Forbidden,
    )
    from guanxi.errors import (
        GuanxiError as GuanxiError,
    )
    from guanxi.errors import (
        InvalidInput as InvalidInput,
    )
    from guanxi.errors import (
        NotFound as NotFound,
    )
    from guanxi.errors import (
        Stale as Stale,
    )
    from guanxi.errors import (
        TooManyRequests as TooManyRequests,
    )
    from guanxi.errors import (
        Unauthenticated as Unauthenticated,
    )
    from guanxi.events import (
        publish as publish,
    )
    from guanxi.i18n import (
        Text as Text,
    )
    from guanxi.i18n import (
        _ as _,
    )
    from guanxi.i18n import (
        current_locale as current_locale,
    )
    from guanxi.i18n import (
        translate as translate,
    )
    from guanxi.i18n import (
        use_locale as use_locale,
    )
    from guanxi.jobs import (
        Run as Run,
    )
    from guanxi.jobs import (
        enqueue as enqueue,
    )
    from guanxi.jobs import (
        enqueue_many as enqueue_many,
    )
    from guanxi.mail import (
        send_mail as send_mail,
    )
    from guanxi.money import (
        allocate as allocate,
    )
    from guanxi.money import (
        exponent as exponent,
    )
    from guanxi.money import (
        format_money as format_money,
    )
    from guanxi.money import (
        parse_amount as parse_amount,
    )
    from guanxi.money import (
        plain_amount as plain_amount,
    )
    from guanxi.money import (
        round_half_away as round_half_away,
    )
    from guanxi.records import (
        AuditItem as AuditItem,
    )
    from guanxi.records import (
        ListQuery as ListQuery,
    )
    from guanxi.records import (
        Record as Record,
    )
    from guanxi.records import (
        StoredFile as StoredFile,
    )
    from guanxi.records import (
        audit as audit,
    )
    from guanxi.records import (
        audit_many as audit_many,
    )
    from guanxi.records import (
        count as count,
    )
    from guanxi.records import (
        create as create,
    )
    from guanxi.records import (
        delete as delete,
    )
    from guanxi.records import (
        files_of as files_of,
    )
    from guanxi.records import (
        find as find,
    )
    from guanxi.records import (
        get as get,
    )
    from guanxi.records import (
        lock as lock,
    )
    from guanxi.records import (
        next_number as next_number,
    )
    from guanxi.records import (
        next_numbers as next_numbers,
    )
    from guanxi.records import (
        page as page,
    )
    from guanxi.records import (
        read as read,
    )
    from guanxi.records import (
        refusing as refusing,
    )
    from guanxi.records import (
        store_file as store_file,
    )
    from guanxi.records import (
        update as update,
    )

__version__ = "0.1.0"

_HOMES = {
    "guanxi.addons": "Registry",
    "guanxi.context": "Actor Company current_actor current_company elevated may require settings_of use_actor",
    "guanxi.db": "copy_rows execute execute_many fetch fetch_row fetch_value transaction",
    "guanxi.declare.access": "Access PUBLIC Permission Realm RolePreset SIGNED_IN",
    "guanxi.declare.events": "Event When",
    "guanxi.declare.extensions": "BANNER_LINES Card ExtensionPoint Figure HOME_CARDS Panel PanelData Table",
    "guanxi.declare.fields": "Field Kind",
    "guanxi.declare.jobs": "Job",
    "guanxi.declare.labels": "Choice Tone",
    "guanxi.declare.resources": "Action Change Document FormView Lines ListView Outcome RelatedList Resource Section",
    "guanxi.declare.routes": "Call Endpoint ImportProblem ImportResult ImportRow Importer Menu Page SettingsForm",
    "guanxi.documents": "PdfJob",
    "guanxi.errors": "Conflict Forbidden GuanxiError InvalidInput NotFound Stale TooManyRequests Unauthenticated",
    "guanxi.events": "publish",
    "guanxi.i18n": "Text _ current_locale translate use_locale",
    "guanxi.jobs": "Run enqueue enqueue_many",
    "guanxi.mail": "send_mail",
    "guanxi.money": "allocate exponent format_money parse_amount plain_amount round_half_away",
    "guanxi.records": "AuditItem ListQuery Record StoredFile audit audit_many count create delete files_of find get lock next_number next_numbers page read refusing store_file update",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = ["__version__", "clock", "where", *sorted(_HOME_OF)]


def __getattr__(name: str) -> Any:
    if name == "where":
        return import_module("guanxi.declare.where")
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value
