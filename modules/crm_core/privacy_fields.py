"""How people read the parts of a person's file that are not simply fields of a resource."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from crm_core.privacy_choices import Purpose
from guanxi import Choice, Field, Kind, _


class Trace(Choice):
    """What hangs on a record."""

    NOTES = "notes", _("Note")
    TODOS = "todos", _("To-do")
    FILES = "files", _("File")


class Extended(Choice):
    """Records that companies add fields to."""

    CUSTOMER = "customer", _("Customer")
    CONTACT = "contact", _("Contact")
    ACTIVITY = "activity", _("Follow-up")
    ADDRESS = "address", _("Address")
    CONTACT_POINT = "contact_point", _("Number or address")


def of(resource: str) -> Callable[[Mapping[str, Any]], str]:
    """Rows that are read as records of one resource are."""
    return lambda row: resource


def _time(name: str, label: Any) -> Field:
    return Field(name, label, kind=Kind.DATETIME)


MADE = (_time("created_at", _("Written at")),)
MAILS = (
    _time("at", _("Written at")),
    Field("to", _("Recipient")),
    Field("subject", _("Subject")),
    Field("text", _("Content")),
)
TRACES = (
    Field("kind", _("Kind"), choices=Trace),
    _time("at", _("Written at")),
    Field("text", _("Text")),
    Field("title", _("Title")),
    Field("due_on", _("Due on"), kind=Kind.DATE),
    _time("done_at", _("Done at")),
    Field("name", _("File")),
    Field("size", _("Size in bytes"), kind=Kind.INTEGER),
)
MERGES = (_time("at", _("Time")), Field("name", _("Merged customer")), Field("reason", _("Reason")))
CONSENTS = (Field("text", _("Text")), Field("text_zh", _("Chinese text")))
REQUESTS = (
    _time("at", _("Asked at")),
    Field("email", _("E-mail")),
    Field("locale", _("Language")),
    *(Field(str(purpose), purpose.label) for purpose in Purpose),
    Field("asked_from", _("Asked from")),
    _time("expires_at", _("Valid until")),
    _time("confirmed_at", _("Confirmed at")),
    Field("confirmed_from", _("Confirmed from")),
    _time("withdrawn_at", _("Withdrawn at")),
)
ENTRIES = (_time("at", _("Time")),)
