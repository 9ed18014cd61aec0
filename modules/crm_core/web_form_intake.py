"""What a visitor of a web form sent, as a customer, a note, consents and a message to the owner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from crm_core import consent, consent_requests, locks
from crm_core.choices import ActivityKind, CustomerKind
from crm_core.company_names import name_key
from crm_core.duplicates import Duplicate, find_duplicates
from crm_core.models import Activity, Contact, Customer
from crm_core.privacy_choices import Channel, Decision, Purpose
from crm_core.privacy_models import WebFormEntry
from guanxi import Text, _, create, fetch_value, lock, notify, transaction, translate

_UNSENT = _("Ticked, but no link was mailed (this address has had its e-mails of the day)")
_UNPROVEN = _("Ticked, but not noted (neither address nor number is one of the customer's)")
_THEIRS = """
SELECT EXISTS (SELECT FROM crm_core_customer WHERE id = $1
        AND ((email = $2 AND email <> '') OR mobile = ANY($3::text[]) OR phone = ANY($3::text[])))
    OR EXISTS (SELECT FROM crm_core_contact WHERE customer_id = $1 AND NOT archived
        AND ((lower(email) = $2 AND email <> '') OR mobile = ANY($3::text[]) OR phone = ANY($3::text[])))
    OR EXISTS (SELECT FROM crm_core_contact_point WHERE customer_id = $1
        AND ((kind = 'email' AND value = $2) OR (kind IN ('mobile', 'phone') AND value = ANY($3::text[]))))
"""
UTM = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Checked input of one visitor; numbers in their one spelling."""

    name: str
    organization: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    address: str = ""
    message: str = ""
    country: str = "CN"
    locale: str = "zh_CN"
    network: str = ""
    """the address that it came from"""
    consents: Mapping[Purpose, int] = field(default_factory=dict)
    """ids of the texts that were agreed to"""
    campaign: Mapping[str, str] = field(default_factory=dict)

    @property
    def customer_name(self) -> str:
        return self.organization or self.name


async def take_in(form: Mapping[str, Any], visit: Visit) -> int:
    """Returns the customer's id. The actor is elevated."""
    async with transaction():
        key = visit.mobile or visit.phone or visit.email
        await locks.one_by_one(name_key(visit.customer_name), key, visit.email)
        double = await _double(visit)
        id = await _register(form, visit) if double is None else double
        customer = await lock(Customer, id)
        ticked = visit.consents if double is None or await _is_theirs(form, visit, id) else {}
        waiting = consent_requests.waiting(form, ticked)
        asked = waiting and await consent_requests.ask(
            form["id"], id, waiting, email=visit.email, locale=visit.locale, network=visit.network
        )
        left = {_UNSENT: waiting if asked is None else (), _UNPROVEN: visit.consents.keys() - ticked.keys()}
        entry = await _keep(form, visit, id, known=double is not None)
        await _note(form, visit, id, left, sent=entry if double is not None else None)
        for purpose, text_id in ticked.items() - waiting.items():
            await consent.record(id, purpose, Decision.GIVEN, Channel.WEB_FORM, text_id=text_id)
        owner = customer.owner_id or form["owner_id"]
        if owner is not None:
            title = _("{name} sent the form {form}", name=customer.name, form=form["name"])
            await notify([owner], "web_form", title, href=f"/crm_core/customers/{id}")
        return id


async def _keep(form: Mapping[str, Any], visit: Visit, customer_id: int, *, known: bool) -> int:
    """What was sent, as it was sent; returns its id."""
    given = {name: visit.campaign.get(name, "") for name in UTM}
    reached = {"mobile": visit.mobile, "phone": visit.phone, "email": visit.email}
    said = {"name": visit.name, **reached, "message": visit.message, "known": known, **given}
    return int((await create(WebFormEntry, {"form": form["id"], "customer": customer_id, **said})).id)


async def _double(visit: Visit) -> int | None:
    """A customer who is there for sure: the same full name of a company, or a person's name with number or address."""
    found = await find_duplicates(
        name=visit.customer_name,
        phones=(visit.phone, visit.mobile),
        email=visit.email,
        kind=_kind(visit).value,
        country=visit.country,
    )
    return next((double.id for double in found if _sure(visit, double)), None)


async def _is_theirs(form: Mapping[str, Any], visit: Visit, customer_id: int) -> bool:
    """Whether the visitor gave an address of the customer, or a number where the form confirms no addresses: who knows
    a company's name cannot agree to anything for it."""
    numbers = [] if form["confirm_address"] else [text for text in (visit.mobile, visit.phone) if text]
    return bool(await fetch_value(_THEIRS, customer_id, visit.email.lower(), numbers))


def _sure(visit: Visit, double: Duplicate) -> bool:
    reasons = set(double.reasons)
    if "name" not in reasons:
        return False
    return bool(visit.organization) or bool(reasons & {"phone", "email"})


def _kind(visit: Visit) -> CustomerKind:
    return CustomerKind.ORGANIZATION if visit.organization else CustomerKind.PERSON


async def _register(form: Mapping[str, Any], visit: Visit) -> int:
    shared = {"phone": visit.phone, "mobile": visit.mobile, "email": visit.email}
    made = await create(
        Customer,
        {
            "name": visit.customer_name,
            "kind": _kind(visit).value,
            **shared,
            "address": visit.address,
            "owner": form["owner_id"],
            "source": form["source_id"],
            "country": visit.country,
            "locale": visit.locale,
        },
    )
    if visit.organization:
        await create(Contact, {"customer": made.id, "name": visit.name, **shared, "main": True})
    return int(made.id)


async def _note(
    form: Mapping[str, Any],
    visit: Visit,
    customer_id: int,
    left: Mapping[Text, Iterable[Purpose]],
    *,
    sent: int | None,
) -> None:
    """In the language of the visitor, with what was sent but for numbers: a note cannot be covered.

    `left`: ticked consents that came to nothing, by why. `sent`: the entry of a visitor whose customer was there and
    keeps the numbers that it has.
    """
    came = sent is not None and any((visit.mobile, visit.phone, visit.email))
    lines = (
        (_("Name"), visit.name),
        (_("Numbers and addresses came with the form"), f"/crm_core/web_form_entries/{sent}" if came else ""),
        (_("Address"), visit.address),
        (_("Message"), visit.message),
        *(
            (why, " · ".join(translate(purpose.label, visit.locale) for purpose in sorted(of)))
            for why, of in left.items()
        ),
    )
    details = "\n".join(f"{translate(label, visit.locale)}: {text}" for label, text in lines if text)
    await create(
        Activity,
        {
            "customer": customer_id,
            "kind": ActivityKind.NOTE.value,
            "subject": translate(_("Web form: {name}", name=form["name"]), visit.locale)[:200],
            "details": details,
        },
    )
