"""The documents that are kept of contracts, as people meet them."""

from __future__ import annotations

from crm_contracts.kept_models import KeptDocument
from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from crm_contracts.queries import of_visible_contracts
from guanxi import (
    Field,
    Figure,
    FormView,
    Kind,
    ListView,
    Panel,
    PanelData,
    Resource,
    Section,
    Table,
    _,
    find,
    get,
    may,
    show_datetime,
    where,
)

KEPT_DOCUMENTS = Resource(
    name="kept-documents",
    model=KeptDocument,
    title=_("Kept documents"),
    singular=_("Kept document"),
    label="name",
    fields=(
        Field("name", _("File"), readonly=True),
        Field("contract", _("Contract"), to="crm_contracts/contracts", readonly=True, filter=True),
        Field("kind", _("Kind"), readonly=True, filter=True),
        Field("language", _("Language"), readonly=True),
        Field("version", _("Version"), readonly=True),
        Field("sha256", _("SHA-256"), readonly=True),
        Field("size", _("Size in bytes"), readonly=True),
        Field("fingerprint", _("Signed with the certificate (SHA-256)"), readonly=True),
    ),
    list=ListView(columns=("name", "contract", "kind", "language", "version", "sha256", "created_at"), sort="-id"),
    form=FormView(
        sections=(
            Section(fields=("name", "contract", "kind", "language", "version", "sha256", "size", "fingerprint")),
        ),
    ),
    read=ContractPermission.READ,
    scope=of_visible_contracts,
    editable=lambda kept: False,
)


async def _kept(contract_id: int) -> PanelData:
    contract = await get(Contract, contract_id)
    if not contract.document_version:
        return PanelData()
    rows = await find(KeptDocument, where.eq("contract", contract_id), order="-id", limit=50)
    upload = [Figure(_("Signed copy"), str(_("Add…")), href=f"/crm_contracts/scan/{contract_id}")]
    return PanelData(
        figures=upload if may(ContractPermission.SIGN) else [],
        table=Table(
            columns=(_("Kind"), _("Language"), _("Version"), _("Kept on"), _("SHA-256")),
            rows=[
                (
                    str(row.kind.label),
                    str(row.language.label),
                    str(row.version),
                    show_datetime(row.created_at),
                    f"{row.sha256[:12]}…",
                )
                for row in rows
            ],
            kinds=(Kind.TEXT, Kind.TEXT, Kind.INTEGER, Kind.DATETIME, Kind.TEXT),
            hrefs=[f"/crm_contracts/kept/{row.id}" for row in rows],
        )
        if rows
        else None,
    )


KEPT_PANEL = Panel(name="kept", title=_("Kept documents"), access=ContractPermission.READ, load=_kept, order=30)
