"""What the documents of this add-on have in common: letterhead, parties, labels in one or both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from crm_receivables.e_invoice import EInvoice
from crm_receivables.parties import Party
from crm_receivables.places import place_of
from crm_receivables.settings import ReceivablesSettings
from guanxi import PdfJob, Text, settings_of, translate

_TEMPLATES = Path(__file__).parent / "templates" / "crm_receivables"
_PARTS = (_TEMPLATES / "document_parts.html").read_text("utf-8")


def locale_of(language: str) -> str:
    """For money and what is said once; `language` is zh_CN, en or both."""
    return "en" if language == "en" else "zh_CN"


def party(party: Party, locale: str) -> dict[str, str]:
    return {"name": party.name, "place": place_of(party, locale), "tax_number": party.tax_number}


def percent(rate: Decimal) -> str:
    return f"{rate.normalize():f}"


def tax_by_rate(lines: Iterable[Mapping[str, Any]], money: Callable[[int], str]) -> list[dict[str, str]]:
    """Of lines with `tax_rate`, `amount` (tax included) and `tax`: what each rate comes to, the highest first."""
    sums: dict[Decimal, tuple[int, int]] = {}
    for line in lines:
        gross, tax = sums.get(line["tax_rate"], (0, 0))
        sums[line["tax_rate"]] = gross + line["amount"], tax + line["tax"]
    return [
        {"rate": percent(rate), "net": money(gross - tax), "tax": money(tax), "gross": money(gross)}
        for rate, (gross, tax) in sorted(sums.items(), reverse=True)
    ]


def where_to_pay() -> list[str]:
    settings = settings_of(ReceivablesSettings)
    assert isinstance(settings, ReceivablesSettings)
    return settings.payment_details.splitlines()


def pdf_job(
    template: str,
    language: str,
    labels: Mapping[str, Text],
    data: Mapping[str, Any],
    *,
    subject: str,
    day: date,
    machine: EInvoice | None = None,
    assets: dict[str, bytes] | None = None,
) -> PdfJob:
    """`template` names a file beside document_parts.html; the title of the PDF is the label "title" and `subject`."""
    words = {name: _word(label, language) for name, label in labels.items()}
    return PdfJob(
        template=_PARTS + _TEMPLATES.joinpath(f"{template}.html").read_text("utf-8"),
        data={"t": words, **data},
        title=f"{words['title']['main']} {subject}",
        language="en" if language == "en" else "zh-CN",
        created=datetime.combine(day, time(), UTC),
        assets=assets or {},
        enclosures=machine.enclosures if machine else [],
        xmp=machine.xmp if machine else [],
        pdf_variant="pdf/a-3u",
    )


def _word(label: Text, language: str) -> dict[str, str]:
    """A label in its language, with the other one beneath where both are wanted."""
    if language == "both":
        return {"main": translate(label, "zh_CN"), "second": translate(label, "en")}
    return {"main": translate(label, language), "second": ""}
