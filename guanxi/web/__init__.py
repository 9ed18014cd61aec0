"""The web server: pages, middleware, templates and static files."""

from guanxi.web.app import create_app
from guanxi.web.templating import render

__all__ = ["create_app", "render"]
