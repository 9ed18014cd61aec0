"""What is erased with a person."""

from __future__ import annotations

from guanxi.context import Company
from guanxi.db import fetch_row
from guanxi.desk.traces import erase_mails
from guanxi.mail import send_mail
from guanxi.records import files_of


async def test_erased_mails_lose_their_texts_and_their_files(in_shop: Company) -> None:
    files = {"statement.pdf": b"%PDF-1.7"}
    data = {"name": "Li", "company": "Demo", "link": "x", "hours": 2}
    gone = await send_mail("li@example.com", "guanxi/password_link", data, locale="en", files=files)
    kept = await send_mail("wang@example.com", "guanxi/password_link", data, locale="en", files=files)
    await erase_mails(["LI@example.com"])
    row = await fetch_row('SELECT "to", subject, text, state FROM guanxi_mail WHERE id = $1', gone)
    assert row is not None
    assert (row["to"], row["subject"], row["text"]) == ("", "***", "")
    assert await files_of("guanxi/mails", gone) == []
    assert len(await files_of("guanxi/mails", kept)) == 1
