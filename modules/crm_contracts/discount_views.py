"""Discount limits of roles."""

from __future__ import annotations

from crm_contracts.permissions import ContractPermission
from crm_contracts.price_models import DiscountLimit
from guanxi import Field, FormView, ListView, Resource, Section, _

_MANAGE = ContractPermission.RULES

DISCOUNT_LIMITS = Resource(
    name="discount-limits",
    model=DiscountLimit,
    title=_("Discount limits"),
    singular=_("Discount limit"),
    label="id",
    fields=(
        Field("role", _("Role"), to="guanxi/roles", filter=True),
        Field(
            "line",
            _("Product line"),
            to="crm_contracts/product-lines",
            filter=True,
            help=_("Left empty: all that have no limit of their own."),
        ),
        Field(
            "percent",
            _("Highest discount (%)"),
            minimum=0,
            maximum=100,
            help=_("Against the list price, so that a lower price counts, too. Asked for quotations and contracts."),
        ),
    ),
    list=ListView(columns=("role", "line", "percent"), sort="-id"),
    form=FormView(sections=(Section(fields=("role", "line", "percent")),)),
    read=_MANAGE,
    create=_MANAGE,
    update=_MANAGE,
    delete=_MANAGE,
)
