"""Links to choose a password: for a new user, or one who forgot theirs."""

from __future__ import annotations

from dataclasses import dataclass

from guanxi.auth.grants import check_power_over
from guanxi.auth.permissions import KernelPermission
from guanxi.auth.tokens import issue_password_token
from guanxi.context import current_company, require
from guanxi.db import transaction
from guanxi.records.audit import audit
from guanxi.settings import read_settings

PATH = "/password/"
"""The page at `/password/<token>` calls `set_password_by_link`."""
INVITATION_HOURS = 7 * 24
RESET_HOURS = 1


@dataclass(frozen=True, slots=True)
class PasswordLink:
    address: str
    hours: int


async def password_link(user_id: int, *, invitation: bool = False) -> PasswordLink:
    """A link to hand over to the user. Raises Escalation, and TokenInvalid where the user is not active."""
    require(KernelPermission.USERS_MANAGE)
    await check_power_over(user_id)
    hours = INVITATION_HOURS if invitation else RESET_HOURS
    async with transaction():
        token = await issue_password_token(user_id, minutes=hours * 60)
        await audit("invite" if invitation else "reset_password", "guanxi/users", user_id)
    return PasswordLink(f"{base_address()}{PATH}{token}", hours)


def base_address() -> str:
    """Where people reach the company: from the configuration only, never from a request's headers."""
    settings, company = read_settings(), current_company()
    host = company.hosts[0] if company.hosts else "localhost"
    return settings.base_url or f"http://{host}:{settings.port}"
