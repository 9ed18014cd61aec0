"""The versions of a contract: it and its amendments, the first one first."""

from __future__ import annotations

from crm_contracts.models import Contract
from crm_contracts.permissions import ContractPermission
from guanxi import Figure, Kind, NotFound, Panel, PanelData, Table, _, fetch, find, get, show_date, where

COMPARE_PATH = "/crm_contracts/compare/"
_MOST = 100
_CHAIN = """
WITH RECURSIVE earlier AS (
    SELECT id, amends_id FROM crm_contracts_contract WHERE id = $1
    UNION ALL SELECT c.id, c.amends_id FROM crm_contracts_contract c JOIN earlier e ON c.id = e.amends_id
), chain AS (
    SELECT id FROM earlier WHERE amends_id IS NULL
    UNION ALL SELECT c.id FROM crm_contracts_contract c JOIN chain p ON c.amends_id = p.id
) SELECT id FROM chain
"""


async def versions_of(contract_id: int) -> list[Contract]:
    """Those that the current actor may see, by version; also such as were declared void."""
    ids = [row["id"] for row in await fetch(_CHAIN, contract_id)]
    if len(ids) == 1:
        return [await get(Contract, contract_id)]
    found = await find(Contract, where.in_("id", ids), order="id", limit=_MOST)
    return sorted(found, key=lambda contract: (contract.version, contract.id))


async def pair_of(contract_id: int, other_id: int | None) -> tuple[Contract, Contract]:
    """Two versions in their order: the given ones, else the one before it, or the one after the first.

    Raises NotFound where one of them is none of this contract's, or out of sight.
    """
    versions = await versions_of(contract_id)
    by_id = {contract.id: contract for contract in versions}
    this = by_id.get(contract_id)
    if this is None or len(versions) < 2:
        raise NotFound()
    if other_id is None:
        other_id = this.amends_id or next(each.id for each in versions if each.amends_id == this.id)
    other = by_id.get(other_id)
    if other is None or other.id == this.id:
        raise NotFound()
    return (this, other) if this.version < other.version else (other, this)


async def _panel(contract_id: int) -> PanelData:
    versions = await versions_of(contract_id)
    if len(versions) < 2:
        return PanelData()
    return PanelData(
        figures=[Figure(_("Comparison"), str(_("What changed…")), href=f"{COMPARE_PATH}{contract_id}")],
        table=Table(
            columns=(_("Version", "contract"), _("Number"), _("State"), _("From", "date"), _("Through", "date")),
            rows=[
                (
                    str(each.version),
                    each.number or "",
                    str(each.state.label),
                    show_date(each.starts_on) if each.starts_on else "",
                    show_date(last) if (last := each.terminated_on or each.ends_on) else "",
                )
                for each in versions
            ],
            kinds=(Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.DATE, Kind.DATE),
            hrefs=[f"/crm_contracts/contracts/{each.id}" for each in versions],
        ),
    )


VERSIONS_PANEL = Panel(name="versions", title=_("Versions"), access=ContractPermission.READ, load=_panel, order=5)
