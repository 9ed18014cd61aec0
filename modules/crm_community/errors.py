"""What can be refused."""

from __future__ import annotations

from guanxi import Conflict, _


class NicknameTaken(Conflict):
    code = "community_nickname_taken"
    message = _("Somebody else has this name already, or it is the company's.")


class NoNickname(Conflict):
    code = "community_no_nickname"
    message = _("Choose the name that others see first.")


class RemovedFromClub(Conflict):
    code = "community_removed"
    message = _("Staff removed this customer from the club.")


class NotAMember(Conflict):
    code = "community_not_a_member"
    message = _("Only members of the club write here.")


class Muted(Conflict):
    code = "community_muted"
    message = _("You may not write in the community at present. Please ask us why.")


class TopicClosed(Conflict):
    code = "community_topic_closed"
    message = _("This topic is closed.")
