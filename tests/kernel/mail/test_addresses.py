from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from guanxi.errors import InvalidInput
from guanxi.mail.addresses import check_address, check_line


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("li.wei@example.com", "li.wei@example.com"),
        ("a+b_c'd@Mail.Example.COM", "a+b_c'd@mail.example.com"),
        ("sales@例子.中国", "sales@xn--fsqu00a.xn--fiqs8s"),
    ],
)
def test_an_address_comes_back_in_ascii(text: str, address: str) -> None:
    assert check_address(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nobody",
        "@example.com",
        "a@",
        "a@localhost",
        "a@b@example.com",
        "a b@example.com",
        "a@example.com\nBcc: x@example.com",
        "a@example.com\n",
        "a\r@example.com",
        "a@example.com,b@example.com",
        "A <a@example.com>",
        '"a b"@example.com',
        "a..b@example.com",
        ".a@example.com",
        "a@-example.com",
        "a@example..com",
        "a@127.0.0.1",
        "a@[127.0.0.1]",
        "李@example.com",
        "a@example.com>\r\nRCPT TO:<b@example.com",
        f"{'a' * 65}@example.com",
        f"a@{'b' * 64}.com",
        f"a@{'b.' * 130}com",
        "a\x00@example.com",
        "=?utf-8?q?a=0d=0aBcc=3ax?=@example.com",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        check_address(text)


@given(st.text(max_size=40))
def test_no_accepted_address_has_a_character_that_ends_a_command(text: str) -> None:
    try:
        address = check_address(f"{text}@example.com")
    except InvalidInput:
        return
    assert address.isascii()
    assert not set(address) & set('\r\n\t <>,;:"()[]\\\x00')


@pytest.mark.parametrize("text", ["a\nb", "a\rb", "a\x00b", "a\u2028b", "x" * 21])
def test_a_header_line_has_no_breaks(text: str) -> None:
    with pytest.raises(InvalidInput):
        check_line("subject", text, 20)


def test_a_header_line_may_be_chinese() -> None:
    assert check_line("subject", "您的合同　已到期", 20) == "您的合同　已到期"
