"""What contracts say of their renewal, price indexes, and contracts that wait for their next term."""

from __future__ import annotations

from datetime import date

from crm_contracts.auto_renewing import lock_contract, try_again
from crm_contracts.choices import ProblemState
from crm_contracts.permissions import ContractPermission
from crm_contracts.queries import of_visible_contracts
from crm_contracts.renewal_models import IndexValue, PriceIndex, RenewalProblem
from guanxi import (
    Action,
    Change,
    Field,
    Figure,
    FormView,
    ListView,
    Panel,
    PanelData,
    RelatedList,
    Resource,
    Section,
    Table,
    Tone,
    _,
    find,
    show_date,
    where,
)


def _active() -> where.Condition:
    return where.eq("active", True)


RENEWAL_FIELDS = (
    Field(
        "renewal",
        _("At the end of the term"),
        filter=True,
        help=_("What goes on automatically needs no new signature: the next term comes into force at night."),
    ),
    Field(
        "notice_days",
        _("Notice period (days)"),
        minimum=0,
        maximum=999,
        help=_("Notice may be given up to so many days before the last one."),
    ),
    Field("notice_given_on", _("Notice given on"), readonly=True),
    Field("notice_by", _("Notice given by"), readonly=True),
    Field(
        "term_months", _("Months of the next term"), minimum=1, maximum=600, help=_("Left empty: as long as this one.")
    ),
    Field("price_revision", _("Prices of the next term")),
    Field(
        "revision_percent",
        _("Percentage"),
        minimum=-100,
        maximum=1000,
        help=_("By a percentage: so much more. By an index: at most so much more; left empty: no limit."),
    ),
    Field("price_index", _("Price index"), to="crm_contracts/price-indexes", among=_active),
    Field(
        "index_month",
        _("Prices are from the month"),
        help=_("The new price is the old one × the index of the month before the renewal ÷ the index of this month."),
    ),
    Field("renewed_unsigned", _("Renewed without a signature"), readonly=True, filter=True),
)
RENEWAL_SECTION = Section(
    title=_("Renewal"),
    fields=tuple(field.name for field in RENEWAL_FIELDS),
    more=True,
)


async def _prepare_value(change: Change) -> None:
    month: date | None = change.values.get("month")
    if month is not None:
        change.values["month"] = month.replace(day=1)


INDEX_VALUES = Resource(
    name="index-values",
    model=IndexValue,
    title=_("Values of price indexes"),
    singular=_("Value of a price index"),
    label="month",
    fields=(
        Field("price_index", _("Price index"), to="crm_contracts/price-indexes", filter=True),
        Field("month", _("Month"), sort=True, filter=True, help=_("Any of its days.")),
        Field("value", _("Value", "index"), help=_("More than zero.")),
    ),
    list=ListView(columns=("month", "price_index", "value"), sort="-month"),
    form=FormView(sections=(Section(fields=("price_index", "month", "value")),)),
    read=ContractPermission.READ,
    create=ContractPermission.INDEXES,
    update=ContractPermission.INDEXES,
    delete=ContractPermission.INDEXES,
    prepare=_prepare_value,
    import_key=("price_index", "month"),
)

PRICE_INDEXES = Resource(
    name="price-indexes",
    model=PriceIndex,
    title=_("Price indexes"),
    singular=_("Price index"),
    fields=(
        Field("name", _("Name"), search=True, sort=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field("active", _("Active"), filter=True),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(columns=("name", "name_zh", "active"), sort="name"),
    form=FormView(
        sections=(Section(fields=("name", "name_zh", "active")),),
        related=(
            RelatedList(
                resource="crm_contracts/index-values",
                field="price_index",
                title=_("Values"),
                columns=("month", "value"),
            ),
        ),
    ),
    archive="active",
    read=ContractPermission.READ,
    create=ContractPermission.INDEXES,
    update=ContractPermission.INDEXES,
    delete=ContractPermission.INDEXES,
)

RENEWAL_PROBLEMS = Resource(
    name="renewal-problems",
    model=RenewalProblem,
    title=_("Waiting renewals"),
    singular=_("Waiting renewal"),
    label="title",
    fields=(
        Field("contract", _("Contract"), to="crm_contracts/contracts", readonly=True, filter=True),
        Field("title", _("Title"), readonly=True),
        Field("due_on", _("Next term from"), readonly=True, filter=True),
        Field("reason", _("Reason"), readonly=True, filter=True),
        Field("state", _("State"), readonly=True, filter=True),
    ),
    list=ListView(columns=("title", "contract", "due_on", "reason", "state"), sort="-id"),
    form=FormView(sections=(Section(fields=("contract", "title", "due_on", "reason")),), stage="state"),
    read=ContractPermission.READ,
    scope=of_visible_contracts,
    lock_first=lock_contract,
    actions=(
        Action(
            name="try_again",
            label=_("Try again"),
            permission=ContractPermission.PROBLEMS,
            run=try_again,
            when=lambda problem: problem.state == ProblemState.OPEN,
            primary=True,
        ),
    ),
)


async def _waiting(contract_id: int) -> PanelData:
    open_ones = where.all_of(where.eq("contract", contract_id), where.eq("state", ProblemState.OPEN.value))
    found = await find(RenewalProblem, open_ones, limit=1)
    return PanelData(
        figures=[
            Figure(_("Next term from"), show_date(each.due_on), Tone.WARN, f"/crm_contracts/renewal-problems/{each.id}")
            for each in found
        ],
        table=Table(columns=(_("Reason"),), rows=[(str(each.reason.label),) for each in found]) if found else None,
    )


WAITING_PANEL = Panel(
    name="waiting", title=_("Waiting renewal"), access=ContractPermission.READ, load=_waiting, order=4
)
