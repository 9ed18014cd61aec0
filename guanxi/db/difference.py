"""What differs between an app's models and the models its last migration knew, as SQL; worked out by aerich.

Three things of aerich are mended here. Its state is global to a class, so each comparison gets its own class.
It takes a foreign key to another app or to the table itself for a cycle, and does not find the other app's
table when it adds or drops a key. And it drops tables in random order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from aerich.ddl.postgres import PostgresDDL
from aerich.migrate import Migrate
from tortoise.connection import get_connection
from tortoise.context import require_context
from tortoise.models import Model

Models = dict[str, dict[str, Any]]
Item = tuple[str, dict[str, Any], type[Model]]

_CREATE = re.compile(r'CREATE TABLE (?:IF NOT EXISTS )?"(\w+)"')
_DROP = re.compile(r'DROP TABLE IF EXISTS "(\w+)"')


@dataclass(frozen=True, slots=True)
class Difference:
    upgrade: list[str]
    downgrade: list[str]
    models: Models

    def text(self) -> str:
        """The file that goes both ways and remembers the models it leads to."""
        text: str = Migrate.build_migration_file_text(
            upgrade_sql=_script(self.upgrade), downgrade_sql=_script(self.downgrade), models_state=self.models
        )
        return text


def describe(app: str) -> Models:
    """The app's models as aerich compares them, without reverse relations: those depend on what is loaded."""
    apps = require_context().apps
    assert apps is not None
    described: Models = {}
    for model in apps[app].values():
        state = dict(model.describe(), managed=getattr(model.Meta, "managed", None))
        state["backward_fk_fields"] = state["backward_o2o_fields"] = []
        described[state["name"]] = state
    return described


def compare(app: str, old: Models) -> Difference:
    """The statements from the models `old` to those in the current context, and back."""
    apps = require_context().apps
    assert apps is not None
    elsewhere = {name: state for other in apps if other != app for name, state in describe(other).items()}
    migrate = _migrate_class(app, elsewhere)
    before, after = migrate._exclude_model_name_changes(dict(old), describe(app))
    known_before, known_after = _Known(before, elsewhere), _Known(after, elsewhere)
    migrate.diff_models(known_before, known_after, True, no_input=True)
    migrate.diff_models(known_after, known_before, False, no_input=True)
    migrate._merge_operators()
    upgrade: list[str] = migrate.upgrade_operators
    return Difference(upgrade, _drop_in_order(migrate.downgrade_operators, upgrade), describe(app))


class _Known(dict[str, Any]):
    """An app's models; those of other apps are found by name, and are not seen by iteration or `in`."""

    def __init__(self, own: Models, elsewhere: Models) -> None:
        super().__init__(own)
        self.elsewhere = elsewhere

    def __missing__(self, name: str) -> Any:
        return self.elsewhere[name]

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in self else self.elsewhere.get(name, default)


def _migrate_class(app_label: str, elsewhere: Models) -> Any:
    """A fresh `Migrate` with nothing in its lists."""

    class AppMigrate(Migrate):
        app = app_label
        dialect = "postgres"
        ddl_class = PostgresDDL
        ddl = PostgresDDL(get_connection("default"))
        upgrade_operators: list[str] = []
        downgrade_operators: list[str] = []
        _upgrade_fk_m2m_index_operators: list[str] = []
        _downgrade_fk_m2m_index_operators: list[str] = []
        _upgrade_m2m: list[str] = []
        _downgrade_m2m: list[str] = []
        _rename_fields: dict[str, dict[str, str]] = {}
        _rename_models: dict[str, str] = {}

        @classmethod
        def _handle_add_models(
            cls, upgrade: bool, new_models: Models, new_table_items: list[Item], other_table_items: Any = None
        ) -> None:
            known = [*(other_table_items or []), *((name, {}, Model) for name in elsewhere)]
            items = [(name, _without_itself(state), model) for name, state, model in new_table_items]
            super()._handle_add_models(upgrade, new_models, items, known)

    return AppMigrate


def _without_itself(state: dict[str, Any]) -> dict[str, Any]:
    """A model's description without keys to its own table: those do not bear on the order of tables."""
    keys = ("fk_fields", "o2o_fields")
    return state | {key: [field for field in state[key] if field["python_type"] != state["name"]] for key in keys}


def _script(statements: list[str]) -> str:
    return ";\n        ".join(statements) + ";" if statements else ""


def _drop_in_order(statements: list[str], creation: list[str]) -> list[str]:
    """Tables last created are dropped first, after everything else."""
    created = [match[1] for statement in creation for match in _CREATE.finditer(statement)]

    def position(statement: str) -> int:
        match = _DROP.match(statement)
        return len(created) - created.index(match[1]) if match and match[1] in created else 0

    return sorted(statements, key=position)
