"""The fixed choices of this add-on."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class Channel(Choice):
    MAIL = "mail", _("E-mail", "channel")
    LETTER = "letter", _("Letter")
    CALL = "call", _("Call")
    TASK = "task", _("Task")


class Basis(Choice):
    """What the days of a level are counted from."""

    DUE = "due", _("Due date")
    MONTH_END = "month_end", _("End of the month it was due in")
    PREVIOUS = "previous", _("The level before")


class NoticeState(Choice):
    SENT = "sent", _("Sent"), Tone.OK
    OPEN = "open", _("To do"), Tone.WARN
    DONE = "done", _("Done"), Tone.OK


class DisputeState(Choice):
    OPEN = "open", _("Open", "dispute"), Tone.WARN
    ACCEPTED = "accepted", _("Accepted"), Tone.OK
    REFUSED = "refused", _("Refused"), Tone.BAD


class PromiseState(Choice):
    OPEN = "open", _("Open", "promise"), Tone.INFO
    KEPT = "kept", _("Kept"), Tone.OK
    BROKEN = "broken", _("Broken"), Tone.BAD
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ChargeKind(Choice):
    INTEREST = "interest", _("Late interest")
    FEE = "fee", _("Dunning fee")
