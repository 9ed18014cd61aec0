"""The kinds of field that a company can add."""

from __future__ import annotations

from guanxi.declare.labels import Choice
from guanxi.i18n import _


class CustomKind(Choice):
    """The values are those of `declare.fields.Kind`."""

    TEXT = "text", _("Text")
    MULTILINE = "multiline", _("Text of several lines")
    INTEGER = "integer", _("Whole number")
    DECIMAL = "decimal", _("Decimal number")
    BOOLEAN = "boolean", _("Yes or no")
    DATE = "date", _("Date")
    CHOICE = "choice", _("Choice")
    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("Phone")
    URL = "url", _("Web address")


COLUMN_TYPES = {
    CustomKind.TEXT: "varchar(200)",
    CustomKind.MULTILINE: "text",
    CustomKind.INTEGER: "bigint",
    CustomKind.DECIMAL: "numeric(18,6)",
    CustomKind.BOOLEAN: "boolean",
    CustomKind.DATE: "date",
    CustomKind.CHOICE: "varchar(60)",
    CustomKind.EMAIL: "varchar(254)",
    CustomKind.PHONE: "varchar(30)",
    CustomKind.URL: "varchar(500)",
}
UNSORTED = frozenset({CustomKind.MULTILINE})
"""kinds that lists neither sort nor filter by"""
