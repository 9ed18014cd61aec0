"""What paid memberships may be."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class MembershipState(Choice):
    WAITING = "waiting", _("Waits for payment", "membership"), Tone.WARN
    ACTIVE = "active", _("Paid", "membership"), Tone.OK
    OVER = "over", _("Over", "membership"), Tone.NEUTRAL
    CANCELED = "canceled", _("Canceled", "membership"), Tone.BAD
