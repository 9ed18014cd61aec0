"""Templates that try to get out, and what templates are for."""

from __future__ import annotations

import pytest

from guanxi.documents.errors import DocumentRefused, DocumentTooLarge
from guanxi.documents.sandbox import expand

ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ d.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ loop.__class__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'].system('id') }}",
    "{{ dict.mro() }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ ('{0.__class__}'|safe).format(1) }}",
    "{{ ['{0.__class__}']|map('format', 1)|list }}",
    "{{ d|map(attribute='__class__')|first }}",
    "{{ d.items.__self__ }}",
    "{{ d.clear() }}",
    "{{ d.update({'a': 1}) }}",
    "{{ many.append(1) }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends 'file:///etc/passwd' %}",
    "{{ config }}",
    "{{ missing }}",
    "{{ d.missing.deeper }}",
    "{{ 1 / 0 }}",
    "{% for x in d %}",
    "{{ (1).bit_length() }}",
    "{{ 'a'.encode() }}",
    "{{ '\\ud800' }}",
]
BOMBS = [
    "{{ 'a' * 10 ** 9 }}",
    "{{ 10 ** 9 * 'a' }}",
    "{{ [0] * 10 ** 9 }}",
    "{{ ('a'|safe) * 10 ** 9 }}",
    "{{ 10 ** 10000 }}",
    "{{ 10 ** 64 ** 64 ** 64 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '{:1000000000d}'.format(1) }}",
    "{{ '%1000000000d'|format(1) }}",
    "{{ 'a'.ljust(10 ** 9) }}",
    "{{ 'a'.center(10 ** 9) }}",
    "{{ 'a'|center(10 ** 9) }}",
    "{{ 'a'|indent(10 ** 9, true) }}",
    "{{ [1]|batch(10 ** 9, 0)|list }}",
    "{{ 1.5|round(10 ** 9, 'ceil') }}",
    "{{ lipsum(n=100000) }}",
    "{% for i in range(10 ** 9) %}{% for j in range(10 ** 9) %}{% endfor %}{% endfor %}",
    "{{ '\\t'.expandtabs(10 ** 9) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
]


@pytest.mark.parametrize("source", ESCAPES + BOMBS)
def test_hostile_template_is_refused(source: str) -> None:
    with pytest.raises(DocumentRefused) as caught:
        expand(source, {"d": {"a": "1"}, "many": [1, 2]})
    assert caught.value.reason in ("template", "nesting")


def test_error_names_the_line_of_the_template() -> None:
    with pytest.raises(DocumentRefused) as caught:
        expand("<p>\n{{ customer.name }}\n{{ customer.phone }}", {"customer": {"name": "Li"}})
    assert caught.value.detail.startswith("line 3: ")
    assert "phone" in caught.value.detail


def test_syntax_error_names_the_line() -> None:
    with pytest.raises(DocumentRefused, match="line 2: "):
        expand("<p>\n{% if %}", {})


def test_long_output_and_long_source_are_too_large() -> None:
    rows = "{% for i in many %}" * 3 + "{{ text }}" + "{% endfor %}" * 3
    with pytest.raises(DocumentTooLarge) as output:
        expand(rows, {"many": list(range(100)), "text": "x" * 100})
    with pytest.raises(DocumentTooLarge) as source:
        expand("x" * 200_001, {})
    assert (output.value.reason, source.value.reason) == ("html_size", "template_size")


def test_values_are_escaped_and_plain_templates_work() -> None:
    source = (
        "{% macro cell(x) %}<td>{{ x }}</td>{% endmacro %}"
        "{% set sum = namespace(n=0) %}"
        "{% for row in rows if row.show %}{{ cell(row.name) }}{% set sum.n = sum.n + row.n * 2 %}"
        "{{ loop.cycle('a', 'b') }}{{ loop.index }}{% else %}none{% endfor %}"
        "{{ sum.n }} {{ 7 % 4 }} {{ 2 ** 10 }} {{ 'ab' * 2 }} {{ text.upper() }} "
        "{{ text.split('<')|join('-') }}"
        "{% for key, value in extra.items() %} {{ key }}={{ value }}{% endfor %} {{ extra.get('z', '-') }}"
        "{{ html|safe }}{{ nothing|default('–', true) }}"
    )
    data = {
        "rows": [
            {"name": "<b>甲", "n": 2, "show": True},
            {"name": "x", "n": 5, "show": False},
            {"name": "乙", "n": 3, "show": True},
        ],
        "text": "a<b",
        "extra": {"k": 1},
        "html": "<i>ok</i>",
        "nothing": None,
    }
    assert expand(source, data) == ("<td>&lt;b&gt;甲</td>a1<td>乙</td>b210 3 1024 abab A&lt;B a-b k=1 -<i>ok</i>–")
