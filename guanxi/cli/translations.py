"""Whether all texts are translated, and the files for translators.

The kernel and every add-on have a catalogue for each locale but English. An add-on need not repeat what the
kernel translates.
"""

from __future__ import annotations

import io
import string
from collections.abc import Iterable
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from guanxi.cli.extraction import Message, UnreadableText, messages_in
from guanxi.i18n import DEFAULT_LOCALE, LOCALES, read_catalogue

Translations = dict[tuple[str | None, str], str]

TARGETS = tuple(locale for locale in LOCALES if locale != DEFAULT_LOCALE)
_HEADER = """msgid ""
msgstr ""
"Content-Transfer-Encoding: 8bit\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"

"""


def catalogue_path(folder: Path, locale: str) -> Path:
    return folder / "locale" / locale / "LC_MESSAGES" / "messages.po"


def read_translations(folder: Path, locale: str) -> Translations:
    path = catalogue_path(folder, locale)
    return read_catalogue(path, locale) if path.is_file() else {}


def translation_problems(folders: Iterable[Path]) -> list[str]:
    """One sentence for each text not, or not rightly, translated; the first of `folders` is the kernel."""
    folders = list(folders)
    problems: list[str] = []
    for locale in TARGETS:
        shared = read_translations(folders[0], locale)
        merged: dict[tuple[str | None, str], tuple[str, str]] = {}
        for folder in folders:
            own = read_translations(folder, locale)
            try:
                messages = messages_in(folder)
            except UnreadableText as error:
                problems.append(str(error))
                continue
            problems += _untranslated(messages, shared | own, locale)
            problems += _contradictions(folder.name, own, merged, locale)
    return problems


def _untranslated(messages: dict[Message, str], known: Translations, locale: str) -> list[str]:
    problems = []
    for message, place in messages.items():
        translation = known.get(message.key)
        if translation is None:
            problems.append(f"{place}: no {locale} translation of {message.text!r}")
        elif (wanted := _placeholders(message.text)) != (found := _placeholders(translation)):
            problems.append(f"{place}: {message.text!r} has {wanted}, its {locale} translation {found}")
    return problems


def _contradictions(
    name: str, own: Translations, merged: dict[tuple[str | None, str], tuple[str, str]], locale: str
) -> list[str]:
    problems = []
    for key, translation in own.items():
        earlier, owner = merged.setdefault(key, (translation, name))
        if earlier != translation:
            text = f"{key[1]!r} is {earlier!r} in {owner} and {translation!r} in {name}"
            problems.append(f"{locale}: {text}; give one of them a context")
    return problems


def _placeholders(text: str) -> str:
    """`{amount}, {name}`: the names in order of the alphabet; a text that cannot be formatted has a fault."""
    try:
        names = {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return "a brace that does not match"
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "no placeholder"


def update_catalogue(
    folder: Path, locale: str, elsewhere: Translations, suggestions: Translations | None = None
) -> int:
    """Rewrites one catalogue without the texts that are gone; returns how many still lack a translation.

    `elsewhere` is what the kernel translates, empty for the kernel itself; `suggestions` are for new texts.
    """
    known = {**(suggestions or {}), **read_translations(folder, locale)}
    catalogue = Catalog(locale=locale)
    missing = 0
    for message in messages_in(folder):
        if message.key in elsewhere and known.get(message.key, elsewhere[message.key]) == elsewhere[message.key]:
            continue
        translation = known.get(message.key, "")
        missing += not translation
        catalogue.add(message.text, translation, context=message.context or None)
    body = io.BytesIO()
    write_po(body, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
    path = catalogue_path(folder, locale)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = _HEADER.format(locale=locale) + body.getvalue().decode("utf-8").strip("\n") + "\n"
    path.write_text(text, encoding="utf-8")
    return missing


@click.group("translations")
def command() -> None:
    """Collect the texts to translate."""


@command.command("update")
@click.argument("names", nargs=-1)
def update(names: tuple[str, ...]) -> None:
    """Renew the catalogues of the add-ons NAMES (and of `guanxi`), or of all."""
    from guanxi.addons.loader import discover
    from guanxi.settings import ROOT, read_settings

    kernel = ROOT / "guanxi"
    folders = [
        kernel,
        *(m.folder for m in discover((ROOT / "modules", *read_settings().addons_path)).values()),
    ]
    if unknown := set(names) - {folder.name for folder in folders}:
        raise click.UsageError(f"there is no add-on {', '.join(sorted(unknown))}")
    for folder in folders:
        for locale in TARGETS:
            if names and folder.name not in names:
                continue
            elsewhere = {} if folder == kernel else read_translations(kernel, locale)
            missing = update_catalogue(folder, locale, elsewhere)
            click.echo(f"{folder.name} {locale}: {missing or 'nothing'} to translate")
