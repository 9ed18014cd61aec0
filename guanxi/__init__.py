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
    from guanxi.auth import (
        NewSession as NewSession,
        TokenInvalid as TokenInvalid,
        base_address as base_address,
        create_user as create_user,
        issue_token as issue_token,
        limit as limit,
        open_realm_session as open_realm_session,
        redeem_token as redeem_token,
        revoke_realm_sessions as revoke_realm_sessions,
        sign_out as sign_out,
        users_with as users_with,
    )
    from guanxi.auth.actors import actors_of as actors_of
    from guanxi.auth.signin import (
        network_of as network_of,
    )
    from guanxi.auth.vault import (
        decrypt_secret as decrypt_secret,
        encrypt_secret as encrypt_secret,
    )
    from guanxi.company import (
        held_currency as held_currency,
        save_settings as save_settings,
    )
    from guanxi.company.pictures import (
        clean_picture as clean_picture,
    )
    from guanxi.context import (
        Actor as Actor,
        Company as Company,
        ask as ask,
        author_id as author_id,
        current_actor as current_actor,
        current_company as current_company,
        elevated as elevated,
        may as may,
        require as require,
        settings_of as settings_of,
        today as today,
        use_actor as use_actor,
    )
    from guanxi.db import (
        copy_rows as copy_rows,
        execute as execute,
        execute_many as execute_many,
        fetch as fetch,
        fetch_row as fetch_row,
        fetch_value as fetch_value,
        transaction as transaction,
    )
    from guanxi.declare import where as where
    from guanxi.declare.access import (
        PUBLIC as PUBLIC,
        SIGNED_IN as SIGNED_IN,
        Access as Access,
        Permission as Permission,
        Realm as Realm,
        RolePreset as RolePreset,
    )
    from guanxi.declare.events import (
        Event as Event,
        When as When,
    )
    from guanxi.declare.extensions import (
        BANNER_LINES as BANNER_LINES,
        CURRENCY_CHECKS as CURRENCY_CHECKS,
        HOME_CARDS as HOME_CARDS,
        SHARES as SHARES,
        Card as Card,
        Chart as Chart,
        ExtensionPoint as ExtensionPoint,
        Figure as Figure,
        Panel as Panel,
        PanelData as PanelData,
        Series as Series,
        Share as Share,
        Table as Table,
    )
    from guanxi.declare.fields import (
        Field as Field,
        Kind as Kind,
    )
    from guanxi.declare.full_text import FullText as FullText
    from guanxi.declare.import_words import (
        ImportWords as ImportWords,
    )
    from guanxi.declare.jobs import (
        Job as Job,
    )
    from guanxi.declare.labels import (
        Choice as Choice,
        Tone as Tone,
    )
    from guanxi.declare.resources import (
        Action as Action,
        BoardView as BoardView,
        Change as Change,
        Document as Document,
        FileFormat as FileFormat,
        Fill as Fill,
        FormView as FormView,
        Guide as Guide,
        Hint as Hint,
        Lines as Lines,
        ListView as ListView,
        Outcome as Outcome,
        RelatedList as RelatedList,
        Resource as Resource,
        Section as Section,
    )
    from guanxi.declare.routes import (
        Call as Call,
        Endpoint as Endpoint,
        Existing as Existing,
        ImportChange as ImportChange,
        Importer as Importer,
        ImportProblem as ImportProblem,
        ImportResult as ImportResult,
        ImportRow as ImportRow,
        Menu as Menu,
        Page as Page,
        SettingsForm as SettingsForm,
    )
    from guanxi.declare.timeline import (
        TimelineEvent as TimelineEvent,
        TimelineMark as TimelineMark,
        TimelineSource as TimelineSource,
    )
    from guanxi.desk.moving import (
        carry_back as carry_back,
        carry_over as carry_over,
        hanging as hanging,
        hanging_on as hanging_on,
    )
    from guanxi.desk.notes import (
        keep_note as keep_note,
    )
    from guanxi.desk.notifications import (
        notify as notify,
    )
    from guanxi.desk.reach import (
        who_may_see as who_may_see,
    )
    from guanxi.desk.todos import (
        add_todo as add_todo,
        count_open_todos as count_open_todos,
        hand_over_todos as hand_over_todos,
    )
    from guanxi.desk.traces import (
        erase_mails as erase_mails,
        erase_traces as erase_traces,
        mails_to as mails_to,
        traces_of as traces_of,
    )
    from guanxi.documents import (
        DocumentRefused as DocumentRefused,
        DocumentTimeout as DocumentTimeout,
        DocumentTooLarge as DocumentTooLarge,
        Enclosure as Enclosure,
        PdfJob as PdfJob,
        UserText as UserText,
        expand_texts as expand_texts,
        read_text as read_text,
        render_pdf as render_pdf,
    )
    from guanxi.errors import (
        Conflict as Conflict,
        Forbidden as Forbidden,
        GuanxiError as GuanxiError,
        InvalidInput as InvalidInput,
        NotFound as NotFound,
        Stale as Stale,
        TooManyRequests as TooManyRequests,
        Unauthenticated as Unauthenticated,
        Unconfirmed as Unconfirmed,
    )
    from guanxi.events import (
        publish as publish,
    )
    from guanxi.i18n import (
        Text as Text,
        _ as _,
        current_locale as current_locale,
        listed as listed,
        translate as translate,
        use_locale as use_locale,
    )
    from guanxi.imports.external import (
        keep_keys as keep_keys,
        records_by_key as records_by_key,
    )
    from guanxi.jobs import (
        Run as Run,
        enqueue as enqueue,
        enqueue_many as enqueue_many,
    )
    from guanxi.mail import (
        send_mail as send_mail,
    )
    from guanxi.mail.addresses import (
        check_address as check_address,
    )
    from guanxi.money import (
        allocate as allocate,
        exponent as exponent,
        format_money as format_money,
        included_tax as included_tax,
        parse_amount as parse_amount,
        plain_amount as plain_amount,
        round_half_away as round_half_away,
    )
    from guanxi.pinyin import (
        readings as readings,
    )
    from guanxi.records import (
        ListQuery as ListQuery,
        Record as Record,
        StoredFile as StoredFile,
        count as count,
        create as create,
        delete as delete,
        files_of as files_of,
        find as find,
        get as get,
        lock as lock,
        next_number as next_number,
        next_numbers as next_numbers,
        page as page,
        read as read,
        refusing as refusing,
        store_file as store_file,
        update as update,
    )
    from guanxi.records.audit import (
        AuditItem as AuditItem,
        audit as audit,
        audit_many as audit_many,
    )
    from guanxi.records.blobs import (
        read_blob as read_blob,
    )
    from guanxi.records.csv_out import (
        csv_chunks as csv_chunks,
        write_csv as write_csv,
    )
    from guanxi.records.input import (
        read_day as read_day,
    )
    from guanxi.records.marks import (
        MarkId as MarkId,
        read_mark as read_mark,
        write_mark as write_mark,
    )
    from guanxi.records.masks import (
        cover as cover,
    )
    from guanxi.unicode import (
        nfkc as nfkc,
    )
    from guanxi.views.export_limits import (
        check_limit as check_limit,
    )
    from guanxi.views.formats import (
        show_date as show_date,
        show_datetime as show_datetime,
        show_money as show_money,
        show_number as show_number,
    )
    from guanxi.views.months import (
        recent_months as recent_months,
        show_month as show_month,
        show_year_month as show_year_month,
    )
    from guanxi.views.shown import (
        show_record as show_record,
        show_values as show_values,
    )
    from guanxi.web.downloads import (
        attachment as attachment,
        inline as inline,
    )
    from guanxi.web.flash import (
        go_to as go_to,
    )
    from guanxi.web.identity import (
        delete_session_cookie as delete_session_cookie,
        set_session_cookie as set_session_cookie,
    )
    from guanxi.web.pages.account import (
        choose_language as choose_language,
    )
    from guanxi.web.state import (
        form_of as form_of,
        uploads_of as uploads_of,
    )
    from guanxi.web.templating import (
        render as render,
    )

