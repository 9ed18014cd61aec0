"""What this add-on refuses."""

from __future__ import annotations

from guanxi import Conflict, GuanxiError, _


class BadSignature(GuanxiError):
    """Not from the provider, or too old; nothing of it is kept."""

    code = "bad_signature"
    status = 400
    message = _("The signature of this message is wrong.")


class BadMessage(GuanxiError):
    code = "bad_message"
    status = 400
    message = _("This message of the provider cannot be read.")


class ProviderUnavailable(Conflict):
    code = "provider_unavailable"
    message = _("The payment provider does not answer. Please try again later.")


class KeysMissing(Conflict):
    code = "keys_missing"
    message = _("The keys of this account are not complete.")


class TooMuchToRefund(Conflict):
    code = "refund_too_large"
    message = _("No more can be refunded than came by this payment and was not refunded or asked back before.")
