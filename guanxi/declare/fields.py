"""Fields as people meet them: on lists, forms, in the API, in imports and as the input of an action.

A field of a record says only what its model does not: the kind, the length, the choices and whether it is
required come from the Tortoise field of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from guanxi.declare.access import Permission
from guanxi.declare.labels import Choice
from guanxi.declare.where import Condition
from guanxi.i18n import Text

CUSTOM_NAME = re.compile(r"x_[a-z0-9][a-z0-9_]{0,36}", re.ASCII)
"""names, and columns, of fields that a company adds"""


class Kind(StrEnum):
    TEXT = "text"
    MULTILINE = "multiline"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    INTEGER = "integer"
    DECIMAL = "decimal"
    """exact decimal numbers such as quantities; strings in JSON"""
    MONEY = "money"
    """integer minor units; `Field.currency` names the field with the currency code"""
    CURRENCY = "currency"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"
    CHOICE = "choice"
    RELATION = "relation"
    """a foreign key; `Field.to` names the resource, `crm_core/customers`"""
    TAGS = "tags"
    """several short texts, a JSON array; lists filter by one of them, many records get or lose one at once"""
    JSON = "json"
    """structured data, read-only on screens"""


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    name: str
    label: Text
    kind: Kind | None = None
    """None: from the model"""
    required: bool | None = None
    """None: from the model: not null and no default"""
    readonly: bool = False
    """set by the program only, never from input"""
    fixed: bool = False
    """taken when the record is created, never changed by input afterwards"""
    read: Permission | None = None
    """needed to see it, beside the resource's own; without it the field does not exist for that user"""
    write: Permission | None = None
    """needed to set it, beside the resource's own"""
    mask: Permission | None = None
    """of texts: who lacks it sees the value covered, `138****8000`, and cannot look for it; a new one they may give"""
    to: str | None = None
    among: Callable[[], Condition] | None = None
    """RELATION: which of the records are offered to choose from; a `prepare` hook refuses the others"""
    choices: type[Choice] | None = None
    offers: Callable[[], Awaitable[Sequence[str]]] | None = None
    """TEXT, DECIMAL: what the input proposes while one types; any other value is taken, too"""
    currency: str | None = None
    """MONEY: a field of this record (`currency`), a code (`=CNY`), or through a relation (`contract.currency`):
    amounts that people type may follow just the relation of a line to its record"""
    max_length: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    search: bool = False
    """the search box looks into it (wants a trigram index), or into the record that a relation points to"""
    sort: bool = False
    """lists may be sorted by it; wants an index"""
    filter: bool = False
    """lists may be filtered by it; choices, relations, booleans and dates also group them and make boards"""
    measure: bool = False
    """INTEGER, DECIMAL, MONEY: summed in groups, on boards and in pivots"""
    help: Text | None = None
    secret: bool = False
    """write-only: never shown, never in the audit log"""
    default: Callable[[], Any] | None = None
    """for inputs and new forms, where the model has none"""
    decimals: int | None = None
    """DECIMAL: places after the point, where no model says it"""
    custom: bool = False
    """added by the company: a column of its own tables that no model knows"""
