"""The home page: the cards of all enabled add-ons."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guanxi.context import current_company, may
from guanxi.declare.extensions import HOME_CARDS
from guanxi.web.pages.greeting import greeting
from guanxi.web.templating import render


async def show(request: Request) -> Response:
    cards = []
    for card in sorted(current_company().catalog.extensions(HOME_CARDS), key=lambda card: card.order):
        if may(card.access):
            data = await card.load()
            if data.figures or data.table is not None or data.empty is not None:
                cards.append((card, data))
    return render(request, "guanxi/home.html", cards=cards, greeting=await greeting())
