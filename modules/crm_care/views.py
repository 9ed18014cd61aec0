"""Care plans and what they sent, as people meet them."""

from __future__ import annotations

from typing import Any

from crm_care import gifts, texts
from crm_care.choices import Gift, Occasion
from crm_care.extensions import PLAN_PANELS
from crm_care.models import Message, Plan
from crm_care.permissions import CarePermission as P
from crm_core.services import birthday_error, of_visible_customers
from guanxi import Change, Field, FormView, InvalidInput, ListView, RelatedList, Resource, Section, Text, _

_WORDS = ("subject", "text", "subject_zh", "text_zh")
_DAY = ("calendar", "month", "day")
_NAMES = ", ".join(f"{{{name}}}" for name in texts.NAMES)
_MISSING = _("This field is required.")


async def _prepare(change: Change) -> None:
    errors = _day_errors(change) | _word_errors(change.values) | await _gift_errors(change)
    if errors:
        raise InvalidInput(errors)


def _day_errors(change: Change) -> dict[str, Text]:
    """A holiday has a day of its own, a birthday has none."""
    if change.now("occasion") == Occasion.BIRTHDAY:
        change.values.update(dict.fromkeys(_DAY))
        return {}
    calendar, month, day = (change.now(name) for name in _DAY)
    missing = {name: _MISSING for name in _DAY if change.now(name) is None}
    wrong = None if missing else birthday_error(str(calendar), month, day)
    return missing if wrong is None else {"day": wrong}


def _word_errors(values: dict[str, Any]) -> dict[str, Text]:
    errors = {}
    for name in _WORDS:
        wrong = texts.wrong_places(str(values.get(name) or ""))
        if wrong:
            errors[name] = _("{what} is not filled in: only {names} are.", what=", ".join(wrong)[:60], names=_NAMES)
    return errors


async def _gift_errors(change: Change) -> dict[str, Text]:
    values, gift = change.values, Gift(change.now("gift") or Gift.NONE)
    if gift is not Gift.POINTS:
        values["points"] = None
    if gift is not Gift.COUPON:
        values.update(campaign="", campaign_number=None)
    if gift is Gift.NONE or not {"gift", "points", "campaign"} & values.keys():
        return {}
    if gifts.bank_of(gift) is None:
        return {"gift": _("The add-on that gives this is not enabled.")}
    if gift is Gift.POINTS:
        return {} if change.now("points") else {"points": _MISSING}
    number = gifts.number_in(change.now("campaign") or "")
    name = (await gifts.campaigns()).get(number) if number is not None else None
    if name is None:
        return {"campaign": _("Choose an open campaign.")}
    values.update(campaign=f"{number} · {name}"[:160], campaign_number=number)
    return {}


PLANS = Resource(
    name="plans",
    model=Plan,
    title=_("Care plans"),
    singular=_("Care plan"),
    label="name",
    label_in={"zh_CN": "name_zh"},
    fields=(
        Field("name", _("Name"), search=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field("occasion", _("Occasion"), filter=True),
        Field(
            "calendar", _("Calendar", "holiday"), help=_("Of a holiday. Birthdays follow the customer's own calendar.")
        ),
        Field("month", _("Month", "holiday"), minimum=1, maximum=12),
        Field(
            "day",
            _("Day", "holiday"),
            minimum=1,
            maximum=31,
            help=_("The Spring Festival is 1-1, Mid-Autumn 8-15, both by the lunar calendar."),
        ),
        Field("days_before", _("Days before"), minimum=0, maximum=60),
        Field("tag", _("Only customers with the tag")),
        Field(
            "subject", _("Subject"), help=_("{name} and {company} are filled in.", name="{name}", company="{company}")
        ),
        Field("text", _("Text", "mail")),
        Field("subject_zh", _("Chinese subject")),
        Field("text_zh", _("Chinese text", "mail")),
        Field("gift", _("Gift"), filter=True),
        Field("points", _("Points"), minimum=1, maximum=1_000_000),
        Field("campaign", _("Coupon campaign"), offers=gifts.campaign_names),
        Field("active", _("Active"), filter=True, help=_("Sends by itself, every morning.")),
    ),
    list=ListView(columns=("name", "occasion", "days_before", "gift", "active"), sort="name"),
    form=FormView(
        sections=(
            Section(fields=("name", "name_zh", "occasion", "calendar", "month", "day", "days_before", "tag", "active")),
            Section(title=_("Mail"), fields=("subject", "text", "subject_zh", "text_zh")),
            Section(title=_("Gift"), fields=("gift", "points", "campaign")),
        ),
        related=(
            RelatedList(
                resource="crm_care/messages",
                field="plan",
                title=_("Wishes sent"),
                columns=("created_at", "customer", "on_day", "points", "coupon"),
            ),
        ),
    ),
    read=P.READ,
    create=P.MANAGE,
    update=P.MANAGE,
    panels=PLAN_PANELS,
    prepare=_prepare,
)
MESSAGES = Resource(
    name="messages",
    model=Message,
    title=_("Wishes sent"),
    singular=_("Wishes", "one message"),
    label="id",
    fields=(
        Field("created_at", _("Sent at"), readonly=True, filter=True),
        Field("plan", _("Care plan"), to="crm_care/plans", readonly=True, filter=True),
        Field("customer", _("Customer"), to="crm_core/customers", readonly=True, filter=True, search=True),
        Field("on_day", _("For the day"), readonly=True, filter=True),
        Field("year", _("Year"), readonly=True),
        Field("gift", _("Gift"), readonly=True, filter=True),
        Field("points", _("Points"), readonly=True, measure=True),
        Field("coupon", _("Coupon"), readonly=True),
    ),
    list=ListView(columns=("created_at", "plan", "customer", "on_day", "points", "coupon"), sort="-id"),
    form=FormView(
        sections=(Section(fields=("created_at", "plan", "customer", "on_day", "year", "gift", "points", "coupon")),)
    ),
    read=P.READ,
    scope=of_visible_customers,
)
RESOURCES = (PLANS, MESSAGES)
