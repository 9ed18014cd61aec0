from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes

import pytest

from guanxi.mail.smtp import Attachment, Letter, build_message, parse_sender

HOSTILE = [
    "=?utf-8?q?a=0d=0aReply-To=3ax=40evil.example=0d=0a=0d=0aPay_there?=",
    "=?utf-8?b?YQ0KUmVwbHktVG86IHhAZXZpbC5leGFtcGxl?=",
    "李 =?utf-8?q?=0aReply-To=3ax?=",
    '"=?utf-8?q?a=0d=0aReply-To=3ax?=',
    "==??utf-8?q?a=0d=0aReply-To=3ax?=",
    "a" * 120 + " =?utf-8?q?a=0d=0aReply-To=3ax?=",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_an_encoded_word_stays_a_text(text: str) -> None:
    letter = Letter(
        sender=parse_sender("Guanxi <crm@example.com>"),
        to="li@example.com",
        to_name=text,
        subject=text,
        text="Good day.\n",
        html="",
        message_id="<1@example.com>",
        date=datetime(2026, 1, 15, tzinfo=UTC),
        files=(Attachment(f"{text}.pdf", "application/pdf", b"%PDF"),),
    )
    content = build_message(letter).as_bytes()
    sent = message_from_bytes(content)
    names = ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"]
    assert sorted(sent.keys()) == sorted(names)
    _whole, note, file = sent.walk()
    assert note.get_payload() == "Good day.\r\n"
    assert sorted(file.keys()) == [
        *("Content-Disposition", "Content-Transfer-Encoding", "Content-Type", "MIME-Version")
    ]
