"""Finds the texts marked by `_()` in Python files and Jinja templates."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from guanxi.errors import ConfigurationError
from guanxi.i18n import _

_TEMPLATES = Environment(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"], autoescape=True)
_TEMPLATE_SUFFIXES = (".html", ".txt", ".svg")


class UnreadableText(ConfigurationError):
    """A text that is put together at run time cannot be translated: pass parameters instead."""

    code = "unreadable_text"
    message = _("{path}:{line}: {cause}")


@dataclass(frozen=True, slots=True, order=True)
class Message:
    text: str
    context: str = ""
    """empty where the text has none"""

    @property
    def key(self) -> tuple[str | None, str]:
        return self.context or None, self.text


def messages_in(folder: Path) -> dict[Message, str]:
    """The texts of an add-on, or of the kernel, with the first place of each. Raises UnreadableText."""
    found: dict[Message, str] = {}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if "skeleton" in relative.parts or "migrations" in relative.parts:
            continue
        if path.suffix == ".py":
            texts = _in_python(path)
        elif path.suffix in _TEMPLATE_SUFFIXES and "templates" in relative.parts:
            texts = _in_template(path)
        else:
            continue
        for message, line in texts:
            found.setdefault(message, f"{folder.name}/{relative}:{line}")
    return found


def _in_python(path: Path) -> Iterator[tuple[Message, int]]:
    for node in ast.walk(ast.parse(path.read_bytes(), str(path))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            arguments = [*node.args[:2], *(k.value for k in node.keywords if k.arg == "context")]
            texts = [item.value if isinstance(item, ast.Constant) else None for item in arguments]
            yield _message(texts, path, node.lineno), node.lineno


def _in_template(path: Path) -> Iterator[tuple[Message, int]]:
    try:
        template = _TEMPLATES.parse(path.read_text("utf-8"))
    except TemplateSyntaxError as error:
        raise UnreadableText(path=str(path), line=error.lineno, cause=error.message) from error
    for node in template.find_all(nodes.Call):
        if isinstance(node.node, nodes.Name) and node.node.name == "_":
            arguments = [*node.args[:2], *(k.value for k in node.kwargs if k.key == "context")]
            texts = [item.value if isinstance(item, nodes.Const) else None for item in arguments]
            yield _message(texts, path, node.lineno), node.lineno


def _message(arguments: Sequence[object], path: Path, line: int) -> Message:
    """`arguments`: the text and perhaps its context; what is no literal is None."""
    if not arguments or len(arguments) > 2 or not all(isinstance(text, str) for text in arguments):
        raise UnreadableText(path=str(path), line=line, cause="_() takes literal texts only")
    return Message(*map(str, arguments))
