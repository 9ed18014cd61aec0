"""Web forms as their managers meet them."""

from __future__ import annotations

import secrets

from crm_core.numbers import is_country
from crm_core.permissions import CorePermission
from crm_core.privacy_models import WebForm, WebFormEntry
from crm_core.queries import of_visible_customers
from guanxi import (
    Change,
    ExtensionPoint,
    Field,
    Figure,
    FormView,
    InvalidInput,
    Kind,
    ListView,
    Panel,
    PanelData,
    Resource,
    Section,
    _,
    base_address,
    fetch_row,
    fetch_value,
    show_number,
    where,
)

WEB_FORM_PANELS = ExtensionPoint[Panel]("crm_core.web_form_panels")


async def _prepare(change: Change) -> None:
    values = change.values
    if change.before is None:
        values["token"] = secrets.token_hex(12)
    if "country" in values:
        values["country"] = (values["country"] or "CN").upper()
        if not is_country(values["country"]):
            raise InvalidInput({"country": _("Two letters, such as CN.")})
    if change.now("confirm_address") and change.now("ask_email") is False:
        raise InvalidInput({"confirm_address": _("The form has to ask for the e-mail address.")})
    owner, source = values.get("owner_id"), values.get("source_id")
    if owner is not None and not await fetch_value("SELECT active FROM guanxi_user WHERE id = $1", owner):
        raise InvalidInput({"owner": _("There is no such active user.")})
    kind = "SELECT 1 FROM crm_core_term WHERE id = $1 AND kind = 'source'"
    if source is not None and not await fetch_value(kind, source):
        raise InvalidInput({"source": _("There is no such record.")})


async def _load(form_id: int) -> PanelData:
    row = await fetch_row(
        "SELECT f.token, f.active, (SELECT count(*) FROM crm_core_web_form_entry e WHERE e.form_id = f.id) AS sent"
        " FROM crm_core_web_form f WHERE f.id = $1",
        form_id,
    )
    if row is None:
        return PanelData()
    address = f"/crm_core/form/{row['token']}"
    shown = f"{base_address()}{address}" if row["active"] else str(_("Switched off"))
    return PanelData(
        figures=[
            Figure(_("Address of the page"), shown, href=address if row["active"] else None),
            Figure(_("Sent forms"), show_number(row["sent"]), href=f"/crm_core/web_form_entries?form={form_id}"),
        ]
    )


ADDRESS_PANEL = Panel(name="address", title=_("Page"), access=CorePermission.FORMS, load=_load)

WEB_FORMS = Resource(
    name="web_forms",
    model=WebForm,
    title=_("Web forms"),
    singular=_("Web form"),
    fields=(
        Field("name", _("Name"), search=True),
        Field("title", _("Title")),
        Field("title_zh", _("Chinese title")),
        Field("thanks", _("Thanks"), help=_("Shown once the form was sent.")),
        Field("thanks_zh", _("Chinese thanks")),
        Field("ask_organization", _("Ask for the organization")),
        Field("ask_email", _("Ask for the e-mail address")),
        Field("ask_address", _("Ask for the address")),
        Field("ask_message", _("Ask for a message")),
        Field("consent_marketing", _("Consent: marketing")),
        Field("consent_service", _("Consent: service")),
        Field("consent_partners", _("Consent: passing on to partners")),
        Field("consent_profiling", _("Consent: profiling")),
        Field(
            "confirm_address",
            _("Confirmed by e-mail"),
            help=_("Consents count once the visitor has opened a mailed link. Only that for service counts at once."),
        ),
        Field("country", _("Country"), help=_("Of numbers that do not begin with + and a country code.")),
        Field("owner", _("Owner", "customer"), to="guanxi/users", help=_("New customers are theirs.")),
        Field(
            "source",
            _("Source"),
            to="crm_core/terms",
            among=lambda: where.all_of(where.eq("kind", "source"), where.eq("active", True)),
        ),
        Field("active", _("Active"), filter=True),
        Field("token", _("Address", "web form"), readonly=True),
    ),
    list=ListView(columns=("name", "title", "title_zh", "owner", "active"), sort="name"),
    form=FormView(
        sections=(
            Section(
                fields=("name", "title", "title_zh", "thanks", "thanks_zh", "owner", "source", "country", "active")
            ),
            Section(title=_("What is asked"), fields=("ask_organization", "ask_email", "ask_address", "ask_message")),
            Section(
                title=_("Consent"),
                fields=(
                    *("consent_marketing", "consent_service", "consent_partners", "consent_profiling"),
                    "confirm_address",
                ),
            ),
        )
    ),
    read=CorePermission.FORMS,
    create=CorePermission.FORMS,
    update=CorePermission.FORMS,
    archive=None,
    panels=WEB_FORM_PANELS,
    prepare=_prepare,
)

ENTRIES = Resource(
    name="web_form_entries",
    model=WebFormEntry,
    title=_("Sent web forms"),
    singular=_("Sent web form"),
    label="id",
    fields=(
        Field("created_at", _("Time"), filter=True),
        Field("form", _("Web form"), to="crm_core/web_forms", filter=True, read=CorePermission.FORMS),
        Field("customer", _("Customer"), to="crm_core/customers", filter=True),
        Field("name", _("Name")),
        Field("mobile", _("Mobile"), kind=Kind.PHONE, mask=CorePermission.SEE_NUMBERS),
        Field("phone", _("Phone"), kind=Kind.PHONE, mask=CorePermission.SEE_NUMBERS),
        Field("email", _("E-mail"), kind=Kind.EMAIL, mask=CorePermission.SEE_NUMBERS),
        Field("message", _("Message")),
        Field("known", _("Known before"), filter=True),
        Field("utm_source", _("Campaign: source"), filter=True),
        Field("utm_medium", _("Campaign: medium"), filter=True),
        Field("utm_campaign", _("Campaign"), filter=True),
        Field("utm_term", _("Campaign: term")),
        Field("utm_content", _("Campaign: content")),
    ),
    list=ListView(columns=("created_at", "customer", "message", "utm_source", "utm_campaign", "known"), sort="-id"),
    form=FormView(
        sections=(
            Section(fields=("created_at", "form", "customer", "name", "mobile", "phone", "email", "message", "known")),
            Section(
                title=_("Campaign"), fields=("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")
            ),
        )
    ),
    read=CorePermission.READ,
    scope=of_visible_customers,
)
