"""The health of the installation, for people: what `/readyz` tells machines, and more."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guanxi.declare.labels import Tone
from guanxi.i18n import _
from guanxi.web.condition import findings
from guanxi.web.state import state_of
from guanxi.web.templating import render

WORDS = {
    Tone.OK: _("Well", context="state of a part"),
    Tone.WARN: _("Look at it", context="state of a part"),
    Tone.BAD: _("Trouble", context="state of a part"),
}


async def show(request: Request) -> Response:
    state = state_of(request)
    found = await findings(state.settings, state.directory.available)
    return render(request, "guanxi/health.html", findings=found, words=WORDS)
