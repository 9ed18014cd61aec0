"""What the texts of a template or clause come to while one writes them: for a contract one sees, or for a sample."""

from __future__ import annotations

import re
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crm_contracts.models import Contract
from crm_contracts.paper import Paper, read_paper
from crm_contracts.permissions import ContractPermission
from crm_contracts.sample import sample_paper
from crm_contracts.template_texts import Bodies, latest_clauses, named_in, texts_for
from crm_contracts.text_views import MAX_BODY
from guanxi import (
    GuanxiError,
    InvalidInput,
    Page,
    _,
    current_actor,
    expand_texts,
    find,
    form_of,
    limit,
    read_id,
    render,
    where,
)

PER_USER = 120
"""previews in a minute"""
_LANGUAGES = {"zh": ("zh-CN", "简体中文"), "en": ("en", "English")}
_FIELDS = {"zh": "body", "en": "body_en"}
_PLACE = re.compile(r"(zh|en), line (\d{1,6})")


async def show_preview(request: Request) -> Response:
    """A page, or with `?part=1` only what a script puts into the editor. 422 where the texts cannot be made out."""
    await limit(f"contract_preview:{current_actor().id}", PER_USER)
    form = await form_of(request)
    texts: list[tuple[str, str, list[str]]] = []
    error: GuanxiError | None = None
    try:
        made = await _made_out(form)
        texts = [(*_LANGUAGES[name], made[name]) for name in _LANGUAGES]
    except GuanxiError as wrong:
        if wrong.status >= 500:
            raise
        error = wrong
    part = request.query_params.get("part") == "1"
    response = render(
        request,
        "crm_contracts/preview_text.html" if part else "crm_contracts/preview.html",
        status=200 if error is None else 422,
        texts=texts,
        error=_message(error),
        place=_place(error),
    )
    response.headers["X-Preview"] = "1"
    return response


async def _made_out(form: dict[str, str]) -> dict[str, list[str]]:
    bodies = Bodies(form.get("body", ""), form.get("body_en", ""))
    if max(map(len, bodies)) > MAX_BODY:
        raise InvalidInput(message=_("At most {limit} characters.", limit=MAX_BODY))
    paper = await _paper(form.get("_contract", "").strip())
    clauses = named_in(bodies, await latest_clauses())
    return await expand_texts(texts_for(paper, bodies, clauses, ("zh", "en")))


async def _paper(name: str) -> Paper:
    """Of a contract that the user may see, by its number or id; else the sample. Raises InvalidInput."""
    if not name:
        return sample_paper()
    by_number = where.eq("number", name[:40])
    found = await find(Contract, where.any_of(by_number, where.eq("id", read_id(name))), limit=1)
    if not found:
        raise InvalidInput(message=_("There is no contract {name}.", name=name[:40]))
    return await read_paper(found[0])


def _message(error: GuanxiError | None) -> str:
    if isinstance(error, InvalidInput) and error.fields:
        return str(next(iter(error.fields.values())))
    return str(error.text) if error is not None else ""


def _place(error: GuanxiError | None) -> dict[str, Any] | None:
    """The field and line that an error names."""
    found = _PLACE.match(getattr(error, "detail", ""))
    return {"field": _FIELDS[found[1]], "line": int(found[2])} if found else None


PREVIEW_PAGE = Page(
    path="/crm_contracts/preview", handler=show_preview, access=ContractPermission.TEMPLATES, methods=("POST",)
)
