"""One value that cannot be taken."""

from __future__ import annotations

from guanxi.i18n import Text, _

REQUIRED = _("This field is required.")


class Wrong(Exception):
    """One value that cannot be taken, and why; collected into an InvalidInput by field."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.message)
