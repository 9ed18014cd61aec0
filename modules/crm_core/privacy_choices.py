"""The fixed choices of consent and of retention."""

from __future__ import annotations

from crm_core.choices import Stage
from guanxi import Choice, Tone, _


class Purpose(Choice):
    """What a customer's data may be used for, each with a consent of its own (PIPL Art. 14 and 23)."""

    MARKETING = "marketing", _("Marketing")
    SERVICE = "service", _("Service", "consent")
    PARTNERS = "partners", _("Passing on to partners")
    PROFILING = "profiling", _("Profiling")


class Decision(Choice):
    GIVEN = "given", _("Given", "consent"), Tone.OK
    WITHDRAWN = "withdrawn", _("Withdrawn", "consent"), Tone.BAD


class Channel(Choice):
    """How a consent, or its withdrawal, came in."""

    WEB_FORM = "web_form", _("Web form")
    PAPER = "paper", _("On paper")
    IN_PERSON = "in_person", _("In person")
    PHONE = "phone", _("By phone")
    MAIL = "mail", _("By e-mail")
    MESSAGE = "message", _("By message")
    PORTAL = "portal", _("Customer portal")


class RetainedStage(Choice):
    """Customers that retention rules are for: those who never bought."""

    POTENTIAL = Stage.POTENTIAL.value, _("Potential", "stage")
    LOST = Stage.LOST.value, _("Lost"), Tone.BAD
