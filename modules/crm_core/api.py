"""What the JSON API offers beside the resources."""

from __future__ import annotations

from typing import Any

import msgspec

from crm_core.choices import CustomerKind
from crm_core.duplicates import Duplicate, find_duplicates
from crm_core.permissions import CorePermission
from guanxi import Call, Endpoint, Field, Kind, _


class Duplicates(msgspec.Struct, frozen=True):
    duplicates: list[Duplicate]


async def _duplicates(call: Call[Any]) -> Duplicates:
    query = call.query

    def text(name: str) -> str:
        return str(query.get(name) or "")

    found = await find_duplicates(
        name=text("name"),
        phones=(text("phone"), text("mobile")),
        email=text("email"),
        tax_number=text("tax_number"),
        kind=text("kind") or CustomerKind.ORGANIZATION.value,
        country=text("country") or "CN",
        besides=query.get("besides") or 0,
    )
    return Duplicates(found)


def _text(name: str, label: Any, limit: int) -> Field:
    return Field(name, label, kind=Kind.TEXT, required=False, max_length=limit)


ENDPOINTS = (
    Endpoint(
        path="/duplicates",
        method="GET",
        handler=_duplicates,
        access=CorePermission.CREATE,
        summary=_("Customers that are there already, or look like it"),
        output=Duplicates,
        query=(
            _text("name", _("Full name"), 200),
            _text("phone", _("Phone"), 30),
            _text("mobile", _("Mobile"), 30),
            _text("email", _("E-mail"), 254),
            _text("tax_number", _("Tax number", "customer"), 30),
            _text("country", _("Country"), 2),
            Field("kind", _("Kind"), kind=Kind.CHOICE, choices=CustomerKind, required=False),
            Field("besides", _("Leave out"), kind=Kind.RELATION, to="crm_core/customers", required=False),
        ),
    ),
)
