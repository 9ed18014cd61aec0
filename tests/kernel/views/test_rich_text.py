from __future__ import annotations

import pytest

from guanxi.views.rich_text import linked


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("See /crm_core/customers/12 and https://a.example/x.", ["/crm_core/customers/12", "https://a.example/x"]),
        ("见：/crm_core/web_form_entries/3", ["/crm_core/web_form_entries/3"]),
        ("50 km/h, 1/2/3, a/crm_core/customers/1, //evil.example/a/1", []),
        ("/crm_core/customers/1/delete /crm_core/customers/x /sign-out", []),
        ("<b>/crm_core/customers/1", []),
    ],
)
def test_addresses_of_pages_and_records_are_links(text: str, addresses: list[str]) -> None:
    html = linked(text)
    assert [part.partition('"')[0] for part in html.split('<a href="')[1:]] == addresses
    assert "<b>" not in html
