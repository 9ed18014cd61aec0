"""Tables of clubs and of what is written in them. Customers stand there by a name of their choice, never by their own.

Locks are taken in this order: customer, profile, club, member, topic, post.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise import fields

from crm_community.choices import MemberState, PostState, ReportState
from guanxi import Record, clock


def _to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


def _may_point_to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, null=True, on_delete=fields.RESTRICT)


class Club(Record):
    """A circle of customers with a board of topics."""

    tier_id: int | None

    name = fields.CharField(max_length=80, unique=True)
    name_zh = fields.CharField(max_length=80, default="")
    about = fields.CharField(max_length=500, default="")
    about_zh = fields.CharField(max_length=500, default="")
    tier: Any = _may_point_to("crm_loyalty.Tier")
    """the lowest whose members see it and may join; null: all customers"""
    active = fields.BooleanField(default=True)

    class Meta:
        table = "crm_community_club"
        indexes = (("tier_id",),)


class Profile(Record):
    """How a customer is called in the community. After a merge a customer has several; one is `main` (migration 1)."""

    customer_id: int

    customer: Any = _to("crm_core.Customer")
    nickname = fields.CharField(max_length=20)
    nickname_key = fields.CharField(max_length=80, unique=True)
    """what two names may not have in common: see `nicknames.key_of`"""
    main = fields.BooleanField(default=True)
    muted = fields.BooleanField(default=False)

    class Meta:
        table = "crm_community_profile"
        indexes = (("customer_id", "id"), ("muted", "id"))


class ClubMember(Record):
    """Who is in a club, or was."""

    club_id: int
    profile_id: int

    club: Any = _to("crm_community.Club")
    profile: Any = _to("crm_community.Profile")
    state = fields.CharEnumField(MemberState, default=MemberState.MEMBER, max_length=8)

    class Meta:
        table = "crm_community_member"
        unique_together = (("club", "profile"),)
        indexes = (("profile_id", "created_at"), ("club_id", "state", "id"), ("state", "id"))


class Topic(Record):
    """Opened by a member, or by the company (`profile` is null)."""

    club_id: int
    profile_id: int | None

    club: Any = _to("crm_community.Club")
    profile: Any = _may_point_to("crm_community.Profile")
    title = fields.CharField(max_length=120)
    state = fields.CharEnumField(PostState, default=PostState.SHOWN, max_length=9)
    pinned = fields.BooleanField(default=False)
    closed = fields.BooleanField(default=False)
    last_post_at: datetime = fields.DatetimeField(default=clock.now)
    key: Any = fields.CharField(max_length=80, null=True, unique=True)
    """of the form it came from: sent twice, it is one"""

    class Meta:
        table = "crm_community_topic"
        indexes = (
            ("club_id", "pinned", "last_post_at", "id"),
            ("profile_id", "id"),
            ("state", "id"),
            ("last_post_at", "id"),
        )


class Post(Record):
    """The first of a topic is what it was opened with. The company's has no `profile`."""

    topic_id: int
    profile_id: int | None

    topic: Any = _to("crm_community.Topic")
    profile: Any = _may_point_to("crm_community.Profile")
    text = fields.TextField()
    state = fields.CharEnumField(PostState, default=PostState.SHOWN, max_length=9)
    key: Any = fields.CharField(max_length=80, null=True, unique=True)

    class Meta:
        table = "crm_community_post"
        indexes = (("topic_id", "id"), ("profile_id", "created_at"), ("state", "id"))


class Report(Record):
    """A member says that a post should not be there; once for each post."""

    post_id: int
    profile_id: int

    post: Any = _to("crm_community.Post")
    profile: Any = _to("crm_community.Profile")
    excerpt = fields.CharField(max_length=500)
    """of the post, as it was when it was reported"""
    reason = fields.CharField(max_length=500)
    state = fields.CharEnumField(ReportState, default=ReportState.OPEN, max_length=9)

    class Meta:
        table = "crm_community_report"
        unique_together = (("post", "profile"),)
        indexes = (("profile_id", "id"), ("state", "id"))
