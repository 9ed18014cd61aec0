"""Two versions of a contract side by side, as a page and over the API."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crm_contracts.choices import ContractState
from crm_contracts.comparing import Comparison, Paragraph, comparison
from crm_contracts.permissions import ContractPermission
from crm_contracts.versions import COMPARE_PATH, pair_of, versions_of
from guanxi import Call, Endpoint, Field, Kind, Page, Text, _, current_actor, limit, read_id, render, require

PER_USER = 60
"""comparisons in a minute"""
_AROUND = 1
"""unchanged paragraphs that are shown around a change"""
_STATUS: dict[str, Text] = {
    "added": _("Added", "line"),
    "removed": _("Removed", "line"),
    "changed": _("Changed", "line"),
    "stays": _("Stays with the version before", "line"),
}


async def _compare(contract_id: int, other_id: int | None) -> Comparison:
    require(ContractPermission.READ)
    await limit(f"compare_contracts:{current_actor().id}", PER_USER)
    return await comparison(*await pair_of(contract_id, other_id))


async def _page(request: Request) -> Response:
    id, other = request.path_params["id"], request.query_params.get("with", "")
    found = await _compare(id, read_id(other) if other else None)
    return render(
        request,
        "crm_contracts/compare.html",
        found=found,
        versions=await versions_of(id),
        this=id,
        state_of=ContractState,
        words=_STATUS,
        texts=[(text, _folded(text.paragraphs)) for text in found.texts],
    )


def _folded(paragraphs: list[Paragraph]) -> list[Paragraph | int]:
    """Long runs of unchanged paragraphs as their number."""
    shown: list[Paragraph | int] = []
    for changed, group in groupby(paragraphs, key=lambda paragraph: paragraph.changed):
        run = list(group)
        hidden = len(run) - 2 * _AROUND
        if changed or hidden < 2:
            shown += run
        else:
            shown += [*run[:_AROUND], hidden, *run[-_AROUND:]]
    return shown


async def _endpoint(call: Call[Any]) -> Comparison:
    return await _compare(call.path["id"], call.query.get("with"))


COMPARE_PAGE = Page(path=f"{COMPARE_PATH}{{id:int}}", handler=_page, access=ContractPermission.READ)
COMPARE_ENDPOINT = Endpoint(
    path="/contracts/{id:int}/comparison",
    method="GET",
    handler=_endpoint,
    access=ContractPermission.READ,
    summary=_("What differs between two versions of a contract"),
    query=(
        Field(
            "with",
            _("The other version"),
            kind=Kind.INTEGER,
            required=False,
            minimum=1,
            help=_("Its id; left out: the version before."),
        ),
    ),
    output=Comparison,
)
