"""Tables of the desk."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from guanxi import clock
from guanxi.records.models import Record


def _user(**options: Any) -> Any:
    return fields.ForeignKeyField("guanxi.User", related_name=False, on_delete=fields.CASCADE, **options)


class Preference(Model):
    """What one user has set for oneself: `columns:crm_core/customers`, `home`, `hotkeys`, `digest`."""

    id = fields.BigIntField(primary_key=True)
    user: Any = _user()
    user_id: int
    name = fields.CharField(max_length=160)
    value: Any = fields.JSONField()

    class Meta:
        table = "guanxi_preference"
        unique_together = (("user", "name"),)


class SavedView(Model):
    """The query of a list, board, pivot or calendar under a name."""

    id = fields.BigIntField(primary_key=True)
    owner: Any = _user()
    owner_id: int
    resource = fields.CharField(max_length=120)
    """`crm_core/customers`"""
    view = fields.CharField(max_length=12, default="list")
    name = fields.CharField(max_length=80)
    query = fields.CharField(max_length=4000, default="")
    """as in an address, without `?`"""
    shared = fields.BooleanField(default=False)
    pinned = fields.BooleanField(default=True)
    """a tab above the list; the others are in the menu beside the tabs"""
    is_default = fields.BooleanField(default=False)
    """opens where the address asks for nothing: one's own before a shared one"""
    created_at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "guanxi_saved_view"
        unique_together = (("owner", "resource", "name"),)
        indexes = (("resource", "owner_id"),)


class Note(Record):
    """A remark on a record. Those whom it mentions are told."""

    resource = fields.CharField(max_length=120)
    record_id = fields.BigIntField()
    text = fields.TextField()
    author: Any = fields.ForeignKeyField("guanxi.User", related_name=False, null=True, on_delete=fields.RESTRICT)
    author_id: int | None
    mentions: Any = fields.JSONField(default=list)
    """ids of users"""

    class Meta:
        table = "guanxi_note"
        indexes = (("resource", "record_id", "id"),)


class Todo(Record):
    """Something that a user is to do by a day, on a record or by itself."""

    title = fields.CharField(max_length=200)
    due_on: date | None = fields.DateField(null=True)
    """in the company's time zone"""
    assignee: Any = fields.ForeignKeyField("guanxi.User", related_name=False, on_delete=fields.RESTRICT)
    assignee_id: int
    resource = fields.CharField(max_length=120, default="")
    record_id: int | None = fields.BigIntField(null=True)
    done_at: datetime | None = fields.DatetimeField(null=True)
    reminded_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "guanxi_todo"
        indexes = (("assignee_id", "done_at", "due_on"), ("resource", "record_id"))


class Notification(Model):
    """Told to one user. `title` is a Text (message, params, context), so that it is read in any language."""

    id = fields.BigIntField(primary_key=True)
    user: Any = _user()
    user_id: int
    kind = fields.CharField(max_length=20)
    """mention, todo, job"""
    title: Any = fields.JSONField()
    detail = fields.CharField(max_length=500, default="")
    href = fields.CharField(max_length=300, default="")
    at: datetime = fields.DatetimeField(default=clock.now)
    read_at: datetime | None = fields.DatetimeField(null=True)
    mailed_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "guanxi_notification"
        indexes = (("user_id", "read_at", "id"), ("user_id", "id"))
