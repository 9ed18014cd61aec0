"""The names that add-ons build on, each from the module where it lives: add-ons write `from guanxi import …`."""

from guanxi import clock as clock
from guanxi.addons import Registry as Registry
from guanxi.auth import (
    NewSession as NewSession,
    TokenInvalid as TokenInvalid,
    base_address as base_address,
    create_user as create_user,
    give_back as give_back,
    hash_password as hash_password,
    issue_token as issue_token,
    limit as limit,
    open_realm_session as open_realm_session,
    redeem_token as redeem_token,
    renew_session as renew_session,
    revoke_realm_sessions as revoke_realm_sessions,
    safe_next as safe_next,
    sign_out as sign_out,
    users_with as users_with,
    verify_password as verify_password,
)
from guanxi.auth.actors import actors_of as actors_of
from guanxi.auth.passwords import needs_rehash as needs_rehash
from guanxi.auth.sessions import session_end as session_end
from guanxi.auth.signin import network_of as network_of
from guanxi.auth.vault import decrypt_secret as decrypt_secret, encrypt_secret as encrypt_secret
from guanxi.company import held_currency as held_currency, save_settings as save_settings
from guanxi.company.pictures import clean_picture as clean_picture
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
    beforehand as beforehand,
    copy_rows as copy_rows,
    execute as execute,
    execute_many as execute_many,
    fetch as fetch,
    fetch_row as fetch_row,
    fetch_value as fetch_value,
    outside_transaction as outside_transaction,
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
from guanxi.declare.events import Event as Event, When as When
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
from guanxi.declare.fields import Field as Field, Kind as Kind
from guanxi.declare.full_text import FullText as FullText
from guanxi.declare.import_words import ImportWords as ImportWords
from guanxi.declare.jobs import Job as Job
from guanxi.declare.labels import Choice as Choice, Tone as Tone
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
from guanxi.desk.notes import keep_note as keep_note
from guanxi.desk.notifications import notify as notify
from guanxi.desk.reach import who_may_see as who_may_see
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
from guanxi.events import publish as publish
from guanxi.i18n import (
    Text as Text,
    _ as _,
    current_locale as current_locale,
    listed as listed,
    translate as translate,
    use_locale as use_locale,
)
from guanxi.imports.external import keep_keys as keep_keys, records_by_key as records_by_key
from guanxi.jobs import Run as Run, enqueue as enqueue, enqueue_many as enqueue_many
from guanxi.mail import send_mail as send_mail
from guanxi.mail.addresses import check_address as check_address
from guanxi.money import (
    allocate as allocate,
    exponent as exponent,
    format_money as format_money,
    included_tax as included_tax,
    is_currency as is_currency,
    parse_amount as parse_amount,
    plain_amount as plain_amount,
    round_half_away as round_half_away,
)
from guanxi.pinyin import readings as readings
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
from guanxi.records.audit import AuditItem as AuditItem, audit as audit, audit_many as audit_many
from guanxi.records.blobs import read_blob as read_blob
from guanxi.records.csv_out import csv_chunks as csv_chunks, write_csv as write_csv
from guanxi.records.input import read_day as read_day, read_id as read_id
from guanxi.records.marks import MarkId as MarkId, read_mark as read_mark, write_mark as write_mark
from guanxi.records.masks import cover as cover
from guanxi.unicode import nfkc as nfkc
from guanxi.views.export_limits import check_limit as check_limit
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
from guanxi.views.shown import show_record as show_record, show_values as show_values
from guanxi.web.downloads import attachment as attachment, inline as inline
from guanxi.web.flash import go_to as go_to
from guanxi.web.identity import (
    delete_session_cookie as delete_session_cookie,
    set_private_cookie as set_private_cookie,
    set_session_cookie as set_session_cookie,
)
from guanxi.web.inlining import InlineStyle as InlineStyle, inline_style as inline_style
from guanxi.web.pages.account import choose_language as choose_language
from guanxi.web.state import form_of as form_of, uploads_of as uploads_of
from guanxi.web.static_files import static_href as static_href
from guanxi.web.templating import render as render

__all__: list[str]
__version__: str
