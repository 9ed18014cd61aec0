"""The fixed choices of this add-on."""

from __future__ import annotations

from guanxi import Choice, _


class Occasion(Choice):
    BIRTHDAY = "birthday", _("Birthday")
    HOLIDAY = "holiday", _("Holiday")


class PlanCalendar(Choice):
    SOLAR = "solar", _("Solar calendar")
    LUNAR = "lunar", _("Lunar calendar")


class Gift(Choice):
    NONE = "none", _("Nothing", "gift")
    POINTS = "points", _("Points")
    COUPON = "coupon", _("Coupon")
