"""Further addresses, numbers and addresses for mail, as people meet them."""

from __future__ import annotations

from crm_core.contact_models import Address, ContactPoint
from crm_core.contact_points import prepare_address, prepare_point
from crm_core.permissions import CorePermission
from crm_core.queries import of_visible_customers
from guanxi import Field, FormView, Kind, ListView, RelatedList, Resource, Section, _

_NUMBERS = CorePermission.SEE_NUMBERS

ADDRESSES = Resource(
    name="addresses",
    model=Address,
    title=_("Addresses"),
    singular=_("Address"),
    label="address",
    fields=(
        Field("customer", _("Customer"), to="crm_core/customers", filter=True, fixed=True),
        Field("kind", _("Kind"), filter=True),
        Field("address", _("Address"), search=True, help=_("In full. Province, city and district are read from it.")),
        Field("province", _("Province"), filter=True),
        Field("city", _("City"), filter=True),
        Field("district", _("District")),
        Field("postcode", _("Postcode")),
        Field("country", _("Country"), help=_("Two letters, such as CN.")),
        Field("recipient", _("Recipient")),
        Field("phone", _("Phone"), kind=Kind.PHONE, mask=_NUMBERS),
        Field("notes", _("Notes")),
    ),
    list=ListView(columns=("address", "kind", "customer", "city", "recipient", "phone"), sort="-id"),
    form=FormView(
        sections=(
            Section(fields=("customer", "kind", "address", "recipient", "phone", "postcode")),
            Section(title=_("More"), fields=("province", "city", "district", "country", "notes"), more=True),
        )
    ),
    read=CorePermission.READ,
    create=CorePermission.UPDATE,
    update=CorePermission.UPDATE,
    delete=CorePermission.UPDATE,
    scope=of_visible_customers,
    prepare=prepare_address,
)
POINTS = Resource(
    name="contact_points",
    model=ContactPoint,
    title=_("Further numbers"),
    singular=_("Further number"),
    label="value",
    fields=(
        Field("customer", _("Customer"), to="crm_core/customers", filter=True, fixed=True),
        Field("contact", _("Contact"), to="crm_core/contacts", help=_("Whose it is; empty: the customer's own.")),
        Field("kind", _("Kind"), filter=True, help=_("Read from the number where it stays “other”.")),
        Field("value", _("Number or address"), search=True, mask=_NUMBERS),
        Field("label", _("What for"), help=_("Such as night shift, or private.")),
    ),
    list=ListView(columns=("value", "kind", "customer", "contact", "label"), sort="-id"),
    form=FormView(sections=(Section(fields=("customer", "contact", "kind", "value", "label")),)),
    read=CorePermission.READ,
    create=CorePermission.UPDATE,
    update=CorePermission.UPDATE,
    delete=CorePermission.UPDATE,
    scope=of_visible_customers,
    prepare=prepare_point,
)
RELATED = (
    RelatedList(
        resource="crm_core/contact_points",
        field="customer",
        title=_("Further numbers"),
        columns=("kind", "value", "contact", "label"),
    ),
    RelatedList(
        resource="crm_core/addresses",
        field="customer",
        title=_("Addresses"),
        columns=("kind", "address", "recipient", "phone"),
    ),
)
