"""The fixed choices of this add-on."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class MemberState(Choice):
    MEMBER = "member", _("Club member"), Tone.OK
    LEFT = "left", _("Has left"), Tone.NEUTRAL
    REMOVED = "removed", _("Removed by staff"), Tone.BAD


class PostState(Choice):
    """Of topics and posts."""

    SHOWN = "shown", _("Shown"), Tone.OK
    WAITING = "waiting", _("Waits for approval"), Tone.WARN
    HIDDEN = "hidden", _("Hidden by staff"), Tone.BAD
    WITHDRAWN = "withdrawn", _("Withdrawn by the author"), Tone.NEUTRAL


class ReportState(Choice):
    OPEN = "open", _("To be looked at"), Tone.WARN
    UPHELD = "upheld", _("Hidden for it"), Tone.OK
    DISMISSED = "dismissed", _("Nothing wrong with it"), Tone.NEUTRAL
