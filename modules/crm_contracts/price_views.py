"""Price lists, their prices and who buys by them."""

from __future__ import annotations

from typing import Any

from crm_contracts.permissions import ContractPermission
from crm_contracts.price_changes import CHANGE_PRICES
from crm_contracts.price_conflicts import refuse_overlap, refuse_second_standard
from crm_contracts.price_models import Price, PriceAssignment, PriceList
from crm_core.services import of_visible_customers
from guanxi import (
    Change,
    Field,
    FormView,
    InvalidInput,
    Kind,
    ListView,
    RelatedList,
    Resource,
    Section,
    Text,
    _,
    count,
    current_company,
    fetch_value,
    where,
)

_MANAGE = ContractPermission.PRICES
_LISTS, _PRODUCTS = "crm_contracts/price-lists", "crm_contracts/products"


def _value_classes() -> where.Condition:
    return where.all_of(where.eq("kind", "value_class"), where.eq("active", True))


def _check_days(change: Change) -> None:
    first, last = change.now("valid_from"), change.now("valid_until")
    if first and last and last < first:
        raise InvalidInput({"valid_until": _("The end is before the start.")})


async def _prepare_list(change: Change) -> None:
    if change.before is None and not change.values.get("currency"):
        change.values["currency"] = current_company().currency
    _check_days(change)
    await refuse_second_standard(change)


async def _currency_of(change: Change) -> Any:
    return await fetch_value("SELECT currency FROM crm_contracts_price_list WHERE id = $1", change.now("price_list_id"))


async def _prepare_price(change: Change) -> None:
    """The amount is in the currency of the list: one that is typed in another is a mistake."""
    _check_days(change)
    currency = await _currency_of(change)
    if currency and change.values.get("currency") not in (None, "", currency):
        raise InvalidInput({"currency": _("The price list is in {currency}.", currency=currency)})
    if currency:
        change.values["currency"] = currency
    await refuse_overlap(change)


async def _prepare_assignment(change: Change) -> None:
    errors: dict[str, Text] = {}
    if (change.now("customer_id") is None) == (change.now("value_class_id") is None):
        errors["customer"] = _("Choose either a customer or a value class.")
    value_class = change.values.get("value_class_id")
    terms = current_company().catalog.resources["crm_core/terms"].model
    is_one = where.all_of(where.eq("id", value_class), where.eq("kind", "value_class"))
    if value_class is not None and not await count(terms, is_one):
        errors["value_class"] = _("There is no such record.")
    if errors:
        raise InvalidInput(errors)
    if currency := await _currency_of(change):
        change.values["currency"] = currency


def visible_assignments() -> where.Condition:
    """Those of value classes, and of the customers that one may see."""
    condition = of_visible_customers()
    if condition is where.ALWAYS:
        return where.ALWAYS
    return where.any_of(where.is_null("customer"), condition)


def visible_lists() -> where.Condition:
    """All but those that were given to none but customers whom one does not see."""
    assignments = visible_assignments()
    if assignments is where.ALWAYS:
        return where.ALWAYS
    return where.any_of(
        where.eq("standard", True),
        where.not_(where.exists(PriceAssignment, "price_list")),
        where.exists(PriceAssignment, "price_list", assignments),
    )


def visible_prices() -> where.Condition:
    condition = visible_lists()
    return where.ALWAYS if condition is where.ALWAYS else where.related("price_list", condition)


_VALIDITY = (
    Field("valid_from", _("Valid from", "price"), filter=True, sort=True),
    Field(
        "valid_until",
        _("Valid through", "price"),
        filter=True,
        help=_("The last day. Left empty: until further notice."),
    ),
)

PRICE_LISTS = Resource(
    name="price-lists",
    model=PriceList,
    title=_("Price lists"),
    singular=_("Price list"),
    fields=(
        Field("name", _("Name"), search=True, sort=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field(
            "currency",
            _("Currency"),
            kind=Kind.CURRENCY,
            filter=True,
            fixed=True,
            default=lambda: current_company().currency,
        ),
        Field(
            "standard",
            _("Standard list"),
            filter=True,
            help=_("For customers without a list of their own. One for each currency."),
        ),
        Field("active", _("Active"), filter=True),
        *_VALIDITY,
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(columns=("name", "currency", "standard", "valid_from", "valid_until", "active"), sort="name"),
    form=FormView(
        sections=(Section(fields=("name", "name_zh", "currency", "standard", "valid_from", "valid_until", "active")),),
        related=(
            RelatedList(
                resource="crm_contracts/prices",
                field="price_list",
                title=_("Prices"),
                columns=("product", "from_quantity", "unit_price", "valid_from", "valid_until"),
            ),
            RelatedList(
                resource="crm_contracts/price-assignments",
                field="price_list",
                title=_("Who buys by it"),
                columns=("customer", "value_class"),
            ),
        ),
    ),
    archive="active",
    read=ContractPermission.READ,
    create=_MANAGE,
    update=_MANAGE,
    delete=_MANAGE,
    scope=visible_lists,
    prepare=_prepare_list,
    actions=(CHANGE_PRICES,),
    import_key=("name",),
)

PRICES = Resource(
    name="prices",
    model=Price,
    title=_("Prices"),
    singular=_("Price"),
    label="id",
    fields=(
        Field("price_list", _("Price list"), to=_LISTS, filter=True),
        Field("product", _("Product"), to=_PRODUCTS, filter=True, search=True),
        Field("from_quantity", _("From quantity"), minimum=0, help=_("0: from any quantity.")),
        Field("unit_price", _("Unit price"), kind=Kind.MONEY, currency="currency", minimum=0, help=_("Tax included.")),
        Field(
            "currency",
            _("Currency"),
            kind=Kind.CURRENCY,
            required=False,
            default=lambda: current_company().currency,
            help=_("As the price list has it."),
        ),
        *_VALIDITY,
    ),
    list=ListView(
        columns=("product", "price_list", "from_quantity", "unit_price", "valid_from", "valid_until"), sort="-id"
    ),
    form=FormView(
        sections=(
            Section(
                fields=(
                    *("price_list", "product", "from_quantity", "unit_price"),
                    *("currency", "valid_from", "valid_until"),
                )
            ),
        )
    ),
    read=ContractPermission.READ,
    create=_MANAGE,
    update=_MANAGE,
    delete=_MANAGE,
    scope=visible_prices,
    prepare=_prepare_price,
)

ASSIGNMENTS = Resource(
    name="price-assignments",
    model=PriceAssignment,
    title=_("Price lists of customers"),
    singular=_("Price list of customers"),
    label="id",
    fields=(
        Field("price_list", _("Price list"), to=_LISTS, filter=True),
        Field("customer", _("Customer"), to="crm_core/customers", filter=True),
        Field("value_class", _("Value class"), to="crm_core/terms", filter=True, among=_value_classes),
    ),
    list=ListView(columns=("price_list", "customer", "value_class"), sort="-id"),
    form=FormView(sections=(Section(fields=("price_list", "customer", "value_class")),)),
    read=ContractPermission.READ,
    create=_MANAGE,
    update=_MANAGE,
    delete=_MANAGE,
    scope=visible_assignments,
    prepare=_prepare_assignment,
)
