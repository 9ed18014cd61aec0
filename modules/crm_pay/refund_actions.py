"""The buttons on an online payment that give its money back."""

from __future__ import annotations

from typing import Any

from crm_pay.choices import ProviderName
from crm_pay.models import Attempt
from crm_pay.permissions import PayPermission
from crm_pay.refunding import request_refund
from guanxi import Action, Field, InvalidInput, Kind, Outcome, Text, _, ask, format_money

_LABELS = {
    ProviderName.TEST: _("Refund through the test provider"),
    ProviderName.STRIPE: _("Refund through Stripe"),
    ProviderName.ALIPAY: _("Refund through Alipay"),
    ProviderName.WECHAT: _("Refund through WeChat Pay"),
}


def _left(attempt: Any) -> int:
    return int(attempt.captured - attempt.returned - attempt.refunding)


async def _refund(attempt: Attempt, values: dict[str, Any]) -> Outcome:
    amount = values["amount"]
    shown = format_money(amount, attempt.captured_currency)
    if amount > _left(attempt):
        left = format_money(_left(attempt), attempt.captured_currency)
        raise InvalidInput({"amount": _("Of this payment {amount} can still be refunded.", amount=left)})
    ask(_("{amount} goes back to whoever paid, and cannot be called back. Send it?", amount=shown))
    await request_refund(attempt.id, amount, values["reason"])
    return Outcome(_("{amount} is being refunded. The provider's answer shows here.", amount=shown))


def _action(name: ProviderName, label: Text) -> Action:
    return Action(
        name=f"refund_{name.value}",
        label=label,
        permission=PayPermission.REFUND,
        run=_refund,
        danger=True,
        asks=True,
        when=lambda attempt: attempt.provider == name and _left(attempt) > 0,
        fields=(
            Field("amount", _("Amount"), kind=Kind.MONEY, currency="captured_currency", required=True, minimum=1),
            Field("reason", _("Reason"), kind=Kind.MULTILINE, required=True, max_length=300),
        ),
        start=lambda attempt: {"amount": _left(attempt)},
    )


REFUND_ACTIONS = tuple(_action(name, label) for name, label in _LABELS.items())