__version__ = "0.1.0"

_HOMES = {
    "guanxi.addons": "Registry",
    "guanxi.auth": (
        "NewSession TokenInvalid base_address create_user issue_token limit open_realm_session "
        "redeem_token revoke_realm_sessions sign_out users_with"
    ),
    "guanxi.auth.actors": "actors_of",
    "guanxi.auth.signin": "network_of",
    "guanxi.auth.vault": "decrypt_secret encrypt_secret",
    "guanxi.company": "held_currency save_settings",
    "guanxi.company.pictures": "clean_picture",
    "guanxi.context": (
        "Actor Company ask author_id current_actor current_company elevated may require settings_of today use_actor"
    ),
    "guanxi.db": "copy_rows execute execute_many fetch fetch_row fetch_value transaction",
    "guanxi.declare.access": "Access PUBLIC Permission Realm RolePreset SIGNED_IN",
    "guanxi.declare.events": "Event When",
    "guanxi.declare.extensions": (
        "BANNER_LINES CURRENCY_CHECKS Card Chart ExtensionPoint Figure HOME_CARDS Panel PanelData SHARES Series Share"
        " Table"
    ),
    "guanxi.declare.fields": "Field Kind",
    "guanxi.declare.full_text": "FullText",
    "guanxi.declare.import_words": "ImportWords",
    "guanxi.declare.jobs": "Job",
    "guanxi.declare.labels": "Choice Tone",
    "guanxi.declare.resources": (
        "Action BoardView Change Document FileFormat Fill FormView Guide Hint Lines ListView Outcome RelatedList"
        " Resource Section"
    ),
    "guanxi.declare.routes": (
        "Call Endpoint Existing ImportChange ImportProblem ImportResult ImportRow Importer Menu Page SettingsForm"
    ),
    "guanxi.declare.timeline": "TimelineEvent TimelineMark TimelineSource",
    "guanxi.desk.moving": "carry_back carry_over hanging hanging_on",
    "guanxi.desk.notes": "keep_note",
    "guanxi.desk.notifications": "notify",
    "guanxi.desk.reach": "who_may_see",
    "guanxi.desk.todos": "add_todo count_open_todos hand_over_todos",
    "guanxi.desk.traces": "erase_mails erase_traces mails_to traces_of",
    "guanxi.documents": (
        "DocumentRefused DocumentTimeout DocumentTooLarge Enclosure PdfJob UserText expand_texts read_text render_pdf"
    ),
    "guanxi.errors": (
        "Conflict Forbidden GuanxiError InvalidInput NotFound Stale TooManyRequests Unauthenticated Unconfirmed"
    ),
    "guanxi.events": "publish",
    "guanxi.i18n": "Text _ current_locale listed translate use_locale",
    "guanxi.imports.external": "keep_keys records_by_key",
    "guanxi.jobs": "Run enqueue enqueue_many",
    "guanxi.mail": "send_mail",
    "guanxi.mail.addresses": "check_address",
    "guanxi.money": "allocate exponent format_money included_tax parse_amount plain_amount round_half_away",
    "guanxi.pinyin": "readings",
    "guanxi.unicode": "nfkc",
    "guanxi.records": (
        "ListQuery Record StoredFile count create delete files_of find get lock next_number next_numbers "
        "page read refusing store_file update"
    ),
    "guanxi.records.audit": "AuditItem audit audit_many",
    "guanxi.records.blobs": "read_blob",
    "guanxi.records.csv_out": "csv_chunks write_csv",
    "guanxi.records.input": "read_day",
    "guanxi.records.masks": "cover",
    "guanxi.records.marks": "MarkId read_mark write_mark",
    "guanxi.views.export_limits": "check_limit",
    "guanxi.views.formats": "show_date show_datetime show_money show_number",
    "guanxi.views.months": "recent_months show_month show_year_month",
    "guanxi.views.shown": "show_record show_values",
    "guanxi.web.downloads": "attachment inline",
    "guanxi.web.flash": "go_to",
    "guanxi.web.identity": "delete_session_cookie set_session_cookie",
    "guanxi.web.pages.account": "choose_language",
    "guanxi.web.state": "form_of uploads_of",
    "guanxi.web.templating": "render",
}
_MODULES = {"clock": "guanxi.clock", "where": "guanxi.declare.where"}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = ["__version__", *sorted({**_HOME_OF, **_MODULES})]


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(_MODULES[name])
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value
