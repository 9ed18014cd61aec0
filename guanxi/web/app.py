"""The ASGI application for all companies: layers around one dispatcher."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from guanxi.company import Directory
from guanxi.documents.process_pool import close_process_pool
from guanxi.settings import Settings
from guanxi.web.body_limit import BodyLimit
from guanxi.web.dispatch import Dispatcher
from guanxi.web.failures import Failures
from guanxi.web.health import Health
from guanxi.web.hosts import CompanyByHost
from guanxi.web.identity import Identity, SameSite
from guanxi.web.live import Live
from guanxi.web.observe import Observe
from guanxi.web.state import KEY, WebState


def create_app(directory: Directory, settings: Settings) -> Entrance:
    """Serves every company of `directory`, which is open."""
    pages: ASGIApp = Failures(SameSite(Dispatcher()))
    companies: ASGIApp = CompanyByHost(Identity(pages), directory)
    health = Health(companies, directory, settings)
    served: ASGIApp = Failures(BodyLimit(health))
    return Entrance(Observe(served, secure=settings.secure_cookies), health, directory, settings)


class Entrance:
    """Answers the server's start and stop, and gives each request its state."""

    def __init__(self, app: ASGIApp, health: Health, directory: Directory, settings: Settings) -> None:
        self.app = app
        self.health = health
        self.directory = directory
        self.settings = settings
        self.live = Live(directory)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http":
            scope[KEY] = WebState(self.settings, self.directory, self.live)
            await self.app(scope, receive, send)

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.shutdown":
                await self.live.stop()
                await self.health.stop()
                await close_process_pool()
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return
