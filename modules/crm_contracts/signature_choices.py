"""The fixed choices of signing on line."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class RequestState(Choice):
    DRAFT = "draft", _("Draft", "signature request"), Tone.NEUTRAL
    OPEN = "open", _("Out for signature"), Tone.INFO
    COMPLETED = "completed", _("Signed by all"), Tone.OK
    DECLINED = "declined", _("Declined", "signature request"), Tone.BAD
    EXPIRED = "expired", _("Expired", "signature request"), Tone.WARN
    WITHDRAWN = "withdrawn", _("Withdrawn", "signature request"), Tone.NEUTRAL


class SignatoryState(Choice):
    WAITING = "waiting", _("Not yet asked"), Tone.NEUTRAL
    ASKED = "asked", _("Asked", "signatory"), Tone.INFO
    SEEN = "seen", _("Has opened it"), Tone.INFO
    SIGNED = "signed", _("Signed", "signatory"), Tone.OK
    DECLINED = "declined", _("Declined", "signatory"), Tone.BAD


class Side(Choice):
    OURS = "ours", _("Ours", "side of a contract")
    THEIRS = "theirs", _("The customer's", "side of a contract")


class SignMethod(Choice):
    DRAWN = "drawn", _("Drawn signature")
    TYPED = "typed", _("Typed name")


class SignChannel(Choice):
    """How it is known who signed."""

    LINK = "link", _("Secret link sent by e-mail")
    PORTAL = "portal", _("Signed in to the customer portal by e-mail")
    USER = "user", _("Signed in as a user")
