"""A notice as a letter: a PDF, printed once by a job and kept with the notice, the same bytes ever after."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Literal

from crm_collection.choices import Channel
from crm_collection.dunning_models import Notice
from crm_collection.texts import late_text, sums
from crm_core.services import customer_address
from guanxi import (
    Document,
    Job,
    PdfJob,
    Run,
    _,
    current_company,
    elevated,
    fetch,
    files_of,
    format_money,
    lock,
    read_blob,
    render_pdf,
    store_file,
    translate,
)

KEY = "crm_collection/notices"
_TEMPLATE = Path(__file__).parent / "templates" / "crm_collection" / "letter.html"
_LABELS = {
    "installment": _("Installment"),
    "due": _("Due"),
    "outstanding": _("Outstanding"),
    "interest": _("Late interest"),
    "fee": _("Dunning fee"),
    "total": _("In total"),
}


async def build_letter(notice: Notice, language: str) -> PdfJob:
    """In the language in which it was written, whatever is asked for."""
    locale = notice.locale
    tag: Literal["zh-CN", "en"] = "en" if locale == "en" else "zh-CN"
    address = await customer_address(notice.customer_id)
    rows = await fetch("SELECT * FROM crm_collection_step WHERE notice_id = $1 ORDER BY id", notice.id)
    return PdfJob(
        template=_TEMPLATE.read_text("utf-8"),
        data={
            "company": current_company().title,
            "customer": address.name,
            "address": " ".join(filter(None, (address.postcode, address.city, address.address))),
            "number": notice.number,
            "date": str(notice.run_on),
            "subject": notice.subject,
            "text": notice.text.splitlines(),
            "items": [_item(row, notice.run_on, locale) for row in rows],
            "total": sums([(r["currency"], r["outstanding"] + r["interest"] + r["fee"]) for r in rows], locale),
            "t": {name: translate(label, locale) for name, label in _LABELS.items()},
        },
        title=f"{notice.subject} {notice.number}",
        language=tag,
        created=datetime.combine(notice.run_on, time(), UTC),
    )


def _item(row: Any, day: Any, locale: str) -> dict[str, str]:
    def money(amount: int) -> str:
        return format_money(amount, row["currency"], locale) if amount else ""

    return {
        "number": row["number"],
        "due": late_text(row["due_on"], day, locale),
        "outstanding": money(row["outstanding"]),
        "interest": money(row["interest"]),
        "fee": money(row["fee"]),
    }


async def _kept(notice: Notice, language: str) -> bytes | None:
    for file in await files_of(KEY, notice.id):
        if file.name == f"{notice.number}.pdf":
            return await read_blob(file.sha256)
    return None


async def keep_letter(run: Run) -> None:
    """Prints it, unless it is there already."""
    with elevated():
        notice = await lock(Notice, run.payload["notice"])
    if await _kept(notice, notice.locale) is None:
        content = await render_pdf(await build_letter(notice, notice.locale))
        await store_file(KEY, notice.id, f"{notice.number}.pdf", content)


KEEP_LETTER = Job(name="crm_collection.keep_letter", title=_("Print a dunning letter"), run=keep_letter)
LETTER = Document(
    name="letter",
    label=_("Letter"),
    build=build_letter,
    kept=_kept,
    when=lambda notice: notice.channel == Channel.LETTER,
)
