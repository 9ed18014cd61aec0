"""Texts that users write as templates, to paragraphs: plain text, no HTML. Runs in the child process only.

Each is stopped by limits, and an error says where: `zh, line 3, clause payment, line 2: …`.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from types import FrameType
from typing import Any

from jinja2 import Template, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from guanxi.documents.errors import DocumentRefused
from guanxi.documents.messages import UserText
from guanxi.documents.sandbox import (
    MAX_SOURCE,
    Placeholder,
    TemplateSandbox,
    check_characters,
    message_of,
    template_line,
)

CPU_SECONDS = 2.0
"""for all texts of one document"""
MAX_TEXT = 100_000
MAX_PARAGRAPHS = 1_000
MAX_CLAUSES_DEEP = 5

TEXT_SANDBOX = TemplateSandbox(autoescape=False)


class TextFault(Exception):
    """`reason` is a key of REASONS, `place` where it happened, from the outside in."""

    def __init__(self, reason: str, place: str, message: str = "") -> None:
        super().__init__(message)
        self.reason = reason
        self.place = place
        self.message = message


class TooSlow(Exception):
    """The time is up; raised by a signal, wherever the template is."""


class TooLong(Exception):
    """The text has grown beyond MAX_TEXT."""


def expand_texts(texts: Mapping[str, UserText]) -> dict[str, list[str]]:
    """The paragraphs of each text: its lines without the empty ones. Raises DocumentRefused."""
    try:
        with _cpu_limit(CPU_SECONDS):
            return {name: _paragraphs(name, text) for name, text in texts.items()}
    except TextFault as fault:
        detail = f"{fault.place}: {fault.message}" if fault.message else fault.place
        raise DocumentRefused(fault.reason, detail) from None
    except TooSlow:  # between two texts
        raise DocumentRefused("endless") from None


def _paragraphs(name: str, text: UserText) -> list[str]:
    lines = (line.strip() for line in _Expansion(text).run(text.source, name).splitlines())
    found = [line for line in lines if line]
    if len(found) > MAX_PARAGRAPHS:
        raise TextFault("text_size", name)
    return found


class _Expansion:
    """One text with its clauses; what all of them write is counted together."""

    def __init__(self, text: UserText) -> None:
        self._clauses = text.clauses
        self._context: dict[str, Any] = text.data | {"clause": Placeholder(self._clause)}
        self._size = 0
        self._depth = 0

    def run(self, source: str, place: str) -> str:
        if len(source) > MAX_SOURCE:
            raise TextFault("template_size", place)
        try:
            return self._generate(_compile(source))
        except TextFault as fault:  # of a clause
            raise TextFault(fault.reason, f"{_at(place, fault)}, {fault.place}", fault.message) from None
        except TemplateSyntaxError as error:
            raise TextFault("template", f"{place}, line {error.lineno}", message_of(error)) from None
        except TooSlow as error:
            raise TextFault("endless", _at(place, error)) from None
        except TooLong as error:
            raise TextFault("text_size", _at(place, error)) from None
        except MemoryError as error:
            raise TextFault("memory", _at(place, error)) from None
        except RecursionError as error:
            raise TextFault("nesting", _at(place, error)) from None
        except Exception as error:
            raise TextFault("template", _at(place, error), message_of(error)) from None

    def _generate(self, template: Template) -> str:
        chunks: list[str] = []
        stream = template.generate(self._context)
        for chunk in stream:
            self._size += len(chunk)
            if self._size > MAX_TEXT:
                stream.throw(TooLong())  # type: ignore[attr-defined]  # so that its traceback has the line
            check_characters(stream, chunk)
            chunks.append(chunk)
        return "".join(chunks)

    def _clause(self, code: object) -> str:
        """What `{{ clause("payment") }}` stands for."""
        source = self._clauses.get(code) if isinstance(code, str) else None
        if source is None:
            raise SecurityError(f"there is no published clause {str(code)[:40]!r} whose code stands in the text")
        if self._depth >= MAX_CLAUSES_DEEP:
            raise SecurityError("clauses are nested too deeply")
        self._depth += 1
        text, before = "", self._size
        try:
            text = self.run(source, f"clause {code}")
        finally:
            self._depth -= 1
        self._size = before  # it is counted where it is written
        return text


@lru_cache(maxsize=64)
def _compile(source: str) -> Template:
    return TEXT_SANDBOX.from_string(source)


def _at(place: str, error: BaseException) -> str:
    line = template_line(error)
    return f"{place}, line {line}" if line else place


@contextmanager
def _cpu_limit(seconds: float) -> Iterator[None]:
    """Raises TooSlow inside the block after so much processor time, and again should something swallow it."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooSlow

    former = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)
