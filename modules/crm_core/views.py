"""Customers, contacts, follow-ups and the dictionary, as people meet them."""

from __future__ import annotations

from crm_core import actions, contact_views, following_up, merging, merging_views, team, writing
from crm_core.checking import CONFIRM_DATA
from crm_core.consent_views import CONSENT_ACTIONS
from crm_core.extensions import CUSTOMER_PANELS, CUSTOMER_TIMELINE
from crm_core.follow_up_models import Participant
from crm_core.handover import HAND_OVER_ALL
from crm_core.hints import contact_hints, customer_hints
from crm_core.models import Activity, Contact, Customer, Term
from crm_core.permissions import CorePermission
from crm_core.privacy import LOCKED, is_anonymized
from crm_core.queries import of_visible_customers, visible_customers
from crm_core.searching import search_customers
from crm_core.vcard_export import CONTACTS_FORMAT, CUSTOMERS_FORMAT
from guanxi import (
    BoardView,
    Field,
    FormView,
    Kind,
    Lines,
    ListView,
    RelatedList,
    Resource,
    Section,
    Text,
    _,
    current_actor,
    where,
)

_TERMS = "crm_core/terms"
_NUMBERS = CorePermission.SEE_NUMBERS
_VALUE = CorePermission.SEE_VALUE


def _term(name: str, label: Text) -> Field:
    return Field(
        name,
        label,
        to=_TERMS,
        filter=True,
        among=lambda: where.all_of(where.eq("kind", name), where.eq("active", True)),
    )


