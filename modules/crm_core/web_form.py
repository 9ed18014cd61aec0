"""The public page of a web form: what a visitor sends becomes a customer, or a note to one who is there already.

The visitor never learns which. Nobody can send a form from another site (the same-origin check of all pages), put it
into a frame, or send it often from one address; programs that fill in everything are thanked and forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from crm_core import consent_requests, numbers, rules
from crm_core.consent import AskedText, asked_texts
from crm_core.privacy_choices import Purpose
from crm_core.web_form_intake import UTM, Visit, take_in
from guanxi import (
    PUBLIC,
    InvalidInput,
    NotFound,
    Page,
    Text,
    _,
    current_actor,
    current_locale,
    fetch_row,
    form_of,
    limit,
    network_of,
    render,
    use_actor,
)

PER_ADDRESS = 10
PER_FORM = 120
"""sent forms in a minute"""
TRAP = "homepage"
"""an input that people do not see"""
_LONGEST_TOKEN = 32
_LENGTHS = {"name": 120, "organization": 200, "phone": 30, "email": 254, "address": 300, "message": 2000}
_ASKED = {"organization": "ask_organization", "email": "ask_email", "address": "ask_address", "message": "ask_message"}


async def show_form(request: Request) -> Response:
    form = await _form(request.path_params["token"])
    if request.method != "POST":
        if request.query_params.get("sent"):
            mailed = request.query_params.get("mailed") == "1"
            return render(request, "crm_core/web_form_thanks.html", words=_words(form), mailed=mailed)
        campaign = {name: request.query_params.get(name, "")[:100] for name in UTM}
        return await _page(request, form, campaign, {})
    network = network_of(request.client.host if request.client else "")
    await limit(f"web_form_ip:{network}", PER_ADDRESS)
    await limit(f"web_form:{form['id']}", PER_FORM)
    sent, mailed = await form_of(request), False
    if not sent.get(TRAP):
        try:
            visit = replace(await _checked(form, sent), network=network)
        except InvalidInput as error:
            return await _page(request, form, sent, sent, error)
        visitor = replace(current_actor(), kind="anonymous", id=None, name=form["name"], elevated=True)
        with use_actor(visitor):
            await take_in(form, visit)
        mailed = bool(consent_requests.waiting(form, visit.consents))
    return RedirectResponse(f"{request.scope['path']}?sent=1{'&mailed=1' if mailed else ''}", 303)


async def _form(token: str) -> dict[str, Any]:
    """Raises NotFound, also for a form that is switched off."""
    row = await fetch_row("SELECT * FROM crm_core_web_form WHERE token = $1 AND active", token[:_LONGEST_TOKEN])
    if row is None:
        raise NotFound()
    return dict(row)


def _words(form: Mapping[str, Any]) -> dict[str, str]:
    chinese = current_locale() == "zh_CN"
    return {
        "heading": (chinese and form["title_zh"]) or form["title"],
        "thanks": (chinese and form["thanks_zh"]) or form["thanks"],
    }


def purposes_of(form: Mapping[str, Any]) -> list[Purpose]:
    return [purpose for purpose in Purpose if form[f"consent_{purpose}"]]


async def _page(
    request: Request,
    form: Mapping[str, Any],
    campaign: Mapping[str, str],
    values: Mapping[str, str],
    error: InvalidInput | None = None,
) -> Response:
    return render(
        request,
        "crm_core/web_form.html",
        status=422 if error else 200,
        form=form,
        texts=await asked_texts(purposes_of(form)),
        campaign={name: campaign.get(name, "")[:100] for name in UTM if campaign.get(name)},
        values=values,
        errors=error.fields if error else {},
        lengths=_LENGTHS,
        trap=TRAP,
        words=_words(form),
    )


async def _checked(form: Mapping[str, Any], sent: Mapping[str, str]) -> Visit:
    """Raises InvalidInput by field."""
    errors: dict[str, Text] = {}
    values: dict[str, str] = {}
    for name, longest in _LENGTHS.items():
        text = sent.get(name, "").strip() if form.get(_ASKED.get(name, ""), True) else ""
        if len(text) > longest or "\x00" in text:
            errors[name] = _("At most {limit} characters.", limit=longest)
        values[name] = text
    country = numbers.country_of(values["phone"], form["country"])
    cleaned: dict[str, Any] = {"name": values["name"], "phone": numbers.international(values["phone"])}
    cleaned["email"] = values["email"]
    errors |= rules.clean(cleaned, country)
    if values["email"] and ("@" not in values["email"] or " " in values["email"]):
        errors["email"] = _("Enter an address such as name@example.com.")
    if not values["phone"] and not values["email"]:
        errors.setdefault("phone", rules.NO_NUMBER)
    consents: dict[Purpose, int] = {}
    try:
        consents = _agreed(await asked_texts(purposes_of(form)), sent)
    except InvalidInput as error:
        errors |= error.fields
    if not values["email"] and consent_requests.waiting(form, consents):
        errors["email"] = _("Enter your e-mail address: we send you a link to confirm your consent.")
    if errors:
        raise InvalidInput(errors)
    return Visit(
        name=cleaned["name"],
        organization=values["organization"],
        phone=cleaned.get("phone", ""),
        mobile=cleaned.get("mobile", ""),
        email=cleaned["email"],
        address=values["address"],
        message=values["message"],
        consents=consents,
        country=country,
        locale=current_locale(),
        campaign={name: sent.get(name, "").replace("\x00", "")[:100] for name in UTM},
    )


def _agreed(texts: list[AskedText], sent: Mapping[str, str]) -> dict[Purpose, int]:
    """The texts that were ticked. Raises InvalidInput where one of them was replaced since the page was shown."""
    agreed: dict[Purpose, int] = {}
    for text in texts:
        ticked = sent.get(f"consent_{text.purpose}", "")
        if ticked and ticked != str(text.id):
            raise InvalidInput({f"consent_{text.purpose}": _("This text has changed. Please read it again.")})
        if ticked:
            agreed[text.purpose] = text.id
    return agreed


FORM_PAGE = Page(path="/crm_core/form/{token}", handler=show_form, access=PUBLIC, methods=("GET", "POST"))
