"""A forgotten password, and choosing a new one by a link."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guanxi.auth.users import set_password_by_link
from guanxi.errors import InvalidInput
from guanxi.i18n import _
from guanxi.mail.passwords import mail_password_link
from guanxi.web.flash import go_to
from guanxi.web.state import form_of
from guanxi.web.templating import render


async def forgot(request: Request) -> Response:
    """The answer is the same whether the login exists or not."""
    if request.method != "POST":
        return render(request, "guanxi/forgot.html", sent=False)
    form = await form_of(request)
    await mail_password_link(form.get("login", "")[:200], ip=request.client.host if request.client else "")
    return render(request, "guanxi/forgot.html", sent=True)


async def choose(request: Request) -> Response:
    if request.method != "POST":
        return render(request, "guanxi/choose_password.html", errors={})
    form = await form_of(request)
    try:
        if form.get("new", "") != form.get("again", ""):
            raise InvalidInput({"again": _("The two passwords differ.")})
        await set_password_by_link(str(request.path_params["token"])[:100], form.get("new", ""))
    except InvalidInput as error:
        errors = {"new" if name == "password" else name: text for name, text in error.fields.items()}
        return render(request, "guanxi/choose_password.html", status=422, errors=errors)
    return go_to(request, "/sign-in", _("Your password was saved. Sign in with it now."))