TERMS = Resource(
    name="terms",
    model=Term,
    title=_("Dictionary"),
    singular=_("Term"),
    fields=(
        Field("kind", _("Kind"), filter=True, fixed=True),
        Field("name", _("Name"), search=True, sort=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field("position", _("Position"), sort=True),
        Field("active", _("Active"), filter=True),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(columns=("name", "name_zh", "kind", "position", "active"), sort="position"),
    form=FormView(sections=(Section(fields=("kind", "name", "name_zh", "position", "active")),)),
    read=CorePermission.READ,
    create=CorePermission.TERMS,
    update=CorePermission.TERMS,
    delete=CorePermission.TERMS,
    actions=actions.TERM_ACTIONS,
)

CUSTOMERS = Resource(
    name="customers",
    model=Customer,
    title=_("Customers"),
    singular=_("Customer"),
    fields=(
        Field("code", _("Code", "customer"), readonly=True, search=True, sort=True),
        Field("kind", _("Kind"), filter=True),
        Field("name", _("Full name"), search=True, sort=True, help=_("The full legal name.")),
        Field("trade_name", _("Trade name"), search=True, help=_("Taken from the full name where left empty.")),
        Field("name_region", _("Region in the name")),
        Field("name_business", _("Industry in the name")),
        Field("legal_form", _("Legal form")),
        Field("stage", _("Stage"), readonly=True, filter=True),
        _term("value_class", _("Value class")),
        _term("level", _("Level")),
        _term("industry", _("Industry")),
        _term("region", _("Region")),
        _term("source", _("Source")),
        Field("tags", _("Tags"), kind=Kind.TAGS, filter=True, help=_("With commas between them.")),
        Field("country", _("Country"), filter=True, help=_("Two letters, such as CN.")),
        Field("phone", _("Phone"), kind=Kind.PHONE, search=True, mask=_NUMBERS),
        Field("mobile", _("Mobile"), kind=Kind.PHONE, search=True, mask=_NUMBERS),
        Field("email", _("E-mail"), kind=Kind.EMAIL, search=True, mask=_NUMBERS),
        Field("fax", _("Fax"), kind=Kind.PHONE, mask=_NUMBERS),
        Field("website", _("Website"), kind=Kind.URL),
        Field("province", _("Province"), filter=True),
        Field("city", _("City"), filter=True),
        Field("district", _("District")),
        Field("address", _("Address"), help=_("In full. Province, city and district are read from it.")),
        Field("postcode", _("Postcode")),
        Field("tax_number", _("Tax number", "customer"), search=True),
        Field("introduction", _("Introduction")),
        Field(
            "owner",
            _("Owner", "customer"),
            to="guanxi/users",
            filter=True,
            write=CorePermission.ASSIGN,
            default=lambda: current_actor().id,
        ),
        Field("department", _("Department"), to="guanxi/departments", readonly=True, filter=True),
        Field("trading", _("Trading customer"), filter=True, write=CorePermission.TRADING),
        Field("next_contact_on", _("Next contact"), readonly=True, sort=True, filter=True),
        Field("next_contact_by", _("Next contact by"), to="guanxi/users", readonly=True, filter=True),
        Field("next_contact_planned", _("Next contact by a plan"), readonly=True, filter=True),
        Field("last_contact_on", _("Last contact"), readonly=True, sort=True, filter=True),
        Field("gender", _("Gender"), filter=True),
        Field("birth_calendar", _("Birthday: calendar")),
        Field("birth_month", _("Birthday: month"), minimum=1, maximum=12),
        Field("birth_day", _("Birthday: day"), minimum=1, maximum=31),
        Field("preferred_channel", _("Likes to be reached by"), filter=True),
        Field("preferred_time", _("Good time to call")),
        Field("interests", _("Interests"), kind=Kind.TAGS, filter=True, help=_("With commas between them.")),
        Field("habits", _("Habits and likes"), help=_("Where and when the customer buys, and what it likes.")),
        Field("life_notes", _("Private notes"), read=CorePermission.SEE_PRIVATE, write=CorePermission.SEE_PRIVATE),
        Field("price_sensitivity", _("Price sensitivity"), filter=True),
        Field("loyalty_potential", _("Willingness to commit"), filter=True),
        Field(
            "value",
            _("Customer value"),
            kind=Kind.MONEY,
            currency="value_currency",
            read=_VALUE,
            readonly=True,
            sort=True,
            measure=True,
        ),
        Field("value_currency", _("Currency"), readonly=True, read=_VALUE),
        Field("last_deal_on", _("Last deal"), readonly=True, read=_VALUE, sort=True, filter=True),
        Field("verified_on", _("Data checked"), readonly=True, filter=True),
        Field("locale", _("Language")),
        Field("external_id", _("External number"), help=_("The customer's number in another system.")),
        Field(
            "completeness",
            _("Completeness (%)"),
            readonly=True,
            sort=True,
            filter=True,
            help=_("How much of what a record should hold is filled in."),
        ),
        Field("archived", _("Archived"), filter=True),
    ),
    list=ListView(
        columns=("name", "stage", "level", "owner", "phone", "mobile", "last_contact_on", "next_contact_on"),
        sort="name",
        secondary="code",
    ),
    board=BoardView(by="stage", card=("level", "mobile", "next_contact_on")),
    calendar="next_contact_on",
    form=FormView(
        sections=(
            Section(fields=("name", "kind", "mobile", "phone", "email", "address")),
            Section(
                title=_("Classification"),
                fields=("level", "industry", "region", "source", "value_class", "trading", "tags"),
            ),
            Section(
                title=_("Ownership"),
                fields=(
                    *("code", "owner", "department", "last_contact_on", "next_contact_on", "next_contact_by"),
                    *("value", "last_deal_on", "completeness", "verified_on"),
                ),
            ),
            Section(
                title=_("Preferences"),
                fields=(
                    *("gender", "birth_calendar", "birth_month", "birth_day", "preferred_channel", "preferred_time"),
                    *("interests", "price_sensitivity", "loyalty_potential", "habits", "life_notes"),
                ),
                more=True,
            ),
            Section(
                title=_("More"),
                fields=(
                    "country",
                    "province",
                    "city",
                    "district",
                    "postcode",
                    "fax",
                    "website",
                    "tax_number",
                    "introduction",
                    "locale",
                ),
                more=True,
            ),
            Section(
                title=_("Name and other data"),
                fields=(
                    *("trade_name", "name_region", "name_business", "legal_form"),
                    *("external_id", "archived"),
                ),
                more=True,
            ),
        ),
        stage="stage",
        related=(
            RelatedList(
                resource="crm_core/contacts",
                field="customer",
                title=_("Contacts"),
                columns=("name", "job_title", "mobile", "email", "main"),
            ),
            *contact_views.RELATED,
            RelatedList(
                resource="crm_core/activities",
                field="customer",
                title=_("Follow-ups"),
                columns=("at", "kind", "subject", "outcome", "user", "next_contact_on"),
            ),
            team.TEAM_LIST,
        ),
    ),
    archive="archived",
    read=CorePermission.READ,
    create=CorePermission.CREATE,
    update=CorePermission.UPDATE,
    scope=visible_customers,
    search=search_customers,
    actions=(*actions.CUSTOMER_ACTIONS, *CONSENT_ACTIONS, *merging_views.CUSTOMER_ACTIONS, CONFIRM_DATA, HAND_OVER_ALL),
    formats=(CUSTOMERS_FORMAT,),
    panels=CUSTOMER_PANELS,
    check=customer_hints,
    timeline=CUSTOMER_TIMELINE,
    past=merging.taken_in,
    prepare=writing.prepare_customer,
    asks=True,
    editable=lambda customer: not is_anonymized(customer),
    locked=LOCKED,
    written=writing.customer_written,
)

CONTACTS = Resource(
    name="contacts",
    model=Contact,
    title=_("Contacts"),
    singular=_("Contact"),
    fields=(
        Field("customer", _("Customer"), to="crm_core/customers", filter=True, fixed=True),
        Field("name", _("Name"), search=True, sort=True),
        Field("job_title", _("Job title")),
        Field("mobile", _("Mobile"), kind=Kind.PHONE, search=True, mask=_NUMBERS),
        Field("phone", _("Phone"), kind=Kind.PHONE, mask=_NUMBERS),
        Field("email", _("E-mail"), kind=Kind.EMAIL, mask=_NUMBERS),
        Field("wechat", _("WeChat"), mask=_NUMBERS),
        Field("main", _("Main contact"), filter=True),
        Field("notes", _("Notes")),
        Field("archived", _("Archived"), filter=True),
    ),
    list=ListView(columns=("name", "job_title", "customer", "mobile", "email"), sort="name"),
    form=FormView(
        sections=(
            Section(fields=("customer", "name", "job_title", "mobile", "phone", "email", "wechat", "main")),
            Section(title=_("More"), fields=("notes", "archived"), more=True),
        )
    ),
    archive="archived",
    read=CorePermission.READ,
    create=CorePermission.UPDATE,
    update=CorePermission.UPDATE,
    scope=of_visible_customers,
    formats=(CONTACTS_FORMAT,),
    check=contact_hints,
    prepare=writing.prepare_contact,
    written=writing.contact_written,
)

PARTICIPANTS = Lines(
    name="participants",
    label=_("Took part as well"),
    model=Participant,
    parent="activity",
    maximum=20,
    fields=(Field("user", _("User"), to="guanxi/users", among=lambda: where.eq("active", True)),),
)

ACTIVITIES = Resource(
    name="activities",
    model=Activity,
    title=_("Follow-ups"),
    singular=_("Follow-up"),
    label="subject",
    fields=(
        Field("customer", _("Customer"), to="crm_core/customers", filter=True),
        Field("contact", _("Contact"), to="crm_core/contacts"),
        Field("kind", _("Way"), filter=True),
        Field("at", _("Time"), sort=True, filter=True),
        Field("subject", _("Subject")),
        Field("outcome", _("Result"), filter=True),
        Field("details", _("Details", "follow-up")),
        Field("next_contact_on", _("Next contact"), filter=True, help=_("Needed after a call or a visit.")),
        Field(
            "next_contact_by",
            _("Next contact by"),
            to="guanxi/users",
            filter=True,
            among=lambda: where.eq("active", True),
            default=lambda: current_actor().id,
            help=_("Who is reminded; the owner where it is empty."),
        ),
        Field("user", _("Done by"), to="guanxi/users", readonly=True, filter=True),
    ),
    lines=(PARTICIPANTS,),
    list=ListView(columns=("at", "customer", "kind", "subject", "outcome", "user", "next_contact_on"), sort="-at"),
    form=FormView(
        sections=(
            Section(
                fields=(
                    *("customer", "contact", "kind", "at", "subject", "outcome", "next_contact_on"),
                    *("next_contact_by", "user", "details"),
                )
            ),
        )
    ),
    read=CorePermission.READ,
    create=CorePermission.UPDATE,
    scope=of_visible_customers,
    prepare=following_up.prepare_activity,
    written=following_up.activity_written,
)

RESOURCES = (CUSTOMERS, CONTACTS, contact_views.ADDRESSES, contact_views.POINTS, ACTIVITIES, TERMS, team.MEMBERS)
