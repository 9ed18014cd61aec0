"""The fixed choices of this add-on."""

from __future__ import annotations

from guanxi import Choice, Tone, _


class ReferralState(Choice):
    WAITING = "waiting", _("Waits for a paid order"), Tone.INFO
    QUALIFIED = "qualified", _("Paid, can still be returned"), Tone.WARN
    REWARDED = "rewarded", _("Rewarded"), Tone.OK
    REFUSED = "refused", _("Refused", "referral"), Tone.BAD


class Why(Choice):
    STAFF = "staff", _("Refused by staff")
    TAKEN_BACK = "taken_back", _("Reward taken back")
    MERGED = "merged", _("The customers are the same, by a merge")
    GONE = "gone", _("A customer was archived before the reward")
    CAP = "cap", _("The referrer had reached the most of the year")
    """only the new customer got points"""


class Channel(Choice):
    STAFF = "staff", _("Staff", "referral")
    API = "api", _("API")
    PORTAL = "portal", _("Customer portal")
