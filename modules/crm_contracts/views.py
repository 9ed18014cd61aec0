"""Products, contracts and billing problems, as people meet them."""

from __future__ import annotations

from crm_contracts import actions
from crm_contracts.catalog_views import active_lines, tax_percents, unit_names
from crm_contracts.choices import ContractState
from crm_contracts.delivery_views import DELIVERIES, DELIVERIES_OF_CONTRACT
from crm_contracts.drafting import prepare_contract, prepare_product
from crm_contracts.extensions import CONTRACT_PANELS
from crm_contracts.guide import GUIDE
from crm_contracts.keeping import CONTRACT_DOCUMENT
from crm_contracts.kept_views import KEPT_DOCUMENTS
from crm_contracts.line_prices import FILL
from crm_contracts.models import BillingProblem, Contract, ContractLine, Installment, Product
from crm_contracts.permissions import ContractPermission
from crm_contracts.queries import of_visible_contracts, usable_templates, visible_contracts
from crm_contracts.quotation import QUOTATION_DOCUMENT
from crm_contracts.quotation_state import open_until
from crm_contracts.renewal_views import (
    INDEX_VALUES,
    PRICE_INDEXES,
    RENEWAL_FIELDS,
    RENEWAL_PROBLEMS,
    RENEWAL_SECTION,
)
from crm_contracts.searching import contract_texts
from crm_contracts.settings import ContractSettings
from crm_contracts.text_views import CLAUSES, TEMPLATES
from guanxi import (
    BoardView,
    Field,
    FormView,
    FullText,
    Kind,
    Lines,
    ListView,
    RelatedList,
    Resource,
    Section,
    _,
    current_actor,
    current_company,
    settings_of,
    where,
)


def _currency() -> Field:
    return Field("currency", _("Currency"), kind=Kind.CURRENCY, filter=True, default=lambda: current_company().currency)


PRODUCTS = Resource(
    name="products",
    model=Product,
    title=_("Products"),
    singular=_("Product"),
    fields=(
        Field("code", _("Code"), search=True, sort=True),
        Field("name", _("Name"), search=True, sort=True),
        Field("name_en", _("English name")),
        Field("line", _("Product line"), to="crm_contracts/product-lines", filter=True, among=active_lines),
        Field("unit", _("Unit"), offers=unit_names),
        Field(
            "unit_price",
            _("Unit price"),
            kind=Kind.MONEY,
            currency="currency",
            minimum=0,
            help=_("Tax included."),
        ),
        _currency(),
        Field("tax_rate", _("Tax rate (%)"), minimum=0, maximum=100, offers=tax_percents),
        Field("active", _("Active"), filter=True),
    ),
    label_in={"en": "name_en"},
    list=ListView(columns=("name", "code", "line", "unit", "unit_price", "tax_rate", "active"), sort="name"),
    form=FormView(
        sections=(
            Section(
                fields=(
                    *("code", "name", "name_en", "line", "unit", "unit_price"),
                    *("currency", "tax_rate", "active"),
                )
            ),
        ),
        related=(
            RelatedList(
                resource="crm_contracts/prices",
                field="product",
                title=_("Prices"),
                columns=("price_list", "from_quantity", "unit_price", "valid_from", "valid_until"),
            ),
        ),
    ),
    read=ContractPermission.READ,
    create=ContractPermission.PRODUCTS,
    update=ContractPermission.PRODUCTS,
    delete=ContractPermission.PRODUCTS,
    prepare=prepare_product,
    import_key=("code",),
)

