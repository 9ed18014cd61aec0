"""Templates of mails: plain text, the subject as first line, texts in the receiver's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, Template

from guanxi.context import current_company
from guanxi.i18n import Text, use_locale

_NAME = re.compile(r"([a-z][a-z0-9_]*)/([a-z][a-z0-9_]*)", re.ASCII)
_KERNEL = Path(__file__).resolve().parent.parent / "web" / "templates"


def _translate(message: str, context: str | None = None, **params: Any) -> str:
    return str(Text(message, params, context))


_environment = Environment(undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True)
_environment.globals["_"] = _translate


@dataclass(frozen=True, slots=True)
class MailTemplate:
    subject: Template
    body: Template


@lru_cache(maxsize=200)
def _load(path: Path) -> MailTemplate:
    subject, _newline, body = path.read_text("utf-8").partition("\n")
    return MailTemplate(_environment.from_string(subject), _environment.from_string(body.lstrip("\n")))


def template_path(template: str) -> Path:
    """`crm_loyalty/expiry` lies in `templates/crm_loyalty/mail/expiry.txt` of its add-on's folder."""
    found = _NAME.fullmatch(template)
    if not found:
        raise LookupError(f"a mail template is named <add-on>/<name>, not {template!r}")
    addon, name = found.groups()
    if addon == "guanxi":
        return _KERNEL / "guanxi" / "mail" / f"{name}.txt"
    for offer in current_company().catalog.offers:
        if offer.addon == addon:
            return offer.folder / "templates" / addon / "mail" / f"{name}.txt"
    raise LookupError(f"mail template {template!r}: {addon} is not enabled")


def render_mail(template: str, data: Mapping[str, Any], locale: str) -> tuple[str, str]:
    """Subject and text. What is missing in `data` is an error of the program (jinja2.UndefinedError)."""
    loaded = _load(template_path(template))
    with use_locale(locale):
        subject = loaded.subject.render(data).strip(" ")
        body = loaded.body.render(data)
    return subject, body.strip("\n") + "\n"
