"""Texts in the user's language.

`_("Customer")` marks a text; it is translated when it is shown, in the locale of the task that shows it.
One gettext catalogue per add-on (`locale/<locale>/LC_MESSAGES/messages.po`), merged into one look-up:
a message that means two things takes a `context`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po

LOCALES = ("en", "zh_CN")
DEFAULT_LOCALE = "en"

_locale: ContextVar[str] = ContextVar("guanxi_locale", default=DEFAULT_LOCALE)
_catalogues: dict[str, dict[tuple[str | None, str], str]] = {}


@dataclass(frozen=True, slots=True)
class Text:
    """A translatable text with its parameters; `str(text)` is the text in the current locale."""

    message: str
    params: dict[str, Any] = field(default_factory=dict)
    context: str | None = None

    def __str__(self) -> str:
        return translate(self, _locale.get())

    def __hash__(self) -> int:
        return hash((self.message, self.context))

    def format(self, **params: Any) -> Text:
        """The same text with `params` filled in where it has `{name}`."""
        return Text(self.message, {**self.params, **params}, self.context)


def _(message: str, context: str | None = None, **params: Any) -> Text:
    return Text(message, params, context)


def translate(text: Text, locale: str) -> str:
    found = _catalogues.get(locale, {}).get((text.context, text.message), text.message)
    return found.format(**text.params) if text.params else found


def listed(items: Iterable[Any]) -> str:
    """The items with commas between them, as the current language writes them."""
    return str(_(", ", "between values")).join(map(str, items))


def current_locale() -> str:
    return _locale.get()


@contextmanager
def use_locale(locale: str) -> Iterator[None]:
    """Show texts in `locale` (one of LOCALES; anything else counts as English) inside the block."""
    token = _locale.set(locale if locale in LOCALES else DEFAULT_LOCALE)
    try:
        yield
    finally:
        _locale.reset(token)


def set_locale(locale: str) -> None:
    """Set the locale for the rest of the current task."""
    _locale.set(locale if locale in LOCALES else DEFAULT_LOCALE)


def read_catalogue(path: Path, locale: str) -> dict[tuple[str | None, str], str]:
    """The translated messages of one .po file, fuzzy ones left out."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=locale)
    return {
        (message.context, message.id): message.string
        for message in catalogue
        if isinstance(message.id, str) and message.id and isinstance(message.string, str)
        if message.string and not message.fuzzy
    }


def load_catalogues(folders: Iterable[Path]) -> None:
    """Read every `<folder>/<locale>/LC_MESSAGES/messages.po`; earlier folders win over later ones."""
    for folder in reversed(list(folders)):
        for locale in LOCALES:
            path = folder / locale / "LC_MESSAGES" / "messages.po"
            if path.is_file():
                _catalogues.setdefault(locale, {}).update(read_catalogue(path, locale))


def add_messages(locale: str, messages: dict[tuple[str | None, str], str]) -> None:
    """Translations that stand in no catalogue, by context and message."""
    _catalogues.setdefault(locale, {}).update(messages)


def best_locale(accept_language: str) -> str:
    """The first of LOCALES that an Accept-Language header asks for; English where it asks for none."""
    for part in accept_language.split(","):
        tag = part.partition(";")[0].strip().lower()
        if tag.startswith("zh"):
            return "zh_CN"
        if tag.startswith("en"):
            return "en"
    return DEFAULT_LOCALE


def language_tag(locale: str) -> str:
    """The BCP 47 tag for the `lang` attribute: `zh-CN` for `zh_CN`."""
    return locale.replace("_", "-")
