"""One mail of the mailbox, as its receiver reads it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guanxi.mail.models import Mail
from guanxi.mail.resources import MAILS
from guanxi.records import get, read
from guanxi.settings import read_settings
from guanxi.views.stages import record_buttons
from guanxi.web.templating import render


async def one(request: Request) -> Response:
    """As text: nothing of a mail is ever drawn as HTML. Links that let people in take a permission of their own."""
    id = request.path_params["id"]
    mail, row = await get(Mail, id), await read(MAILS, id)
    actions = record_buttons(MAILS, mail) if read_settings().smtp_url else []
    return render(
        request,
        "guanxi/mail.html",
        resource=MAILS,
        mail=mail,
        text=row.get("secret_text") or row["text"],
        masked=mail.secret_text is not None and not row.get("secret_text"),
        actions=actions,
        transport=bool(read_settings().smtp_url),
    )
