"""Errors that people see: a stable code, a translatable message with parameters, and an HTTP status."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from guanxi.i18n import Text, _


class GuanxiError(Exception):
    """Base of all errors with a code. Clients read the code, people read the message."""

    code: ClassVar[str] = "internal"
    status: ClassVar[int] = 500
    message: ClassVar[Text] = _("Something went wrong on our side.")

    def __init__(self, message: Text | None = None, **params: Any) -> None:
        self.text = (message or self.message).format(**params) if params else (message or self.message)
        self.params = params
        super().__init__(self.text.message)

    def __str__(self) -> str:
        return str(self.text)


class InvalidInput(GuanxiError):
    """Input that cannot be taken. `fields` maps a field's path (`lines.0.price`) to what is wrong with it."""

    code = "invalid_input"
    status = 422
    message = _("Please correct the marked fields.")

    def __init__(self, fields: Mapping[str, Text] | None = None, message: Text | None = None, **params: Any) -> None:
        super().__init__(message, **params)
        self.fields = dict(fields or {})


class MalformedRequest(GuanxiError):
    code = "malformed_request"
    status = 400
    message = _("The request could not be read.")


class Unauthenticated(GuanxiError):
    code = "unauthenticated"
    status = 401
    message = _("Please sign in.")


class Forbidden(GuanxiError):
    code = "forbidden"
    status = 403
    message = _("You are not allowed to do this.")


class NotFound(GuanxiError):
    """There is no such record, or this user may not know of it: the two look the same on purpose."""

    code = "not_found"
    status = 404
    message = _("Not found.")


class MethodNotAllowed(GuanxiError):
    code = "method_not_allowed"
    status = 405
    message = _("This address does not take that method.")


class Conflict(GuanxiError):
    code = "conflict"
    status = 409
    message = _("This cannot be done in the present state.")


class Stale(Conflict):
    """The record was changed since it was read. `current` holds its present values."""

    code = "stale"
    message = _("Someone else changed this record in the meantime.")

    def __init__(self, current: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        self.current = dict(current or {})


class Unconfirmed(Conflict):
    """May be done, but not before whoever asks for it has said yes to a question (see `ask`)."""

    code = "unconfirmed"

    def __init__(self, question: Text, details: Sequence[tuple[Text, int]] = ()) -> None:
        super().__init__(question)
        self.details = list(details)
        """what is at stake, each with how many"""

    @property
    def token(self) -> str:
        """A yes to this very question; it is none to another one, such as after something has changed."""
        said = [str(self), *(f"{label}: {count}" for label, count in self.details)]
        return hashlib.sha256("\n".join(said).encode()).hexdigest()[:32]


class PayloadTooLarge(GuanxiError):
    code = "payload_too_large"
    status = 413
    message = _("The request is too large.")


class TooManyRequests(GuanxiError):
    """`retry_after` is in seconds."""

    code = "too_many_requests"
    status = 429
    message = _("Too many attempts. Please wait a moment.")

    def __init__(self, retry_after: int = 60) -> None:
        super().__init__()
        self.retry_after = retry_after


class Busy(GuanxiError):
    code = "busy"
    status = 503
    message = _("The server is busy. Please try again in a moment.")


class ConfigurationError(GuanxiError):
    """A setting, a manifest or an add-on is wrong; the server does not start with it."""

    code = "configuration"
    message = _("The configuration is wrong.")
