"""Template and data to HTML, for templates that users may edit.

Jinja2's sandbox keeps templates from Python's internals; what is added here is an allow-list of filters,
globals and callables, and caps on the operators that make much out of little. Time and memory are the
child's limits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from guanxi.documents.errors import DocumentRefused, DocumentTooLarge

MAX_SOURCE = 200_000
MAX_HTML = 2_000_000
MAX_REPEAT = 10_000
MAX_INT_BITS = 256

_SURROGATE = re.compile("[\ud800-\udfff]")
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")

FILTERS = """
abs capitalize count d default dictsort e escape first forceescape groupby int items join last length list
lower map max min reject rejectattr replace reverse safe select selectattr sort string striptags sum title
trim truncate unique upper urlencode wordcount
"""
STRING_METHODS = """
capitalize count endswith find isdigit lower lstrip partition removeprefix removesuffix rpartition rstrip
split splitlines startswith strip title upper
"""
GLOBALS = frozenset({"dict", "namespace"})
METHODS: dict[type, frozenset[str]] = {
    dict: frozenset({"get", "items", "keys", "values"}),
    str: frozenset(STRING_METHODS.split()),
    LoopContext: frozenset({"changed", "cycle"}),
}


def _multiply(left: Any, right: Any) -> Any:
    for many, times in ((left, right), (right, left)):
        if isinstance(many, str | list | tuple) and isinstance(times, int) and len(many) * times > MAX_REPEAT:
            raise SecurityError("the result of * is too long")
    _check_ints(left, right)
    return left * right


def _power(left: Any, right: Any) -> Any:
    if not isinstance(left, int) or not isinstance(right, int) or not 0 <= right <= 64:
        raise SecurityError("** takes integers and an exponent of at most 64")
    _check_ints(left)
    return left**right


def _modulo(left: Any, right: Any) -> Any:
    if not isinstance(left, int):
        raise SecurityError("% takes integers")
    return left % right


def _check_ints(*values: Any) -> None:
    if any(isinstance(value, int) and value.bit_length() > MAX_INT_BITS for value in values):
        raise SecurityError("the number is too large")


class Placeholder:
    """A function of ours that templates may call. It has nothing else that they could reach."""

    __slots__ = ("_put",)

    def __init__(self, put: Callable[[object], str]) -> None:
        self._put = put

    def __call__(self, name: object) -> str:
        return self._put(name)


class TemplateSandbox(ImmutableSandboxedEnvironment):
    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, *, autoescape: bool = True) -> None:
        super().__init__(autoescape=autoescape, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        self.filters = {name: self.filters[name] for name in FILTERS.split()}
        self.globals = {name: self.globals[name] for name in GLOBALS}
        self.binop_table |= {"*": _multiply, "**": _power, "%": _modulo}

    def is_safe_callable(self, obj: Any) -> bool:
        if isinstance(obj, Macro | LoopContext | BlockReference | Placeholder) or obj is dict or obj is Namespace:
            return True
        if not isinstance(obj, MethodType | BuiltinMethodType):
            return False
        return any(isinstance(obj.__self__, kind) and obj.__name__ in METHODS[kind] for kind in METHODS)


SANDBOX = TemplateSandbox()


@lru_cache(maxsize=32)
def _compile(source: str) -> Template:
    return SANDBOX.from_string(source)


def expand(source: str, data: dict[str, Any]) -> str:
    """The HTML of a template.

    Raises DocumentTooLarge, or DocumentRefused with the template's line.
    """
    if len(source) > MAX_SOURCE:
        raise DocumentTooLarge("template_size")
    return _guard(lambda: _generate(source, data))


def _generate(source: str, data: dict[str, Any]) -> str:
    chunks: list[str] = []
    size = 0
    stream = _compile(source).generate(data)
    for chunk in stream:
        size += len(chunk)
        if size > MAX_HTML:
            raise DocumentTooLarge("html_size")
        check_characters(stream, chunk)
        chunks.append(chunk)
    return "".join(chunks)


def check_characters(stream: Iterator[str], chunk: str) -> None:
    """Raises SecurityError, with the line of the template, for half a character, which no text can be written with."""
    if _SURROGATE.search(chunk):
        stream.throw(SecurityError("a character is not whole"))  # type: ignore[attr-defined]


def _guard(make: Callable[[], str]) -> str:
    try:
        return make()
    except (DocumentTooLarge, MemoryError):
        raise
    except TemplateSyntaxError as error:
        raise DocumentRefused("template", f"line {error.lineno}: {message_of(error)}") from None
    except RecursionError:
        raise DocumentRefused("nesting") from None
    except Exception as error:
        line = template_line(error)
        where = f"line {line}: " if line else ""
        raise DocumentRefused("template", f"{where}{message_of(error)}") from None


def template_line(error: BaseException) -> int:
    """Where the template was; 0 if the error does not come from one."""
    line, step = 0, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == "<template>":
            line = step.tb_lineno
        step = step.tb_next
    return line


def message_of(error: Exception) -> str:
    """In English, without the addresses of objects."""
    text = str(error.message or "") if isinstance(error, TemplateSyntaxError) else str(error)
    text = _SURROGATE.sub("\ufffd", _ADDRESS.sub("", text))
    return text[:200] or type(error).__name__
