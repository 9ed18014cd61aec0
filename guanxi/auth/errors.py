"""What signing in and managing access may answer."""

from __future__ import annotations

from guanxi.errors import Conflict, Forbidden, GuanxiError, Unauthenticated
from guanxi.i18n import _


class SignInFailed(Unauthenticated):
    """The same for every cause, so that nobody learns which logins exist."""

    code = "sign_in_failed"
    message = _("The login or the password is wrong.")


class TokenInvalid(GuanxiError):
    """A link that was used, has expired or never existed: the three look the same."""

    code = "token_invalid"
    status = 410
    message = _("This link has expired or was used already.")


class CsrfFailed(Forbidden):
    code = "csrf_failed"
    message = _("This request did not come from one of our pages. Please reload the page and try again.")


class Escalation(Forbidden):
    """Someone tried to give, or to act on somebody who has, more than they have themselves."""

    code = "escalation"
    message = _("You can only grant permissions that you have yourself.")


class LastAdministrator(Conflict):
    code = "last_administrator"
    message = _("The last active administrator must stay.")