LINES = Lines(
    name="lines",
    label=_("Lines"),
    model=ContractLine,
    parent="contract",
    maximum=150,  # what a document of some pages can hold
    fill=FILL,
    row=("product", "description", "quantity", "unit_price", "discount", "amount"),
    fields=(
        Field("product", _("Product"), to="crm_contracts/products"),
        Field("description", _("Description")),
        Field("quantity", _("Quantity"), minimum=0),
        Field("unit", _("Unit"), offers=unit_names),
        Field("unit_price", _("Unit price"), kind=Kind.MONEY, currency="currency", required=False, minimum=0),
        Field("list_price", _("List price"), kind=Kind.MONEY, currency="currency", readonly=True),
        Field("discount", _("Discount (%)"), minimum=0, maximum=100),
        Field("tax_rate", _("Tax rate (%)"), required=False, minimum=0, maximum=100, offers=tax_percents),
        Field("amount", _("Amount"), kind=Kind.MONEY, currency="currency", readonly=True),
        Field("recurrence", _("Charged", "line")),
        Field("interval", _("Every", "interval"), minimum=1, maximum=366),
        Field("billing", _("Billing")),
        Field("free_periods", _("Free periods"), minimum=0, maximum=9999),
        Field("cap", _("At most in all"), kind=Kind.MONEY, currency="currency", required=False, minimum=1),
        Field("included", _("Included usage"), minimum=0),
        Field("period_cap", _("At most a period"), kind=Kind.MONEY, currency="currency", required=False, minimum=1),
    ),
)

INSTALLMENTS = Lines(
    name="installments",
    label=_("Payment plan"),
    model=Installment,
    parent="contract",
    maximum=60,
    fields=(
        Field("label", _("Installment")),
        Field("due_on", _("Due on (else at signing)")),
        Field("percent", _("Share of the rest (%)"), minimum=0, maximum=100),
        Field("amount", _("or amount"), kind=Kind.MONEY, currency="currency", required=False, minimum=0),
    ),
)


