"""Conditions compiled to SQL. Column names come from the models alone, values travel as parameters."""

from __future__ import annotations

from typing import Any

from tortoise.models import Model

from guanxi.declare.fields import CUSTOM_NAME
from guanxi.declare.where import AllOf, AnyOf, Compare, Condition, Exists, FoundBy, NotThis, Related

_MOST_FOUND = 1000
_SIGNS = {"lt": "<", "le": "<=", "gt": ">", "ge": ">="}


def table_of(model: type[Model]) -> str:
    return f'"{model._meta.db_table}"'


def column_of(model: type[Model], name: str) -> str:
    """The database column of a field. Raises KeyError for a name that the model does not have."""
    columns = model._meta.fields_db_projection
    if name in columns:
        return columns[name]
    if CUSTOM_NAME.fullmatch(name):
        return name
    return columns[f"{name}_id"]


def escape_like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


class Statement:
    """Collects the parameters of one SQL statement."""

    def __init__(self) -> None:
        self.args: list[Any] = []
        self._aliases = 0

    def bind(self, value: Any) -> str:
        """The placeholder of a new parameter."""
        self.args.append(value)
        return f"${len(self.args)}"

    def alias(self) -> str:
        self._aliases += 1
        return f"r{self._aliases}"

    def where(self, condition: Condition, model: type[Model], alias: str = "t") -> str:
        """`condition` on `alias`, a row of `model`'s table, as a boolean SQL expression."""
        match condition:
            case Compare():
                return self._compare(condition, f'{alias}."{column_of(model, condition.field)}"')
            case AllOf(parts):
                return " AND ".join(self.where(part, model, alias) for part in parts) or "TRUE"
            case AnyOf(parts):
                return f"({' OR '.join(self.where(part, model, alias) for part in parts) or 'FALSE'})"
            case NotThis(part):
                return f"NOT ({self.where(part, model, alias)})"
            case Related(field, inner):
                return self._related(field, inner, model, alias)
            case Exists(other, field, inner):
                child = self.alias()
                column = column_of(other, field)
                condition_sql = self.where(inner, other, child)
                link = f'{child}."{column}" = {alias}.id'
                return f"EXISTS (SELECT 1 FROM {table_of(other)} {child} WHERE {link} AND ({condition_sql}))"

            case FoundBy(other, field, inner):
                child = self.alias()
                column = f'{child}."{column_of(other, field)}"'
                found = f"SELECT {column} FROM {table_of(other)} {child} WHERE {self.where(inner, other, child)}"
                return f"{alias}.id = ANY(ARRAY({found} LIMIT {_MOST_FOUND}))"

    def _related(self, field: str, inner: Condition, model: type[Model], alias: str) -> str:
        target: type[Model] = model._meta.fields_map[field].related_model  # type: ignore[attr-defined]
        other = self.alias()
        link = f'{other}.id = {alias}."{column_of(model, field)}"'
        return (
            f"EXISTS (SELECT 1 FROM {table_of(target)} {other} WHERE {link} AND ({self.where(inner, target, other)}))"
        )

    def _compare(self, condition: Compare, column: str) -> str:
        value = condition.value
        match condition.operator:
            case "is_null":
                return f"{column} IS {'' if value else 'NOT '}NULL"
            case "eq":
                return f"{column} IS NULL" if value is None else f"{column} = {self.bind(value)}"
            case "ne":
                return f"{column} IS NOT NULL" if value is None else f"{column} IS DISTINCT FROM {self.bind(value)}"
            case "in":
                return f"{column} = ANY({self.bind(list(value))})"
            case "contains":
                return f"{column} ILIKE {self.bind(f'%{escape_like(value)}%')}"
            case "starts":
                return f"{column} ILIKE {self.bind(f'{escape_like(value)}%')}"
            case "has":
                return f"{column} @> {self.bind([value])}"
            case operator:
                return f"{column} {_SIGNS[operator]} {self.bind(value)}"
