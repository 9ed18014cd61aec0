"""The page of doubles, and the page on which two customers are compared and merged."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from crm_core import merging, merging_pairs, merging_rows
from crm_core.duplicates import Reason
from crm_core.merging_api import as_json
from crm_core.merging_fields import KEY, choosable, different, suggested
from crm_core.models import Customer
from crm_core.permissions import CorePermission
from guanxi import (
    GuanxiError,
    InvalidInput,
    Page,
    Resource,
    Stale,
    Text,
    _,
    current_company,
    form_of,
    get,
    go_to,
    read,
    read_id,
    render,
    show_record,
)

_LARGEST = 2**63 - 1
_PATH = "/crm_core/doubles"


@dataclass(frozen=True, slots=True)
class Choosing:
    """One field of the comparison: what each customer has, and which is chosen."""

    name: str
    label: Text
    ours: str
    theirs: str
    differs: bool
    taken: bool


async def _doubles(request: Request) -> Response:
    if request.method == "POST":
        form = await form_of(request)
        await merging_pairs.dismiss(read_id(form.get("one", "")), read_id(form.get("other", "")))
        return go_to(request, _PATH, _("They are not shown as doubles any more."))
    after = merging_pairs.read_after(request.query_params.get("after", ""))
    found, following = await merging_pairs.pairs(after)
    reasons = {each.value: each for each in Reason}
    return render(
        request,
        "crm_core/doubles.html",
        pairs=found,
        reasons=reasons,
        later=bool(after),
        waiting=await merging_pairs.waiting(),
        most_waiting=merging_pairs.MOST_WAITING,
        following=merging_pairs.show_after(following),
    )


async def _merge(request: Request) -> Response:
    survivor_id, loser_id = (min(request.path_params[name], _LARGEST) for name in ("survivor", "loser"))
    if request.method != "POST":
        return await _compare(request, survivor_id, loser_id)
    form = await form_of(request)
    take = [name for name in choosable() if form.get(f"take.{name}") == "loser"]
    revisions = (read_id(form.get("survivor_revision", "")), read_id(form.get("loser_revision", "")))
    reason = form.get("reason", "").strip()
    try:
        await merging.merge(survivor_id, loser_id, take, revisions=revisions, reason=reason)
    except Stale as error:
        said = _("{name} was changed meanwhile. Here it is as it is now.", name=error.current["name"])
        return await _compare(request, survivor_id, loser_id, said=said, status=error.status)
    except GuanxiError as error:
        if error.status not in (409, 422):
            raise
        return await _compare(request, survivor_id, loser_id, said=error.text, status=error.status)
    return go_to(request, f"/crm_core/customers/{survivor_id}", _("The customers were merged."))


async def _compare(
    request: Request, survivor_id: int, loser_id: int, *, said: Text | None = None, status: int = 200
) -> Response:
    survivor, loser = await get(Customer, survivor_id), await get(Customer, loser_id)
    if said is None:
        said = await _hindrance(survivor_id, loser_id)
    return render(
        request,
        "crm_core/merge.html",
        status=status,
        survivor=survivor,
        loser=loser,
        fields=await _fields(survivor_id, loser_id),
        moves=await merging_rows.preview(loser_id),
        days=merging.KEEP.days,
        said=said,
    )


async def _hindrance(survivor_id: int, loser_id: int) -> Text | None:
    """Why these two cannot be merged."""
    try:
        if survivor_id == loser_id:
            raise InvalidInput(message=_("Choose two different customers."))
        await merging.refuse_merged(survivor_id, loser_id)
    except GuanxiError as error:
        return error.text
    return None


async def _fields(survivor_id: int, loser_id: int) -> list[Choosing]:
    """All fields in which one of them has something, in the order of the form; those that differ can be chosen."""
    raw = await as_json(survivor_id), await as_json(loser_id)
    open_to, taken = set(different(*raw)), suggested(*raw)
    resource, names = current_company().catalog.resources[KEY], choosable()
    ours, theirs = await _texts(resource, survivor_id), await _texts(resource, loser_id)
    found = []
    for field in resource.fields:
        if field.name in names and field.name in ours:
            texts = ours[field.name], theirs[field.name]
            if any(texts):
                chosen = field.name in taken
                found.append(Choosing(field.name, field.label, *texts, field.name in open_to, chosen))
    return found


async def _texts(resource: Resource, customer_id: int) -> dict[str, str]:
    """By field; a birthday is one choice, shown as 03-15."""
    row = await read(resource, customer_id)
    texts = await show_record(resource, row)
    if row.get("birth_month"):
        texts["birth_month"] = f"{row['birth_month']:02}-{row['birth_day']:02}"
    return texts


PAGES = (
    Page(path=_PATH, handler=_doubles, access=CorePermission.MERGE, methods=("GET", "POST")),
    Page(
        path="/crm_core/merge/{survivor:int}/{loser:int}",
        handler=_merge,
        access=CorePermission.MERGE,
        methods=("GET", "POST"),
    ),
)
