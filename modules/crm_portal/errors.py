"""What customers may do wrong at the door."""

from __future__ import annotations

from guanxi import GuanxiError, _


class WrongPassword(GuanxiError):
    """The same for every cause, so that nobody learns which addresses have a password, or a customer."""

    code = "sign_in_failed"
    status = 401
    message = _("The e-mail address or the password is wrong.")


class WrongCode(GuanxiError):
    """The same whether a code was sent or not; `left` tries count alike."""

    code = "wrong_code"
    status = 422
    message = _("This is not the code in our mail.")

    def __init__(self, left: int) -> None:
        super().__init__()
        self.left = left


class CodeGone(GuanxiError):
    """Used, too old, tried too often, or asked for in another browser."""

    code = "code_gone"
    status = 410
    message = _("This code does not work any more.")
