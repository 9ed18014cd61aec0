"""Texts of users: what they become, and errors that say where."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from guanxi.documents import DocumentRefused, PdfPool, UserText

from .samples import small

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def pool() -> AsyncIterator[PdfPool]:
    pool = PdfPool()
    yield pool
    await pool.close()


def text(source: str, clauses: dict[str, str] | None = None, **data: Any) -> UserText:
    return UserText(source=source, data=data, clauses=clauses or {})


async def test_paragraphs_clauses_conditions_and_names_that_are_no_templates(pool: PdfPool) -> None:
    source = (
        "# Payment\n\n{{ clause('pay') }}\n{% if gifts %}\nGifts: {{ gifts|join('; ') }}\n{% endif %}\n"
        "  Signed by <{{ name }}>.  "
    )
    clauses = {"pay": "{{ name }} pays.\n{{ clause('late') }}", "late": "Late: 0.05 %."}
    made = await pool.expand({"en": text(source, clauses, name="{{ 7*7 }}", gifts=["a", "b"]), "zh": text("")})
    assert made == {
        "en": ["# Payment", "{{ 7*7 }} pays.", "Late: 0.05 %.", "Gifts: a; b", "Signed by <{{ 7*7 }}>."],
        "zh": [],
    }


async def test_a_document_finds_the_paragraphs(pool: PdfPool) -> None:
    job = small("{% for line in texts.zh %}<p>{{ line }}{% endfor %}", texts={"zh": text("<b>\n{{ n + 1 }}", n=1)})
    assert (await pool.render(job)).startswith(b"%PDF")


LOOP = "{% for a in many %}" * 6 + "{% endfor %}" * 6
FAULTS = {
    "missing": ("a\n{{ customer.nam }}", "template", "zh, line 2: 'dict object' has no attribute 'nam'"),
    "syntax": ("a\nb\n{% if %}", "template", "zh, line 3: "),
    "clause": ("a\n{{ clause('broken') }}", "template", "zh, line 2, clause broken, line 3: "),
    "no clause": ("{{ clause('none') }}", "template", "zh, line 1: there is no published clause 'none'"),
    "no code": ("{{ clause(customer) }}", "template", "zh, line 1: there is no published clause"),
    "in circles": ("{{ clause('ring') }}", "template", "zh, line 1, clause ring, line 1"),
    "endless": (f"a\n{LOOP}", "endless", "zh, line 2"),
    "endless clause": ("{{ clause('slow') }}", "endless", "zh, line 1, clause slow, line 2"),
    "swelling": (
        "a\n\n{% for a in many %}{% for b in many %}{{ long }}{% endfor %}{% endfor %}",
        "text_size",
        "zh, line 3",
    ),
    "lines": ("{% for a in many %}{% for b in many %}x\n{% endfor %}{% endfor %}", "text_size", "zh"),
    "doubling": ("{% set s = namespace(t='x') %}\n" + "{% set s.t = s.t ~ s.t %}" * 40, "memory", "zh, line 2"),
    "source": ("x" * 200_001, "template_size", "zh"),
    "class": ("{{ ''.__class__ }}", "template", "zh, line 1: "),
    "function": ("{{ clause.__call__ }}{{ clause._put }}", "template", "zh, line 1: "),
    "globals": ("{{ clause.__init__.__globals__ }}", "template", "zh, line 1: "),
    "half a character": ("a\n{{ customer.name ~ '\\ud800' }}", "template", "zh, line 2: "),
    "half of a clause": ("{{ clause('half') }}", "template", "zh, line 1, clause half, line 1: "),
    "half an attribute": ("{{ customer['\\ud800'] }}", "template", "zh, line 1: 'dict object' has no attribute"),
    "half a code": ("{{ clause('\\ud800') }}", "template", "zh, line 1: there is no published clause"),
    "file": ("{% include '/etc/passwd' %}", "template", "zh, line 1: "),
}
CLAUSES = {
    "broken": "ok\n\n{{ 1 / 0 }}",
    "ring": "{{ clause('ring') }}",
    "slow": f"ok\n{LOOP}",
    "half": "{{ '\\udfff' }}",
}
DATA: dict[str, Any] = {"customer": {"name": "春意"}, "many": list(range(100)), "long": "x" * 100}


@pytest.mark.parametrize("name", FAULTS)
async def test_an_error_says_where_and_comes_in_time(pool: PdfPool, name: str) -> None:
    source, reason, place = FAULTS[name]
    started = time.monotonic()
    with pytest.raises(DocumentRefused) as caught:
        await pool.expand({"zh": text(source, CLAUSES, **DATA)})
    assert (caught.value.status, caught.value.reason) == (422, reason)
    assert caught.value.detail.startswith(place)
    assert time.monotonic() - started < 15
    assert await pool.expand({"a": text("still there")}) == {"a": ["still there"]}


async def test_only_plain_data_gets_in(pool: PdfPool) -> None:
    with pytest.raises(DocumentRefused) as caught:
        await pool.expand({"zh": text("", total=1.5)})
    assert (caught.value.reason, caught.value.detail) == ("data", "zh.total is a float")
