"""Entering what a provider gave us for an account."""

from __future__ import annotations

from typing import Any

from crm_pay import testing
from crm_pay.choices import ProviderName
from crm_pay.models import ProviderAccount
from crm_pay.permissions import PayPermission
from crm_pay.provider import Provider
from crm_pay.providers import PROVIDERS, seal
from guanxi import Action, Change, Outcome, _, clock, execute

_SAVE = "UPDATE crm_pay_account SET secret = $2, revision = revision + 1, updated_at = $3 WHERE id = $1"


async def prepare_account(change: Change) -> None:
    if change.before is None and change.now("provider") == ProviderName.TEST:
        change.values["secret"] = await seal({"secret": testing.new_secret()})


async def _enter(account: ProviderAccount, values: dict[str, Any]) -> Outcome:
    """All keys anew; what was there is forgotten."""
    keys = PROVIDERS[account.provider].keys
    entered = {field.name: str(values[field.name] or "").strip() for field in keys}
    await execute(_SAVE, account.id, await seal(entered), clock.now())
    return Outcome(_("The keys were saved."))


def _action(provider: Provider) -> Action:
    return Action(
        name=f"keys_{provider.name}",
        label=_("Enter keys"),
        permission=PayPermission.MANAGE,
        run=_enter,
        primary=True,
        when=lambda account: account.provider == provider.name,
        fields=provider.keys,
    )


ACCOUNT_ACTIONS = tuple(_action(provider) for provider in PROVIDERS.values() if provider.keys)
