"""Mailing a password link to someone who forgot theirs."""

from __future__ import annotations

from guanxi.auth import limit, normalize_login, password_link
from guanxi.auth.signin import PER_ACCOUNT, PER_ADDRESS, network_of
from guanxi.context import current_company
from guanxi.db import fetch_row
from guanxi.declare.jobs import Job
from guanxi.errors import InvalidInput
from guanxi.i18n import _
from guanxi.jobs import Run, enqueue
from guanxi.mail.outbox import send_mail


async def mail_password_link(login: str, *, ip: str) -> None:
    """Mails a link to the address stored for `login`, never to one that was typed.

    A job looks the login up, so the answer takes as long whether it exists or not. Raises TooManyRequests.
    """
    try:
        account = normalize_login(login)
    except InvalidInput:
        account = ""
    await limit(f"password_link_ip:{network_of(ip)}", PER_ADDRESS)
    await limit(f"password_link:{account}", PER_ACCOUNT)
    await enqueue(MAIL_PASSWORD_LINK, {"login": account})


async def _mail(run: Run) -> None:
    user = await fetch_row(
        "SELECT id, name, email, locale FROM guanxi_user WHERE login = $1 AND active AND email <> ''",
        run.payload["login"],
    )
    if user is None:
        return
    link = await password_link(user["id"])
    await send_mail(
        user["email"],
        "guanxi/password_link",
        {"name": user["name"], "company": current_company().title, "hours": link.hours},
        secret={"link": link.address},
        locale=user["locale"],
        to_name=user["name"],
        key=f"password_link:{run.id}",
    )


MAIL_PASSWORD_LINK = Job(name="guanxi.mail_password_link", title=_("Mail a password link"), run=_mail)
