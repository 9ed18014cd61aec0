"""The home page, and arranging its cards."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guanxi.views.home import arrange, home
from guanxi.web.flash import go_to
from guanxi.web.pages.greeting import greeting
from guanxi.web.state import form_of, state_of
from guanxi.web.templating import render

ARRANGING = "/?arrange=1"


async def show(request: Request) -> Response:
    """GET /, and GET /?arrange=1 with the buttons to arrange the cards."""
    arranging = request.query_params.get("arrange") == "1"
    page = await home(state_of(request).unread, arranging=arranging)
    return render(request, "guanxi/home.html", page=page, arranging=arranging, greeting=await greeting())


async def change(request: Request) -> Response:
    """POST /home: `do`, and the `card` that it is about or the new `order` of all."""
    form = await form_of(request)
    said = await arrange(form.get("do", ""), form.get("card", ""), form.get("order", ""))
    return go_to(request, ARRANGING, said)
