"""Product lines, units and rates of tax: the dictionaries of what a company sells."""

from __future__ import annotations

from crm_contracts.permissions import ContractPermission
from crm_contracts.price_models import ProductLine, TaxRate, Unit
from guanxi import (
    Change,
    Field,
    FormView,
    InvalidInput,
    ListView,
    RelatedList,
    Resource,
    Section,
    _,
    current_locale,
    fetch,
    fetch_value,
    where,
)

_ABOVE = """
WITH RECURSIVE above AS (
    SELECT id, parent_id FROM crm_contracts_product_line WHERE id = $1
    UNION SELECT l.id, l.parent_id FROM crm_contracts_product_line l JOIN above ON l.id = above.parent_id
)
SELECT EXISTS (SELECT FROM above WHERE id = $2)
"""
"""Whether $2 is $1 or stands above it; a ring ends, too"""
_MANAGE = ContractPermission.PRODUCTS


async def _prepare_line(change: Change) -> None:
    parent_id = change.values.get("parent_id")
    if parent_id is not None and change.before is not None and await fetch_value(_ABOVE, parent_id, change.before.id):
        raise InvalidInput({"parent": _("A product line cannot stand below itself.")})


async def _prepare_unit(change: Change) -> None:
    if "code" in change.values:
        change.values["code"] = code = change.values["code"].strip().upper()
        if not (code.isascii() and code.isalnum()):
            raise InvalidInput({"code": _("Two or three letters and digits, such as C62 or KGM.")})


async def unit_names() -> list[str]:
    """In the reader's language; what the forms of products and contracts propose."""
    own = "COALESCE(NULLIF(name_zh, ''), name)" if current_locale() == "zh_CN" else "name"
    rows = await fetch(f"SELECT {own} AS name FROM crm_contracts_unit WHERE active ORDER BY id")  # noqa: S608
    return [row["name"] for row in rows]


async def tax_percents() -> list[str]:
    """`13`, `9`, `0.5`: the highest first."""
    rows = await fetch(
        "SELECT DISTINCT trim_scale(percent)::text AS text, percent FROM crm_contracts_tax_rate"
        " WHERE active ORDER BY percent DESC"
    )
    return [row["text"] for row in rows]


def active_lines() -> where.Condition:
    return where.eq("active", True)


PRODUCT_LINES = Resource(
    name="product-lines",
    model=ProductLine,
    title=_("Product lines"),
    singular=_("Product line"),
    fields=(
        Field("name", _("Name"), search=True, sort=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field("parent", _("Part of", "product line"), to="crm_contracts/product-lines", filter=True),
        Field("active", _("Active"), filter=True),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(columns=("name", "name_zh", "parent", "active"), sort="name"),
    form=FormView(
        sections=(Section(fields=("name", "name_zh", "parent", "active")),),
        related=(
            RelatedList(
                resource="crm_contracts/products",
                field="line",
                title=_("Products"),
                columns=("name", "code", "unit_price", "active"),
            ),
        ),
    ),
    archive="active",
    read=ContractPermission.READ,
    create=_MANAGE,
    update=_MANAGE,
    delete=_MANAGE,
    prepare=_prepare_line,
    import_key=("name",),
)

UNITS = Resource(
    name="units",
    model=Unit,
    title=_("Units"),
    singular=_("Unit"),
    fields=(
        Field("name", _("Name"), search=True, sort=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field("code", _("Code", "unit"), search=True, help=_("Of UN/ECE Recommendation 20, for electronic invoices.")),
        Field("active", _("Active"), filter=True),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(columns=("name", "name_zh", "code", "active"), sort="name"),
    form=FormView(sections=(Section(fields=("name", "name_zh", "code", "active")),)),
    archive="active",
    read=ContractPermission.READ,
    create=_MANAGE,
    update=_MANAGE,
    delete=_MANAGE,
    prepare=_prepare_unit,
)

TAX_RATES = Resource(
    name="tax-rates",
    model=TaxRate,
    title=_("Tax rates"),
    singular=_("Tax rate"),
    fields=(
        Field("name", _("Name"), search=True, sort=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field("percent", _("Tax rate (%)"), minimum=0, maximum=100),
        Field("category", _("Category", "tax"), filter=True, help=_("For electronic invoices, by EN 16931.")),
        Field("active", _("Active"), filter=True),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(columns=("name", "name_zh", "percent", "category", "active"), sort="name"),
    form=FormView(sections=(Section(fields=("name", "name_zh", "percent", "category", "active")),)),
    archive="active",
    read=ContractPermission.READ,
    create=_MANAGE,
    update=_MANAGE,
    delete=_MANAGE,
)
