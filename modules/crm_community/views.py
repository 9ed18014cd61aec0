"""Clubs and their members, topics, posts and reports, as staff meet them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from crm_community import clubs, moderating, nicknames, writing
from crm_community.choices import MemberState, PostState, ReportState
from crm_community.models import Club, ClubMember, Post, Profile, Report, Topic
from crm_community.permissions import CommunityPermission as P
from crm_core.services import of_visible_customers
from guanxi import (
    Action,
    Field,
    FormView,
    Kind,
    ListView,
    Outcome,
    RelatedList,
    Resource,
    Section,
    _,
    elevated,
    lock,
)

Run = Callable[[Any, dict[str, Any]], Awaitable[None]]

_CLUBS, _PROFILES, _TOPICS = "crm_community/clubs", "crm_community/profiles", "crm_community/topics"
_POSTS = "crm_community/posts"
_WHY = Field("note", _("Why it is hidden"), kind=Kind.TEXT, required=True, max_length=300)
_TEXT = Field("text", _("What to say"), kind=Kind.MULTILINE, required=True, max_length=writing.LONGEST_TEXT)
_NICKNAME = Field("nickname", _("Name in the community"), kind=Kind.TEXT, required=False, max_length=nicknames.LONGEST)


async def _take_in(record: None, values: dict[str, Any]) -> Outcome:
    await clubs.take_in(values["customer"], values["club"], values["nickname"] or "")
    return Outcome(_("The customer is in the club."), go_to="/crm_community/members")


async def _remove(member: ClubMember, values: dict[str, Any]) -> Outcome:
    await moderating.change(member, values["note"], state=MemberState.REMOVED.value)
    return Outcome(_("Removed. The customer does not see this club any more."))


async def _let_back(member: ClubMember, values: dict[str, Any]) -> Outcome:
    await moderating.change(member, state=MemberState.MEMBER.value)
    return Outcome(_("The customer is in the club."))


async def _open_topic(record: None, values: dict[str, Any]) -> Outcome:
    id = await writing.open_for_company(values["club"], values["title"], values["text"])
    return Outcome(_("Opened. Members see it under the company's name."), data={"id": id}, go_to=f"/{_TOPICS}/{id}")


async def _answer(topic: Topic, values: dict[str, Any]) -> Outcome:
    id = await writing.reply_for_company(topic.id, values["text"])
    return Outcome(_("Written under the company's name."), data={"id": id})


async def _hide_post(post: Post, values: dict[str, Any]) -> None:
    await moderating.hide_post(post, values["note"])


async def _show_post(post: Post, values: dict[str, Any]) -> None:
    await moderating.show_post(post)


async def _uphold(report: Report, values: dict[str, Any]) -> Outcome:
    with elevated():
        post = await lock(Post, report.post_id)
    if _can_hide(post):
        await moderating.hide_post(post, report.reason[:300])
    else:
        await moderating.change(report, state=ReportState.UPHELD.value)
    return Outcome(_("The post is hidden, and all its reports are settled."))


async def _rename(profile: Profile, values: dict[str, Any]) -> None:
    await nicknames.choose(profile.customer_id, values["nickname"])


def _sets(**changes: Any) -> Run:
    """An action that changes just this, with the reason that it asked for."""

    async def run(record: Any, values: dict[str, Any]) -> None:
        await moderating.change(record, values.get("note", ""), **changes)

    return run


def _can_hide(record: Any) -> bool:
    return record.state in (PostState.SHOWN, PostState.WAITING)


def _is_open(report: Report) -> bool:
    return report.state == ReportState.OPEN


def _can_show(record: Any) -> bool:
    return record.state in (PostState.HIDDEN, PostState.WAITING)


def _act(name: str, label: Any, run: Any, when: Any, *fields: Field, danger: bool = False) -> Action:
    return Action(name=name, label=label, permission=P.MODERATE, run=run, when=when, fields=fields, danger=danger)


CLUBS = Resource(
    name="clubs",
    model=Club,
    title=_("Clubs"),
    singular=_("Club"),
    label="name",
    label_in={"zh_CN": "name_zh"},
    fields=(
        Field("name", _("Name"), search=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field("about", _("What it is about"), kind=Kind.MULTILINE),
        Field("about_zh", _("What it is about, in Chinese"), kind=Kind.MULTILINE),
        Field(
            "tier",
            _("From the tier"),
            to="crm_loyalty/tiers",
            filter=True,
            help=_("Members of this tier and of higher ones see the club and may join. Empty: all customers."),
        ),
        Field("active", _("Active"), filter=True, help=_("Customers see it.")),
    ),
    list=ListView(columns=("name", "name_zh", "tier", "active"), sort="name"),
    form=FormView(
        sections=(Section(fields=("name", "name_zh", "about", "about_zh", "tier", "active")),),
        related=(
            RelatedList(
                resource=_TOPICS,
                field="club",
                title=_("Topics"),
                columns=("title", "profile", "state", "last_post_at"),
            ),
            RelatedList(
                resource="crm_community/members",
                field="club",
                title=_("Club members"),
                columns=("profile", "state", "created_at"),
            ),
        ),
    ),
    read=P.READ,
    create=P.MANAGE,
    update=P.MANAGE,
)
PROFILES = Resource(
    name="profiles",
    model=Profile,
    title=_("Names in the community"),
    singular=_("Name in the community"),
    label="nickname",
    fields=(
        Field("nickname", _("Name"), readonly=True, search=True),
        Field("customer", _("Customer"), to="crm_core/customers", readonly=True, filter=True, search=True),
        Field("main", _("In use"), readonly=True, help=_("After a merge the other one's name stays with its posts.")),
        Field("muted", _("Muted"), readonly=True, filter=True, help=_("Reads, but does not write.")),
        Field("created_at", _("Chosen at"), readonly=True),
    ),
    list=ListView(columns=("nickname", "customer", "muted", "created_at"), sort="-id"),
    form=FormView(
        sections=(Section(fields=("nickname", "customer", "main", "muted", "created_at")),),
        related=(
            RelatedList(
                resource=_POSTS, field="profile", title=_("Posts"), columns=("created_at", "topic", "text", "state")
            ),
        ),
    ),
    read=P.READ,
    scope=of_visible_customers,
    actions=(
        _act(
            "mute",
            _("Mute"),
            _sets(muted=True),
            lambda profile: not profile.muted,
            Field("note", _("Why the customer is muted"), kind=Kind.TEXT, required=True, max_length=300),
            danger=True,
        ),
        _act("unmute", _("Let write again"), _sets(muted=False), lambda profile: profile.muted),
        _act(
            "rename",
            _("Rename"),
            _rename,
            lambda profile: profile.main,
            Field(
                "nickname",
                _("Name in the community"),
                kind=Kind.TEXT,
                required=True,
                max_length=nicknames.LONGEST,
            ),
        ),
    ),
)
MEMBERS = Resource(
    name="members",
    model=ClubMember,
    title=_("Club members"),
    singular=_("Club member"),
    label="id",
    fields=(
        Field("club", _("Club"), to=_CLUBS, readonly=True, filter=True),
        Field("profile", _("Name"), to=_PROFILES, readonly=True, filter=True, search=True),
        Field("state", _("State"), readonly=True, filter=True),
        Field("created_at", _("Joined at"), readonly=True),
    ),
    list=ListView(columns=("club", "profile", "state", "created_at"), sort="-id"),
    form=FormView(sections=(Section(fields=("club", "profile", "created_at")),), stage="state"),
    read=P.READ,
    actions=(
        Action(
            name="take_in",
            label=_("Take a customer in"),
            permission=P.WRITE,
            run=_take_in,
            on="list",
            primary=True,
            fields=(
                Field("customer", _("Customer"), kind=Kind.RELATION, required=True, to="crm_core/customers"),
                Field("club", _("Club"), kind=Kind.RELATION, required=True, to=_CLUBS),
                _NICKNAME,
            ),
        ),
        _act(
            "remove",
            _("Remove from the club"),
            _remove,
            lambda member: member.state == MemberState.MEMBER,
            Field("note", _("Why the customer is removed"), kind=Kind.TEXT, required=True, max_length=300),
            danger=True,
        ),
        _act("let_back", _("Let back in"), _let_back, lambda member: member.state == MemberState.REMOVED),
    ),
)
TOPICS = Resource(
    name="topics",
    model=Topic,
    title=_("Topics"),
    singular=_("Topic"),
    label="title",
    fields=(
        Field("title", _("Title"), readonly=True, search=True),
        Field("club", _("Club"), to=_CLUBS, readonly=True, filter=True),
        Field("profile", _("Started by"), to=_PROFILES, readonly=True, filter=True, help=_("Empty: the company.")),
        Field("state", _("State"), readonly=True, filter=True),
        Field("pinned", _("Pinned"), readonly=True),
        Field("closed", _("Closed", "topic"), readonly=True, help=_("Customers do not answer any more.")),
        Field("created_at", _("Opened at"), readonly=True),
        Field("last_post_at", _("Last post"), readonly=True, sort=True),
    ),
    list=ListView(columns=("title", "club", "profile", "state", "last_post_at"), sort="-last_post_at"),
    form=FormView(
        sections=(Section(fields=("title", "club", "profile", "pinned", "closed", "created_at", "last_post_at")),),
        stage="state",
        related=(
            RelatedList(
                resource=_POSTS, field="topic", title=_("Posts"), columns=("created_at", "profile", "text", "state")
            ),
        ),
    ),
    read=P.READ,
    actions=(
        Action(
            name="open",
            label=_("Open a topic"),
            permission=P.WRITE,
            run=_open_topic,
            on="list",
            primary=True,
            fields=(
                Field("club", _("Club"), kind=Kind.RELATION, required=True, to=_CLUBS),
                Field("title", _("Title"), kind=Kind.TEXT, required=True, max_length=writing.LONGEST_TITLE),
                _TEXT,
            ),
        ),
        Action(
            name="answer", label=_("Answer", "topic"), permission=P.WRITE, run=_answer, primary=True, fields=(_TEXT,)
        ),
        _act("show", _("Show", "post"), _sets(state=PostState.SHOWN.value), _can_show),
        _act("pin", _("Pin"), _sets(pinned=True), lambda topic: not topic.pinned),
        _act("unpin", _("Unpin"), _sets(pinned=False), lambda topic: topic.pinned),
        _act("close", _("Close"), _sets(closed=True), lambda topic: not topic.closed),
        _act("reopen", _("Reopen"), _sets(closed=False), lambda topic: topic.closed),
        _act("hide", _("Hide"), _sets(state=PostState.HIDDEN.value), _can_hide, _WHY, danger=True),
    ),
)
POSTS = Resource(
    name="posts",
    model=Post,
    title=_("Posts"),
    singular=_("Post"),
    label="id",
    fields=(
        Field("created_at", _("Written at"), readonly=True),
        Field("topic", _("Topic"), to=_TOPICS, readonly=True, filter=True),
        Field("profile", _("Written by"), to=_PROFILES, readonly=True, filter=True, help=_("Empty: the company.")),
        Field("text", _("Text"), kind=Kind.MULTILINE, readonly=True),
        Field("state", _("State"), readonly=True, filter=True),
    ),
    list=ListView(columns=("created_at", "topic", "profile", "text", "state"), sort="-id"),
    form=FormView(sections=(Section(fields=("topic", "profile", "created_at", "text")),), stage="state"),
    read=P.READ,
    actions=(
        _act("show", _("Show", "post"), _show_post, _can_show),
        _act("hide", _("Hide"), _hide_post, _can_hide, _WHY, danger=True),
    ),
)
REPORTS = Resource(
    name="reports",
    model=Report,
    title=_("Reported posts"),
    singular=_("Reported post"),
    label="id",
    fields=(
        Field("created_at", _("Reported at", "post"), readonly=True),
        Field("post", _("Post"), to=_POSTS, readonly=True, filter=True),
        Field("excerpt", _("Text"), kind=Kind.MULTILINE, readonly=True),
        Field("reason", _("What is wrong with it"), readonly=True),
        Field("profile", _("Reported by", "post"), to=_PROFILES, readonly=True, filter=True),
        Field("state", _("State"), readonly=True, filter=True),
    ),
    list=ListView(columns=("created_at", "post", "excerpt", "reason", "profile", "state"), sort="-id"),
    form=FormView(sections=(Section(fields=("excerpt", "reason", "post", "profile", "created_at")),), stage="state"),
    read=P.MODERATE,
    actions=(
        _act("uphold", _("Hide the post"), _uphold, _is_open, danger=True),
        _act(
            "dismiss",
            _("Leave the post"),
            _sets(state=ReportState.DISMISSED.value),
            _is_open,
        ),
    ),
)
RESOURCES = (CLUBS, PROFILES, MEMBERS, TOPICS, POSTS, REPORTS)
