"""Values as people read them, in the current locale and the company's time zone."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from guanxi.context import current_company
from guanxi.declare.fields import Kind
from guanxi.i18n import _, current_locale, listed
from guanxi.money import format_money, plain_amount
from guanxi.records.shape import Shape

NUMERIC = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.MONEY})
_MINUTES = {"en": "MMM d, y, h:mm a", "zh_CN": "y年M月d日 HH:mm"}
YES, NO = _("Yes"), _("No")


@lru_cache(maxsize=4096)
def _date(value: date, locale: str) -> str:
    return format_date(value, "medium", locale=locale)


@lru_cache(maxsize=4096)
def _datetime(value: datetime, zone: ZoneInfo, locale: str) -> str:
    return format_datetime(value, _MINUTES.get(locale, "medium"), zone, locale)


@lru_cache(maxsize=4096)
def _money(minor: int, currency: str, locale: str) -> str:
    return format_money(minor, currency, locale)


def show_date(value: date) -> str:
    return _date(value, current_locale())


def show_datetime(value: datetime) -> str:
    return _datetime(value.replace(second=0, microsecond=0), current_company().zone, current_locale())


def show_money(minor: int, currency: str | None = None) -> str:
    return _money(minor, currency or current_company().currency, current_locale())


def show_number(value: int | Decimal) -> str:
    return format_decimal(value, format="#,##0.############", locale=current_locale(), decimal_quantization=False)


def show(shape: Shape, value: Any, currency: str | None = None) -> str:
    """`value`, as the gateway reads it, as text for people; empty for None."""
    if value is None or value == "":
        return ""
    match shape.kind:
        case Kind.MONEY:
            return show_money(value, currency)
        case Kind.DATETIME:
            return show_datetime(value)
        case Kind.DATE:
            return show_date(value)
        case Kind.DECIMAL:
            return show_number(value)
        case Kind.INTEGER:
            return show_number(value)
        case Kind.BOOLEAN:
            return str(YES if value else NO)
        case Kind.CHOICE:
            return choice_label(shape, value)
        case Kind.RELATION:
            return str(value["label"])
        case Kind.TAGS:
            return listed(value)
    return str(value)


def show_size(size: int) -> str:
    """Bytes as B, KB or MB of 1,024."""
    if size < 1024:
        return f"{show_number(size)} B"
    amount, unit = (size / 1024, "KB") if size < 1024 * 1024 else (size / 1024**2, "MB")
    digits = 1 if amount < 10 else 0
    return f"{show_number(Decimal(f'{amount:.{digits}f}'))} {unit}"


def choice_label(shape: Shape, value: Any) -> str:
    for choice in shape.choices or ():
        if choice == value:
            return str(choice.label)
    return str(value)


def typed(shape: Shape, value: Any, currency: str | None = None) -> str:
    """`value` as an input of a form holds it, and as `parse_text` reads it back."""
    if value is None:
        return ""
    match shape.kind:
        case Kind.MONEY:
            return plain_amount(value, currency or current_company().currency)
        case Kind.DATETIME:
            return str(value.astimezone(current_company().zone).strftime("%Y-%m-%dT%H:%M"))
        case Kind.DECIMAL:
            return f"{value.normalize():f}"
        case Kind.BOOLEAN:
            return "1" if value else ""
        case Kind.RELATION:
            return str(value["id"])
        case Kind.TAGS:
            return ", ".join(value)
    return str(value)
