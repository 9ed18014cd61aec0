"""Conditions on records: the one language of scopes, filters and searches, compiled to SQL by the gateway.

all_of(eq("stage", "lead"), any_of(eq("owner", 3), is_null("owner")))
related("customer", visible_customers())      # through a foreign key of this record
exists(ContractLine, "contract", eq("recurring", True))   # records that point to this one
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Operator = Literal["eq", "ne", "lt", "le", "gt", "ge", "in", "is_null", "contains", "starts", "has"]


@dataclass(frozen=True, slots=True)
class Compare:
    field: str
    operator: Operator
    value: Any


@dataclass(frozen=True, slots=True)
class AllOf:
    """True when every part is; with no parts, always."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when some part is; with no parts, never."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class NotThis:
    part: Condition


@dataclass(frozen=True, slots=True)
class Related:
    """The record that the foreign key `field` points to fulfills `condition`."""

    field: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class Exists:
    """Some record of `model` whose foreign key `field` points to this one fulfills `condition`."""

    model: type[Any]
    field: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class FoundBy:
    """One of the records that those of `model` which fulfill `condition` point to by `field`.

    Looked up before, a thousand at most: an index serves either side, also among other conditions of an `any_of`.
    """

    model: type[Any]
    field: str
    condition: Condition


Condition = Compare | AllOf | AnyOf | NotThis | Related | Exists | FoundBy

ALWAYS: Condition = AllOf(())
NEVER: Condition = AnyOf(())


def eq(field: str, value: Any) -> Condition:
    return Compare(field, "eq", value)


def ne(field: str, value: Any) -> Condition:
    return Compare(field, "ne", value)


def lt(field: str, value: Any) -> Condition:
    return Compare(field, "lt", value)


def le(field: str, value: Any) -> Condition:
    return Compare(field, "le", value)


def gt(field: str, value: Any) -> Condition:
    return Compare(field, "gt", value)


def ge(field: str, value: Any) -> Condition:
    return Compare(field, "ge", value)


def in_(field: str, values: list[Any]) -> Condition:
    return Compare(field, "in", values)


def is_null(field: str, null: bool = True) -> Condition:
    return Compare(field, "is_null", null)


def contains(field: str, text: str) -> Condition:
    """Ignores case."""
    return Compare(field, "contains", text)


def starts(field: str, text: str) -> Condition:
    """Ignores case."""
    return Compare(field, "starts", text)


def has(field: str, tag: str) -> Condition:
    """Whether a field of tags has this one, exactly."""
    return Compare(field, "has", tag)


def all_of(*parts: Condition) -> Condition:
    return parts[0] if len(parts) == 1 else AllOf(parts)


def any_of(*parts: Condition) -> Condition:
    return parts[0] if len(parts) == 1 else AnyOf(parts)


def not_(part: Condition) -> Condition:
    return NotThis(part)


def related(field: str, condition: Condition) -> Condition:
    return Related(field, condition)


def exists(model: type[Any], field: str, condition: Condition = ALWAYS) -> Condition:
    return Exists(model, field, condition)


def found_by(model: type[Any], field: str, condition: Condition) -> Condition:
    return FoundBy(model, field, condition)