CONTRACTS = Resource(
    name="contracts",
    model=Contract,
    title=_("Contracts"),
    singular=_("Contract"),
    label="title",
    fields=(
        Field("number", _("Number"), readonly=True, search=True, sort=True),
        Field("title", _("Title"), search=True, sort=True),
        Field("customer", _("Customer"), to="crm_core/customers", filter=True, search=True),
        Field("type", _("Contract type"), to="crm_contracts/types", filter=True),
        Field(
            "drawn",
            _("Number drawn beforehand"),
            to="crm_contracts/numbers",
            help=_("Only where you drew one for it. Otherwise it gets the next number."),
        ),
        Field("renews", _("Goes on from"), to="crm_contracts/contracts", readonly=True, filter=True),
        Field("amends", _("Amends"), to="crm_contracts/contracts", readonly=True, filter=True),
        Field("version", _("Version", "contract"), readonly=True),
        Field("amended_on", _("Amended from"), readonly=True, filter=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("owner", _("Owner", "contract"), to="guanxi/users", filter=True, default=lambda: current_actor().id),
        _currency(),
        Field(
            "price_list",
            _("Price list"),
            to="crm_contracts/price-lists",
            filter=True,
            among=lambda: where.eq("active", True),
            help=_("Left empty: the customer's, else the standard list of the currency."),
        ),
        Field("quoted_on", _("Quotation sent on"), readonly=True, filter=True),
        Field("quoted_until", _("Quotation open through"), default=open_until),
        Field("accepted_on", _("Accepted by the customer on"), readonly=True, filter=True),
        Field("declined_on", _("Declined by the customer on"), readonly=True, filter=True),
        Field("declined_because", _("Reason of the customer"), readonly=True),
        Field("total", _("Total"), kind=Kind.MONEY, currency="currency", readonly=True, sort=True, measure=True),
        Field("subtotal", _("Without tax"), kind=Kind.MONEY, currency="currency", readonly=True),
        Field("tax", _("Tax"), kind=Kind.MONEY, currency="currency", readonly=True),
        Field("yearly", _("Recurring a year"), kind=Kind.MONEY, currency="currency", readonly=True, measure=True),
        Field("starts_on", _("Starts on"), filter=True, sort=True),
        Field("ends_on", _("Ends on"), filter=True, sort=True),
        Field("terminated_on", _("Ended early on"), readonly=True),
        Field("suspended_on", _("Suspended from"), readonly=True),
        *RENEWAL_FIELDS,
        Field("delivery", _("Delivery"), readonly=True, filter=True),
        Field("sent_on", _("Sent on"), readonly=True),
        Field("signed_on", _("Signed on"), readonly=True, filter=True, sort=True),
        Field("payment_method", _("Payment method"), filter=True),
        Field("invoicing", _("Recurring invoices"), help=_("For what comes due in the same run of billing.")),
        Field("language", _("Language of the document")),
        Field(
            "template",
            _("Template"),
            to="crm_contracts/templates",
            filter=True,
            among=usable_templates,
            default=lambda: settings_of(ContractSettings).template,
            help=_("Where the terms come from. Left empty: they are the contract's own."),
        ),
        Field("document_version", _("Version of the document"), readonly=True),
        Field("our_signatory", _("Our signatory")),
        Field("their_signatory", _("Their signatory")),
        Field("terms", _("Terms (Chinese)"), max_length=20_000),
        Field("terms_en", _("Terms (English)"), max_length=20_000),
        Field(
            "annex",
            _("Annex (Chinese)"),
            max_length=20_000,
            help=_("Gifts and all else that was promised to the customer."),
        ),
        Field("annex_en", _("Annex (English)"), max_length=20_000),
    ),
    lines=(LINES, INSTALLMENTS),
    list=ListView(
        columns=("title", "customer", "state", "total", "yearly", "starts_on", "ends_on", "delivery", "owner"),
        sort="-id",
        secondary="number",
    ),
    board=BoardView(by="state", card=("customer", "total", "ends_on")),
    calendar="ends_on",
    form=FormView(
        stage="state",
        guide=GUIDE,
        sections=(
            Section(fields=("title", "customer", "type", "number", "drawn", "owner", "renews", "amends", "delivery")),
            Section(
                title=_("Term and payment"),
                fields=(
                    *("starts_on", "ends_on", "suspended_on", "payment_method"),
                    *("currency", "price_list", "invoicing"),
                ),
            ),
            Section(
                title=_("Quotation"),
                fields=("quoted_until", "quoted_on", "accepted_on", "declined_on", "declined_because"),
            ),
            RENEWAL_SECTION,
            Section(title=_("Amounts"), fields=("total", "subtotal", "tax", "yearly")),
            Section(title=_("Annex"), fields=("annex", "annex_en")),
            Section(
                title=_("Signing and document"),
                fields=(
                    *("template", "language", "sent_on", "signed_on"),
                    *("our_signatory", "their_signatory", "terminated_on", "amended_on", "document_version"),
                ),
            ),
            Section(title=_("Terms"), fields=("terms", "terms_en"), more=True),
        ),
        related=(
            DELIVERIES_OF_CONTRACT,
            RelatedList(
                resource="crm_contracts/approvals",
                field="contract",
                title=_("Approvals"),
                columns=("rule", "step", "state", "reason", "assigned_to", "decided_by", "decided_at", "comment"),
            ),
            RelatedList(
                resource="crm_contracts/billing-problems",
                field="contract",
                title=_("Billing problems"),
                columns=("line", "reason", "state", "created_at"),
            ),
        ),
    ),
    read=ContractPermission.READ,
    create=ContractPermission.CREATE,
    update=ContractPermission.UPDATE,
    delete=ContractPermission.UPDATE,
    scope=visible_contracts,
    full_text=FullText(load=contract_texts, files_of=(("crm_contracts/kept-documents", "contract"),)),
    editable=lambda contract: contract.state == ContractState.DRAFT,
    actions=actions.CONTRACT_ACTIONS,
    documents=(CONTRACT_DOCUMENT, QUOTATION_DOCUMENT),
    panels=CONTRACT_PANELS,
    prepare=prepare_contract,
)

BILLING_PROBLEMS = Resource(
    name="billing-problems",
    model=BillingProblem,
    title=_("Billing problems"),
    singular=_("Billing problem"),
    label="line",
    fields=(
        Field("contract", _("Contract"), to="crm_contracts/contracts", readonly=True, filter=True),
        Field("line", _("Line"), readonly=True),
        Field("reason", _("Reason"), readonly=True, filter=True),
        Field("state", _("State"), readonly=True, filter=True),
    ),
    list=ListView(columns=("line", "contract", "reason", "state", "created_at"), sort="-id"),
    form=FormView(sections=(Section(fields=("contract", "line", "reason")),), stage="state"),
    read=ContractPermission.READ,
    scope=of_visible_contracts,
    actions=actions.PROBLEM_ACTIONS,
)

RESOURCES = (
    *(PRODUCTS, CONTRACTS, BILLING_PROBLEMS, TEMPLATES, CLAUSES, KEPT_DOCUMENTS),
    *(DELIVERIES, PRICE_INDEXES, INDEX_VALUES, RENEWAL_PROBLEMS),
)
