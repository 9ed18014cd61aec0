"""The public pages: what a pay link shows, the test provider's page, and where providers report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from crm_pay import chasing, codes, links, providers, queries, testing
from crm_pay.booking import take
from crm_pay.choices import AttemptState, EventKind, ProviderName
from crm_pay.provider import Message, ProviderEvent
from guanxi import (
    PUBLIC,
    Conflict,
    InvalidInput,
    NotFound,
    Page,
    _,
    clock,
    current_actor,
    fetch_row,
    form_of,
    limit,
    network_of,
    read_id,
    render,
    use_actor,
)

LOOKS = 120
STARTS = 10
MESSAGES = 600
"""of one network in a minute"""
MAX_BODY = 256 * 1024
CODE_GOOD_FOR = timedelta(minutes=110)
"""a little less than at the provider"""
_LARGEST_ID = 2**63 - 1
_BUTTONS = {"pay": EventKind.PAID, "fail": EventKind.FAILED}


def _network(request: Request) -> str:
    return network_of(request.client.host if request.client else "")


@contextmanager
def _as_visitor(name: str) -> Iterator[None]:
    """For the audit log: nobody is signed in, whoever's cookie came along."""
    with use_actor(replace(current_actor(), kind="anonymous", id=None, name=name, elevated=True)):
        yield


def _answer(request: Request, template: str, status: int = 200, **data: Any) -> Response:
    response = render(request, template, status=status, **data)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "same-origin"
    return response


async def pay(request: Request) -> Response:
    """What is owed today, and with whom to pay; a POST leads to the provider, or to its code."""
    await limit(f"pay_link:{_network(request)}", LOOKS)
    token = str(request.path_params["token"])
    link_id, invoice = await links.open_link(token)
    attempt = await links.attempt_of(link_id, request.query_params.get("attempt", ""))
    address, refused = "", None
    if request.method == "POST":
        await limit(f"pay_start:{_network(request)}", STARTS)
        form = await form_of(request)
        try:
            with _as_visitor(str(_("Pay link"))):
                if attempt is not None and "check" in form:
                    await chasing.ask_now(attempt["id"])
                    return _back(token, attempt["reference"])
                started = await links.start(token, read_id(form.get("account", "")), _payer(request))
            if started.offer.code:
                return _back(token, started.reference)
            address = started.offer.address
        except (Conflict, NotFound) as error:
            refused = error
    waits = invoice.is_open and _waits(attempt)
    return _answer(
        request,
        "crm_pay/pay.html",
        status=refused.status if refused else 200,
        invoice=invoice,
        accounts=await links.choices(invoice) if invoice.is_open and not address else [],
        address=address,
        attempt=attempt,
        waits=waits,
        code=codes.code_of(attempt["code"]) if waits and attempt["code"] else "",
        refused=refused,
    )


def _waits(attempt: Any) -> bool:
    """There is a code that is still good, or the payer is back from the provider, who has not told us yet."""
    if attempt is None or attempt["provider"] == ProviderName.TEST or attempt["state"] != AttemptState.STARTED:
        return False
    return bool(clock.now() - attempt["created_at"] < CODE_GOOD_FOR)


def _back(token: str, reference: str) -> Response:
    return RedirectResponse(f"{links.PATH}{quote(token)}?attempt={reference}", status_code=303)


def _payer(request: Request) -> links.Payer:
    """Within WeChat itself its app cannot be opened from the outside: there the code is pressed long."""
    agent = request.headers.get("user-agent", "")
    phone = "Mobile" in agent and "MicroMessenger" not in agent
    return links.Payer(ip=request.client.host if request.client else "", phone=phone)


async def try_page(request: Request) -> Response:
    """Of the test provider, only in test mode: its buttons send what a provider would."""
    await limit(f"pay_link:{_network(request)}", LOOKS)
    attempt = await fetch_row(queries.TEST_ATTEMPT, str(request.path_params["reference"])[:32])
    if attempt is None:
        raise NotFound()
    state = AttemptState(attempt["state"])
    if request.method == "POST":
        kind = _BUTTONS.get((await form_of(request)).get("outcome", ""))
        if kind is None:
            raise InvalidInput({"outcome": _("This is none of the choices.")})
        keys = await providers.unseal(attempt["secret"])
        with _as_visitor(str(ProviderName.TEST.label)):
            await take(attempt["account_id"], testing.signed(keys["secret"], _event(attempt, kind), clock.now()))
        state = AttemptState.PAID if kind is EventKind.PAID else AttemptState.FAILED
    return _answer(request, "crm_pay/test.html", attempt=attempt, state=state)


def _event(attempt: Any, kind: EventKind) -> ProviderEvent:
    return ProviderEvent(
        id=f"{attempt['reference']}-{kind}",
        kind=kind,
        reference=attempt["reference"],
        provider_reference=f"TEST-{attempt['reference']}",
        amount=attempt["amount"],
        currency=attempt["currency"],
        at=clock.now(),
    )


async def webhook(request: Request) -> Response:
    """Whoever sends it proves by a signature who it is, before anything is stored."""
    await limit(f"pay_webhook:{_network(request)}", MESSAGES)
    account_id = request.path_params["account"]
    if account_id > _LARGEST_ID:
        raise NotFound()
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise InvalidInput(message=_("This message is too large."))
    headers = {name.lower(): value for name, value in request.headers.items()}
    with _as_visitor(str(_("Payment provider"))):
        answer = await take(account_id, Message(headers, bytes(body), clock.now()))
    return Response(answer, media_type="text/plain")


PAGES = (
    Page(path=f"{links.PATH}{{token}}", handler=pay, access=PUBLIC, methods=("GET", "POST")),
    Page(path=f"{testing.PATH}{{reference}}", handler=try_page, access=PUBLIC, methods=("GET", "POST")),
    Page(path="/crm_pay/webhook/{account:int}", handler=webhook, access=PUBLIC, methods=("POST",), signed=True),
)
