"""The page on which a contract is read and signed: by a secret link, or by the user whom it is up to.

Programs that scan mail follow links: opening one shows a button, and only what is posted does anything.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, TypedDict

from starlette.requests import Request
from starlette.responses import Response

from crm_contracts import signatories
from crm_contracts.asking import SIGN_PATH
from crm_contracts.consent_texts import CONSENT_TEXTS
from crm_contracts.signatories import Task, TooLate, Visitor
from crm_contracts.signature_choices import SignChannel, SignMethod
from crm_contracts.strokes import HEIGHT, WIDTH, read_strokes
from guanxi import (
    PUBLIC,
    SIGNED_IN,
    InvalidInput,
    NotFound,
    Page,
    Text,
    _,
    current_actor,
    fetch_value,
    form_of,
    inline,
    limit,
    network_of,
    render,
    use_actor,
)

PER_ADDRESS = 30
"""requests in a minute"""
_LONGEST_TOKEN = 64
_LARGEST_ID = 2**63 - 1
_LONGEST_NAME = 100
_LONGEST_REASON = 500
_TEMPLATE = "crm_contracts/sign.html"
Known = Callable[[Request, str], Awaitable[Visitor]]
"""who comes, by the token in the address or the form"""


async def _by_link(request: Request, token: str) -> Visitor:
    return Visitor(channel=SignChannel.LINK, token=token, **trace(request))


async def _by_user(request: Request, token: str) -> Visitor:
    email = await fetch_value("SELECT email FROM guanxi_user WHERE id = $1", current_actor().id)
    return Visitor(channel=SignChannel.USER, signatory_id=signatory_id(request), email=email or "", **trace(request))


def signatory_id(request: Request) -> int:
    id: int = request.path_params["id"]
    if id > _LARGEST_ID:
        raise NotFound()
    return id


class Trace(TypedDict):
    """What is kept of where an act came from."""

    address: str
    user_agent: str


def trace(request: Request) -> Trace:
    agent = request.headers.get("user-agent", "")
    return {
        "address": request.client.host if request.client else "",
        "user_agent": "".join(character for character in agent if character.isprintable())[:200],
    }


def page(known: Known) -> Callable[[Request], Awaitable[Response]]:
    """The handler of the page for those who are known in this way."""

    async def answer(request: Request) -> Response:
        await _limit(request)
        form = await form_of(request) if request.method == "POST" else {}
        token = (form.get("token") or request.query_params.get("token", ""))[:_LONGEST_TOKEN]
        visitor = await known(request, token)
        try:
            if request.method != "POST":
                return _shown(request, await signatories.task_of(visitor), token, step="ask")
            with use_actor(_actor(visitor)):
                return await _act(request, visitor, token, form)
        except (NotFound, TooLate) as error:
            return _secretive(render(request, _TEMPLATE, status=error.status, step="gone", error=error))

    return answer


def document(known: Known) -> Callable[[Request], Awaitable[Response]]:
    """The handler of the PDF that is to be signed, the very bytes."""

    async def answer(request: Request) -> Response:
        await _limit(request)
        token = request.query_params.get("token", "")[:_LONGEST_TOKEN]
        task = await signatories.task_of(await known(request, token))
        headers = {"Content-Disposition": inline(f"{task.number}.pdf"), "Referrer-Policy": "no-referrer"}
        headers |= {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow"}
        return Response(await signatories.document_for(task), media_type="application/pdf", headers=headers)

    return answer


async def _limit(request: Request) -> None:
    """For each user or customer who is signed in, and for all others of a network together."""
    actor = current_actor()
    network = network_of(request.client.host if request.client else "")
    who = f"{actor.kind}:{actor.id}" if actor.id is not None else network
    await limit(f"sign_contract:{who}", PER_ADDRESS)


def _actor(visitor: Visitor) -> Any:
    """The author of what follows: users as themselves, others as whoever has the link."""
    actor = current_actor()
    if visitor.channel is SignChannel.LINK:
        actor = replace(actor, kind="anonymous", id=None, name=str(_("Link by e-mail")))
    return replace(actor, elevated=True)


async def _act(request: Request, visitor: Visitor, token: str, form: dict[str, str]) -> Response:
    match form.get("act"):
        case "sign":
            try:
                name, strokes = _signature(form)
            except InvalidInput as error:
                return _shown(request, await signatories.task_of(visitor), token, step="sign", form=form, error=error)
            return _shown(request, await signatories.sign(visitor, name, strokes), token, step="signed")
        case "decline":
            reason = form.get("reason", "").replace("\x00", "").strip()
            if not reason or len(reason) > _LONGEST_REASON:
                missing = InvalidInput({"reason": _("Say in a few words why.")})
                return _shown(request, await signatories.task_of(visitor), token, step="sign", form=form, error=missing)
            return _shown(request, await signatories.decline(visitor, reason), token, step="declined")
        case _:
            return _shown(request, await signatories.see(visitor), token, step="sign")


def _signature(form: dict[str, str]) -> tuple[str, list[list[int]] | None]:
    """The name as typed, and the drawing where there is one. Raises InvalidInput by field."""
    errors: dict[str, Text] = {}
    name = "".join(character for character in form.get("name", "") if character.isprintable()).strip()
    if not name or len(name) > _LONGEST_NAME:
        errors["name"] = _("Enter your full name.")
    if form.get("agree") != "1":
        errors["agree"] = _("Without your consent the contract cannot be signed here.")
    strokes = None
    if form.get("method") == SignMethod.DRAWN:
        try:
            strokes = read_strokes(form.get("strokes", ""))
        except InvalidInput as error:
            errors |= error.fields
    if errors:
        raise InvalidInput(errors)
    return name, strokes


def _shown(
    request: Request,
    task: Task,
    token: str,
    *,
    step: str,
    form: dict[str, str] | None = None,
    error: InvalidInput | None = None,
) -> Response:
    if step in ("ask", "sign") and not task.open:
        step = "closed"
    response = render(
        request,
        _TEMPLATE,
        status=422 if error else 200,
        step=step,
        task=task,
        token=token,
        form=form or {"method": "typed", "name": ""},
        error=error,
        consent=CONSENT_TEXTS[task.consent],
        width=WIDTH,
        height=HEIGHT,
    )
    return _secretive(response)


def _secretive(response: Response) -> Response:
    """No search engine and no other site gets to know of the address."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "same-origin"
    return response


_BOTH = ("GET", "POST")
PAGES = (
    Page(path=SIGN_PATH, handler=page(_by_link), access=PUBLIC, methods=_BOTH),
    Page(path=f"{SIGN_PATH}/document", handler=document(_by_link), access=PUBLIC),
    Page(path=f"{SIGN_PATH}/{{id:int}}", handler=page(_by_user), access=SIGNED_IN, methods=_BOTH),
    Page(path=f"{SIGN_PATH}/{{id:int}}/document", handler=document(_by_user), access=SIGNED_IN),
)
