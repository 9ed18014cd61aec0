"""The fixed choices of earning campaigns."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class Trigger(Choice):
    """What a campaign gives points for."""

    PURCHASE = "purchase", _("Purchases"), Tone.OK
    CHECK_IN = "check_in", _("Daily check-in"), Tone.INFO
    ACTIVITY = "activity", _("An activity"), Tone.INFO


class Activity(Choice):
    """What a member does beside buying; told by a program or by staff."""

    REVIEW = "review", _("Product review")
    SURVEY = "survey", _("Survey answered")
    EVENT = "event", _("Event attended")
    SHARE = "share", _("Recommended to others")
    PROFILE = "profile", _("Profile completed")


class Rounding(Choice):
    DOWN = "down", _("Down")
    NEAREST = "nearest", _("To the nearest, halves up")
    UP = "up", _("Up")


class Birthday(Choice):
    """When a campaign counts for a member, by the solar or lunar birthday."""

    ANY = "any", _("At any time")
    MONTH = "month", _("In the month of the birthday")
    DAY = "day", _("On the birthday")


class Why(Choice):
    """Why a purchase earns what it earns by a campaign."""

    EARNED = "earned", _("Earned"), Tone.OK
    CAPPED = "capped", _("Earned, up to a limit"), Tone.WARN
    TIMES = "times", _("Not at this time")
    CURRENCY = "currency", _("Another currency")
    PRODUCTS = "products", _("No such product in it")
    MINIMUM = "minimum", _("Below the minimum")
    NOT_FIRST = "not_first", _("Not the first purchase")
    NOT_BIRTHDAY = "not_birthday", _("Not at the birthday")
    TIER = "tier", _("Not for this tier")
    LIMIT = "limit", _("The member's limit is reached"), Tone.WARN
    BUDGET = "budget", _("The campaign's budget is used up"), Tone.WARN
    NOTHING = "nothing", _("Less than one point")
