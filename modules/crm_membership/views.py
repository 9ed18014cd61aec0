"""Plans, and the memberships that were ordered."""

from __future__ import annotations

from typing import Any

from crm_core.services import of_visible_customers, visible_customer
from crm_membership import selling
from crm_membership.choices import MembershipState
from crm_membership.models import Membership, Plan
from crm_membership.permissions import MembershipPermission as P
from guanxi import (
    Action,
    Change,
    Field,
    FormView,
    InvalidInput,
    Kind,
    ListView,
    Outcome,
    RelatedList,
    Resource,
    Section,
    _,
    current_company,
    is_currency,
    where,
)

_CUSTOMERS, _TIERS, _PLANS = "crm_core/customers", "crm_loyalty/tiers", "crm_membership/plans"


async def _prepare_plan(change: Change) -> None:
    if change.before is None and not change.values.get("currency"):
        change.values["currency"] = current_company().currency
    if not is_currency(change.now("currency")):
        raise InvalidInput({"currency": _("This is no ISO 4217 currency code, such as CNY.")})


async def _order(record: None, values: dict[str, Any]) -> Outcome:
    customer = await visible_customer(values["customer"])
    made = await selling.order(customer.id, values["plan"])
    data = {
        "membership_id": made.membership_id,
        "invoice_id": made.invoice_id,
        "invoice_number": made.invoice_number,
    }
    return Outcome(selling.said(made), data=data, go_to=f"/{selling.RESOURCE}/{made.membership_id}")


async def _cancel(membership: Membership, values: dict[str, Any]) -> Outcome:
    await selling.cancel(membership, values["reason"])
    return Outcome(_("The order is canceled, and its invoice voided."))


def _for_sale() -> where.Condition:
    return where.eq("active", True)


PLANS = Resource(
    name="plans",
    model=Plan,
    title=_("Membership plans"),
    singular=_("Membership plan"),
    fields=(
        Field("name", _("Name"), search=True, sort=True, help=_("Stands on the invoice.")),
        Field("name_zh", _("Chinese name"), search=True),
        Field("tier", _("Tier"), to=_TIERS, filter=True),
        Field("months", _("Months", "membership"), minimum=1, maximum=120),
        Field(
            "currency",
            _("Currency"),
            kind=Kind.CURRENCY,
            filter=True,
            fixed=True,
            required=False,
            default=lambda: current_company().currency,
        ),
        Field("price", _("Price"), kind=Kind.MONEY, currency="currency", minimum=1, help=_("Tax included.")),
        Field("tax_rate", _("Tax rate (%)"), minimum=0, maximum=100),
        Field("in_portal", _("Offered in the portal"), filter=True),
        Field("active", _("Active"), filter=True),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(columns=("name", "tier", "months", "price", "in_portal", "active"), sort="name"),
    form=FormView(
        sections=(
            Section(fields=("name", "name_zh", "tier", "months", "active", "in_portal")),
            Section(title=_("Price"), fields=("currency", "price", "tax_rate")),
        ),
        related=(
            RelatedList(
                resource="crm_membership/memberships",
                field="plan",
                title=_("Memberships"),
                columns=("customer", "state", "first_day", "last_day"),
            ),
        ),
    ),
    archive="active",
    read=P.READ,
    create=P.MANAGE,
    update=P.MANAGE,
    delete=P.MANAGE,
    prepare=_prepare_plan,
)

MEMBERSHIPS = Resource(
    name="memberships",
    model=Membership,
    title=_("Paid memberships"),
    singular=_("Paid membership"),
    label="id",
    fields=(
        Field("customer", _("Customer"), to=_CUSTOMERS, readonly=True, filter=True, search=True),
        Field("plan", _("Membership plan"), to=_PLANS, readonly=True, filter=True),
        Field("tier", _("Tier"), to=_TIERS, readonly=True, filter=True),
        Field("months", _("Months", "membership"), readonly=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("invoice", _("Invoice"), to="crm_receivables/invoices", readonly=True),
        Field("created_at", _("Ordered at"), readonly=True, filter=True),
        Field("pay_by", _("To be paid by"), readonly=True, filter=True),
        Field("paid_on", _("Paid on"), readonly=True, filter=True),
        Field("first_day", _("First day"), readonly=True, filter=True, sort=True),
        Field("last_day", _("Last day"), readonly=True, filter=True, sort=True),
        Field("stopped_on", _("Not paid any more since"), readonly=True),
    ),
    list=ListView(columns=("created_at", "customer", "plan", "state", "invoice", "first_day", "last_day"), sort="-id"),
    form=FormView(
        sections=(
            Section(fields=("customer", "plan", "tier", "months", "created_at")),
            Section(title=_("Payment", "membership"), fields=("invoice", "pay_by", "paid_on")),
            Section(title=_("Days", "membership"), fields=("first_day", "last_day", "stopped_on")),
        ),
        stage="state",
    ),
    read=P.READ,
    scope=of_visible_customers,
    actions=(
        Action(
            name="order",
            label=_("Sell a membership"),
            permission=P.SELL,
            run=_order,
            on="list",
            primary=True,
            fields=(
                Field("customer", _("Customer"), kind=Kind.RELATION, required=True, to=_CUSTOMERS),
                Field("plan", _("Membership plan"), kind=Kind.RELATION, required=True, to=_PLANS, among=_for_sale),
            ),
        ),
        Action(
            name="cancel",
            label=_("Cancel the order"),
            permission=P.SELL,
            run=_cancel,
            danger=True,
            when=lambda membership: membership.state == MembershipState.WAITING,
            fields=(Field("reason", _("Reason"), kind=Kind.TEXT, required=True, max_length=300),),
        ),
    ),
    history={"order": _("Ordered", "membership"), "follow": _("Followed its invoice")},
)
RESOURCES = (PLANS, MEMBERSHIPS)
