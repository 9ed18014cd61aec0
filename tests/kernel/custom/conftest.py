from tests.kernel.web.conftest import admin, app, browser, user_of

__all__ = ["admin", "app", "browser", "user_of"]
