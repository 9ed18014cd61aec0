"""Usage, as people and meters bring it in."""

from __future__ import annotations

from crm_contracts.billing_models import Usage
from crm_contracts.permissions import ContractPermission
from crm_contracts.queries import of_visible_contracts
from crm_contracts.usage import prepare_usage
from guanxi import Field, FormView, ListView, Resource, Section, _

USAGE = Resource(
    name="usage",
    model=Usage,
    title=_("Usage"),
    singular=_("Usage", "one"),
    label="reference",
    fields=(
        Field("contract", _("Contract"), to="crm_contracts/contracts", filter=True, fixed=True),
        Field(
            "line",
            _("Line"),
            required=False,
            fixed=True,
            help=_("Its description; may stay empty where one line alone is billed by usage."),
        ),
        Field("used_on", _("Used on"), sort=True, filter=True, fixed=True),
        Field("quantity", _("Quantity"), measure=True, fixed=True, help=_("Corrections are negative.")),
        Field(
            "reference",
            _("Reference", "usage"),
            fixed=True,
            help=_("The meter's own number of it: what comes twice counts once."),
        ),
        Field("billed_through", _("Billed through"), readonly=True, filter=True),
        Field("late", _("Late"), readonly=True, filter=True),
    ),
    list=ListView(
        columns=("used_on", "contract", "line", "quantity", "reference", "billed_through", "late"), sort="-id"
    ),
    form=FormView(
        sections=(Section(fields=("contract", "line", "used_on", "quantity", "reference", "billed_through", "late")),)
    ),
    read=ContractPermission.READ,
    create=ContractPermission.USAGE,
    scope=of_visible_contracts,
    prepare=prepare_usage,
    import_key=("contract", "reference", "line"),
)
